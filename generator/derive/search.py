"""What search can find: one entry for each thing a reader may look for, made of the model."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.derive.addresses import Addresses
from generator.derive.questions.item import Bank, Item
from generator.derive.questions.pages import derive_question_pages
from generator.model.chapter import Section
from generator.model.document import DocumentTemplate
from generator.model.handbook import Handbook
from generator.model.procedure import Procedure
from generator.model.question import QuestionType
from generator.parse_markdown import CARDS

_HEADING = re.compile(r"(#{1,6}) +(.*?)[ #]*$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^[-: |]+$|^ *(?:[-+]|\d+\.) +|[*_`>|\\]+", re.MULTILINE)


class EntryKind(StrEnum):
    """What sort of thing an entry leads to."""

    PROCEDURE = "procedure"
    """A procedure's page."""
    TERM = "term"
    """A term in the list of terms."""
    ROLE = "role"
    """A role's page."""
    DOCUMENT = "document"
    """A paper's page."""
    SECTION = "section"
    """A chapter, a section, or a heading in one."""
    RULE = "rule"
    """A rule's card."""
    STEP = "step"
    """A step of a procedure."""
    TOOL = "tool"
    """A calculator, a planner, or a page about using the site."""
    LESSON = "lesson"
    """A lesson kit."""
    SOURCE = "source"
    """A source's page."""
    QUESTION = "question"
    """A family of questions, by one of its stems."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that search can find."""

    kind: EntryKind
    """What sort of thing it is."""
    location: str
    """Path from the site's root, with anchor."""
    title: str
    """Name, heading, statement or stem."""
    aliases: tuple[str, ...] = ()
    """Other names."""
    everyday: tuple[str, ...] = ()
    """Everyday words that people type instead."""
    text: str = ""
    """What else is said of it."""
    place: str = ""
    """Where it stands, for the reader."""


def derive_search(handbook: Handbook, addresses: Addresses, bank: Bank) -> tuple[Entry, ...]:
    """Every entry, kind after kind, each kind in reading order."""
    return (
        *_procedures(handbook, addresses),
        *_terms(handbook, addresses),
        *_roles(handbook, addresses),
        *_documents(handbook, addresses),
        *_chapters(handbook, addresses),
        *_rules(handbook, addresses),
        *_lessons(handbook, addresses),
        *_sources(handbook, addresses),
        *_questions(handbook, bank, addresses),
    )


def plain_body(markdown: str) -> str:
    """A Markdown body as plain text: no marks, no link targets, no calls for cards."""
    lines = (line for line in markdown.split("\n") if not CARDS.match(line))
    return " ".join(_MARKS.sub(" ", _LINK.sub(r"\1", "\n".join(lines))).split())


def parts(body: str) -> Iterator[tuple[str, str, str]]:
    """Anchor, heading and plain text of each headed part of a body; the first part has neither of the former."""
    anchor, heading, lines = "", "", list[str]()
    number = 0
    for line in body.split("\n"):
        if found := _HEADING.match(line):
            yield anchor, heading, plain_body("\n".join(lines))
            number += 1
            anchor, heading, lines = f"part-{number}", plain_body(found.group(2)), []
        else:
            lines.append(line)
    yield anchor, heading, plain_body("\n".join(lines))


