"""Plans: the days of a timetable, given some of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.derive.calculators.dates import WORKDAY, WorkCalendar, add_workdays, shift, shown, unknown_years
from generator.derive.calculators.result import put
from generator.derive.calculators.timetable import EARLIEST, EXACT, LATEST, Node, Span, Timetable

WORDS: Mapping[str, str] = {
    "unset": "规则没写",
    "early": "定在 {given}，早了：{text}，最早 {limit}。",
    "early-unsure": "定在 {given}：从第二天数起，要到 {limit} 才满（{text}）；"
    "当天也算第一天的，已经满了。从哪天数，规则没写，按上级党委的要求。",
    "late": "定在 {given}，晚了：{text}，最晚 {limit}。",
    "overdue": "最晚的日子 {limit} 已经过了（{text}），这里还没有填日期。",
    "order": "定在 {given}，比前面的“{other}”（{date}）还早，检查这两个日期。",
    "missing": "后面的“{other}”已经有日期了，这里还没有填。",
    "exact": "期满写在哪一天，有两种写法：{day}，或者前一天 {before}。规则没写，按上级党委组织部门的要求。",
    "workdays": "从第二天数起，到 {day} 满 {n} 个工作日；当天也算第一天的，到 {other}。从哪天数，规则没写。",
    "unknown": "{year} 年的放假安排，本站还没有数据：这里只避开了周六、周日，没有扣除节假日。",
    "lacks": "{text}（从“{base}”那天数起，还没有这个日期）",
    "lacks-back": "{text}（从“{base}”那天往前数，还没有这个日期）",
    "own": "从 {given} 算，{text}：{day}。",
}
"""Sentences of plans."""
_DAY = datetime.timedelta(days=1)

Days = Mapping[str, datetime.date]
"""Node or event → its day, for those whose day is known."""
LimitDay = tuple[datetime.date, Span]
"""A day that nothing may pass, with the span that gives it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A node of a plan with its days."""

    id: str
    """Id of the node."""
    given: str
    """Its date: typed in, or following from others; empty where unknown."""
    earliest: str
    """Earliest day; empty where there is none or it is not known."""
    latest: str
    """Latest day; empty where there is none or it is not known."""
    earliest_text: str
    """What stands under 最早."""
    latest_text: str
    """What stands under 最晚."""
    applies: bool
    """Whether it has a place in the plan."""
    now: bool
    """Whether it is what comes next."""
    start: str
    """Day the limits are counted from, for the bar; empty where unknown."""
    faults: tuple[str, ...]
    """What is too early, late, missing or out of order."""
    notes: tuple[str, ...]
    """What else must be known about its days."""
    deadlines: tuple[tuple[str, str], ...]
    """Days that end what is counted from its own day, with the limit in words."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a person told the planner."""

    given: Days
    """Node → its date."""
    ticked: frozenset[str]
    """Circumstances that are so."""
    today: datetime.date
    """The day it is."""


def plan(table: Timetable, case: Case, work: WorkCalendar) -> tuple[Row, ...]:
    """The row of every node, in order."""
    known = _known(table.nodes, case, work)
    now = _now(table, known, case)
    return tuple(replace(_row(table, node, known, case, work), now=node.id == now) for node in table.nodes)


def _now(table: Timetable, known: Days, case: Case) -> str:
    """The step after the last one done; none while a day that must come first lies ahead."""
    done = [i for i, node in enumerate(table.nodes) if node.id in case.given and case.given[node.id] <= case.today]
    if not done:
        return ""
    for node in table.nodes[done[-1] + 1 :]:
        if node.event and known.get(node.id, case.today) > case.today:
            return ""
        if not node.event and node.applies(case.ticked):
            return node.id
    return ""


def _known(nodes: Iterable[Node], case: Case, work: WorkCalendar) -> dict[str, datetime.date]:
    """Dates typed in, and those of events that follow from them to the day."""
    known = dict(case.given)
    for node in nodes:
        for span in _applying(node, EXACT, case.ticked):
            if node.id not in known and span.base in known:
                known[node.id] = _day(span, known[span.base], work)
    return known


def _applying(node: Node, side: str, ticked: frozenset[str]) -> list[Span]:
    """Spans that limit a side; those of a circumstance that is so take the place of the ordinary ones."""
    spans = [span for span in node.spans if span.side == side and span.base != node.id]
    special = [span for span in spans if span.only in ticked and span.only]
    return special or [span for span in spans if not span.only]


def _day(span: Span, base: datetime.date, work: WorkCalendar) -> datetime.date:
    return shift(base, -span.amount if span.back else span.amount, span.unit, work)


def _resolved(span: Span, known: Days, work: WorkCalendar) -> datetime.date | None:
    """The day a span gives: counted, or that of the event that falls on it."""
    return _day(span, known[span.base], work) if span.base in known else known.get(span.event)


def _limit(spans: list[Span], known: Days, work: WorkCalendar, *, last: bool) -> LimitDay | None:
    """The narrowest of the days that spans set, with its span; the first of equals."""
    found = [(day, span) for span in spans if (day := _resolved(span, known, work))]
    if not found:
        return None
    day = max(day for day, _ in found) if last else min(day for day, _ in found)
    return next(pair for pair in found if pair[0] == day)


