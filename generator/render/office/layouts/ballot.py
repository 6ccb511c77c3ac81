"""Ballots: slips of half a sheet, side by side, to be cut apart; never numbered."""

from __future__ import annotations

import re
from typing import Final

from generator.derive.document_lines import Line, LineKind
from generator.render.office import fonts
from generator.render.office.docx import Paper, Run, Shape
from generator.render.office.filling import Filling, list_rows
from generator.render.office.layouts.lists import ListLook, list_table

_TITLE: Final = 20.0
_MARKED_ROW: Final = 27.0
_NOTE: Final = re.compile(r"\d+\.")


def write_ballot(paper: Paper, filling: Filling) -> None:
    """Write the same slip in every column of the sheet."""
    for column in range(paper.page.columns):
        for i, line in enumerate(filling.paper.lines):
            _write(paper, filling, line, new_column=bool(column) and i == 0)


def _write(paper: Paper, filling: Filling, line: Line, *, new_column: bool) -> None:
    if line.kind is LineKind.TITLE:
        looked = [Run(run.text, fonts.TITLE, _TITLE, underline=run.underline) for run in filling.words(line.body)]
        paper.paragraph(looked, "Title", Shape(after=2, new_column=new_column))
    elif line.kind is LineKind.TABLE:
        rows = list_rows(filling.field(line.body[0].field).example or "", len(line.columns))
        paper.space(6)
        list_table(paper, filling, line, ListLook(max(1, len(rows)), height=_MARKED_ROW, size=fonts.SIZE_4))
        paper.space(4)
    elif line.kind in (LineKind.DATE, LineKind.REMARK):
        paper.paragraph(_sized(filling, line, fonts.SIZE_SMALL_4), "Cell", Shape(align="right", right=2, before=4))
    elif _NOTE.match(line.body[0].text if line.body else ""):
        _note(paper, filling, line)
    else:
        paper.paragraph(_sized(filling, line, fonts.SIZE_4), "Cell", Shape(before=4, line=24))


def _sized(filling: Filling, line: Line, size: float) -> list[Run]:
    words = filling.words([*line.head, *line.body])
    return [Run(run.text, run.font, size, underline=run.underline) for run in words]


def _note(paper: Paper, filling: Filling, line: Line) -> None:
    paper.paragraph(_sized(filling, line, fonts.SIZE_5), "Cell", Shape(line=16))
