"""Plans: some dates in, the earliest and latest day of every step out; and the calendar they are counted on."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.calculators.dates import add_months, add_workdays, derive_calendar, shift, shown, unknown_years
from generator.derive.calculators.plan import Case, Row, plan
from generator.derive.calculators.timetable import Timetable, derive_timetables
from generator.load import load
from generator.model.handbook import Handbook
from generator.model.holiday import HolidayYear, Leave
from generator.model.rule import Evidence
from generator.structure import structure
from tests.figures import DAY, TABLE, WORK, days, span
from tests.support import minimal_files

MONTHS = [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2024-02-29", 12, "2025-02-28"),
    ("2024-02-29", 48, "2028-02-29"), ("2025-12-10", 12, "2026-12-10"), ("2026-12-31", 2, "2027-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"), ("2026-08-31", 6, "2027-02-28"),
]  # fmt: skip


@pytest.mark.parametrize(("day", "months", "then"), MONTHS)
def test_months(day: str, months: int, then: str) -> None:
    assert add_months(DAY(day), months) == DAY(then)


@given(st.dates(datetime.date(1950, 1, 1), datetime.date(2090, 1, 1)), st.integers(-240, 240))
def test_months_land_in_the_right_month(day: datetime.date, months: int) -> None:
    then = add_months(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == day.day or (then + datetime.timedelta(days=1)).day == 1


WORKDAYS = {
    "a plain week": ("2026-11-23", 5, "2026-11-30"),
    "over National Day, with a Saturday worked": ("2026-09-28", 5, "2026-10-10"),
    "over the Spring Festival": ("2026-02-12", 3, "2026-02-24"),
    "a Sunday worked": ("2026-09-18", 1, "2026-09-20"),
    "none": ("2026-11-21", 0, "2026-11-21"),
    "an unknown year: weekdays only": ("2027-09-30", 5, "2027-10-07"),
}


@pytest.mark.parametrize(("day", "count", "then"), WORKDAYS.values(), ids=WORKDAYS)
def test_working_days(day: str, count: int, then: str) -> None:
    assert add_workdays(DAY(day), count, WORK) == DAY(then)


def test_units() -> None:
    assert [shift(DAY("2026-09-30"), 1, unit, WORK) for unit in ("年", "个月", "天", "个工作日")] == [
        DAY("2027-09-30"), DAY("2026-10-30"), DAY("2026-10-01"), DAY("2026-10-08"),
    ]  # fmt: skip
    assert shown(DAY("2026-12-10")) == "2026-12-10 周四"
    assert unknown_years(DAY("2025-12-30"), DAY("2027-01-05"), WORK) == (2025, 2027)


def test_calendar_is_made_of_the_yearly_notices() -> None:
    leave = Leave(name="国庆节", first=DAY("2026-10-01"), last=DAY("2026-10-03"))
    year = HolidayYear(
        id="holidays-2026", year=2026, title="通知", issued=DAY("2025-11-04"), evidence=Evidence.TEXT, note="读过",
        leaves=(leave,), workdays=(DAY("2026-10-10"),),
    )  # fmt: skip
    work = derive_calendar([year])
    assert (work.years, work.off, work.worked) == ({2026}, days("2026-10-01", "2026-10-03"), {DAY("2026-10-10")})


def rows(
    given: dict[str, str], ticked: str = "", today: str = "2026-11-22", table: Timetable = TABLE
) -> dict[str, Row]:
    case = Case({name: DAY(day) for name, day in given.items()}, frozenset(ticked.split()), DAY(today))
    return {row.id: row for row in plan(table, case, WORK)}


def test_nothing_known_says_how_it_is_counted() -> None:
    found = rows({})
    assert (found["meeting"].earliest_text, found["meeting"].latest_text) == (
        "期满以后（从“党员大会通过接收”那天数起，还没有这个日期）", "规则没写",
    )  # fmt: skip
    assert found["approval"].latest_text == "三个月内（从“党员大会”那天数起，还没有这个日期）"
    assert (found["apply"].earliest_text, found["apply"].latest_text) == ("规则没写", "规则没写")
    assert not any(row.faults or row.notes or row.given or row.now for row in found.values())


def test_expiry_follows_to_the_day_and_says_that_the_last_day_is_not_fixed() -> None:
    found = rows({"reception": "2025-12-10"})
    assert found["expiry"].given == "2026-12-10"
    assert found["expiry"].notes == (
        "期满写在哪一天，有两种写法：2026-12-10 周四，或者前一天 2026-12-09 周三。规则没写，按上级党委组织部门的要求。",
    )
    assert found["meeting"].earliest_text == "2026-12-10 周四"
    assert found["meeting"].latest_text == "规则没写"


def test_reception_on_29_february() -> None:
    assert rows({"reception": "2024-02-29"})["expiry"].given == "2025-02-28"


FAULTS = {
    "too early": ({"reception": "2025-12-10", "apply": "2026-11-01", "meeting": "2026-12-09"}, "", "meeting",
        ("定在 2026-12-09 周三，早了：期满以后，最早 2026-12-10 周四。",)),
    "on the day": ({"reception": "2025-12-10", "apply": "2026-11-01", "meeting": "2026-12-10"}, "", "meeting", ()),
    "too late": ({"meeting": "2026-01-31", "approval": "2026-05-01"}, "", "approval",
        ("定在 2026-05-01 周五，晚了：三个月内，最晚 2026-04-30 周四。",)),
    "not too late in a special case": ({"meeting": "2026-01-31", "approval": "2026-05-01"}, "special", "approval", ()),
    "working days full only if the first day counts": ({"apply": "2026-09-28", "notice": "2026-10-09"}, "", "notice", (
        "定在 2026-10-09 周五：从第二天数起，要到 2026-10-10 周六 才满（不少于五个工作日）；当天也算第一天的，已经满了。"
        "从哪天数，规则没写，按上级党委的要求。",)),
    "working days not full": ({"apply": "2026-09-28", "notice": "2026-10-08"}, "", "notice",
        ("定在 2026-10-08 周四，早了：不少于五个工作日，最早 2026-10-10 周六。",)),
    "overdue": ({"meeting": "2026-01-31"}, "", "approval",
        ("最晚的日子 2026-04-30 周四 已经过了（三个月内），这里还没有填日期。",)),
    "due today": ({"meeting": "2026-08-22"}, "", "approval", ()),
    "on the last day": ({"meeting": "2026-01-31", "approval": "2026-04-30"}, "", "approval", ()),
    "both on one day": ({"apply": "2026-01-05", "meeting": "2026-01-05"}, "", "meeting", ()),
    "missing": ({"meeting": "2026-12-20"}, "", "apply", ("后面的“党员大会”已经有日期了，这里还没有填。",)),
    "out of order": ({"reception": "2025-12-10", "apply": "2025-12-01"}, "", "apply",
        ("定在 2025-12-01 周一，比前面的“党员大会通过接收”（2025-12-10 周三）还早，检查这两个日期。",)),
}  # fmt: skip


@pytest.mark.parametrize(("given", "ticked", "node", "faults"), FAULTS.values(), ids=FAULTS)
def test_faults(given: dict[str, str], ticked: str, node: str, faults: tuple[str, ...]) -> None:
    assert rows(given, ticked)[node].faults == faults


def test_working_days_are_counted_and_the_way_of_counting_is_said() -> None:
    row = rows({"apply": "2026-09-28"})["notice"]
    assert row.earliest == "2026-10-10"
    assert row.notes == (
        "从第二天数起，到 2026-10-10 周六 满 5 个工作日；当天也算第一天的，到 2026-10-09 周五。从哪天数，规则没写。",
    )


def test_a_year_without_data_says_so() -> None:
    assert rows({"apply": "2026-12-30"})["notice"].notes[1:] == (
        "2027 年的放假安排，本站还没有数据：这里只避开了周六、周日，没有扣除节假日。",
    )


def test_what_hangs_on_a_circumstance() -> None:
    given = {"reception": "2025-12-10"}
    assert not rows(given)["extended"].applies
    assert rows(given, "extend")["extended"].applies
    assert rows(given, "extend")["extended"].earliest == "2027-06-10"
    assert rows(given, "extend")["extended"].latest == "2027-12-10"
    assert rows(given, "move")["meeting"].latest == "2027-06-10"


def test_limits_counted_from_the_step_itself_are_said_with_its_date() -> None:
    given = {"reception": "2025-01-10", "meeting": "2026-01-31"}
    assert rows(given)["meeting"].notes == ("从 2026-01-31 周六 算，一个月内宣布：2026-02-28 周六。",)


def test_event_gives_the_day_of_what_falls_on_it_where_its_beginning_is_not_known() -> None:
    table = replace(TABLE, nodes=tuple(
        replace(node, spans=tuple(replace(s, event="expiry") if s.text == "期满以后" else s for s in node.spans))
        for node in TABLE.nodes
    ))  # fmt: skip
    found = rows({"expiry": "2026-12-10"}, table=table)["meeting"]
    assert (found.earliest, found.earliest_text, found.start) == ("2026-12-10", "2026-12-10 周四", "2026-12-10")
    assert rows({"expiry": "2026-12-10", "reception": "2025-12-11"}, table=table)["meeting"].earliest == "2026-12-11"


def test_limit_that_cannot_be_counted_beside_one_that_can_names_the_day_it_lacks() -> None:
    more = replace(TABLE.nodes[-1], spans=(*TABLE.nodes[-1].spans, span("一个月内", 1, "个月", "latest", "apply")))
    back = replace(more, spans=(*more.spans, span("提前十天", 10, "天", "latest", "notice", back=True)))
    found = rows({"meeting": "2026-01-31"}, table=replace(TABLE, nodes=(*TABLE.nodes[:-1], back)))["approval"]
    assert found.latest == "2026-04-30"
    assert found.notes == (
        "一个月内（从“提出申请”那天数起，还没有这个日期）",
        "提前十天（从“公示”那天往前数，还没有这个日期）",
    )


def test_limit_counted_from_the_step_itself_is_a_deadline() -> None:
    assert rows({"meeting": "2026-01-31"})["meeting"].deadlines == (("2026-02-28", "一个月内宣布"),)
    assert rows({})["meeting"].deadlines == ()


NOW = {
    "waiting for the expiry": ({"reception": "2025-12-10"}, "2026-11-22", ""),
    "expired": ({"reception": "2025-12-10"}, "2026-12-10", "apply"),
    "applied today": ({"reception": "2025-12-10", "apply": "2026-12-12"}, "2026-12-12", "notice"),
    "will apply tomorrow": ({"reception": "2025-12-10", "apply": "2026-12-13"}, "2026-12-12", "apply"),
    "applied": ({"reception": "2025-12-10", "apply": "2026-12-11"}, "2026-12-12", "notice"),
    "nothing known": ({}, "2026-12-12", ""),
}


@pytest.mark.parametrize(("given", "today", "node"), NOW.values(), ids=NOW)
def test_what_comes_next(given: dict[str, str], today: str, node: str) -> None:
    assert "".join(row.id for row in rows(given, today=today).values() if row.now) == node


PROCEDURE = """\
limits: [{text: 预备期一年, rule: probation-length, quantity: probation, since: reception}]
        rules: [probation-length]
