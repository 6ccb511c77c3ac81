"""Pages of lesson kits: the hub by need, and for each kit its lengths, files, points, cases and checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from generator.derive.addresses import HUBS, relative
from generator.derive.lessons.clauses import Clause, alike, clauses
from generator.derive.lessons.kits import Kit
from generator.derive.views import Views
from generator.model.lesson import Lesson, Need
from generator.render.context import Context, fill
from generator.render.lesson_files import KitFile, archive_name, archive_path, edition_of, kit_files
from generator.render.lesson_slides import slides_path
from generator.render.lesson_words import MOMENTS, told_in, without_lead
from generator.render.office.slides import deck_pages, slide_ranges
from generator.render.page import Page

NEEDS = {
    Need.ADMISSION: "入党和转正",
    Need.MEMBERS: "党员教育",
    Need.BRANCH: "支部工作",
    Need.MASSES: "群众工作",
}
"""Need → heading of the hub."""
USUAL = 45
"""Length shown first where it is offered."""
_KINDS = {
    "plan": ("file-word-outline", "教案", "Word，讲课人用"),
    "slides": ("file-download-outline", "PowerPoint 课件", "16:9，带备注"),
    "handout": ("file-document-outline", "讲义", "Word，每人一份"),
    "paper": ("pencil-outline", "十题小卷", "Word，每人一份"),
    "key": ("check-circle-outline", "小卷答案", "Word，讲课人用"),
    "sign-in": ("account-group-outline", "签到表", "Word，1 页"),
    "record": ("draw", "党课记录", "Word，已填课题和提纲"),
}


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file as its row shows it."""

    sign: str
    """Icon."""
    title: str
    """What it is."""
    about: str
    """A few words on it."""
    href: str
    """Link."""
    name: str
    """Name it is saved under; empty for a page."""
    length: int | None
    """Length it is for; none if for all."""


def lesson_pages(views: Views) -> Iterator[Page]:
    """The hub and a page for every kit."""
    if not views.handbook.lessons:
        return
    groups = [
        (need.value, title, found)
        for need, title in NEEDS.items()
        if (found := _lessons_for(need, views.handbook.lessons))
    ]
    yield fill("lessons.html.jinja", Context(views, HUBS["lessons"]), title="备课", groups=groups)
    for lesson in views.handbook.lessons:
        yield _page(lesson, views)


def _lessons_for(need: Need, lessons: tuple[Lesson, ...]) -> tuple[Lesson, ...]:
    return tuple(sorted((lesson for lesson in lessons if lesson.need is need), key=lambda lesson: lesson.place))


def _page(lesson: Lesson, views: Views) -> Page:
    context = Context(views, views.addresses.of("lessons", lesson.id))
    return fill(
        "lesson.html.jinja",
        context,
        title=lesson.title,
        lead=lesson.aims[0],
        later=partial(_kit_values, lesson, context),
        lesson=lesson,
        moments=MOMENTS,
        told_in=told_in,
        without_lead=without_lead,
    )


def _kit_values(lesson: Lesson, context: Context) -> dict[str, object]:
    views = context.views
    kit = views.kits[lesson.id]
    edition = edition_of(views)
    lengths = [telling.length for telling in kit.tellings]
    shown = [(deck, slide_ranges(deck, deck_pages(deck, edition))) for deck in kit.decks]
    rules = {rule.id: rule for rule in kit.whole.rules}
    sources = {source.id: source for source in views.handbook.sources}
    return {
        "kit": kit,
        "lengths": lengths,
        "usual": USUAL if USUAL in lengths else lengths[-1],
        "decks": shown,
        "files": tuple(_files(kit, views, context.url)),
        "archive": relative(archive_path(kit), context.url),
        "archive_name": archive_name(kit),
        "clauses_of": partial(_clauses_of, {c.rule.id: c for c in clauses(rules.values(), sources)}),
    }


def _clauses_of(known: Mapping[str, Clause], rules: Iterable[str]) -> tuple[tuple[Clause, ...], ...]:
    return alike(known[rule] for rule in rules)


def _files(kit: Kit, views: Views, here: str) -> Iterator[ShownFile]:
    for deck in kit.decks:
        length = deck.telling.length
        about = f"网页，{length} 分钟，{len(deck.slides)} 张"
        href = relative(f"{slides_path(kit)}#{length}", here)
        yield ShownFile("presentation", "放映", about, href, "", length)
    for file in kit_files(kit, views):
        yield _file(file, kit.lesson.occasion, here)


def _file(file: KitFile, occasion: str, here: str) -> ShownFile:
    kind = file.path.rpartition("/")[2].partition(".")[0].removesuffix(f"-{file.length}")
    sign, title, about = _KINDS[kind]
    words = f"{about}，{file.length} 分钟" if file.length else about
    name = f"{occasion}-{file.name.partition('-')[2]}"
    return ShownFile(sign, title, words, relative(file.path, here), name, file.length)
