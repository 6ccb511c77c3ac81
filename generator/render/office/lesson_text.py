"""What the Word files of a lesson are written with: title, headings, points with their basis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.render.office import fonts
from generator.render.office.docx import Cell, Paper, Row, Run, Shape
from generator.render.office.layouts.title import title_lines

SIZE: Final = 14.0
"""Size of what is read aloud."""
_LINE: Final = 25.0
_GREY: Final = "595959"


def write_title(paper: Paper, title: str, kind: str) -> None:
    """The topic, and below it what kind of paper this is."""
    for line in title_lines(title, 17):
        paper.paragraph(line, "Title", Shape(align="center", line=36))
    paper.paragraph([Run(kind, font=fonts.KAI, size=fonts.SIZE_3)], "Cell", Shape(align="center", line=30, after=8))


def write_facts(paper: Paper, facts: Iterable[tuple[str, str]]) -> None:
    """Facts in a table, two on a row; a long one takes the row."""
    name, value = 1350, (paper.page.width - 2 * 1350) // 2
    rows: list[Row] = []
    waiting: list[Cell] = []
    for label, text in facts:
        if len(text) > 11:
            rows += [Row([*waiting, Cell("", head=True), Cell("")], height=26)] if waiting else []
            waiting = []
            rows.append(Row([Cell(label, head=True), Cell(text, span=3)], height=26))
        else:
            waiting += [Cell(label, head=True), Cell(text)]
            if len(waiting) == 4:
                rows.append(Row(waiting, height=26))
                waiting = []
    if waiting:
        rows.append(Row([*waiting, Cell("", head=True), Cell("")], height=26))
    paper.table([name, value, name, paper.page.width - 2 * name - value], rows)


def write_heading(paper: Paper, text: str) -> None:
    """A heading of the first level."""
    paper.paragraph(
        [Run(text, font=fonts.HEI, size=fonts.SIZE_3)], "Heading1", Shape(before=12, after=3, line=28, keep_next=True)
    )


def write_subheading(paper: Paper, text: str, minutes: str = "") -> None:
    """A heading of the second level, its minutes at the right."""
    runs = [
        Run(text, font=fonts.KAI, size=15, bold=True),
        *([Run(f"\t{minutes}", font=fonts.KAI, size=13)] if minutes else []),
    ]
    right = paper.page.width / 315
    paper.paragraph(runs, "Heading2", Shape(before=9, after=3, line=26, keep_next=True, right_tab=right, rule="B08D3C"))


def write_lines(paper: Paper, lines: Iterable[str], *, numbered: bool = True) -> None:
    """Items, numbered or plain."""
    for i, line in enumerate(lines, 1):
        text = f"{i}．{line}" if numbered else line
        paper.paragraph([Run(text, size=SIZE)], "Normal", Shape(line=_LINE, left=2, hanging=2 if numbered else 0))


def write_text(paper: Paper, lead: str, text: str) -> None:
    """A paragraph with words in 黑体 before it."""
    runs = [*([Run(lead, font=fonts.HEI, size=SIZE)] if lead else []), Run(text, size=SIZE)]
    paper.paragraph(runs, "Normal", Shape(line=_LINE, first=2))


def write_hint(paper: Paper, text: str) -> None:
    """What the speaker may add, in 楷体."""
    paper.paragraph([Run(text, font=fonts.KAI, size=13)], "Normal", Shape(line=23, left=2))


def write_basis(paper: Paper, words: str, *, left: float = 2) -> None:
    """What something rests on, small."""
    paper.paragraph(
        [Run(f"依据：{words}", size=fonts.SIZE_5, colour=_GREY)], "Normal", Shape(line=18, left=left, after=4)
    )
