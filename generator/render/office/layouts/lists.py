"""Lists of a paper as tables."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.derive.document_lines import Line
from generator.render.office.columns import share, size_for
from generator.render.office.docx import Cell, Paper, Row
from generator.render.office.filling import Filling, Use, list_rows
from generator.render.office.values import width

_SHORT = 8
_WHOLE = 120.0
_NUMBER = 900
_KEPT = 2


@dataclass(frozen=True, slots=True)
class ListLook:
    """How a list is set."""

    least: int
    """Empty rows in a blank."""
    numbered: bool = False
    """Whether a first column numbers the rows."""
    height: float = 26
    """Least height of a row in points."""
    size: float = 0
    """Size of type in points; what fits where not given."""
    keep: bool = False
    """Whether its last rows stay on one page with what follows."""


def list_table(paper: Paper, filling: Filling, line: Line, look: ListLook) -> None:
    """A list of rows with its columns' names above, printed again on every page."""
    numbered, height = look.numbered, look.height
    columns = ("序号", *line.columns) if numbered else line.columns
    rows = filling.rows(line, look.least)
    if numbered:
        rows = [[filling.number(line, i), *row] for i, row in enumerate(rows, start=1)]
    examples = list_rows(filling.field(line.body[0].field).example or "", len(line.columns))
    told = [["1", *row] for row in examples] if numbered else examples
    seen = rows if filling.use is Use.SAMPLE else told
    size = look.size or size_for(columns, seen, paper.page.width)
    widths = _widths(columns, seen, paper.page.width, size, numbered=numbered)
    centred = _centred(columns, seen)
    body = [
        Row(
            [Cell(text, align="center" if mid else "left") for text, mid in zip(row, centred, strict=True)],
            height=height,
            whole=filling.use is not Use.FORM and all(width(text) < _WHOLE for text in row),
        )
        for row in rows
    ]
    if look.keep:
        body[-_KEPT:] = [replace(row, keep_next=True) for row in body[-_KEPT:]]
    paper.table(
        widths, [Row([Cell(name, head=True) for name in columns], repeat=True, height=height), *body], size=size
    )


def _widths(
    columns: tuple[str, ...], rows: list[list[str]], whole: int, size: float, *, numbered: bool
) -> tuple[int, ...]:
    if not numbered:
        return share(columns, rows, whole, size)
    return (_NUMBER, *share(columns[1:], [row[1:] for row in rows], whole - _NUMBER, size))


def _centred(columns: tuple[str, ...], rows: list[list[str]]) -> list[bool]:
    """Columns of short entries are centred, those of sentences are not."""
    return [all(width(row[i]) <= _SHORT for row in rows) for i in range(len(columns))]
