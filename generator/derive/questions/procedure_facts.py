"""Procedures: who decides a step, what must follow it, what paper it makes, where a decision leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.identity import shuffled
from generator.derive.questions.item import Choice
from generator.derive.questions.ordering import UNSETTLED
from generator.model.document import DocumentTemplate
from generator.model.procedure import Procedure, Step
from generator.model.question import Difficulty, QuestionType
from generator.model.role import Role
from generator.model.rule import SCORED, Nature, Rule

RECIPE = "procedure"
_WRONG = 3
_DECIDES = re.compile("研究|审|批|表决|讨论|同意|决定|备案|提名|提出|选举|培训|监督|计票")
"""Steps of which it matters who acts."""
_GENERAL = re.compile("继续(作为|培养|教育)|不能发展|再(研究|讨论)|做好思想工作|重新")
"""What may be done whatever the answer was."""
_RECORDS = re.compile("记录|纪要")
"""Papers that may arise at every step, and so are wrong at none."""
_COMPARABLE = {
    "branch-committee": ("grassroots-committee", "superior-organisation-department", "discipline-body"),
    "branch-general-meeting": ("branch-committee", "grassroots-committee", "superior-organisation-department"),
    "grassroots-committee": ("branch-committee", "branch-general-meeting", "superior-organisation-department"),
    "superior-committee": ("branch-committee", "branch-general-meeting", "superior-organisation-department"),
    "cultivation-contact": ("introducer", "organiser", "branch-secretary"),
    "introducer": ("cultivation-contact", "organiser", "branch-secretary"),
    "organiser": ("cultivation-contact", "introducer", "branch-secretary"),
    "scrutineer": ("branch-secretary", "superior-committee", "branch-general-meeting"),
    "teller": ("branch-secretary", "branch-general-meeting", "superior-committee"),
}
"""Actor → those whom readers take for it but who never stand for it, as the general meeting may for the committee."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about a step."""

    procedure: Procedure
    """Procedure of the step."""
    step: Step
    """The step."""
    rules: tuple[Rule, ...]
    """Scored rules of the step."""
    aspect: str
    """Which side of the step it asks."""
    answer: str
    """What the answer is, apart from its wording."""
    stem: str
    """The question."""
    right: str
    """The answer."""
    wrong: Mapping[str, str]
    """Answers that fit other steps only → why they are wrong."""
    because: str = ""
    """What the explanation says before the step's own text."""
    type: QuestionType = QuestionType.SINGLE
    """How it is answered."""
    recipe: str = RECIPE
    """Name of the recipe that asks."""


def drafts(ground: Ground) -> Iterator[Draft]:
    """Questions on every step that a regulation sets."""
    for procedure in ground.handbook.procedures:
        for step, following in pairwise((*procedure.steps, None)):
            if step is not None and is_bound(ground, step):
                rules = ground.rules_at(step.rules)
                yield from drafts_of(_actor(ground, procedure, step, rules))
                yield from drafts_of(_paper(ground, procedure, step, rules))
                yield from drafts_of(_branches(procedure, step, rules))
                if following is not None and is_bound(ground, following):
                    yield from drafts_of(_next(procedure, step, following, ground.rules_at(following.rules)))


def shared_runs(one: str, other: str) -> int:
    """Number of two-sign runs of the first that the second has too."""
    return sum(one[i : i + 2] in other for i in range(len(one) - 1))


def is_sibling(one: DocumentTemplate, other: DocumentTemplate) -> bool:
    """Whether the same kind of people make both in the same form, as two handwritten letters."""
    return (one.kind, one.layout) == (other.kind, other.layout)


def drafts_of(found: Iterable[Asked]) -> Iterator[Draft]:
    """The drafts of what can be asked with enough wrong answers and without giving the right one away."""
    for asked in found:
        if len(set(asked.wrong) - {asked.right}) >= _WRONG and not _is_given_away(asked):
            yield _draft(asked)


def is_bound(ground: Ground, step: Step) -> bool:
    """Whether a regulation sets the step and scored rules say so."""
    return step.nature is Nature.RULE and step.evidence in SCORED and bool(ground.rules_at(step.rules))


def _actor(ground: Ground, procedure: Procedure, step: Step, rules: tuple[Rule, ...]) -> Iterator[Asked]:
    roles = {role.id: role for role in ground.handbook.roles}
    told, named = f"{step.title}{step.text}", f"{procedure.title}{step.title}"
    others = (roles[name] for name in _COMPARABLE.get(step.actor, ()) if name in roles and name != step.actor)
    apart = [role for role in others if not any(name in told for name in (role.name, *role.aliases))]
    right = roles[step.actor]
    given_away = any(name in named or step.title in name for name in (right.name, *right.aliases))
    alone = not step.parallel and not _names_two(step, right)
    if alone and _DECIDES.search(step.title) and not given_away:
        stem = f"{_about(procedure)}，“{step.title}”这一步由谁来做？"
        why = f"这一步由{right.name}来做。"
        wrong = {role.name: f"{_other_part(ground, procedure, role)}{why}" for role in apart}
        yield Asked(procedure, step, rules, "actor", step.actor, stem, right.name, wrong, why)


def _other_part(ground: Ground, procedure: Procedure, role: Role) -> str:
    """What a role does elsewhere in a procedure by a regulation; nothing where it does nothing there."""
    titles = [step.title for step in procedure.steps if step.actor == role.id and is_bound(ground, step)]
    named = "和".join(f"“{title}”" for title in titles[:2])
    return f"{role.name}做的是{named}{'等' if titles[2:] else ''}；" if titles else ""


