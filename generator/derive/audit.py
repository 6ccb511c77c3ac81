"""The audit of the content: how well it is known, how lately looked at, and what rests on nothing."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.currency import since_2013
from generator.derive.questions.item import Bank
from generator.derive.relations import Relations
from generator.model.chapter import Section
from generator.model.handbook import Handbook
from generator.model.rule import Evidence, Nature, Rule
from generator.model.source import Source, SourceStatus
from generator.parse_markdown import CARDS, mentions

OLD = datetime.timedelta(days=365)
"""A source not looked at for longer is due."""
_RESTS_ON = ("rules", "sources", "procedures", "documents", "lessons")


@dataclass(frozen=True, slots=True)
class Loose:
    """A statement without a basis."""

    collection: str
    """Collection of the entity that makes it."""
    id: str
    """Id of the entity."""
    text: str
    """The statement, or the heading it stands under."""
    step: str = ""
    """Id of the step that makes it, in a procedure."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A source with the day of the last look at it."""

    source: Source
    """The source."""
    due: bool
    """Whether the look is more than a year older than the handbook."""
    cited: int
    """How many statements rest on it today."""


@dataclass(frozen=True)
class Audit:
    """What an editor should look at next."""

    as_of: datetime.date
    """Day the handbook is written for."""
    rules: Mapping[Evidence, int]
    """Kind of evidence → number of rules."""
    questions: Mapping[Evidence, int]
    """Kind of evidence → number of questions."""
    sources: tuple[Looked, ...]
    """Sources in the order they should be looked at: the longest ago first."""
    without_history: tuple[tuple[Section, tuple[Rule, ...]], ...]
    """Rules that do not say what became of them since 2013, by section."""
    loose: Mapping[str, tuple[Loose, ...]]
    """Kind of statement → those without a basis; kinds are the keys that `derive_audit` writes."""
    superseded: tuple[Loose, ...]
    """Statements of today that rest on a source that no longer binds."""
    conflicts: tuple[Rule, ...]
    """Rules whose sources disagree."""


def derive_audit(handbook: Handbook, bank: Bank, relations: Relations) -> Audit:
    """The audit of a checked handbook."""
    as_of = handbook.home.as_of
    counted = Counter(item.evidence for item in bank.items)
    looked = (
        Looked(
            source,
            as_of - source.looked > OLD,
            sum(not clause.past for clause in relations.clauses.get(source.id, ())),
        )
        for source in handbook.sources
    )
    return Audit(
        as_of=as_of,
        rules={kind: sum(rule.evidence is kind for rule in handbook.rules) for kind in Evidence},
        questions={kind: counted[kind] for kind in Evidence},
        sources=tuple(sorted(looked, key=lambda item: (item.source.looked, item.source.id))),
        without_history=tuple(_without_history(handbook)),
        loose={
            "parts": tuple(_parts(handbook)),
            "remember": tuple(_remember(handbook)),
            "points": tuple(_points(handbook)),
            "duties": tuple(_duties(handbook)),
            "steps": tuple(_steps(handbook)),
            "documents": tuple(_documents(handbook)),
            "terms": tuple(Loose("terms", term.id, term.name) for term in handbook.terms if not term.rules),
        },
        superseded=tuple(_superseded(handbook)),
        conflicts=tuple(rule for rule in handbook.rules if rule.evidence is Evidence.CONFLICT),
    )


def _without_history(handbook: Handbook) -> Iterator[tuple[Section, tuple[Rule, ...]]]:
    for section in handbook.sections:
        rules = tuple(r for r in handbook.rules if r.section == section.id and since_2013(r) is None)
        if rules:
            yield section, rules


def _parts(handbook: Handbook) -> Iterator[Loose]:
    """Headings of sections below which no line leads to a rule, source, procedure, paper or lesson."""
    for section in handbook.sections:
        heading, lines = section.title, list[str]()
        for line in [*section.body.split("\n"), "## "]:
            if not line.startswith("## "):
                lines.append(line)
                continue
            if any(text.strip() for text in lines) and not _rests("\n".join(lines)):
                yield Loose("sections", section.id, heading)
            heading, lines = line[3:].strip(), []


def _rests(text: str) -> bool:
    cards = any(CARDS.match(line) for line in text.split("\n"))
    return cards or any(mention.collection in _RESTS_ON for mention in mentions(text))


def _remember(handbook: Handbook) -> Iterator[Loose]:
    for section in handbook.sections:
        yield from (Loose("sections", section.id, line.text) for line in section.remember if not line.rules)


def _points(handbook: Handbook) -> Iterator[Loose]:
    for lesson in handbook.lessons:
        for part in lesson.outline:
            yield from (Loose("lessons", lesson.id, point.text) for point in part.points if not point.rules)
            if part.case is not None and not part.case.rules:
                yield Loose("lessons", lesson.id, part.case.text)


def _duties(handbook: Handbook) -> Iterator[Loose]:
    for role in handbook.roles:
        yield from (Loose("roles", role.id, duty.text) for duty in role.duties if not duty.rules)


def _steps(handbook: Handbook) -> Iterator[Loose]:
    """Steps without a rule that do not say they are custom."""
    for procedure in handbook.procedures:
        for step in procedure.steps:
            if not step.rules and step.nature is not Nature.CUSTOM:
                yield Loose("procedures", procedure.id, step.title, step.id)


def _documents(handbook: Handbook) -> Iterator[Loose]:
    for document in handbook.documents:
        if not document.basis and not document.rules:
            yield Loose("documents", document.id, document.title)
        yield from (Loose("documents", document.id, m.text) for m in document.mistakes if not m.rules)


def _superseded(handbook: Handbook) -> Iterator[Loose]:
    gone = {s.id for s in handbook.sources if s.status in (SourceStatus.SUPERSEDED, SourceStatus.DRAFT)}
    for rule in handbook.rules:
        if any(basis.source in gone for basis in rule.basis):
            yield Loose("rules", rule.id, rule.plain)
    for document in handbook.documents:
        if any(basis.source in gone for basis in document.basis):
            yield Loose("documents", document.id, document.title)
    for section in handbook.sections:
        yield from (Loose("sections", section.id, item.why) for item in section.further if item.source in gone)
    for lesson in handbook.lessons:
        if gone & set(lesson.further):
            yield Loose("lessons", lesson.id, lesson.title)
