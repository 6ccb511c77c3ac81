"""What a Word file is put together from: words, paragraphs' shapes, cells and rows, all plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one look; what is not given is the paragraph style's."""

    text: str
    """The words."""
    font: str = ""
    """East Asian font, by name."""
    size: float = 0
    """Size in points."""
    bold: bool = False
    """Whether bold."""
    underline: bool = False
    """Whether underlined."""
    colour: str = ""
    """Colour as RRGGBB."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph differs from its style; widths in characters of running text, heights in points."""

    align: str = ""
    """left, center, right or both."""
    first: float = 0
    """Indent of the first line."""
    left: float = 0
    """Left indent."""
    hanging: float = 0
    """How far the first line hangs out to the left."""
    right: float | str = 0
    """Right indent; words stand for a value that is filled in later."""
    before: float = 0
    """Space above."""
    after: float = 0
    """Space below."""
    line: float = 0
    """Exact pitch of lines."""
    keep_next: bool = False
    """Whether it stays on one page with what follows."""
    new_page: bool = False
    """Whether it begins a page."""
    new_column: bool = False
    """Whether it begins a column of the page."""
    tabs: tuple[float, ...] = ()
    """Left tab stops."""
    right_tab: float = 0
    """A tab stop that text ends at."""
    rule: str = ""
    """Colour of a line below, as RRGGBB."""


PLAIN: Final = Shape()
"""As the style has it."""
INDENTED: Final = Shape(first=2)
"""Running text: two characters in."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    runs: Sequence[Run | str] | str = ()
    """Its words; a line break begins a new paragraph."""
    span: int = 1
    """How many columns it takes."""
    align: str = ""
    """left, center or right."""
    head: bool = False
    """Whether it names what stands beside or below it."""
    top: bool = False
    """Whether its words begin at the top instead of standing in the middle."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: Sequence[Cell]
    """Cells from left to right."""
    repeat: bool = False
    """Whether it is printed again on every page the table runs over."""
    height: float = 0
    """Least height in points."""
    whole: bool = True
    """Whether it stays on one page; only for rows well below a page."""
    keep_next: bool = False
    """Whether it stays on one page with what follows."""
