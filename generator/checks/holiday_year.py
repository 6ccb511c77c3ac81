"""节假日写得不对

content/holidays.yaml 每年一条，照国务院办公厅的通知填：放假写起止两天，都在当年；调休上班的只写周末那几天，
不能又放假又上班。同一年只写一条。

坏例::

    {name: 国庆节, first: 2026-10-07, last: 2026-10-01}

好例::

    {name: 国庆节, first: 2026-10-01, last: 2026-10-07}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook, Origin
from generator.model.holiday import HolidayYear

ID = "holiday-year"
_FRIDAY = 4


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Years written twice, holidays outside their year or backwards, working days that are none."""
    seen: set[int] = set()
    for entry, origin in handbook.each(HolidayYear):
        if entry.year in seen:
            yield error(origin.at("year"), ID, f"{entry.year} 年写了两次", "两条合成一条。")
        seen.add(entry.year)
        yield from _leaves(entry, origin)
        yield from _workdays(entry, origin)


def _leaves(entry: HolidayYear, origin: Origin) -> Iterator[Diagnostic]:
    for i, leave in enumerate(entry.leaves):
        if {leave.first.year, leave.last.year} != {entry.year}:
            yield error(origin.at("leaves", i), ID, f"“{leave.name}”不都在 {entry.year} 年里", "跨年的假按年分开写。")
        elif leave.last < leave.first:
            yield error(origin.at("leaves", i), ID, f"“{leave.name}”的最后一天在第一天前面", "检查两个日期。")


def _workdays(entry: HolidayYear, origin: Origin) -> Iterator[Diagnostic]:
    off = {day for leave in entry.leaves for day in leave.days}
    for i, day in enumerate(entry.workdays):
        at = origin.at("workdays", i)
        if day.year != entry.year:
            yield error(at, ID, f"{day} 不在 {entry.year} 年里", "移到它那一年。")
        elif day.weekday() <= _FRIDAY:
            yield error(at, ID, f"{day} 不是周末，本来就上班", "只写调休上班的周六、周日。")
        elif day in off:
            yield error(at, ID, f"{day} 又写了放假又写了上班", "照通知改正一处。")
