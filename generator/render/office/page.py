"""Sheets: size, margins, grid of lines, header and page numbers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from generator.render.office.base import LINE

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


def set_page(document: Document, page: PageSetup) -> None:
    """Give the only section its sheet."""
    section = document.element.body.sectPr
    wide, high = (_LONG, _SHORT) if page.landscape else (_SHORT, _LONG)
    size = _element("w:pgSz", w=twips(wide), h=twips(high))
    if page.landscape:
        size.set(qn("w:orient"), "landscape")
    margins = _element(
        "w:pgMar",
        top=twips(page.top),
        right=twips(page.right),
        bottom=twips(page.bottom),
        left=twips(page.left),
        header=twips(page.top * 0.55),
        footer=_footer_distance(page),
        gutter=0,
    )
    columns = _element("w:cols", space=_GAP if page.columns > 1 else 425)
    if page.columns > 1:
        columns.set(qn("w:num"), str(page.columns))
        columns.set(qn("w:sep"), "1")
    grid = _element("w:docGrid", type="lines", linePitch=LINE)
    for element in (size, margins, columns, grid):
        section.append(element)


def add_header(document: Document, text: str) -> None:
    """Print a line at the head of every page."""
    paragraph = document.sections[0].header.paragraphs[0]
    document.sections[0].header.is_linked_to_previous = False
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.style = document.styles["Header"]
    _words(paragraph._p, text)


def add_page_numbers(document: Document, numbers: Numbers) -> None:
    """Print page numbers between dashes."""
    section = document.sections[0]
    if numbers is Numbers.NONE:
        return
    if numbers is Numbers.CENTRED:
        _number(document, section.footer, "center", "")
        return
    document.settings.odd_and_even_pages_header_footer = True
    _number(document, section.footer, "right", "right")
    _number(document, section.even_page_footer, "left", "left")
    if not section.header.is_linked_to_previous:
        text = section.header.paragraphs[0].text
        section.even_page_header.is_linked_to_previous = False
        paragraph = section.even_page_header.paragraphs[0]
        paragraph.style = document.styles["Header"]
        _words(paragraph._p, text)


def _number(document: Document, footer: Any, align: str, side: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    properties = paragraph._p.get_or_add_pPr()
    properties.append(_element("w:jc", val=align))
    if side:
        properties.append(_element("w:ind", **{f"{side}Chars": 100, side: 280}))
    _words(paragraph._p, "— ")
    for kind, text in (("begin", ""), ("", " PAGE "), ("separate", ""), ("", "1"), ("end", "")):
        run = _run(paragraph._p)
        if kind:
            run.append(_element("w:fldChar", fldCharType=kind))
        else:
            run.append(_text("w:t" if text == "1" else "w:instrText", text))
    _words(paragraph._p, " —")


def _footer_distance(page: PageSetup) -> int:
    return twips(25) if page.numbers is Numbers.OUTSIDE else twips(page.bottom * 0.55)


def _words(paragraph: Any, text: str) -> None:
    _run(paragraph).append(_text("w:t", text))


def _run(paragraph: Any) -> Any:
    run = _element("w:r")
    look = _element("w:rPr")
    look.append(_element("w:rFonts", hint="eastAsia"))
    run.append(look)
    paragraph.append(run)
    return run


def _text(name: str, text: str) -> Any:
    element = _element(name)
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def _element(name: str, **attributes: object) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