def _procedures(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for item in book.procedures:
        page = addresses.of("procedures", item.id)
        place = book.get(Section, item.section).title
        stages = [stage.title for stage in item.stages]
        text = _join(item.lead, item.trigger, *stages, *item.caution)
        yield Entry(EntryKind.PROCEDURE, page, item.title, item.aliases, item.everyday, text, place)
        yield from _steps(book, item, page)


def _steps(book: Handbook, procedure: Procedure, page: str) -> Iterator[Entry]:
    papers = {document.id: document.title for document in book.documents}
    for number, step in enumerate(procedure.steps, 1):
        text = _join(
            step.text,
            *(limit.text for limit in step.limits),
            step.decision.question if step.decision else None,
            *(papers.get(paper, paper) for paper in step.papers),
            step.note,
        )
        place = f"{procedure.title}第 {number} 步"
        yield Entry(EntryKind.STEP, f"{page}#step-{step.id}", step.title, text=text, place=place)


def _terms(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for term in book.terms:
        place = book.get(Section, term.section).title
        yield Entry(
            EntryKind.TERM,
            addresses.of("terms", term.id),
            term.name,
            term.aliases,
            term.everyday,
            term.text,
            place,
        )


def _roles(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for role in book.roles:
        text = _join(role.lead, role.chosen, role.answers_to, *(duty.text for duty in role.duties))
        yield Entry(EntryKind.ROLE, addresses.of("roles", role.id), role.name, role.aliases, role.everyday, text)


def _documents(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for item in book.documents:
        place = book.get(Section, item.section).title
        url = addresses.of("documents", item.id)
        yield Entry(EntryKind.DOCUMENT, url, item.title, item.aliases, item.everyday, _paper(item), place)


def _paper(item: DocumentTemplate) -> str:
    return _join(
        item.purpose,
        item.writer,
        item.reader,
        item.when,
        *(part.title for part in item.structure),
        *(field.label for field in item.fields),
        *(mistake.text for mistake in item.mistakes),
        *item.checklist,
    )


def _chapters(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for chapter in book.chapters:
        yield Entry(EntryKind.SECTION, addresses.of("chapters", chapter.id), chapter.title, text=chapter.lead)
        for section in chapter.sections:
            page = addresses.of("sections", section.id)
            opening, *headed = parts(section.body)
            text = _join(section.lead, *(line.text for line in section.remember), opening[2])
            yield Entry(EntryKind.SECTION, page, section.title, text=text, place=chapter.title)
            for anchor, heading, text in headed:
                yield Entry(EntryKind.SECTION, f"{page}#{anchor}", heading, text=text, place=section.title)


def _rules(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    short = {source.id: source.short for source in book.sources}
    for rule in book.rules:
        cited = (f"{short[basis.source]}{basis.article or ''}" for basis in rule.basis)
        text = _join(*cited, *(f"有人说：{item.claim}" for item in rule.misconceptions))
        place = book.get(Section, rule.section).title
        yield Entry(EntryKind.RULE, addresses.of("rules", rule.id), rule.plain, (), rule.everyday, text, place)


def _lessons(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for lesson in book.lessons:
        text = _join(lesson.audience, *lesson.aims, *lesson.key_points, *(part.title for part in lesson.outline))
        place = book.get(Section, lesson.section).title
        yield Entry(EntryKind.LESSON, addresses.of("lessons", lesson.id), lesson.title, text=text, place=place)


def _sources(book: Handbook, addresses: Addresses) -> Iterator[Entry]:
    for source in book.sources:
        names = () if source.short == source.title else (source.short,)
        yield Entry(EntryKind.SOURCE, addresses.of("sources", source.id), source.title, names, text=source.summary)


def _questions(book: Handbook, bank: Bank, addresses: Addresses) -> Iterator[Entry]:
    page_of = {item.id: page.url for page in derive_question_pages(book, addresses, bank) for item in page.items}
    families: dict[str, Item] = {}
    for item in bank.items:
        known = families.setdefault(item.family, item)
        if _shown_as(item) < _shown_as(known):
            families[item.family] = item
    for item in families.values():
        stem = item.stem.replace("______", "……")
        yield Entry(EntryKind.QUESTION, f"{page_of[item.id]}#{item.id}", stem, place=item.topic)


def _shown_as(item: Item) -> int:
    """How well an item stands for its family: a question proper before statements, which may give the answer."""
    order = (QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.SHORT_ANSWER, QuestionType.CASE)
    return order.index(item.type) if item.type in order else len(order)


def _join(*pieces: str | None) -> str:
    return " ".join(piece for piece in pieces if piece)
