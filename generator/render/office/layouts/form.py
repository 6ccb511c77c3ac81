"""Forms, records and rosters: labels and values in one ruled grid, lists as tables of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from generator.derive.document_lines import Line, LineKind
from generator.model.document import FieldType
from generator.render.office import fonts
from generator.render.office.docx import Cell, Paper, Row, Run, Shape
from generator.render.office.filling import Filling, Use, fits_line, list_rows
from generator.render.office.layouts.lists import ListLook, list_table
from generator.render.office.layouts.title import write_title
from generator.render.office.values import width

_SHARES: Final = (21, 31, 19, 29)
SHORT: Final = 14.0
"""Characters up to which a label and its value share a line with others."""
_ROW: Final = 28.0
_TALL: Final = 56.0
_TALL_IN_LISTS: Final = 92.0
_TALLEST: Final = 190.0
_TITLE_ROOM: Final = 60.0
_SIGNED: Final = 36.0
_PAGE_OF_CELL: Final = 400
_FEWEST_ROWS: Final = 4
_MOST_ROWS: Final = 12
_PAGE_OF_ROWS: Final = 16
_GRID = (LineKind.ROW, LineKind.HAND, LineKind.HAND_DATE)


class Form:
    """One form being written; rows of labels and values are gathered until a list or text parts them."""

    def __init__(self, paper: Paper, filling: Filling) -> None:
        self._paper = paper
        self._filling = filling
        self._lines = filling.paper.lines
        self._rows: list[Row] = []
        self._half: tuple[Cell, Cell] | None = None
        self._tall = self._share_of_page() if filling.use is Use.BLANK else _TALL
        self._at = 0
        self._write: dict[LineKind, Callable[[Line], None]] = {
            LineKind.TITLE: self._title,
            LineKind.HEADING1: self._heading,
            LineKind.CAPTION: self._heading,
            LineKind.HEADING2: self._row,
            LineKind.ROW: self._row,
            LineKind.HAND: self._hand,
            LineKind.HAND_DATE: self._hand_date,
            LineKind.DATE: self._date,
            LineKind.TABLE: self._list,
            LineKind.ITEMS: self._list,
        }

    def write(self) -> None:
        """Write every line."""
        for i, line in enumerate(self._lines):
            self._at = i
            self._write.get(line.kind, self._text)(line)
        self._close()

    def _share_of_page(self) -> float:
        """Height of the cells for long text in a blank: together they fill the page."""
        kinds = [line.kind for line in self._lines]
        if LineKind.TABLE in kinds or LineKind.ITEMS in kinds:
            return _TALL_IN_LISTS
        tall = sum(self._is_tall(i) for i in range(len(kinds))) or 1
        inside = sum(self._is_value(i) for i in range(1, len(kinds)))
        room = self._paper.page.height / 20 - _TITLE_ROOM - (len(kinds) - tall - inside) * _ROW
        return max(_TALL, min(_TALLEST, room / tall))

    def _is_tall(self, i: int) -> bool:
        line = self._lines[i]
        if line.kind is LineKind.HAND:
            return line.head[0].text.endswith("意见：")
        long = any(self._filling.field(name).type is FieldType.PARAGRAPH for name in line.fields)
        return self._is_value(i) or (long and line.kind in (LineKind.ROW, LineKind.HEADING2))

    def _next(self, i: int) -> LineKind | None:
        return self._lines[i + 1].kind if i + 1 < len(self._lines) else None

    def _title(self, line: Line) -> None:
        i = self._at
        self._close()
        again = i > 0 and self._lines[i - 1].kind is not LineKind.TITLE
        write_title(self._paper, self._filling, line, new_page=again)
        if self._next(i) is not LineKind.TITLE:
            self._paper.space(8)

    def _heading(self, line: Line) -> None:
        i = self._at
        words = self._filling.words(line.head or line.body)
        if self._next(i) is LineKind.HEADING2:
            self._full([Run(run.text, font=fonts.HEI) for run in words])
        elif not self._is_value(i + 1):
            self._caption(words)

    def _is_value(self, i: int) -> bool:
        """Whether the line is a field alone, which takes its heading into its own cell."""
        line = self._lines[i] if i < len(self._lines) else None
        return line is not None and line.kind is LineKind.TEXT and len(line.body) == 1 and bool(line.fields)

    def _head(self, i: int) -> list[Run]:
        before = self._lines[i - 1]
        if before.kind not in (LineKind.HEADING1, LineKind.CAPTION):
            return []
        return [Run("".join(piece.text for piece in before.head or before.body) + "\n", font=fonts.HEI)]

    def _caption(self, words: list[Run]) -> None:
        self._close()
        looked = [Run(run.text, font=fonts.HEI) for run in words]
        self._paper.paragraph(looked, "Cell", Shape(before=8, after=3, keep_next=True))

    def _row(self, line: Line) -> None:
        i = self._at
        label = Cell(self._label(line), head=True)
        value = Cell(self._filling.words(line.body, cell=True) if line.body else "")
        short = fits_line(line, self._filling, SHORT)
        self._pair(label, value, short=short, height=self._tall if self._is_tall(i) else _ROW)

    def _label(self, line: Line) -> str:
        return "".join(piece.text for piece in line.head).rstrip("：。")

    def _hand(self, line: Line) -> None:
        i = self._at
        tall = self._is_tall(i)
        label = Cell(self._label(line), head=True)
        self._pair(label, Cell(""), short=not tall, height=self._tall if tall else _SIGNED)

    def _hand_date(self, _line: Line) -> None:
        self._full([Run("　　　　年　　月　　日　　")], align="right")

    def _date(self, line: Line) -> None:
        words = [*self._filling.words(line.body, cell=True), Run("　　")]
        if self._rows or self._half:
            self._full(words, align="right")
        else:
            self._paper.paragraph(words, "Cell", Shape(align="right", before=6))

    def _text(self, line: Line) -> None:
        i = self._at
        words = self._filling.words(line.body, cell=True)
        if self._is_value(i):
            self._full([*self._head(i), *words], height=self._tall, top=True)
        elif self._rows and self._next(i) in _GRID:
            self._full(words)
        else:
            self._close()
            self._paper.paragraph(self._filling.words(line.body), "Cell", Shape(first=2, before=3, after=3))

    def _list(self, line: Line) -> None:
        self._close()
        least = _PAGE_OF_ROWS if self._on_own_page() else self._room_for(line)
        list_table(self._paper, self._filling, line, ListLook(least, numbered=line.kind is LineKind.ITEMS))
        self._paper.space(6)

    def _on_own_page(self) -> bool:
        """Whether the list has a page to itself, under a title of its own."""
        before = [line.kind for line in self._lines[: self._at]]
        title = max((i for i, kind in enumerate(before) if kind is LineKind.TITLE), default=0)
        return title > 1 and not {LineKind.TABLE, LineKind.ITEMS} & set(before[title:])

    def _room_for(self, line: Line) -> int:
        """Empty rows of a blank, by the rows of the example."""
        rows = list_rows(self._filling.field(line.body[0].field).example or "", len(line.columns))
        more = 0 if line.kind is LineKind.ITEMS else 1
        return max(_FEWEST_ROWS, min(_MOST_ROWS, len(rows) + more))

    def _pair(self, label: Cell, value: Cell, *, short: bool, height: float) -> None:
        if not short:
            self._end_half()
            self._rows.append(Row([label, Cell(value.runs, span=3)], height=height, whole=self._whole(value)))
        elif self._half is None:
            self._half = (label, value)
        else:
            whole = self._whole(self._half[1]) and self._whole(value)
            self._rows.append(Row([*self._half, label, value], height=height, whole=whole))
            self._half = None

    def _full(self, words: list[Run], *, height: float = _ROW, align: str = "", top: bool = False) -> None:
        self._end_half()
        cell = Cell(words, span=4, align=align, top=top)
        self._rows.append(Row([cell], height=height, whole=self._whole(cell)))

    def _whole(self, cell: Cell) -> bool:
        text = "".join(run.text if isinstance(run, Run) else run for run in cell.runs)
        return self._filling.use is not Use.FORM and width(text) < _PAGE_OF_CELL and text.count("\n") < 8

    def _end_half(self) -> None:
        if self._half is not None:
            label, value = self._half
            self._rows.append(Row([label, Cell(value.runs, span=3)], height=_ROW, whole=self._whole(value)))
            self._half = None

    def _close(self) -> None:
        """Write the grid gathered so far."""
        self._end_half()
        if self._rows:
            whole = self._paper.page.width
            widths = [whole * part // 100 for part in _SHARES]
            widths[-1] += whole - sum(widths)
            self._paper.table(widths, self._rows)
            self._paper.space(6)
            self._rows = []


def write_form(paper: Paper, filling: Filling) -> None:
    """Write a form or record."""
    Form(paper, filling).write()
