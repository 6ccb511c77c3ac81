"""Plans of a year: which occasion falls on which day, and whether the year meets the frequencies the rules ask for."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.derive.calculators.dates import WorkCalendar, add_months, shown, unknown_years
from generator.derive.calculators.result import put
from generator.derive.year.days import (
    after_in_month,
    before_in_month,
    month_of,
    on_or_after,
    on_or_before,
    place,
    theme_day,
)
from generator.derive.year.wish import LAST, Wish
from generator.derive.year.yearbook import Entry, Yearbook
from generator.model.frequency import YEAR, Frequency
from generator.model.rule import Bound
from generator.model.year import Need

WORDS: Mapping[str, str] = {
    "cycle": "{title}（{year} 年度）",
    "few": "{title}：{where}排得不够，规定{often}。",
    "month": "{n} 月",
    "quarter": "第{n}季度",
    "half": "{n}半年",
    "year": "全年",
    "ended": "本届 {end} 已经届满：没有换届的，先请示上级党组织；延期要报上级批准。",
    "past": "{title}：应在 {day} 前后，在本年以前；还没有办的，现在就办。",
    "joint": "正式党员 {formal} 名，不足 {n} 名，不单独成立党支部；这份计划供联合党支部参考。",
    "large": "党员 {members} 名，超过一个党支部一般的上限 {n} 名，先请示上级要不要分设。",
    "formal": "正式党员 {formal} 名，多于党员总数 {members} 名，数字对不上。",
    "unknown": "{year} 年的放假通知，本站还没有读到：这里只避开了周末和推算的法定放假日，通知出来以后再核对一遍。",
}
"""Sentences of plans."""
NUMERALS = ("一", "二", "三", "四")
"""What quarters are counted with."""
HALVES = ("上", "下")
"""What the halves of a year are called."""


@dataclass(frozen=True, slots=True)
class Row:
    """One occasion in one month of a plan."""

    entry: str
    """Id of the occasion."""
    month: int
    """Month, from 1; 13 to 15 are those of the next year."""
    day: str
    """Its day; empty where only the month is given."""
    title: str
    """Its name, with the year it is held for where that is another."""
    cycle: int
    """Year it is held for."""
    topic: str
    """Suggested topic."""
    lesson: str
    """Suggested kit; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a plan lacks or must be told."""

    text: str
    """The sentence."""
    rule: str
    """Rule it rests on; empty where there is none."""


@dataclass(frozen=True)
class YearPlan:
    """What a branch does when, and what that leaves wanting."""

    rows: tuple[Row, ...]
    """Occasions in order of time; those without a day come last in their month."""
    findings: tuple[Finding, ...]
    """What is too few, or does not fit."""
    notes: tuple[str, ...]
    """What else must be known."""


def year_plan(book: Yearbook, wish: Wish, work: WorkCalendar) -> YearPlan:
    """The plan that a wish makes of a yearbook."""
    kept = [entry for entry in book.entries if concerns(entry, wish, book)]
    rows = [row for entry in kept for row in _rows(entry, book, wish)]
    dated = _in_order(_placed(rows, book, wish, work), kept, work)
    rows = [*dated, *_of_term(kept, wish, work)]
    place_of = {entry.id: i for i, entry in enumerate(kept)}
    rows.sort(key=lambda row: (row.month, row.day or "~", place_of[row.entry]))
    findings = (*_members(book, wish), *_too_few(kept, rows), *_term_past(kept, wish))
    unknown = unknown_years(datetime.date(wish.year, 1, 1), _last_day(rows, wish), work)
    notes = tuple(put(WORDS["unknown"], {"year": year}) for year in unknown)
    return YearPlan(tuple(rows), findings, notes)


def _last_day(rows: Iterable[Row], wish: Wish) -> datetime.date:
    days = [row.day for row in rows if row.day]
    return datetime.date.fromisoformat(max(days)) if days else datetime.date(wish.year, 1, 1)


def concerns(entry: Entry, wish: Wish, book: Yearbook) -> bool:
    """Whether an occasion concerns the branch."""
    committee = wish.formal == 0 or wish.formal >= book.sizes["committee-min-members"].number
    has = {*wish.has, (Need.COMMITTEE if committee else Need.NO_COMMITTEE).value}
    has |= {Need.GROUPS.value} if wish.groups else set()
    return has.issuperset(entry.needs) and (not entry.kinds or wish.kind in entry.kinds)


def _rows(entry: Entry, book: Yearbook, wish: Wish) -> Iterator[Row]:
    """The entry's months as rows without days; a meeting put off to the next year comes for the year before, too."""
    counted: Counter[int] = Counter()
    for month, cycle in _months(entry, book, wish):
        held = wish.year + (month - 1) // YEAR
        quarter = (month - 1) % YEAR // 3
        title = entry.title if cycle == held else put(WORDS["cycle"], {"title": entry.title, "year": cycle})
        kits = entry.lessons[quarter]
        topic = "" if counted[quarter] else entry.topics[quarter]
        lesson = kits[(held + counted[quarter]) % len(kits)] if kits else ""
        counted[quarter] += 1
        yield Row(entry.id, month, "", title, cycle, topic, lesson)


