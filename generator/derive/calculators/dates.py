"""Dates: months with the end of the month kept, and working days."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.holiday import HolidayYear
from generator.model.rule import SCORED

WORKDAY, DAY, YEAR = "个工作日", "天", "年"
"""Units that are not months."""
_WEEKDAYS = tuple(f"周{name}" for name in "一二三四五六日")
_DAY = datetime.timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and weekend days worked, of the years that are known."""

    years: frozenset[int]
    """Years that are known."""
    off: frozenset[datetime.date]
    """Statutory days off."""
    worked: frozenset[datetime.date]
    """Weekend days that are worked."""
    likely: frozenset[datetime.date] = frozenset()
    """Days off of years whose notice was not read: days to keep clear of, not days to count with."""

    def works(self, day: datetime.date) -> bool:
        """Whether a day is worked; of an unknown year every weekday is."""
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.off)

    def free(self, day: datetime.date) -> bool:
        """Whether a meeting can well be held on a day."""
        return self.works(day) and day not in self.likely


def derive_calendar(years: Iterable[HolidayYear]) -> WorkCalendar:
    """The working days that the yearly notices make."""
    entries = tuple(years)
    known = [entry for entry in entries if entry.evidence in SCORED]
    return WorkCalendar(
        frozenset(entry.year for entry in known),
        frozenset(day for entry in known for leave in entry.leaves for day in leave.days),
        frozenset(day for entry in known for day in entry.workdays),
        frozenset(day for entry in entries if entry not in known for leave in entry.leaves for day in leave.days),
    )


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later or earlier; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def add_workdays(day: datetime.date, count: int, work: WorkCalendar) -> datetime.date:
    """The day on which so many working days after a day are full, the day itself not counted."""
    while count > 0:
        day += _DAY
        count -= work.works(day)
    return day


def shift(day: datetime.date, amount: int, unit: str, work: WorkCalendar) -> datetime.date:
    """A day moved by years, months, days or working days; working days only forward."""
    if unit == WORKDAY:
        return add_workdays(day, amount, work)
    if unit == DAY:
        return day + amount * _DAY
    return add_months(day, amount * (12 if unit == YEAR else 1))


def unknown_years(first: datetime.date, last: datetime.date, work: WorkCalendar) -> tuple[int, ...]:
    """Years from one day to another whose holidays are not known."""
    return tuple(year for year in range(first.year, last.year + 1) if year not in work.years)


def shown(day: datetime.date) -> str:
    """A date to reckon with: 2026-12-10 周四."""
    return f"{day.isoformat()} {_WEEKDAYS[day.weekday()]}"


def plain_calendar(work: WorkCalendar) -> Mapping[str, object]:
    """The calendar as the browser takes it."""
    return {
        "years": sorted(work.years),
        "off": sorted(day.isoformat() for day in work.off),
        "worked": sorted(day.isoformat() for day in work.worked),
        "likely": sorted(day.isoformat() for day in work.likely),
        "weekdays": _WEEKDAYS,
        "units": {"workday": WORKDAY, "day": DAY, "year": YEAR},
    }
