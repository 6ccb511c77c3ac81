"""Reckoning of days: months on, working days, and how a day is written."""

from __future__ import annotations

from datetime import date, timedelta

_WEEKDAYS = "一二三四五六日"
_SATURDAY = 5


def after_months(start: date, months: int) -> date:
    """The same day of a later month, or the month's last where it has no such day."""
    index = start.month - 1 + months
    year, month = start.year + index // 12, index % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day
    return date(year, month, min(start.day, last))


def working_days(first: date, last: date) -> int:
    """Days from Monday to Friday, both ends included."""
    return sum((first + timedelta(n)).weekday() < _SATURDAY for n in range((last - first).days + 1))


def written(day: date) -> str:
    """A day as 2026年9月7日."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """A day of a week as 9月7日（星期一）."""
    return f"{day.month}月{day.day}日（星期{_WEEKDAYS[day.weekday()]}）"
