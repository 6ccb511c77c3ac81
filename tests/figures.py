"""Figures, a working calendar and a small timetable for tests of calculators and planners."""

from __future__ import annotations

import datetime
from fractions import Fraction

from generator.derive.calculators.dates import WorkCalendar
from generator.derive.calculators.figures import Figure
from generator.derive.calculators.timetable import Node, Span, Timetable
from generator.model.figure import NEEDS
from generator.model.rule import Bound

_VALUES: dict[str, tuple[str, str, Bound]] = {
    "reception-quorum": ("1/2", "人", Bound.MORE_THAN),
    "reception-approval": ("1/2", "人", Bound.MORE_THAN),
    "conversion-quorum": ("1/2", "人", Bound.MORE_THAN),
    "conversion-approval": ("1/2", "人", Bound.MORE_THAN),
    "general-meeting-quorum": ("1/2", "人", Bound.AT_LEAST),
    "general-meeting-pass": ("1/2", "人", Bound.MORE_THAN),
    "election-quorum": ("4/5", "人", Bound.AT_LEAST),
    "election-majority": ("1/2", "人", Bound.MORE_THAN),
    "election-surplus": ("1/5", "应选人数", Bound.AT_LEAST),
    "term-committee": ("5", "年", Bound.EXACTLY),
    "term-branch": ("3", "年", Bound.EXACTLY),
    "term-village": ("5", "年", Bound.EXACTLY),
    "term-extension-years": ("1", "年", Bound.AT_MOST),
    "term-reminder-months": ("6", "个月", Bound.ABOUT),
    "dues-rate-1": ("0.5", "%", Bound.EXACTLY),
    "dues-band-1-upper": ("3000", "元/月", Bound.AT_MOST),
    "dues-rate-2": ("1", "%", Bound.EXACTLY),
    "dues-band-2-upper": ("5000", "元/月", Bound.AT_MOST),
    "dues-rate-3": ("1.5", "%", Bound.EXACTLY),
    "dues-band-3-upper": ("10000", "元/月", Bound.AT_MOST),
    "dues-rate-4": ("2", "%", Bound.EXACTLY),
    "dues-retired-rate-1": ("0.5", "%", Bound.EXACTLY),
    "dues-retired-band-1-upper": ("5000", "元/月", Bound.AT_MOST),
    "dues-retired-rate-2": ("1", "%", Bound.EXACTLY),
    "dues-farmer": ("0.2", "元/月", Bound.BETWEEN),
    "dues-student": ("0.2", "元/月", Bound.EXACTLY),
    "branch-min-members": ("3", "名", Bound.AT_LEAST),
    "branch-max-members": ("50", "名", Bound.AT_MOST),
    "joint-branch-max-units": ("5", "个", Bound.AT_MOST),
    "general-branch-members": ("50", "名", Bound.AT_LEAST),
    "grassroots-committee-members": ("100", "名", Bound.AT_LEAST),
    "organ-general-branch-members": ("50", "名", Bound.BETWEEN),
    "organ-committee-members": ("100", "名", Bound.AT_LEAST),
    "soe-committee-members": ("100", "名", Bound.AT_LEAST),
    "village-general-branch-members": ("50", "名", Bound.MORE_THAN),
    "village-committee-members": ("100", "名", Bound.AT_LEAST),
    "committee-min-members": ("7", "名", Bound.AT_LEAST),
    "committee-size": ("3", "人", Bound.BETWEEN),
    "committee-size-max": ("7", "人", Bound.AT_MOST),
}
_UPPER = {"dues-farmer": "1", "organ-general-branch-members": "100", "committee-size": "5"}

FIGURES = {
    name: Figure(NEEDS[name].rule, Fraction(value), Fraction(_UPPER.get(name, value)), unit, bound)
    for name, (value, unit, bound) in _VALUES.items()
}
"""Every figure the calculators need, as the rules state them in November 2026."""

DAY = datetime.date.fromisoformat


def days(first: str, last: str) -> frozenset[datetime.date]:
    """Every day from one to another."""
    start, end = DAY(first), DAY(last)
    return frozenset(start + datetime.timedelta(days=i) for i in range((end - start).days + 1))


WORK = WorkCalendar(
    years=frozenset({2026}),
    off=days("2026-10-01", "2026-10-07") | days("2026-02-15", "2026-02-23"),
    worked=frozenset({DAY("2026-09-20"), DAY("2026-10-10"), DAY("2026-02-14"), DAY("2026-02-28")}),
)
"""The National Day and Spring Festival of 2026; nothing is known of other years."""


def span(
    text: str, amount: int, unit: str, side: str, base: str, *, back: bool = False, only: str = "", event: str = ""
) -> Span:
    """A span with a made-up rule."""
    return Span(text, "some-rule", amount, unit, side, base, back, only, event)


TABLE = Timetable(
    "conversion",
    (
        Node("reception", "党员大会通过接收", True, ()),
        Node("expiry", "预备期满", True, (span("自通过之日起一年", 1, "年", "exact", "reception"),)),
        Node("extended", "延长以后的期满", True, (
            span("延长不少于半年", 6, "个月", "earliest", "expiry", only="extend"),
            span("延长最长一年", 12, "个月", "latest", "expiry", only="extend"),
        )),
        Node("apply", "提出申请", False, ()),
        Node("notice", "公示", False, (span("不少于五个工作日", 5, "个工作日", "earliest", "apply"),)),
        Node("meeting", "党员大会", False, (
            span("期满以后", 1, "年", "earliest", "reception"),
            span("推迟不超过六个月", 6, "个月", "latest", "expiry", only="move"),
            span("一个月内宣布", 1, "个月", "latest", "meeting"),
        )),
        Node("approval", "上级批准", False, (
            span("三个月内", 3, "个月", "latest", "meeting"),
            span("特殊情况六个月", 6, "个月", "latest", "meeting", only="special"),
        )),
    ),
    ("reception", "apply", "meeting", "approval"),
)  # fmt: skip
"""A road to conversion with every kind of span."""
