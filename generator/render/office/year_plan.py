"""The plan of a year as a Word file: the year on one sheet, then what each thing rests on; and a form for browsers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.derive.calculators.result import put
from generator.derive.views import Views
from generator.derive.year.plan import Row as Planned
from generator.derive.year.plan import YearPlan
from generator.derive.year.table import Month, Table, derive_table
from generator.derive.year.wish import Wish
from generator.derive.year.yearbook import Entry
from generator.render.office import fonts
from generator.render.office.docx import Cell, Paper, Row, Run, Shape
from generator.render.office.page import Numbers, PageSetup
from generator.render.year_text import plan_title
from generator.render.year_words import (
    WORDS,
    advice,
    dates_of,
    day_words,
    entry_basis,
    facts,
    month_label,
    often_words,
    tag_words,
    year_of,
)

SHEET: Final = PageSetup(11, 9, 12, 12, landscape=True, numbers=Numbers.NONE)
"""A sheet across, for hanging on a wall."""
_SIZE: Final = 8.5
_SMALL: Final = 7.5
_MONTH, _OTHERS, _TALKS, _DAYS = 8, 36, 19, 10
_REASONS: Final = ("事项", "规定多久一次", "凭什么", "依据", "排在")
_REASON_WEIGHTS: Final = (22, 13, 12, 44, 36)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands on the paper."""

    title: str
    """Its title."""
    said: str
    """What it was made for and what is too few."""
    columns: Sequence[Entry]
    """Meetings that have a column."""
    months: Iterable[Row]
    """A row for each month."""
    reasons: Iterable[Row]
    """A row for each thing."""
    notes: Sequence[str]
    """What is told below."""


def year_docx(plan: YearPlan, wish: Wish, views: Views) -> bytes:
    """The file."""
    table = derive_table(views.tools.yearbook, plan)
    said = "".join(finding.text for finding in plan.findings) or WORDS["fits"]
    always = [entry for entry in table.entries if not entry.column and dates_of(entry, plan.rows) == WORDS["always"]]
    monthly = f"{WORDS['always']}：{'、'.join(entry.title for entry in always)}。" if always else ""
    months = [_month(month, views, always) for month in table.months]
    line = facts(wish, views) + monthly + said
    return _file(_Sheet(plan_title(wish), line, table.columns, months, _reasons(table, plan, views), plan.notes))


def year_form(columns: tuple[Entry, ...]) -> bytes:
    """The file with tags where a browser puts its own plan in; it leaves out the columns that the plan lacks."""
    cells = [_tagged(i) for i in range(len(columns))]
    others = Cell(f"{{{{months.{2 + 2 * len(columns)}}}}}", align="left")
    months = [Row([Cell("{{months.1}}", head=True), *cells, others])]
    reasons = [Row([Cell(f"{{{{reasons.{i + 1}}}}}", align="left") for i in range(len(_REASONS))])]
    return _file(_Sheet("{{title}}", "{{said}}", columns, months, reasons, ["{{notes.1}}"]))


def _tagged(column: int) -> Cell:
    """A cell of a column: the day, then what it is about."""
    day, about = (f"{{{{months.{2 + 2 * column + i}}}}}" for i in range(2))
    return Cell([Run(day, font=fonts.HEI), Run(f"　{about}", size=_SMALL)], align="left")


def _file(sheet: _Sheet) -> bytes:
    paper = Paper(WORDS["name"], SHEET)
    paper.paragraph(sheet.title, "Title", Shape(align="center", after=4))
    paper.paragraph([Run(sheet.said, size=10.5)], "Cell", Shape(after=3))
    heads = ["月份", *(entry.column for entry in sheet.columns), WORDS["others"]]
    talks = [_TALKS if any(entry.topics) or any(entry.lessons) else _DAYS for entry in sheet.columns]
    widths = _widths([_MONTH, *talks, _OTHERS])
    paper.table(widths, [_head(heads), *sheet.months], size=_SIZE)
    paper.paragraph("凭什么这样排", "Heading1", Shape(align="center", new_page=True, after=4))
    paper.table(_widths(_REASON_WEIGHTS), [_head(_REASONS), *sheet.reasons], size=_SIZE)
    for note in (*sheet.notes, WORDS["close"]):
        paper.paragraph([Run(note, size=_SIZE)], "Cell", Shape(before=3))
    return paper.data()


def _widths(weights: Sequence[int]) -> list[int]:
    widths = [SHEET.width * weight // sum(weights) for weight in weights]
    widths[-1] += SHEET.width - sum(widths)
    return widths


def _head(heads: Sequence[str]) -> Row:
    return Row([Cell(head, head=True) for head in heads], repeat=True)


def _month(month: Month, views: Views, always: Sequence[Entry]) -> Row:
    """The line of a month; what comes every month is said above the table."""
    cells = [Cell(_words(cell, views), align="left") for cell in month.cells]
    names = {entry.id for entry in always}
    others = [row for row in month.others if row.entry not in names]
    return Row([Cell(month_label(month.number), head=True), *cells, Cell(_others(others), align="left")])


def _words(rows: Sequence[Planned], views: Views) -> list[Run]:
    runs: list[Run] = []
    for row in rows:
        runs.append(Run(("\n" if runs else "") + day_words(row), font=fonts.HEI))
        if row.cycle != year_of(row):
            runs.append(Run(f"　{put(WORDS['cycle'], {'year': row.cycle})}", size=_SMALL))
        runs += [Run(f"　{line.partition('：')[2]}", size=_SMALL) for line in advice(row, views)]
    return runs


def _others(rows: Sequence[Planned]) -> str:
    return "；".join(row.title + (f"（{day_words(row)}）" if row.day else "") for row in rows)


def _reasons(table: Table, plan: YearPlan, views: Views) -> Iterator[Row]:
    for entry in table.entries:
        texts = (often_words(entry), tag_words(entry), entry_basis(entry, views), dates_of(entry, plan.rows))
        yield Row([Cell(entry.title, align="left"), *(Cell(text, align="left") for text in texts)])