def _row(table: Timetable, node: Node, known: Days, case: Case, work: WorkCalendar) -> Row:
    exact = _applying(node, EXACT, case.ticked)
    earliest = _applying(node, EARLIEST, case.ticked) or exact
    latest = _applying(node, LATEST, case.ticked) or exact
    first, last = _limit(earliest, known, work, last=True), _limit(latest, known, work, last=False)
    day = known.get(node.id)
    spans = tuple(dict.fromkeys((*earliest, *latest)))
    bases = [known[name] for span in spans if (name := span.base if span.base in known else span.event) in known]
    titles = {other.id: other.title for other in table.nodes}
    return Row(
        id=node.id,
        given=day.isoformat() if day else "",
        earliest=first[0].isoformat() if first else "",
        latest=last[0].isoformat() if last else "",
        earliest_text=_side_text(first, earliest, titles),
        latest_text=_side_text(last, latest, titles),
        applies=node.applies(case.ticked),
        now=False,
        start=max(bases).isoformat() if bases else "",
        faults=(*_limits_broken(table, node, (first, last), case, known, work), *_order(table, node, case)),
        notes=(
            *_counted(first or last, known, work),
            *_lacking(((first, earliest), (last, latest)), known, work, titles),
            *_own(node, known, work),
        ),
        deadlines=_deadlines(node, known, work),
    )


def _side_text(limit: LimitDay | None, spans: list[Span], titles: Mapping[str, str]) -> str:
    if limit:
        return shown(limit[0])
    return _lacks(spans[0], titles) if spans else WORDS["unset"]


def _lacks(span: Span, titles: Mapping[str, str]) -> str:
    """A limit with the day it is counted from, which is not known."""
    word = "lacks-back" if span.back else "lacks"
    return put(WORDS[word], {"text": span.text, "base": titles.get(span.base, span.base)})


def _lacking(
    sides: Iterable[tuple[LimitDay | None, list[Span]]],
    known: Days,
    work: WorkCalendar,
    titles: Mapping[str, str],
) -> Iterable[str]:
    """Limits that cannot be counted beside another on their side that can."""
    missing = [span for limit, spans in sides if limit for span in spans if _resolved(span, known, work) is None]
    return tuple(_lacks(span, titles) for span in dict.fromkeys(missing))


def _first_counted(limit: LimitDay, known: Days, work: WorkCalendar) -> datetime.date:
    """The day a limit gives where the first day is counted too, which the rules leave open for working days."""
    day, span = limit
    counted = span.unit == WORKDAY and span.base in known
    return add_workdays(known[span.base] - _DAY, span.amount, work) if counted else day


def _limits_broken(
    table: Timetable,
    node: Node,
    limits: tuple[LimitDay | None, LimitDay | None],
    case: Case,
    known: Days,
    work: WorkCalendar,
) -> Iterable[str]:
    first, last = limits
    given = case.given.get(node.id)
    if given and first and given < first[0]:
        yield _sentence("early-unsure" if given >= _first_counted(first, known, work) else "early", given, first)
    if given and last and given > last[0]:
        yield _sentence("late", given, last)
    if not given and last and node.id in table.planned and last[1].side == LATEST:
        after = _after(table, node.id, case)
        if not after and last[0] < case.today:
            yield _sentence("overdue", case.today, last)


def _sentence(word: str, given: datetime.date, limit: LimitDay) -> str:
    return put(WORDS[word], {"given": shown(given), "limit": shown(limit[0]), "text": limit[1].text})


def _after(table: Timetable, name: str, case: Case) -> list[str]:
    """Planned nodes after one, in order of time, whose dates were typed in."""
    later = table.planned[table.planned.index(name) + 1 :]
    return [other for other in later if other in case.given]


def _order(table: Timetable, node: Node, case: Case) -> Iterable[str]:
    if node.id not in table.planned:
        return
    titles = {other.id: other.title for other in table.nodes}
    given = case.given.get(node.id)
    if given is None:
        if after := _after(table, node.id, case):
            yield put(WORDS["missing"], {"other": titles[after[0]]})
        return
    for other in table.planned[: table.planned.index(node.id)]:
        if other in case.given and case.given[other] > given:
            values = {"given": shown(given), "other": titles[other], "date": shown(case.given[other])}
            yield put(WORDS["order"], values)
            return


def _counted(limit: LimitDay | None, known: Days, work: WorkCalendar) -> Iterable[str]:
    if limit is None:
        return
    day, span = limit
    if span.side == EXACT:
        yield put(WORDS["exact"], {"day": shown(day), "before": shown(day - _DAY)})
    if span.unit == WORKDAY and span.base in known:
        other = _first_counted(limit, known, work)
        yield put(WORDS["workdays"], {"day": shown(day), "n": span.amount, "other": shown(other)})
        for year in unknown_years(known[span.base], day, work):
            yield put(WORDS["unknown"], {"year": year})


def _own(node: Node, known: Days, work: WorkCalendar) -> Iterable[str]:
    day = known.get(node.id)
    if day is not None:
        for span in node.own:
            end = shown(_day(span, day, work))
            yield put(WORDS["own"], {"given": shown(day), "text": span.text, "day": end})


def _deadlines(node: Node, known: Days, work: WorkCalendar) -> tuple[tuple[str, str], ...]:
    day = known.get(node.id)
    return tuple((_day(span, day, work).isoformat(), span.text) for span in node.own) if day is not None else ()
