"""Letters, notices and running papers after GB/T 9704-2012, without a red head."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from generator.derive.document_lines import Line, LineKind
from generator.model.document import Layout
from generator.render.office import fonts
from generator.render.office.docx import PLAIN, Paper, Run, Shape
from generator.render.office.filling import Filling, Use
from generator.render.office.layouts.lists import ListLook, list_table
from generator.render.office.layouts.title import write_title

_CLOSING = "落款"
_RED: Final = "C00000"
_LEAST_ROWS = 3
_LEAST_NAMES = 2
_GAP_ABOVE_SEAL = 2
_ROOM_FOR_HAND = 2


class Letter:
    """One letter being written."""

    def __init__(self, paper: Paper, filling: Filling) -> None:
        self._paper = paper
        self._filling = filling
        self._lines = [line for line in filling.paper.lines if not filling.omits(line)]
        self._at = 0
        self._write: dict[LineKind, Callable[[Line], None]] = {
            LineKind.MASTHEAD: self._masthead,
            LineKind.IMPRINT: self._imprint,
            LineKind.TITLE: self._title,
            LineKind.ADDRESSEE: self._addressee,
            LineKind.HEADING1: self._heading,
            LineKind.HEADING2: self._heading,
            LineKind.ROW: self._row,
            LineKind.TABLE: self._table,
            LineKind.ITEMS: self._items,
            LineKind.ATTACHMENTS: self._attachments,
            LineKind.SIGNATURE: self._signature,
            LineKind.DATE: self._date,
            LineKind.REMARK: self._remark,
            LineKind.HAND: self._hand,
            LineKind.HAND_DATE: self._hand_date,
        }

    def write(self) -> None:
        """Write every line."""
        for i, line in enumerate(self._lines):
            self._at = i
            self._write.get(line.kind, self._text)(line)

    def _kind(self, i: int) -> LineKind | None:
        return self._lines[i].kind if 0 <= i < len(self._lines) else None

    def _text(self, line: Line) -> None:
        i = self._at
        leads = self._kind(i + 1) in (LineKind.TABLE, LineKind.ITEMS)
        self._paper.paragraph(
            self._filling.words(line.body), shape=Shape(first=2, keep_next=leads or self._closes(i + 1))
        )

    def _closes(self, i: int) -> bool:
        """Whether what ends the paper begins at a line; the line before it stays on its page."""
        return self._kind(i) in (LineKind.SIGNATURE, LineKind.ATTACHMENTS) or self._starts_closing(i)

    def _masthead(self, line: Line) -> None:
        i = self._at
        place = sum(other.kind is LineKind.MASTHEAD for other in self._lines[:i])
        last = self._kind(i + 1) is not LineKind.MASTHEAD
        runs = self._filling.words(line.body)
        if place == 0:
            looked = [Run(run.text, font=fonts.TITLE, size=36, colour=_RED) for run in runs]
            self._paper.paragraph(looked, shape=Shape(align="center", line=52))
        elif last:
            parted = [Run("\t") if not run.text.strip("　") else run for run in runs]
            self._paper.paragraph(parted, shape=Shape(left=1, right=1, right_tab=27, rule=_RED))
            self._paper.space()
        else:
            self._paper.paragraph(runs, shape=Shape(align="center"))

    def _imprint(self, line: Line) -> None:
        i = self._at
        first = self._kind(i - 1) is not LineKind.IMPRINT
        if first:
            self._paper.paragraph("", shape=Shape(rule="000000", keep_next=True))
        small = [Run(run.text, size=fonts.SIZE_4, underline=run.underline, colour=run.colour) for run in
                 self._filling.words(line.body)]  # fmt: skip
        side = "left" if first else "right"
        self._paper.paragraph(small, shape=Shape(align=side, left=1, right=1, rule="000000"))

    def _title(self, line: Line) -> None:
        i = self._at
        again = self._kind(i - 1) not in (None, LineKind.TITLE, LineKind.MASTHEAD)
        write_title(self._paper, self._filling, line, new_page=again)
        if self._kind(i + 1) not in (LineKind.TITLE, LineKind.REMARK):
            self._paper.space()

    def _addressee(self, line: Line) -> None:
        self._paper.paragraph(self._filling.words(line.body), shape=PLAIN)

    def _heading(self, line: Line) -> None:
        style, font = ("Heading1", fonts.HEI) if line.kind is LineKind.HEADING1 else ("Heading2", fonts.KAI)
        if line.body:
            head = self._filling.words(line.head, font=font)
            self._paper.paragraph([*head, *self._filling.words(line.body)])
        else:
            self._paper.paragraph(self._filling.words(line.head), style, Shape(first=2, keep_next=True))

    def _row(self, line: Line) -> None:
        i = self._at
        runs = [*self._filling.words(line.head, font=fonts.HEI), *self._filling.words(line.body)]
        if line.part != _CLOSING:
            self._paper.paragraph(runs, shape=Shape(first=2, keep_next=self._closes(i + 1)))
            return
        if self._starts_closing(i):
            self._paper.paragraph("", shape=Shape(keep_next=True))
        plain = [*self._filling.words(line.head), *self._filling.words(line.body)]
        self._paper.paragraph(plain, shape=Shape(left=12, keep_next=self._kind(i + 1) is not None))

    def _starts_closing(self, i: int) -> bool:
        """Whether the line is the first row under the text of a paper that is signed in rows."""
        here = self._lines[i] if i < len(self._lines) else None
        return (
            here is not None
            and here.kind is LineKind.ROW
            and here.part == _CLOSING
            and not (i and self._lines[i - 1].part == _CLOSING)
        )

    def _table(self, line: Line) -> None:
        i = self._at
        closes = self._kind(i + 1) is LineKind.SIGNATURE
        list_table(self._paper, self._filling, line, ListLook(_LEAST_ROWS, keep=closes))
        self._paper.paragraph("", shape=Shape(line=8, keep_next=closes))

    def _items(self, line: Line) -> None:
        for place, row in enumerate(self._filling.rows(line, _LEAST_ROWS), start=1):
            self._paper.paragraph(f"{self._filling.number(line, place)}.{row[0]}")

    def _attachments(self, line: Line) -> None:
        self._paper.space()
        rows = self._filling.rows(line, _LEAST_NAMES)
        for place, row in enumerate(rows, start=1):
            lead = "附件：" if place == 1 else ""
            if self._filling.use is Use.FORM:
                lead = f"{{{{{line.body[0].field}.lead}}}}"
            elif len(rows) > 1:
                lead += f"\t{place}.\t"
            alone = len(rows) == 1 and self._filling.use is not Use.FORM
            last = place == len(rows)
            shape = Shape(left=5, hanging=3) if alone else Shape(left=6.1, hanging=4.1, tabs=(5.1, 6.1))
            self._paper.paragraph(lead + row[0], shape=replace(shape, keep_next=last))

    def _signature(self, line: Line) -> None:
        i = self._at
        sealed = self._filling.paper.layout is Layout.OFFICIAL
        for _ in range(_GAP_ABOVE_SEAL if sealed else 1):
            self._paper.paragraph("", shape=Shape(keep_next=True))
        date = next((other for other in self._lines[i:] if other.kind is LineKind.DATE), line)
        right, _ = self._filling.closing(line, date)
        self._paper.paragraph(self._filling.words(line.body), shape=Shape(align="right", right=right, keep_next=True))

    def _date(self, line: Line) -> None:
        i = self._at
        right: float | str = 2
        signature = self._lines[i - 1] if self._kind(i - 1) is LineKind.SIGNATURE else None
        if signature is not None:
            _, right = self._filling.closing(signature, line)
        self._paper.paragraph(self._filling.words(line.body), shape=Shape(align="right", right=right))

    def _remark(self, line: Line) -> None:
        i = self._at
        if self._kind(i - 1) is LineKind.TITLE:
            self._paper.paragraph(self._filling.words(line.body, font=fonts.KAI), shape=Shape(align="center"))
            self._paper.space()
        else:
            self._paper.paragraph(self._filling.words(line.body))

    def _hand(self, line: Line) -> None:
        i = self._at
        if self._kind(i - 1) not in (LineKind.HAND, LineKind.HAND_DATE):
            self._paper.space()
        label = self._filling.words(line.head)
        if line.head[0].text.endswith("意见："):
            self._paper.paragraph(label, shape=Shape(first=2, keep_next=True))
            for _ in range(_ROOM_FOR_HAND):
                self._paper.paragraph("", shape=Shape(keep_next=True))
        else:
            gap = Run("　" * 6, underline=True)
            self._paper.paragraph([*label, gap], shape=Shape(left=14, keep_next=self._kind(i + 1) is not None))

    def _hand_date(self, _line: Line) -> None:
        self._paper.paragraph("　　　　年　　月　　日", shape=Shape(left=14))


def write_letter(paper: Paper, filling: Filling) -> None:
    """Write a letter, notice or running paper."""
    Letter(paper, filling).write()
