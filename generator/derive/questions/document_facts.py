"""Documents: which one serves a purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Choice
from generator.derive.questions.procedure_facts import is_sibling, shared_runs
from generator.model.document import DocumentTemplate
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SCORED

RECIPE = "document"
_WRONG = 3


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every well-known document whose purpose does not give away its name."""
    known = [d for d in ground.handbook.documents if d.evidence in SCORED and ground.rules_at(d.rules)]
    for document in known:
        others = [other for other in known if _is_apart(document, other)]
        told = sorted(_told(other, document) for other in others if other.section == document.section)
        if len(told) >= _WRONG and _told(document, document) <= told[-2]:
            others.sort(key=lambda other: _remoteness(other, document))
            yield _draft(ground, document, others[:_WRONG])


def _is_apart(document: DocumentTemplate, other: DocumentTemplate) -> bool:
    """Whether the other, near enough to be taken for it, serves another purpose at another time."""
    is_near = other.section == document.section or is_sibling(document, other)
    is_same = other.id == document.id or other.when == document.when or other.purpose == document.purpose
    return is_near and not is_same


def _remoteness(other: DocumentTemplate, document: DocumentTemplate) -> tuple[int, int, int, int, str]:
    """How far the other is from the document: how much less its name shares with the purpose, its form, its length."""
    told = _told(other, document)
    beside, sibling = other.section == document.section, is_sibling(document, other)
    near = (beside and sibling, beside and told > 0, sibling)
    return (
        -min(told, max(0, _told(document, document) - 1)),
        next((i for i, holds in enumerate(near) if holds), len(near)),
        -told,
        abs(len(_bare(other)) - len(_bare(document))),
        digest(document.id, other.id),
    )


def _bare(document: DocumentTemplate) -> str:
    return re.sub("（.*）", "", document.title)


def _told(named: DocumentTemplate, document: DocumentTemplate) -> int:
    """How much of a name the purpose of a document says."""
    return shared_runs(_bare(named), document.purpose)


def _draft(ground: Ground, document: DocumentTemplate, others: list[DocumentTemplate]) -> Draft:
    purpose = document.purpose.rstrip("。").replace("“", "‘").replace("”", "’")
    return Draft(
        recipe=RECIPE,
        fact=document.id,
        answer="purpose",
        type=QuestionType.SINGLE,
        stem=f"哪一种文书的用途是“{purpose}”？",
        options=(
            Choice(document.title, correct=True, why=""),
            *(Choice(other.title, correct=False, why=f"它的用途是：{other.purpose}") for other in others),
        ),
        rationale=f"《{document.title.strip('《》')}》：{document.purpose}用在：{document.when.rstrip('。')}。",
        rules=ground.rules_at(document.rules),
        family=f"document-{document.id}",
        section=document.section,
        difficulty=Difficulty.EASY,
    )
