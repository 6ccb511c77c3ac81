"""Pages of the handbook itself: home, chapters, sections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.derive.addresses import HUBS, relative
from generator.derive.views import Views
from generator.model.chapter import Chapter, Section
from generator.model.role import Role
from generator.parse_markdown import mentions
from generator.render.context import Context, fill
from generator.render.page import Page
from generator.render.quiz_pages import five
from generator.render.text import minutes_to_read, numeral
from generator.render.words import chapter_title

RELATED = ("procedures", "roles", "documents", "lessons")
"""Collections that a section lists beside its text, in this order."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a door."""

    text: str
    """Its words."""
    href: str
    """Where it leads."""


@dataclass(frozen=True, slots=True)
class Door:
    """One of the home page's doors."""

    name: str
    """Its name."""
    icon: str
    """Its icon."""
    promise: str
    """What is behind it, in a line."""
    href: str
    """Where it leads."""
    links: tuple[Link, ...]
    """Two quick links."""


def handbook_pages(views: Views) -> Iterator[Page]:
    """Home, the hub of studying, every chapter and every section."""
    yield _home(views)
    yield fill("study.html.jinja", Context(views, HUBS["study"]), title="学习")
    sections = [(chapter, section) for chapter in views.handbook.chapters for section in chapter.sections]
    for chapter in views.handbook.chapters:
        yield _chapter(views, chapter)
    for i, (chapter, section) in enumerate(sections):
        before = sections[i - 1][1] if i else None
        after = sections[i + 1][1] if i + 1 < len(sections) else None
        yield _section(views, chapter, section, (before, after))


def _home(views: Views) -> Page:
    context = Context(views, HUBS["home"])
    home = views.handbook.home
    parts = re.findall(r"[^，。]+[，。]?", home.title)
    title = Markup("").join(Markup('<span class="xt-nb">{}</span>').format(part) for part in parts)
    return fill(
        "home.html.jinja",
        context,
        title="首页",
        lead=home.lead,
        wide=True,
        title_html=title,
        doors=_doors(views, context),
    )


def _doors(views: Views, context: Context) -> list[Door]:
    book = views.handbook
    here = context.url
    address = views.addresses.of

    def entity(collection: str, entity_id: str, prefix: str) -> Link:
        return Link(f"{prefix}：{context.name(collection, entity_id)}", relative(address(collection, entity_id), here))

    study = [entity("sections", section.id, "从头读") for section in book.sections[:1]]
    study += [entity("roles", role.id, "按岗位学") for role in book.of(Role) if role.id == "organisation-commissioner"]
    work = [entity("lessons", item.id, "课题") for item in book.lessons[:1]]
    work += [entity("procedures", item.id, "流程") for item in book.procedures[:1]]
    tests = (
        Link("练一组：每日十题", context.hub("quiz-daily")),
        Link("模拟考试：按真实题型组卷", context.hub("quiz-exams")),
    )
    return [
        Door(
            "我要学习",
            "book-open-page-variant-outline",
            "弄懂一条规定，知道它出自哪里",
            context.hub("study"),
            tuple(study),
        ),
        Door(
            "我要备课",
            "presentation",
            "按时长裁剪的提纲，每个要点都有依据",
            context.hub("lessons" if book.lessons else "procedures"),
            tuple(work),
        ),
        Door("我要自测", "pencil-outline", "答错了，告诉你每一项错在哪里", context.hub("quiz"), tests),
    ]


def _chapter(views: Views, chapter: Chapter) -> Page:
    context = Context(views, views.addresses.of("chapters", chapter.id))
    evidence = views.currency.by_chapter[chapter.id]
    own = {section.id for section in chapter.sections}
    return fill(
        "chapter.html.jinja",
        context,
        title=chapter_title(chapter),
        lead=chapter.lead,
        chapter=chapter,
        evidence=evidence,
        count=sum(evidence.values()),
        procedures=[item for item in views.handbook.procedures if item.section in own],
    )


def _section(views: Views, chapter: Chapter, section: Section, around: tuple[Section | None, Section | None]) -> Page:
    context = Context(views, views.addresses.of("sections", section.id))
    placed = {m.id for m in mentions(section.body) if m.collection == "rules"}
    in_cards = {
        name
        for line in re.findall(r"^\{\{ *rules:(.*?)\}\}$", section.body, re.MULTILINE)
        for name in re.findall(r"[a-z0-9-]+", line)
    }
    rest = [rule.id for rule in views.relations.rules_of.get(section.id, ()) if rule.id not in in_cards]
    terms = sorted((t for t in views.handbook.terms if t.section == section.id), key=lambda t: t.id)
    return fill(
        "section.html.jinja",
        context,
        title=section.title,
        lead=section.lead,
        chapter=chapter,
        section=section,
        later=lambda: {"body": context.body(section.body), "five": five(views, section.id)},
        rest=rest,
        terms=terms,
        related=_related(views, section),
        previous=around[0],
        following=around[1],
        minutes=minutes_to_read(len(section.body) + 60 * (len(placed) + len(rest))),
    )


def _related(views: Views, section: Section) -> list[tuple[str, str]]:
    found = {(m.collection, m.id): None for m in mentions(section.body) if m.collection in RELATED}
    for collection in RELATED:
        for entity in views.handbook.entities[collection]:
            if getattr(entity, "section", None) == section.id and len(found) < 14:
                found[collection, entity.id] = None
    return sorted(found, key=lambda key: RELATED.index(key[0]))


def heading(section: Section) -> str:
    """A section's title with its number, for navigation."""
    return f"{numeral(section.number)} {escape(section.title)}"
