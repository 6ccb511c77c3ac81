"""A Word file written piece by piece: paragraphs and tables of plain values, then bytes that repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.render.office import fonts
from generator.render.office.archive import pack
from generator.render.office.base import LINE, base_parts, core_part, linked_parts, part, text_part
from generator.render.office.elements import paragraphs, table
from generator.render.office.page import OFFICIAL, Numbers, PageSetup, Story, section, stories
from generator.render.office.pieces import INDENTED, PLAIN, Cell, Row, Run, Shape
from generator.render.office.values import clean

__all__ = ["INDENTED", "PLAIN", "Cell", "Paper", "Row", "Run", "Shape"]

_LONGEST_TITLE = 200
_FIRST_STORY = 4


class Paper:
    """One Word file, filled from top to bottom."""

    def __init__(self, title: str, page: PageSetup = OFFICIAL, *, mark: str = "") -> None:
        """`mark` is printed at the head of every page, outside the paper's text."""
        self._title = clean(title)[:_LONGEST_TITLE]
        self._stories = tuple(_named(stories(page, clean(mark))))
        self._blocks: list[str] = []
        self.page = page
        """Size, margins and page numbers."""

    def paragraph(self, text: str | Sequence[Run | str], style: str = "Normal", shape: Shape = INDENTED) -> None:
        """A paragraph, or one for each line of the text. Styles: Normal, Title, Heading1, Heading2, Cell."""
        self._blocks += paragraphs(text, style, shape)

    def space(self, points: float = LINE / 20) -> None:
        """An empty line."""
        self.paragraph("", shape=Shape(line=points))

    def table(self, widths: Sequence[int], rows: Iterable[Row], *, size: float = fonts.SIZE_SMALL_4) -> None:
        """A table with lines, centred; widths of its columns in twips."""
        self._blocks.append(table(widths, rows, size))

    def data(self) -> bytes:
        """The finished file."""
        self._end_flat()
        links = [(story, f"rId{i}") for i, (_, story) in enumerate(self._stories, _FIRST_STORY)]
        return pack(
            {
                **base_parts(two_sided=self.page.numbers is Numbers.OUTSIDE),
                **linked_parts(tuple(name for name, _ in self._stories)),
                **{f"word/{name}.xml": part(story.xml) for name, story in self._stories},
                "docProps/core.xml": core_part(self._title),
                "word/document.xml": text_part("".join(self._blocks) + section(self.page, links)),
            }
        )

    def _end_flat(self) -> None:
        """End on a paragraph, as Word needs it after a table, and on one too flat for a page of its own."""
        if self._blocks and self._blocks[-1].startswith("<w:p>") and "<w:t " not in self._blocks[-1]:
            self._blocks.pop()
        if self._blocks and self._blocks[-1].startswith("<w:tbl>"):
            self.space(1)


def _named(found: Iterable[Story]) -> Iterator[tuple[str, Story]]:
    """Heads and feet with the names of their parts: header1, footer1, footer2."""
    counted = {"header": 0, "footer": 0}
    for story in found:
        counted[story.kind] += 1
        yield f"{story.kind}{counted[story.kind]}", story