def _names_two(step: Step, right: Role) -> bool:
    """Whether the step says that another may act in place of its actor."""
    return any(f"或者{name}" in step.text or f"{name}或" in step.text for name in (right.name, *right.aliases))


def _paper(ground: Ground, procedure: Procedure, step: Step, rules: tuple[Rule, ...]) -> Iterator[Asked]:
    documents = {document.id: document for document in ground.handbook.documents}
    titles = {name: document.title.strip("《》") for name, document in documents.items()}
    made = [paper for paper in step.outputs if paper in titles and paper not in step.inputs]
    if len(made) == 1 and shared_runs(titles[made[0]], step.title) <= 1:
        right = titles[made[0]]
        others = _other_papers(documents, procedure, step, made[0])
        wrong = {titles[name]: _made_at(procedure, name) or f"这一步形成的是《{right}》。" for name in others}
        stem = f"{_about(procedure)}，“{step.title}”这一步形成的是哪一份文书？"
        because = f"“{step.title}”这一步形成的是《{right}》。"
        yield Asked(procedure, step, rules, "paper", made[0], stem, right, wrong, because)


def _made_at(procedure: Procedure, paper: str) -> str:
    """Which step makes a paper; nothing where none of the procedure does."""
    steps = (step.title for step in procedure.steps if paper in step.outputs and paper not in step.inputs)
    title = next(steps, "")
    return f"它是“{title}”这一步形成的。" if title else ""


def _other_papers(
    documents: Mapping[str, DocumentTemplate], procedure: Procedure, step: Step, made: str
) -> tuple[str, ...]:
    """Papers of the other steps; for each record left out, the nearest to the right one."""
    papers = dict.fromkeys(paper for other in procedure.steps for paper in other.papers if paper in documents)
    apart = [paper for paper in papers if paper not in step.papers]
    kept = [paper for paper in apart if _RECORDS.search(documents[paper].title) is None]
    others = (name for name in documents if name not in papers and not _RECORDS.search(documents[name].title))
    nearest = sorted(shuffled(made, others), key=lambda name: _distance(documents[name], documents[made]))
    return (*kept, *nearest[: max(0, min(_WRONG, len(apart)) - len(kept))])


def _distance(one: DocumentTemplate, other: DocumentTemplate) -> tuple[bool, bool]:
    """How far apart two papers are, by form and place."""
    return not is_sibling(one, other), one.section != other.section


def _next(procedure: Procedure, step: Step, following: Step, rules: tuple[Rule, ...]) -> Iterator[Asked]:
    """What follows a step, where its paper is what the next step needs, so that no other can follow."""
    settled = not UNSETTLED & {step.id, following.id}
    if settled and step.decision is None and set(step.outputs) & set(following.inputs):
        wrong = beside(procedure, step, following)
        stem = f"{_about(procedure)}，做完“{step.title}”，紧接着的一步是什么？"
        because = f"“{step.title}”以后是“{following.title}”。"
        yield Asked(procedure, following, rules, "next", following.id, stem, following.title, wrong, because)


def beside(procedure: Procedure, first: Step, last: Step) -> dict[str, str]:
    """Titles of the steps before the one and after the other → where they stand."""
    place = {step.id: i for i, step in enumerate(procedure.steps)}
    before = {one.title: f"它排在“{first.title}”之前。" for one in procedure.steps[: place[first.id]]}
    return before | {one.title: f"它排在“{last.title}”之后。" for one in procedure.steps[place[last.id] + 1 :]}


def _branches(procedure: Procedure, step: Step, rules: tuple[Rule, ...]) -> Iterator[Asked]:
    if step.decision is None:
        return
    decisions = [other.decision for other in procedure.steps if other.decision is not None]
    notes = dict.fromkeys(branch.note for decision in decisions for branch in decision.branches if branch.note)
    own = {branch.note for branch in step.decision.branches}
    for branch in step.decision.branches:
        if branch.note and branch.to:
            others = (note for note in notes if note not in own and _GENERAL.search(note) is None)
            wrong = dict.fromkeys((note for note in others if _is_apart(note, branch.note)), f"应当：{branch.note}")
            stem = (
                f"{_about(procedure)}，“{step.title}”这一步要先弄清：{step.decision.question}"
                f"如果回答是“{branch.label}”，接下来怎么办？"
            )
            yield Asked(procedure, step, rules, f"branch/{branch.label}", branch.to, stem, branch.note, wrong)


def _about(procedure: Procedure) -> str:
    return f"按“{procedure.title}”的程序"


def _is_apart(one: str, other: str) -> bool:
    """Whether two ways on share too few words to say the same."""
    return len(set(one) & set(other)) * 2 < min(len(set(one)), len(set(other)))


def _is_given_away(asked: Asked) -> bool:
    """Whether the stem says much more of the right option than of any wrong one."""
    return shared_runs(asked.right, asked.stem) > max(shared_runs(text, asked.stem) for text in asked.wrong) + 1


def _draft(asked: Asked) -> Draft:
    fact = f"{asked.procedure.id}/{asked.step.id}/{asked.aspect}"
    chosen = [text for text in shuffled(fact, set(asked.wrong)) if text != asked.right][:_WRONG]
    return Draft(
        recipe=asked.recipe,
        fact=fact,
        answer=asked.answer,
        type=asked.type,
        stem=asked.stem,
        options=(
            Choice(asked.right, correct=True, why=""),
            *(Choice(text, correct=False, why=asked.wrong[text]) for text in chosen),
        ),
        rationale=f"{asked.because}{asked.step.text}",
        rules=asked.rules,
        family=f"step-{asked.procedure.id}-{asked.step.id}",
        section=asked.procedure.section,
        procedures=(asked.procedure.id,),
        difficulty=Difficulty.MEDIUM,
    )