"""


def small() -> Handbook:
    """The minimal handbook whose application is counted from an event."""
    files = dict(minimal_files())
    path = "content/procedures/conversion.yaml"
    text = files[path].decode()
    assert text.count("limits: [{text: 预备期一年, rule: probation-length}]\n        rules: [probation-length]\n") == 1
    text = text.replace(
        "limits: [{text: 预备期一年, rule: probation-length}]\n        rules: [probation-length]\n", PROCEDURE
    )
    text += """\
events:
  - {id: reception, title: 党员大会通过接收}
  - id: expiry
    title: 预备期满
    limits: [{text: 自通过之日起一年, rule: probation-length, quantity: probation, since: reception}]
planned:
  - {id: reception, title: 党员大会通过接收}
  - {id: vote, title: 讨论转正}
"""
    documents, unread = load(files | {path: text.encode()})
    handbook, misshapen = structure(documents)
    assert [*unread, *misshapen] == []
    return handbook


def test_timetable_is_read_from_the_procedure() -> None:
    table = derive_timetables(small())["conversion"]
    assert [(node.id, node.event) for node in table.nodes] == [
        ("reception", True), ("expiry", True), ("apply", False), ("vote", False),
    ]  # fmt: skip
    assert [(span.side, span.amount, span.unit, span.base) for node in table.nodes for span in node.spans] == [
        ("exact", 1, "年", "reception"), ("earliest", 1, "年", "reception"),
    ]  # fmt: skip
    assert [span.event for node in table.nodes for span in node.spans] == ["", "expiry"]
    found = rows({"reception": "2025-12-10"}, table=table)
    assert (found["expiry"].given, found["apply"].earliest) == ("2026-12-10", "2026-12-10")
