"""Sheets: size, margins, grid of lines, header and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from generator.render.office.base import LINE, W
from generator.render.office.values import escaped

_LONG = 297.0
_SHORT = 210.0


class Numbers(StrEnum):
    """How pages are numbered."""

    OUTSIDE = "outside"
    """As official papers have it: at the outer edge, between dashes."""
    CENTRED = "centred"
    """In the middle, between dashes."""
    NONE = "none"
    """Not at all."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """An A4 sheet; lengths in millimetres."""

    top: float
    """Margin above."""
    bottom: float
    """Margin below."""
    left: float
    """Margin at the left."""
    right: float
    """Margin at the right."""
    landscape: bool = False
    """Whether the long side lies across."""
    columns: int = 1
    """Columns of text, a line between them."""
    numbers: Numbers = Numbers.CENTRED
    """How pages are numbered."""

    @property
    def width(self) -> int:
        """Width of the text in twips, of one column where there are several."""
        whole = twips(_LONG if self.landscape else _SHORT) - twips(self.left) - twips(self.right)
        return (whole - (self.columns - 1) * _GAP) // self.columns

    @property
    def height(self) -> int:
        """Height of the text in twips."""
        return twips(_SHORT if self.landscape else _LONG) - twips(self.top) - twips(self.bottom)


_GAP = 850
OFFICIAL: Final = PageSetup(37, 35, 28, 26, numbers=Numbers.OUTSIDE)
"""GB/T 9704-2012: 156 by 225 millimetres of text."""
FORM: Final = PageSetup(25, 22, 25, 22)
"""Forms and records, with room to bind at the left."""
WIDE: Final = PageSetup(25, 20, 20, 20, landscape=True)
"""Rosters."""
SLIPS: Final = PageSetup(14, 12, 14, 14, landscape=True, columns=2, numbers=Numbers.NONE)
"""Ballots, side by side, to be cut along the line."""


def twips(millimetres: float) -> int:
    """A length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Story:
    """What is printed at the head or foot of pages."""

    kind: str
    """header or footer."""
    pages: str
    """default or even."""
    xml: str
    """Its part."""


def stories(page: PageSetup, mark: str) -> tuple[Story, ...]:
    """Heads and feet of a sheet; `mark` is printed at the head of every page."""
    head = _part("hdr", "Header", "", _words(mark))
    found = [Story("header", "default", head)] if mark else []
    if page.numbers is Numbers.CENTRED:
        found.append(Story("footer", "default", _number('<w:jc w:val="center"/>')))
    elif page.numbers is Numbers.OUTSIDE:
        found.append(Story("footer", "default", _number(_at("right"))))
        found.append(Story("footer", "even", _number(_at("left"))))
        found += [Story("header", "even", head)] if mark else []
    return tuple(found)


def section(page: PageSetup, named: Sequence[tuple[Story, str]]) -> str:
    """The properties of the only section: its sheet, and its heads and feet by the names of their relationships."""
    references = "".join(
        f'<w:{story.kind}Reference w:type="{story.pages}" r:id="{name}"/>'
        for story, name in sorted(named, key=lambda one: (one[0].kind != "header", one[0].pages))
    )
    return f"<w:sectPr>{references}{_sheet(page)}</w:sectPr>"


@cache
def _sheet(page: PageSetup) -> str:
    wide, high = (_LONG, _SHORT) if page.landscape else (_SHORT, _LONG)
    lying = ' w:orient="landscape"' if page.landscape else ""
    several = f' w:num="{page.columns}" w:sep="1"' if page.columns > 1 else ""
    return (
        f'<w:pgSz w:w="{twips(wide)}" w:h="{twips(high)}"{lying}/><w:pgMar w:top="{twips(page.top)}" '
        f'w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}" w:left="{twips(page.left)}" '
        f'w:header="{twips(page.top * 0.55)}" w:footer="{_footer_distance(page)}" w:gutter="0"/>'
        f'<w:cols w:space="{_GAP if page.columns > 1 else 425}"{several}/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/>'
    )


def _at(side: str) -> str:
    """At the outer edge, a character in."""
    return f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/>'


def _number(place: str) -> str:
    """A foot with the number of the page between dashes."""
    pieces = (
        _text("— "),
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        _text("1"),
        '<w:fldChar w:fldCharType="end"/>',
        _text(" —"),
    )
    return _part("ftr", "Footer", place, "".join(map(_run, pieces)))


def _footer_distance(page: PageSetup) -> int:
    return twips(25) if page.numbers is Numbers.OUTSIDE else twips(page.bottom * 0.55)


def _part(name: str, style: str, place: str, runs: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>'
    return f'<w:{name} xmlns:w="{W}"><w:p>{look}{runs}</w:p></w:{name}>'


def _words(text: str) -> str:
    return _run(_text(text))


def _run(content: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escaped(text)}</w:t>'
