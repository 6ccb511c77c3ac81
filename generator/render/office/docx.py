"""A Word file written piece by piece: paragraphs and tables of plain values, then bytes that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from generator.render.office import fonts
from generator.render.office.archive import repack
from generator.render.office.base import LINE, base_package
from generator.render.office.elements import paragraphs, table
from generator.render.office.order import put_in_order
from generator.render.office.page import OFFICIAL, PageSetup, add_header, add_page_numbers, set_page
from generator.render.office.pieces import INDENTED, PLAIN, Cell, Row, Run, Shape
from generator.render.office.values import clean

__all__ = ["INDENTED", "PLAIN", "Cell", "Paper", "Row", "Run", "Shape"]

_MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


class Paper:
    """One Word file, filled from top to bottom."""

    def __init__(self, title: str, page: PageSetup = OFFICIAL, *, mark: str = "") -> None:
        """`mark` is printed at the head of every page, outside the paper's text."""
        self._document = Document(BytesIO(_empty(page, clean(mark))))
        self._document.core_properties.title = clean(title)[:200]
        self._body = self._document.element.body
        self._end = self._body.sectPr
        self.page = page
        """Size, margins and page numbers."""

    def paragraph(self, text: str | Sequence[Run | str], style: str = "Normal", shape: Shape = INDENTED) -> None:
        """A paragraph, or one for each line of the text. Styles: Normal, Title, Heading1, Heading2, Cell."""
        for element in paragraphs(text, style, shape):
            self._end.addprevious(element)

    def space(self, points: float = LINE / 20) -> None:
        """An empty line."""
        self.paragraph("", shape=Shape(line=points))

    def table(self, widths: Sequence[int], rows: Iterable[Row], *, size: float = fonts.SIZE_SMALL_4) -> None:
        """A table with lines, centred; widths of its columns in twips."""
        self._end.addprevious(table(widths, rows, size))

    def data(self) -> bytes:
        """The finished file."""
        self._end_flat()
        properties = self._document.core_properties
        properties.created = properties.modified = _MADE
        for root in (self._document.element, *(part.element for part in self._stories())):
            put_in_order(root)
        raw = BytesIO()
        self._document.save(raw)
        return repack(raw.getvalue())

    def _end_flat(self) -> None:
        """End on a paragraph, as Word needs it after a table, and on one too flat for a page of its own."""
        last = self._end.getprevious()
        if last is not None and last.tag == qn("w:p") and not "".join(last.itertext()):
            self._body.remove(last)
            last = self._end.getprevious()
        if last is not None and last.tag == qn("w:tbl"):
            self.space(1)

    def _stories(self) -> Iterable[Any]:
        section = self._document.sections[0]
        for story in (section.header, section.even_page_header, section.footer, section.even_page_footer):
            if not story.is_linked_to_previous:
                yield story.part


@cache
def _empty(page: PageSetup, mark: str) -> bytes:
    """A file without text: its sheet, and what stands at the head and foot of every page."""
    document = Document(BytesIO(base_package()))
    set_page(document, page)
    if mark:
        add_header(document, mark)
    add_page_numbers(document, page.numbers)
    data = BytesIO()
    document.save(data)
    return data.getvalue()
