"""Cases: which step a branch left out, where no way through the procedure passes it by."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.ordering import UNSETTLED, are_settled, may_be_left_out
from generator.derive.questions.procedure_facts import Asked, beside, drafts_of, is_bound
from generator.model.procedure import Procedure, Step
from generator.model.question import QuestionType

RECIPE = "skipped-step"


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every step between two others that is a gate or makes what the next one needs."""
    for procedure in ground.handbook.procedures:
        sure = {s.id for s in procedure.steps if is_bound(ground, s) and not may_be_left_out(procedure, s)}
        for before, step, after in zip(procedure.steps, procedure.steps[1:], procedure.steps[2:], strict=False):
            needed = step.decision is not None or set(step.outputs) & set(after.inputs)
            if needed and {before.id, step.id, after.id} <= sure and are_settled((before, step, after)):
                yield from drafts_of((_asked(ground, procedure, before, step, after),))


def _asked(ground: Ground, procedure: Procedure, before: Step, step: Step, after: Step) -> Asked:
    unsettled = {one.title for one in procedure.steps if one.id in UNSETTLED}
    return Asked(
        procedure=procedure,
        step=step,
        rules=ground.rules_at(step.rules),
        aspect="skipped",
        answer=step.id,
        stem=f"按“{procedure.title}”的程序，做完“{before.title}”就直接做“{after.title}”，漏掉了哪一步？",
        right=step.title,
        wrong={
            title: where
            for title, where in beside(procedure, before, after).items()
            if not _is_near(title, step.title) and title not in unsettled
        },
        because=f"漏掉的是“{step.title}”。",
        type=QuestionType.CASE,
        recipe=RECIPE,
    )


def _is_near(one: str, other: str) -> bool:
    """Whether one title is said within the other, so that readers could mean either."""
    return one in other or other in one