def _months(entry: Entry, book: Yearbook, wish: Wish) -> list[tuple[int, int]]:
    """Months of an entry with the year each is held for."""
    if entry.follows:
        base = book.by_id[entry.follows]
        moved = [(month + entry.after, cycle) for month, cycle in _cycles(base, wish)]
        return sorted(pair for pair in moved if 1 <= pair[0] <= LAST)
    if entry.movable:
        return sorted(pair for pair in _cycles(entry, wish) if 1 <= pair[0] <= LAST)
    return [(month, wish.year) for month in sorted(_chosen(entry, wish)) if month <= YEAR]


def _cycles(entry: Entry, wish: Wish) -> list[tuple[int, int]]:
    months = _chosen(entry, wish)
    now = [(month, wish.year) for month in months]
    return [*now, *((month - YEAR, wish.year - 1) for month in months)] if entry.movable else now


def _chosen(entry: Entry, wish: Wish) -> tuple[int, ...]:
    return tuple(wish.months.get(entry.id, entry.months)) if entry.chosen else entry.months


def _placed(rows: list[Row], book: Yearbook, wish: Wish, work: WorkCalendar) -> list[Row]:
    """The rows with their days."""
    own = [replace(row, day=_day(book.by_id[row.entry], row.month, wish, work)) for row in rows]
    days = {(row.entry, row.cycle, row.month): row.day for row in own}
    return [
        replace(row, day=days.get((entry.follows, row.cycle, row.month), ""))
        if (entry := book.by_id[row.entry]).follows and not entry.after
        else row
        for row in own
    ]


def _day(entry: Entry, month: int, wish: Wish, work: WorkCalendar) -> str:
    first = month_of(wish.year, month)
    if entry.theme or (entry.with_theme and wish.together):
        return theme_day(first, wish.theme, work).isoformat()
    return place(first, entry.day, work).isoformat() if entry.day else ""


def _in_order(rows: list[Row], kept: Iterable[Entry], work: WorkCalendar) -> list[Row]:
    """The rows, with whatever must precede another in its month put on a working day before it, or the other after."""
    days = {(row.entry, row.month): row.day for row in rows}
    for entry in kept:
        for name, month in [key for key in days if key[0] == entry.id and entry.before]:
            own, other = days[name, month], days.get((entry.before, month), "")
            if not own or not other or own < other:
                continue
            if earlier := before_in_month(datetime.date.fromisoformat(other), work):
                days[name, month] = earlier.isoformat()
            elif later := after_in_month(datetime.date.fromisoformat(own), work):
                days[entry.before, month] = later.isoformat()
    return [replace(row, day=days[row.entry, row.month]) for row in rows]


def _too_few(kept: Iterable[Entry], rows: Iterable[Row]) -> Iterator[Finding]:
    held: dict[str, list[int]] = {}
    for row in rows:
        held.setdefault(row.entry, []).append(row.month)
    for entry in kept:
        if entry.period:
            often = Frequency(entry.period, entry.count, "", Bound.AT_LEAST)
            lacking = often.lacking(held.get(entry.id, ()))
            if lacking:
                where = "、".join(_period(first, entry.period) for first in lacking)
                values = {"title": entry.title, "where": where, "often": entry.often}
                yield Finding(put(WORDS["few"], values), entry.rule)


def _period(first: int, months: int) -> str:
    if months == 1:
        return put(WORDS["month"], {"n": first})
    if months == YEAR:
        return WORDS["year"]
    names, word = (NUMERALS, "quarter") if months == 3 else (HALVES, "half")
    return put(WORDS[word], {"n": names[first // months]})


def _of_term(kept: Iterable[Entry], wish: Wish, work: WorkCalendar) -> Iterator[Row]:
    if wish.term_ends is None:
        return
    for entry in kept:
        if entry.term >= 0:
            due = add_months(wish.term_ends, -entry.term)
            day = on_or_after(due, work) if entry.term else on_or_before(due, work)
            if day.year == wish.year:
                lesson = next(iter(entry.lessons[(day.month - 1) // 3]), "")
                yield Row(entry.id, day.month, day.isoformat(), entry.title, wish.year, "", lesson)


def _term_past(kept: Iterable[Entry], wish: Wish) -> Iterator[Finding]:
    start = datetime.date(wish.year, 1, 1)
    if wish.term_ends is None:
        return
    if wish.term_ends < start:
        last = next((entry.rule for entry in kept if entry.term == 0), "")
        yield Finding(put(WORDS["ended"], {"end": shown(wish.term_ends)}), last)
        return
    for entry in kept:
        due = add_months(wish.term_ends, -entry.term) if entry.term > 0 else start
        if due < start:
            yield Finding(put(WORDS["past"], {"title": entry.title, "day": shown(due)}), entry.rule)


def _members(book: Yearbook, wish: Wish) -> Iterator[Finding]:
    few, many = book.sizes["branch-min-members"], book.sizes["branch-max-members"]
    values = {"formal": wish.formal, "members": wish.members}
    if wish.members and wish.formal > wish.members:
        yield Finding(put(WORDS["formal"], values), "")
    if 0 < wish.formal < few.number:
        yield Finding(put(WORDS["joint"], {**values, "n": few.number}), few.rule)
    if wish.members > many.number:
        yield Finding(put(WORDS["large"], {**values, "n": many.number}), many.rule)
