"""The slides of a lesson in the browser: one page that holds every length, on screen, as notes and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.derive.lessons.clauses import Clause
from generator.derive.lessons.deck import Deck, Key, Slide
from generator.derive.lessons.kits import Kit
from generator.derive.views import Views
from generator.render.context import Context, environment
from generator.render.lesson_files import archive_name, edition_of
from generator.render.lesson_notes import basis_line
from generator.render.office.slide_fit import broken, inset, pages_of, size_for
from generator.render.office.slide_layouts import BY_KIND, Place, Shape, SlideLayout
from generator.render.office.slides import words_of
from generator.render.planner_data import compact


@dataclass(frozen=True, slots=True)
class Shown:
    """A place of a slide with its words."""

    place: Place
    """The place."""
    lines: tuple[str, ...]
    """Its paragraphs."""
    size: float
    """Size of type in points of a slide 960 points wide."""
    inset: float
    """Points left free on the right."""
    stressed: tuple[str, ...]
    """Words to stress."""
    later: bool
    """Whether it is shown only on a further step."""

    @property
    def style(self) -> str:
        """Where it stands and how it looks, as CSS variables."""
        left, top, width, height = self.place.box
        align = {"l": "left", "ctr": "center", "r": "right"}[self.place.align]
        return (
            f"--x:{left:g};--y:{top:g};--w:{width - self.inset:g};--h:{height:g};--s:{self.size:g};"
            f"--c:#{self.place.colour};text-align:{align}"
        )

    @property
    def html(self) -> tuple[Markup, ...]:
        """Its paragraphs with the stressed words marked."""
        return tuple(stressed_html(broken(self.place, line, self.size), self.stressed) for line in self.lines)


@dataclass(frozen=True, slots=True)
class ShownSlide:
    """One slide of the page."""

    slide: Slide
    """What it shows, in the words of the longest lesson that has it."""
    layout: SlideLayout
    """How it looks."""
    places: tuple[Shown, ...]
    """Its filled places."""
    lengths: tuple[int, ...]
    """Lengths it is shown at."""

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """What stands still."""
        return self.layout.shapes

    @property
    def basis(self) -> tuple[Clause, ...]:
        """Clauses it rests on."""
        return self.slide.basis


def shape_style(shape: Shape) -> str:
    """Where a still shape stands and how it looks, as CSS variables."""
    left, top, width, height = shape.box
    ground = f"#{shape.fill}" if shape.fill else "transparent"
    return f"--x:{left:g};--y:{top:g};--w:{width:g};--h:{height:g};--s:{shape.size:g};--c:#{shape.colour};--g:{ground}"


def stressed_html(line: str, words: tuple[str, ...]) -> Markup:
    """A line with some of its words stressed."""
    if not words:
        return Markup("<br>").join(line.split("\n"))
    pieces = re.split("(" + "|".join(map(re.escape, words)) + ")", line)
    return Markup("").join(
        Markup("<em>{}</em>").format(piece) if piece in words else escape(piece) for piece in pieces if piece
    )


def slides_path(kit: Kit) -> str:
    """Where the slides of a kit are."""
    return f"lessons/{kit.lesson.id}/slides.html"


def slides_files(views: Views) -> dict[str, str]:
    """Path → page of slides, for every kit."""
    return {slides_path(kit): slides_page(kit, views) for kit in views.kits.values()}


def slides_page(kit: Kit, views: Views) -> str:
    """The page of slides of a kit."""
    return (
        environment()
        .get_template("slides.html.jinja")
        .render(
            p=Context(views, slides_path(kit)),
            lesson=kit.lesson,
            slides=shown_slides(kit, edition_of(views)),
            lengths=[telling.length for telling in kit.tellings],
            timing=compact(_timing(kit)),
            basis_line=basis_line,
            shape_style=shape_style,
            file=archive_name(kit),
        )
    )


def shown_slides(kit: Kit, edition: str) -> tuple[ShownSlide, ...]:
    """Every slide of every length once, in order, with the lengths it is shown and spoken to alike at."""
    found: dict[tuple[Key, int, tuple[tuple[str, ...], ...], tuple[str, ...]], ShownSlide] = {}
    for deck in kit.decks:
        for slide in deck.slides:
            for page, places in enumerate(_pages(deck, slide, edition)):
                key = (slide.key, page, tuple(shown.lines for shown in places), slide.say)
                before = found[key].lengths if key in found else ()
                found[key] = ShownSlide(slide, BY_KIND[slide.kind], places, (*before, deck.telling.length))
    return tuple(found[key] for key in sorted(found, key=lambda key: (key[0], key[1])))


def _pages(deck: Deck, slide: Slide, edition: str) -> Iterator[tuple[Shown, ...]]:
    layout = BY_KIND[slide.kind]
    for words in pages_of(slide.kind, words_of(deck, slide, edition)):
        yield tuple(_shown(slide, layout, place, words[place.index]) for place in layout.places)


def _shown(slide: Slide, layout: SlideLayout, place: Place, lines: tuple[str, ...]) -> Shown:
    size = size_for(place, lines)
    stressed = slide.stressed if place.index == 0 else ()
    return Shown(place, lines, size, inset(place, lines, size), stressed, place.index == layout.hidden_first)


def _timing(kit: Kit) -> dict[str, list[dict[str, object]]]:
    """Length → its parts: place in the outline, first and last minute, title."""
    return {
        str(telling.length): [
            {"part": part.place, "start": part.start, "end": part.end, "title": part.title} for part in telling.parts
        ]
        for telling in kit.tellings
    }
