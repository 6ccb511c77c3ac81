"""Pages of self-testing: whole and readable without script, which only asks the same questions one by one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from generator.derive.addresses import HUBS
from generator.derive.drawing import draw
from generator.derive.questions.item import Item
from generator.derive.questions.pages import derive_question_pages
from generator.derive.views import Views
from generator.model.chapter import Section
from generator.model.question import Blueprint, BlueprintPart, QuestionType
from generator.model.rule import Rule
from generator.render.context import Context, fill
from generator.render.exam_files import ready_files
from generator.render.page import Page
from generator.render.quiz_question import Shown, show
from generator.render.text import numeral
from generator.render.words import chapter_title

FIRST = (QuestionType.SINGLE, QuestionType.CASE, QuestionType.TRUE_FALSE, QuestionType.MULTIPLE, QuestionType.FILL_IN)
"""Types that 「学完自测」 takes, each in turn."""
_OATH, _OATH_TITLE = "誓", "入党宣誓和誓词"
"""What the stems of the oral cards on the oath hold, and the title of these cards."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a page that picks questions by role, procedure or source."""

    id: str
    """Id of the role, procedure or source."""
    name: str
    """What readers call it."""
    items: tuple[Item, ...]
    """Its questions."""
    sections: tuple[tuple[Section, int], ...]
    """Sections that hold them, with how many."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two rules that are easily confused."""

    one: Rule
    """The rule that comes first."""
    other: Rule
    """The other rule."""
    ids: tuple[str, ...]
    """Ids of the questions on either."""


def quiz_pages(views: Views) -> Iterator[Page]:
    """The hub, every page of questions, every paper, and the learner's own pages."""
    must = sum(item.must_know for item in views.bank.items)
    yield _page("quiz_index.html.jinja", views, HUBS["quiz"], "自测", counts=_counts(views), must=must)
    for chapter in views.handbook.chapters:
        url = views.addresses.of("quiz-chapters", chapter.id)
        title = f"自测：{chapter_title(chapter)}"
        yield _page("quiz_chapter.html.jinja", views, url, title, chapter=chapter, counts=_counts(views))
    yield from _sections(views)
    yield from _simple(views)
    yield from _picks(views)
    for blueprint in views.handbook.blueprints:
        yield _exam(views, blueprint)
    yield _papers(views)
    yield _page("quiz_oral.html.jinja", views, HUBS["quiz-oral"], "转正口答卡", groups=_oral(views))
    yield _page("quiz_contrast.html.jinja", views, HUBS["quiz-contrast"], "易混对照", groups=_pairs(views))


def five(views: Views, section_id: str) -> tuple[Shown, ...]:
    """The five questions at the end of a section's page: different facts, must-know first, types in turn."""
    pool = sorted((i for i in views.bank.items if i.section == section_id), key=lambda item: not item.must_know)
    by_type = {kind: [item for item in pool if item.type is kind] for kind in FIRST}
    chosen: list[Item] = []
    while len(chosen) < 5 and any(by_type.values()):
        for items in by_type.values():
            used = {item.family for item in chosen}
            items[:] = [item for item in items if item.family not in used]
            if items and len(chosen) < 5:
                chosen.append(items.pop(0))
    return tuple(show(item) for item in chosen)


def _page(template: str, views: Views, url: str, heading: str, **values: Any) -> Page:
    return fill(template, Context(views, url), title=heading, wide=True, heading=heading, **values)


def _counts(views: Views) -> Counter[str]:
    return Counter(item.section for item in views.bank.items)


def _sections(views: Views) -> Iterator[Page]:
    pages = derive_question_pages(views.handbook, views.addresses, views.bank)
    chapter_of = {section.id: chapter for chapter in views.handbook.chapters for section in chapter.sections}
    for page in pages:
        section = views.handbook.get(Section, page.section)
        yield _page(
            "quiz_section.html.jinja",
            views,
            page.url,
            f"自测：{section.title}" + (f"（{page.title}）" if page.title else ""),
            section=section,
            chapter=chapter_of[page.section],
            here=page,
            pages=[other for other in pages if other.section == page.section],
            later=lambda items=page.items: {"shown": [show(item) for item in items]},
        )


def _simple(views: Views) -> Iterator[Page]:
    """Pages whose questions depend on the day or on the learner; without script they say where questions are."""
    must = Counter(item.section for item in views.bank.items if item.must_know)
    for name, title in (
        ("daily", "每日一练"),
        ("review", "复习计划"),
        ("wrong", "错题本"),
        ("weak", "薄弱处"),
        ("challenge", "闯关"),
        ("exams", "模拟考试"),
        ("map", "学习地图"),
        ("data", "我的学习记录"),
    ):
        yield _page(f"quiz_{name}.html.jinja", views, HUBS[f"quiz-{name}"], title, counts=_counts(views))
    yield _page("quiz_must.html.jinja", views, HUBS["quiz-must"], "转正前必会", counts=must)


