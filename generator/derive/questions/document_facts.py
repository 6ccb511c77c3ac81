"""Documents: which one serves a purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Choice
from generator.derive.questions.procedure_facts import shared_runs
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
        others.sort(key=lambda other: (-_told(other, document), digest(document.id, other.id)))
        if len(others) >= _WRONG and _told(document, document) <= _told(others[1], document):
            yield _draft(ground, document, others[:_WRONG])


def _is_apart(document: DocumentTemplate, other: DocumentTemplate) -> bool:
    """Whether the other serves another purpose, for other readers or at another time."""
    same_place = other.section == document.section and other.id != document.id
    return same_place and other.when != document.when and other.purpose != document.purpose


def _told(named: DocumentTemplate, document: DocumentTemplate) -> int:
    """How much of a name the purpose of a document says."""
    return shared_runs(re.sub("（.*）", "", named.title), document.purpose)


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
