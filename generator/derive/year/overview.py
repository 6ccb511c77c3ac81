"""The year at a glance: what every month brings, whatever the kind of branch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.year.yearbook import Entry, Yearbook
from generator.model.frequency import YEAR
from generator.model.year import Need

PUT_OFF = 2
"""Month of the next year to which a meeting that may be put off mostly goes."""
_FAR = {Need.MOBILE.value, Need.ABROAD.value, Need.NO_COMMITTEE.value}


@dataclass(frozen=True, slots=True)
class Item:
    """An occasion in a month."""

    entry: Entry
    """The occasion."""
    last_year: bool = False
    """Whether it is last year's, put off to this month."""


@dataclass(frozen=True)
class Overview:
    """Occasions by when they come."""

    monthly: tuple[Item, ...]
    """What comes every month."""
    months: tuple[tuple[Item, ...], ...]
    """What else each of the twelve months brings."""
    by_term: tuple[Item, ...]
    """What hangs on the end of the term."""


def derive_overview(book: Yearbook) -> Overview:
    """The yearbook by months."""
    monthly = tuple(Item(entry) for entry in book.entries if len(entry.months) == YEAR)
    months = tuple(tuple(_of_month(book, month)) for month in range(1, YEAR + 1))
    return Overview(monthly, months, tuple(Item(entry) for entry in book.entries if entry.term >= 0))


def usual(book: Yearbook) -> Overview:
    """The overview for a branch of no particular kind, without members far away."""
    whole = derive_overview(book)

    def kept(items: tuple[Item, ...]) -> tuple[Item, ...]:
        return tuple(item for item in items if not item.entry.kinds and not _FAR & set(item.entry.needs))

    return Overview(kept(whole.monthly), tuple(kept(items) for items in whole.months), kept(whole.by_term))


def _of_month(book: Yearbook, month: int) -> Iterator[Item]:
    for entry in book.entries:
        base = book.by_id[entry.follows] if entry.follows else entry
        months = tuple((first + entry.after - 1) % YEAR + 1 for first in base.months)
        if month in months and len(months) < YEAR:
            yield Item(entry)
        elif base.movable and (month - entry.after - 1) % YEAR + 1 == PUT_OFF:
            yield Item(entry, last_year=True)
