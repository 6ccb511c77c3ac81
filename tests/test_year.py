"""The year: plans that meet what the rules ask for, on days when one can meet, and what is said where they do not."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from generator.derive.year.days import before_in_month, nearest, place, theme_day
from generator.derive.year.overview import derive_overview, usual
from generator.derive.year.plan import YearPlan, concerns, year_plan
from generator.derive.year.wish import Fixed, Wish
from generator.model.frequency import Frequency, frequency
from generator.model.rule import Bound, Quantity
from generator.render.year_text import plan_markdown
from tests.figures import DAY, WORK
from tests.yearbook import LIFE, tools, views, wishes

PLAIN = Wish(2026, members=26, formal=24)


def planned(wish: Wish) -> YearPlan:
    return year_plan(tools().yearbook, wish, tools().work)


def days_of(plan: YearPlan, entry: str) -> list[str]:
    return [row.day or f"{row.month} 月" for row in plan.rows if row.entry == entry]


def texts(plan: YearPlan) -> list[str]:
    return [finding.text for finding in plan.findings]


UNITS = {
    "1 次/月": Frequency(1, 1, "次", Bound.ABOUT), "1 次/季度": Frequency(3, 1, "次", Bound.ABOUT),
    "2 次/年": Frequency(12, 2, "次", Bound.ABOUT), "1 天/月": Frequency(1, 1, "天", Bound.ABOUT),
    "6 个月": Frequency(6, 1, "次", Bound.ABOUT), "1 年": Frequency(12, 1, "次", Bound.ABOUT),
    "5 个月": None, "32 学时/次": None, "1/2 次/月": None, "24 学时": None,
}  # fmt: skip


@pytest.mark.parametrize(("written", "found"), UNITS.items(), ids=UNITS)
def test_frequency_of_a_quantity(written: str, found: Frequency | None) -> None:
    value, _, unit = written.partition(" ")
    assert frequency(Quantity(value=value, unit=unit, bound=Bound.ABOUT, of="会议")) == found


def test_periods_that_lack_something() -> None:
    assert Frequency(3, 1, "次", Bound.ABOUT).lacking([1, 2, 6, 12]) == (7,)
    assert Frequency(12, 2, "次", Bound.AT_LEAST).lacking([3]) == (1,)
    assert Frequency(12, 2, "次", Bound.AT_LEAST).lacking([3, 3]) == ()


PLACES = {
    "a working day": ("2026-11-01", 10, "2026-11-10"),
    "a Saturday: the Monday after": ("2026-01-01", 10, "2026-01-12"),
    "in National Day: the Saturday that is worked": ("2026-10-01", 5, "2026-10-08"),
    "at the end of a month: the Friday before": ("2026-02-01", 28, "2026-02-28"),
    "the last Sunday": ("2026-05-01", 31, "2026-05-29"),
}


@pytest.mark.parametrize(("first", "day", "then"), PLACES.values(), ids=PLACES)
def test_day_near_the_wanted_one(first: str, day: int, then: str) -> None:
    assert place(DAY(first), day, WORK) == DAY(then)


def test_theme_day_on_a_weekday_and_on_a_weekend() -> None:
    assert theme_day(DAY("2026-11-01"), Fixed(0, 2, 5), WORK) == DAY("2026-11-13")
    assert theme_day(DAY("2026-11-01"), Fixed(0, 1, 6), WORK) == DAY("2026-11-07")
    assert theme_day(DAY("2026-10-01"), Fixed(0, 1, 6), WORK) == DAY("2026-10-08"), "the Saturday is a holiday"


def test_nothing_open_leaves_the_wanted_day_and_nothing_before_is_nothing() -> None:
    assert nearest(DAY("2026-11-10"), lambda _: False) == DAY("2026-11-10")
    assert before_in_month(DAY("2026-10-08"), WORK) is None


def test_usual_plan_of_a_year() -> None:
    plan = planned(PLAIN)
    assert days_of(plan, "general-meeting") == ["2026-03-10", "2026-06-10", "2026-09-10", "2026-12-10"]
    assert days_of(plan, "committee-meeting")[:5] == [
        "2026-01-08", "2026-02-09", "2026-03-09", "2026-04-08", "2026-05-08",
    ]  # fmt: skip
    assert days_of(plan, LIFE) == ["2026-12-25"]
    assert days_of(plan, "appraisal") == ["2026-12-25"], "together with the organisation-life meeting"
    assert days_of(plan, "heart-talk") == ["11 月"], "the month before"
    assert [(row.month, row.title) for row in plan.rows if row.entry == "rectification"] == [
        (1, "组织生活会后整改（2025 年度）"),
        (13, "组织生活会后整改（2026 年度）"),
    ]
    assert plan.findings == ()


def test_organisation_life_meeting_moves_to_the_next_year() -> None:
    plan = planned(replace(PLAIN, months={LIFE: (14,)}))
    own = [(row.month, row.day, row.title) for row in plan.rows if row.entry == LIFE]
    assert own == [
        (2, "2026-02-25", "组织生活会（2025 年度）"),
        (14, "2027-02-25", "组织生活会（2026 年度）"),
    ]
    assert days_of(plan, "appraisal") == ["2026-02-25", "2027-02-25"]
    assert days_of(plan, "heart-talk") == ["1 月", "13 月"]
    assert plan.notes == (
        "2027 年的放假通知，本站还没有读到：这里只避开了周末和推算的法定放假日，通知出来以后再核对一遍。",
    )
    assert texts(plan) == []


FINDINGS = {
    "too few general meetings": (
        replace(PLAIN, months={"general-meeting": (3, 6)}),
        [("支部党员大会：第三季度、第四季度排得不够，规定每季度一般 1 次。", "general-meeting-frequency")],
    ),
    "a month without a committee meeting": (
        replace(PLAIN, months={"committee-meeting": tuple(m for m in range(1, 13) if m != 8)}),
        [("支部委员会会议：8 月排得不够，规定每月一般 1 次。", "committee-meeting-frequency")],
    ),
    "no committee, so no committee meetings asked for": (
        replace(PLAIN, members=6, formal=6, months={"committee-meeting": (1,)}),
        [],
    ),
    "too few for a branch": (
        replace(PLAIN, members=2, formal=2),
        [("正式党员 2 名，不足 3 名，不单独成立党支部；这份计划供联合党支部参考。", "branch-min-members")],
    ),
    "as few and as many as a branch may have": (replace(PLAIN, members=50, formal=3), []),
    "all of them full members": (replace(PLAIN, members=24, formal=24), []),
    "too many for a branch": (
        replace(PLAIN, members=51, formal=40),
        [("党员 51 名，超过一个党支部一般的上限 50 名，先请示上级要不要分设。", "branch-max-size")],
    ),
    "numbers that contradict each other": (
        replace(PLAIN, members=8, formal=9),
        [("正式党员 9 名，多于党员总数 8 名，数字对不上。", "")],
    ),
    "a term that has ended": (
        replace(PLAIN, term_ends=DAY("2025-09-16")),
        [("本届 2025-09-16 周二 已经届满：没有换届的，先请示上级党组织；延期要报上级批准。", "term-extension")],
    ),
    "a term that ends on the first day of the year": (
        replace(PLAIN, term_ends=DAY("2026-01-01")),
        [
            (
                "换届准备：等上级提醒，动手准备：应在 2025-07-01 周二 前后，在本年以前；还没有办的，现在就办。",
                "term-reminder",
            )
        ],
    ),
    "a reminder on the first day of the year": (replace(PLAIN, term_ends=DAY("2026-07-01")), []),
    "a reminder that lies before the year": (
        replace(PLAIN, term_ends=DAY("2026-04-30")),
        [
            (
                "换届准备：等上级提醒，动手准备：应在 2025-10-30 周四 前后，在本年以前；还没有办的，现在就办。",
                "term-reminder",
            )
        ],
    ),
}


@pytest.mark.parametrize(("wish", "found"), FINDINGS.values(), ids=FINDINGS)
def test_findings(wish: Wish, found: list[tuple[str, str]]) -> None:
    assert [(finding.text, finding.rule) for finding in planned(wish).findings] == found


def test_term_brings_reminder_and_election_and_for_a_university_the_request() -> None:
    wish = replace(PLAIN, term_ends=DAY("2026-09-19"))
    terms = ("term-reminder", "election-request-university", "election")
    plan = planned(wish)
    assert [days_of(plan, name) for name in terms] == [["2026-03-19"], [], ["2026-09-18"]]
    plan = planned(replace(wish, kind="university-branch"))
    assert [days_of(plan, name) for name in terms] == [["2026-03-19"], ["2026-05-19"], ["2026-09-18"]]


def test_committee_meets_before_the_general_meeting_even_on_an_early_theme_day() -> None:
    plan = planned(replace(PLAIN, theme=Fixed(2)))
    general, committee = days_of(plan, "general-meeting"), days_of(plan, "committee-meeting")
    assert general == ["2026-03-10", "2026-06-02", "2026-09-02", "2026-12-02"], "March 2 is its first working day"
    for day in general:
        (before,) = [one for one in committee if one[:7] == day[:7]]
        assert before < day


def test_meetings_apart_from_the_theme_day_have_their_own_days() -> None:
    plan = planned(replace(PLAIN, together=False))
    assert days_of(plan, "general-meeting") == ["2026-03-20", "2026-06-22", "2026-09-20", "2026-12-21"]
    assert days_of(plan, "group-meeting")[:2] == ["2026-01-15", "2026-02-24"]


@settings(max_examples=80, deadline=None)
@given(wishes(usual_months=True))
def test_plan_with_the_usual_months_meets_every_frequency(wish: Wish) -> None:
    book, plan = tools().yearbook, planned(wish)
    assert not any("排得不够" in text for text in texts(plan))
    for entry in book.entries:
        if entry.period and concerns(entry, wish, book):
            held = [row.month for row in plan.rows if row.entry == entry.id]
            for first in range(1, 13, entry.period):
                assert sum(first <= month < first + entry.period for month in held) >= entry.count, entry.id


@settings(max_examples=80, deadline=None)
@given(wishes())
def test_plan_keeps_off_holidays_is_in_order_and_says_what_it_lacks(wish: Wish) -> None:
    book, work, plan = tools().yearbook, tools().work, planned(wish)
    assert plan == planned(wish)
    weekend = wish.theme.weekday > 5
    for row in plan.rows:
        if row.day:
            day = datetime.date.fromisoformat(row.day)
            assert day not in work.off | work.likely
            assert work.free(day) or weekend
            assert (day.year - wish.year) * 12 + day.month == row.month
    key = [(row.month, row.day or "~") for row in plan.rows]
    assert key == sorted(key)
    by_month = {(row.entry, row.month): row.day for row in plan.rows}
    for (name, month), day in by_month.items():
        if name == "committee-meeting" and ("general-meeting", month) in by_month:
            assert day < by_month["general-meeting", month]
    lacking = {text.partition("：")[0] for text in texts(plan) if "排得不够" in text}
    for entry in book.entries:
        if entry.period and concerns(entry, wish, book):
            held = [row.month for row in plan.rows if row.entry == entry.id]
            short = Frequency(entry.period, entry.count, "", Bound.ABOUT).lacking(held)
            assert bool(short) == (entry.title in lacking), entry.title


def test_every_entry_says_where_it_binds_from_and_none_unconfirmed_is_a_rule() -> None:
    for entry in tools().yearbook.entries:
        assert entry.tag in ("rule", "local", "custom")
        if entry.tag == "rule":
            assert entry.rule, entry.id
            assert not entry.doubtful, entry.id


def test_kits_change_from_year_to_year_and_do_not_repeat_within_one() -> None:
    years = [
        [row.lesson for row in planned(replace(PLAIN, year=year)).rows if row.lesson] for year in range(2026, 2030)
    ]
    assert all(len(set(kits)) == len(kits) == 4 for kits in years)
    assert years[0] != years[1]


def test_overview_puts_every_occasion_somewhere() -> None:
    book = tools().yearbook
    whole = derive_overview(book)
    shown = [item.entry.id for items in (whole.monthly, *whole.months, whole.by_term) for item in items]
    assert set(shown) == {entry.id for entry in book.entries}
    assert [item.entry.id for item in whole.months[1] if item.last_year] == [LIFE, "appraisal"]
    assert "mobile-contact" not in {item.entry.id for items in usual(book).months for item in items}


PLANS = {
    "groups": Wish(2027, kind="organ-branch", members=26, formal=24, term_ends=DAY("2027-09-16")),
    "village": Wish(2026, kind="village-branch", members=40, formal=38, theme=Fixed(0, 1, 6),
                    has=frozenset({"activists", "mobile"}), months={LIFE: (14,)}),
    "small": Wish(2026, members=5, formal=4, groups=False, has=frozenset(), together=False),
    "short": Wish(2026, members=26, formal=24, months={"general-meeting": (6, 12), "theme-day": (1, 2, 3)}),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_plan_is_as_before(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"year/{name}.md", plan_markdown(planned(PLANS[name]), PLANS[name], views()))
