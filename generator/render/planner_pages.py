"""Pages of planning and of calculators."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.derive.addresses import HUBS
from generator.derive.calculators import dues, setting, term, votes
from generator.derive.calculators.candidates import candidates
from generator.derive.calculators.figures import Figure, decimal, least
from generator.derive.calculators.plan import Case, Row, plan
from generator.derive.calculators.result import Line
from generator.derive.calculators.timetable import Node
from generator.derive.views import Views
from generator.model.holiday import HolidayYear
from generator.model.procedure import Event, Procedure, Stage, Step
from generator.model.rule import SCORED, Rule
from generator.render.calculator_data import calculators
from generator.render.context import Context, fill
from generator.render.page import Page
from generator.render.planner_data import full_plan

THRESHOLDS = range(3, 61)
"""Members for which the table of votes is printed."""
SEATS = range(1, 16)
"""Seats for which the table of candidates is printed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A step or event of a plan as the page lists it."""

    item: Step | Event
    """What the editors wrote."""
    node: Node
    """What the timetable makes of it."""
    row: Row
    """Its days in words, no date being known."""
    number: int
    """Number of the step; 0 for an event."""
    only: tuple[str, ...]
    """Circumstances it hangs on altogether."""


@dataclass(frozen=True, slots=True)
class Band:
    """A line of the table of dues."""

    who: str
    """Kind of member."""
    income: str
    """Income of the band."""
    rate: str
    """Rate or amount."""
    rule: Rule
    """Rule that sets it."""


def planner_pages(views: Views) -> Iterator[Page]:
    """A page of planning for every procedure that asks for dates, and the calculators."""
    for procedure in views.handbook.procedures:
        if procedure.planned:
            yield _plan(views, procedure)
    if views.tools.complete:
        yield _calculators(views)


def _plan(views: Views, procedure: Procedure) -> Page:
    context = Context(views, views.addresses.of("procedure-plans", procedure.id))
    entries = list(_entries(views, procedure))
    return fill(
        "plan.html.jinja",
        context,
        title=f"{procedure.title}日程",
        lead="填知道的日期，排出每一步最早和最晚哪天办；规则没有写的，照直说没有。",
        wide=True,
        procedure=procedure,
        groups=list(_groups(procedure, entries)),
        data=full_plan(procedure, views),
        years=[year for year in known_years(views) if year.evidence in SCORED],
    )


def known_years(views: Views) -> list[HolidayYear]:
    """Years whose holidays were entered, in order."""
    return sorted(views.handbook.of(HolidayYear), key=lambda year: year.year)


def _entries(views: Views, procedure: Procedure) -> Iterator[Entry]:
    table = views.tools.timetables[procedure.id]
    day = datetime.date(2000, 1, 1)
    plain = plan(table, Case({}, frozenset(), day), views.tools.work)
    every = frozenset(case.id for case in procedure.circumstances)
    special = plan(table, Case({}, every, day), views.tools.work)
    items: dict[str, Step | Event] = {step.id: step for step in procedure.steps}
    items |= {event.id: event for event in procedure.events}
    titles = {case.id: case.title for case in procedure.circumstances}
    for node, row, other in zip(table.nodes, plain, special, strict=True):
        only = () if row.applies else tuple(dict.fromkeys(titles[span.only] for span in node.spans))
        number = 0 if node.event else procedure.number(node.id)
        yield Entry(items[node.id], node, row if row.applies else other, number, only)


def _groups(procedure: Procedure, entries: list[Entry]) -> Iterator[tuple[Stage, list[Entry]]]:
    """Stages with their entries; an event stands with the step after it, the last ones with the last step."""
    rest = list(entries)
    for stage in procedure.stages:
        last = stage.steps[-1].id
        end = next(i for i, entry in enumerate(rest) if entry.item.id == last) + 1
        if stage is procedure.stages[-1]:
            end = len(rest)
        yield stage, rest[:end]
        rest = rest[end:]


def _calculators(views: Views) -> Page:
    context = Context(views, HUBS["calculators"])
    figures = views.tools.figures
    return fill(
        "calculators.html.jinja",
        context,
        title="计算器",
        lead="表决、差额、换届、党费、设什么组织：数都从规定里取，算式和依据写在旁边。",
        data=calculators(views, context.href),
        ballots=votes.BALLOTS,
        committees=term.COMMITTEES,
        payers=dues.PAYERS,
        units=setting.UNITS,
        thresholds=[_threshold(views, number) for number in THRESHOLDS],
        seats=[(number, _last(candidates(figures, number).lines)) for number in SEATS],
        bands=list(_bands(views)),
        terms=[
            (item.title, decimal(figures[item.term].value), _rule(views, figures[item.term]))
            for item in term.COMMITTEES.values()
        ],
        rules={name: _rule(views, figure) for name, figure in figures.items()},
        figures={name: decimal(figure.value) for name, figure in figures.items()},
        upper={name: decimal(figure.upper) for name, figure in figures.items()},
        kept=views.handbook.by_id["rules"],
    )


def _rule(views: Views, figure: Figure) -> Rule:
    return views.handbook.get(Rule, figure.rule)


def _last(lines: tuple[Line, ...]) -> str:
    return lines[-1].text


def _threshold(views: Views, number: int) -> tuple[int, tuple[int, ...]]:
    """For a number of members: those that must come to receive, to vote otherwise, to elect, and votes in favour."""
    names = ("reception-quorum", "general-meeting-quorum", "election-quorum", "reception-approval")
    return number, tuple(least(views.tools.figures[name], number) for name in names)


def _bands(views: Views) -> Iterator[Band]:
    figures = views.tools.figures
    for kind in ("salary", "retired"):
        payer, lower = dues.PAYERS[kind], Fraction(0)
        for rate, top in payer.bands:
            upper = figures[top].value if top else None
            income = f"{decimal(lower)} 元以上 " if lower else ""
            if upper is not None:
                income += ("至 " if income else "") + f"{decimal(upper)} 元（含）" + ("" if lower else "以下")
                lower = upper
            yield Band(payer.title, income, f"{decimal(figures[rate].value)}%", _rule(views, figures[rate]))
    for kind in ("farmer", "student"):
        figure = figures[dues.PAYERS[kind].fixed]
        top = f" 至 {decimal(figure.upper)} 元" if figure.upper != figure.value else ""
        yield Band(dues.PAYERS[kind].title, "不看收入", f"{decimal(figure.value)} 元{top}", _rule(views, figure))
