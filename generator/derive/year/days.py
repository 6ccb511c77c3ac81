"""Days of a plan: working days near the wanted ones, holidays left out."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from generator.derive.calculators.dates import WorkCalendar, add_months
from generator.derive.year.wish import Fixed

_DAY = datetime.timedelta(days=1)
_WEEK = 7
_FRIDAY = 5
Open = Callable[[datetime.date], bool]


def month_of(year: int, month: int) -> datetime.date:
    """First day of a month counted from January of a year; 13 is January of the next."""
    return add_months(datetime.date(year, 1, 1), month - 1)


def nearest(wanted: datetime.date, is_open: Open) -> datetime.date:
    """The first open day from the wanted one on in its month, else the last one before it, else the wanted day."""
    for step in (_DAY, -_DAY):
        day = wanted
        while day.month == wanted.month:
            if is_open(day):
                return day
            day += step
    return wanted


def place(first: datetime.date, day: int, work: WorkCalendar) -> datetime.date:
    """A working day of the month that begins on `first`, near a day of it."""
    return nearest(first.replace(day=day), work.free)


def theme_day(first: datetime.date, fixed: Fixed, work: WorkCalendar) -> datetime.date:
    """The theme day of the month that begins on `first`; a weekend is kept where the branch fixed one."""
    if fixed.day:
        return place(first, fixed.day, work)
    ahead = (fixed.weekday - first.isoweekday()) % _WEEK + (fixed.week - 1) * _WEEK
    weekend = fixed.weekday > _FRIDAY

    def is_open(day: datetime.date) -> bool:
        return work.free(day) or (weekend and day.isoweekday() > _FRIDAY and day not in work.off | work.likely)

    return nearest(first + ahead * _DAY, is_open)


def on_or_after(day: datetime.date, work: WorkCalendar) -> datetime.date:
    """The first working day from a day on."""
    while not work.free(day):
        day += _DAY
    return day


def on_or_before(day: datetime.date, work: WorkCalendar) -> datetime.date:
    """The last working day up to a day."""
    while not work.free(day):
        day -= _DAY
    return day


def before_in_month(day: datetime.date, work: WorkCalendar) -> datetime.date | None:
    """The last working day before a day in its month; nothing where there is none."""
    found = day - _DAY
    while found.month == day.month and not work.free(found):
        found -= _DAY
    return found if found.month == day.month else None


def after_in_month(day: datetime.date, work: WorkCalendar) -> datetime.date | None:
    """The first working day after a day in its month; nothing where there is none."""
    found = day + _DAY
    while found.month == day.month and not work.free(found):
        found += _DAY
    return found if found.month == day.month else None
