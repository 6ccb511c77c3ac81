"""Ordering: the stages of a procedure, and the steps of a stage that follow each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.derive.questions.ground import Draft, Ground
from generator.model.procedure import EndKind, Procedure, Step
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SCORED, Nature, Rule

RECIPE = "ordering"
_FEWEST, _MOST = 4, 7
_TELLING = 4

UNSETTLED = frozenset({"appoint-introducers", "review-politically", "train-prospect"})
"""Ids of steps of which no rule says which comes first, though the procedure has to tell them in some order."""


@dataclass(frozen=True, slots=True)
class Order:
    """What one question asks to put in order."""

    stage: str
    """Id of the stage whose steps they are; empty where they are the stages themselves."""
    parts: tuple[tuple[str, str], ...]
    """Id and name of each, in the right order."""
    steps: tuple[Step, ...]
    """Steps whose rules set the order."""
    stem: str
    """The question."""


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question on the stages of every procedure long enough, and one on the steps of each stage."""
    for procedure in ground.handbook.procedures:
        for order in orders(procedure):
            yield from _draft(ground, procedure, order)


def orders(procedure: Procedure) -> Iterator[Order]:
    """Every order of a procedure that the rules set and that can be asked for, however short."""
    if tells(procedure):
        stages = tuple((stage.id, stage.title) for stage in procedure.stages)
        yield Order("", stages, procedure.steps, f"“{procedure.title}”要经过下面几个阶段，请按先后顺序排列。")
    for stage in procedure.stages:
        bound = all(is_bound(step) and not may_be_left_out(procedure, step) for step in stage.steps)
        if bound and are_settled(stage.steps):
            part = f"的“{stage.title}”阶段" if len(procedure.stages) > 1 else ""
            steps = tuple((step.id, step.title) for step in stage.steps)
            stem = f"“{procedure.title}”流程{part}有下面几步，请按先后顺序排列。"
            yield Order(stage.id, steps, stage.steps, stem)


def tells(procedure: Procedure) -> bool:
    """Whether the headings of its stages say what is done, more than 会前 or 启动 do."""
    return all(len(stage.title) >= _TELLING for stage in procedure.stages)


def may_be_left_out(procedure: Procedure, step: Step) -> bool:
    """Whether some way through the procedure passes the step by."""
    place = {one.id: i for i, one in enumerate(procedure.steps)}
    done = {end.id for end in procedure.ends if end.kind is EndKind.DONE}
    return any(
        branch.to is not None and (branch.to in done or place.get(branch.to, 0) > place[step.id])
        for earlier in procedure.steps[: place[step.id]]
        if earlier.decision is not None
        for branch in earlier.decision.branches
    )


def are_settled(steps: Iterable[Step]) -> bool:
    """Whether the rules say in which order the steps follow each other."""
    return sum(step.id in UNSETTLED for step in steps) < 2


def leading_rules(ground: Ground, steps: Iterable[Step]) -> tuple[Rule, ...]:
    """The first scored rule of each step, each once; a procedure rests on too many to tell them all."""
    return tuple({rule.id: rule for step in steps for rule in ground.rules_at(step.rules)[:1]}.values())


def is_bound(step: Step) -> bool:
    """Whether a regulation sets the step, so that its place is no matter of habit."""
    return step.nature is Nature.RULE and step.evidence in SCORED and bool(step.rules)


def _draft(ground: Ground, procedure: Procedure, order: Order) -> Iterator[Draft]:
    rules = leading_rules(ground, order.steps)
    titles = tuple(title for _, title in order.parts)
    if rules and _FEWEST <= len(titles) <= _MOST and len(set(titles)) == len(titles):
        yield Draft(
            recipe=RECIPE,
            fact=f"{procedure.id}/{order.stage}",
            answer=">".join(name for name, _ in order.parts),
            type=QuestionType.ORDERING,
            stem=order.stem,
            key=titles,
            rationale=f"顺序是：{'→'.join(titles)}。",
            rules=rules,
            family=f"order-{procedure.id}-{order.stage}".rstrip("-"),
            section=procedure.section,
            procedures=(procedure.id,),
            difficulty=Difficulty.HARD,
        )
