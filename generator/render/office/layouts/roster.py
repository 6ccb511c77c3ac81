"""Rosters: what they are about on a line, then one long table, then totals and signatures on lines."""

from __future__ import annotations

from typing import Final

from generator.derive.document_lines import Line, LineKind
from generator.model.document import FieldType
from generator.render.office import fonts
from generator.render.office.docx import Paper, Run, Shape
from generator.render.office.filling import Filling
from generator.render.office.layouts.lists import ListLook, list_table
from generator.render.office.layouts.title import write_title
from generator.render.office.values import width

_GAP: Final = "　　　"
_ROWS: Final = 9
_PER_POINT: Final = 20


def write_roster(paper: Paper, filling: Filling) -> None:
    """Write facts side by side above a table with empty rows to fill in."""
    gathered: list[Line] = []
    for i, line in enumerate(filling.paper.lines):
        if line.kind is LineKind.ROW:
            gathered.append(line)
            continue
        _lines(paper, filling, gathered)
        gathered = []
        if line.kind is LineKind.TITLE:
            write_title(paper, filling, line)
            paper.space(8)
        elif line.kind in (LineKind.TABLE, LineKind.ITEMS):
            numbered = line.kind is LineKind.ITEMS
            list_table(paper, filling, line, ListLook(_ROWS, numbered=numbered))
            paper.space(6)
        else:
            _words(paper, filling, line, before=i)
    _lines(paper, filling, gathered)


def _words(paper: Paper, filling: Filling, line: Line, *, before: int) -> None:
    heading = line.kind in (LineKind.HEADING1, LineKind.CAPTION)
    font = fonts.HEI if heading else ""
    runs = filling.words([*line.head, *line.body], font=font)
    paper.paragraph(runs, "Cell", Shape(before=6 if before else 0, after=3, keep_next=heading))


def _lines(paper: Paper, filling: Filling, rows: list[Line]) -> None:
    """Labels and values side by side, as many as fit a line."""
    room = paper.page.width / (_PER_POINT * fonts.SIZE_SMALL_4)
    runs: list[Run] = []
    used = 0.0
    for line in rows:
        own = [*filling.words(line.head), *filling.words(line.body)]
        need = _room(filling, line)
        if runs and used + need > room:
            paper.paragraph(runs, "Cell", Shape(after=3))
            runs, used = [], 0.0
        runs += [Run(_GAP), *own] if runs else own
        used += need
    if runs:
        paper.paragraph(runs, "Cell", Shape(after=3))


def _room(filling: Filling, line: Line) -> float:
    """Characters a label with its value takes; an optional one has a line of its own."""
    field = filling.field(line.fields[0])
    if line.optional or field.type is FieldType.PARAGRAPH:
        return 1000.0
    return width(line.head[0].text) + max(8.0, width(field.example or "")) + len(_GAP)
