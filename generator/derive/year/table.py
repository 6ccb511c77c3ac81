"""The plan of a year as a table: a line for each month, a column for each kind of meeting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.year.plan import Row, YearPlan
from generator.derive.year.yearbook import Entry, Yearbook
from generator.model.frequency import YEAR


@dataclass(frozen=True, slots=True)
class Month:
    """A line of the table."""

    number: int
    """Month, from 1; 13 to 15 are those of the next year."""
    cells: tuple[tuple[Row, ...], ...]
    """What stands in each column."""
    others: tuple[Row, ...]
    """What has no column of its own."""


@dataclass(frozen=True)
class Table:
    """A plan as a table."""

    columns: tuple[Entry, ...]
    """Meetings that have a column and come up in the plan."""
    months: tuple[Month, ...]
    """The twelve months, and those of the next year in which something comes up."""
    entries: tuple[Entry, ...]
    """Everything that comes up, in the editors' order."""


def derive_table(book: Yearbook, plan: YearPlan) -> Table:
    """The table of a plan."""
    met = {row.entry for row in plan.rows}
    entries = tuple(entry for entry in book.entries if entry.id in met)
    columns = tuple(entry for entry in entries if entry.column)
    last = max(YEAR, *(row.month for row in plan.rows))
    months = [_month(number, columns, plan.rows) for number in range(1, last + 1)]
    return Table(columns, tuple(m for m in months if m.number <= YEAR or m.others or any(m.cells)), entries)


def _month(number: int, columns: tuple[Entry, ...], rows: Iterable[Row]) -> Month:
    here = [row for row in rows if row.month == number]
    own = {entry.id for entry in columns}
    cells = tuple(tuple(row for row in here if row.entry == entry.id) for entry in columns)
    return Month(number, cells, tuple(row for row in here if row.entry not in own))