def _picks(views: Views) -> Iterator[Page]:
    """Questions by role, procedure and source."""
    book = views.handbook
    items = views.bank.items
    roles = _gathered(items, lambda item: item.roles)
    steps = _gathered(items, lambda item: item.procedures)
    sources = _gathered(items, lambda item: {basis.source: None for basis in item.basis})
    for name, title, entries in (
        ("roles", "按角色练", [(r.id, r.name, roles.get(r.id)) for r in book.roles]),
        ("procedures", "按流程练", [(p.id, p.title, steps.get(p.id)) for p in book.procedures]),
        ("sources", "按来源练", [(s.id, s.short, sources.get(s.id)) for s in book.sources]),
    ):
        kept = [_entry(entity_id, shown, found, views) for entity_id, shown, found in entries if found]
        yield _page("quiz_pick.html.jinja", views, HUBS[f"quiz-{name}"], title, entries=kept)


def _gathered(items: Iterable[Item], keys: Callable[[Item], Iterable[str]]) -> dict[str, tuple[Item, ...]]:
    """Key → the items that have it, in order."""
    found: dict[str, list[Item]] = {}
    for item in items:
        for key in keys(item):
            found.setdefault(key, []).append(item)
    return {key: tuple(group) for key, group in found.items()}


def _entry(entity_id: str, name: str, items: tuple[Item, ...], views: Views) -> Entry:
    counts = Counter(item.section for item in items)
    sections = tuple((section, counts[section.id]) for section in views.handbook.sections if counts[section.id])
    return Entry(entity_id, name, items, sections)


def _exam(views: Views, blueprint: Blueprint) -> Page:
    (paper,) = draw(blueprint, views.bank.items, seed=1)
    parts: list[tuple[str, BlueprintPart, list[tuple[int, Shown]]]] = []
    number = count(1)
    for i, (part, items) in enumerate(zip(blueprint.parts, paper, strict=True), 1):
        parts.append((numeral(i), part, [(next(number), show(item)) for item in items]))
    return _page(
        "quiz_exam.html.jinja",
        views,
        views.addresses.of("blueprints", blueprint.id),
        blueprint.title,
        blueprint=blueprint,
        blueprint_json=blueprint_json(blueprint),
        parts=parts,
    )


def _papers(views: Views) -> Page:
    ready = [(blueprint, ready_files(views, blueprint)) for blueprint in views.handbook.blueprints]
    return _page(
        "quiz_papers.html.jinja",
        views,
        HUBS["quiz-papers"],
        "出卷和登记错题",
        ready=ready,
        blueprints_json=blueprints_json(views),
    )


def blueprint_json(blueprint: Blueprint) -> str:
    """What the script needs to draw a paper of a blueprint."""
    return _json(_plain(blueprint))


def blueprints_json(views: Views) -> str:
    """The same for every blueprint."""
    return _json([_plain(blueprint) for blueprint in views.handbook.blueprints])


def _plain(blueprint: Blueprint) -> dict[str, Any]:
    return {
        "id": blueprint.id,
        "title": blueprint.title,
        "minutes": blueprint.minutes,
        "total": blueprint.total,
        "pass": blueprint.pass_mark,
        "parts": [[part.type.value, part.count, part.marks] for part in blueprint.parts],
        "sections": list(blueprint.sections),
        "shares": [[share.chapter, share.weight] for share in blueprint.shares],
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _oral(views: Views) -> list[tuple[str, list[Shown]]]:
    """The oath first, then chapters, with the short answers on what a probationary member must know."""
    cards = [item for item in views.bank.items if item.type is QuestionType.SHORT_ANSWER and item.must_know]
    oath = [item for item in cards if _OATH in item.stem]
    chapters = [
        (chapter.title, [item for item in cards if item.chapter == chapter.id and item not in oath])
        for chapter in views.handbook.chapters
    ]
    return [(title, [show(item) for item in found]) for title, found in ((_OATH_TITLE, oath), *chapters) if found]


def _pairs(views: Views) -> list[tuple[str, list[Pair]]]:
    """Chapters with the pairs of rules that refer to each other as easily confused and can both be asked."""
    by_rule: dict[str, list[str]] = {}
    for item in views.bank.items:
        by_rule.setdefault(item.rules[0] if item.rules else "", []).append(item.id)
    rules = {rule.id: rule for rule in views.handbook.rules if rule.id in by_rule}
    seen: set[frozenset[str]] = set()
    groups: dict[str, list[Pair]] = {}
    title = {s.id: chapter_title(c) for c in views.handbook.chapters for s in c.sections}
    for rule in rules.values():
        for name in rule.see:
            key = frozenset((rule.id, name))
            if name in rules and rule.id in rules[name].see and key not in seen:
                pair = Pair(rule, rules[name], (*by_rule[rule.id], *by_rule[name]))
                groups.setdefault(title[rule.section], []).append(pair)
            seen.add(key)
    return list(groups.items())
