"""What planners and calculators in the browser are given: timetables, figures, words and links, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from generator.derive.calculators import candidates, dues, plan, setting, term, votes
from generator.derive.calculators.dates import YEAR, plain_calendar
from generator.derive.calculators.figures import Figure
from generator.derive.calculators.result import share_words
from generator.derive.calculators.timetable import Timetable
from generator.derive.views import Views
from generator.model.figure import NEEDS
from generator.model.procedure import Procedure, Step, is_document_id
from generator.model.rule import SCORED, Rule
from generator.render.quiz_question import basis_words
from generator.render.words import EVIDENCE

Href = Callable[[str, str], str]

_BASE = ("quiz-dom", "calculators-numbers", "planner-dates")
SCRIPTS = {
    "plan": (*_BASE, "planner-timetable", "planner-calendar", "planner-chart", "plan-page"),
    "next": (*_BASE, "planner-timetable", "next-step"),
    "calculators": (*_BASE, "calculators-votes", "calculators-more", "calculator-form"),
    "year": (
        *_BASE,
        "planner-calendar",
        "year-days",
        "year-plan",
        "year-table",
        "document-values",
        "document-docx",
        "year-docx",
        "year-page",
    ),
    "month": ("month-now",),
}
"""Kind of page → its scripts, in the order they must run."""


CHART_WORDS = {
    "today": "今天 {day}",
    "year": "{year} 年",
    "month": "{month} 月",
    "latest": "最晚 {day}",
    "earliest": "最早 {day}",
    "between": "{first} 至 {last}",
    "given": "{day}",
}
"""What the chart of a plan writes."""

CALENDAR_WORDS = {
    "product": "-//Zhibu Xuetang//Plan//ZH",
    "name": "{title}日程",
    "earliest": "最早可办：{title}",
    "latest": "最晚办完：{title}",
    "given": "{title}",
    "deadline": "到期：{title}，{text}",
    "note": "按填写的日期推算，依据《支部学堂》“{title}”；以上级党组织的要求为准。",
    "done": "已存成 {file}。",
    "none": "还没有可以放进日历的日期，先填上面的日期。",
}
"""What a plan's calendar file holds and says."""


TOOLS = {"votes": "表决", "candidates": "差额", "term": "换届", "dues": "党费", "setting": "设什么组织"}
"""Calculator → its short name."""

_TOOL_OF = (
    ("term-", "term"),
    ("dues-", "dues"),
    ("election-surplus", "candidates"),
    ("election-", "votes"),
    ("reception-", "votes"),
    ("conversion-", "votes"),
    ("general-meeting-", "votes"),
    ("", "setting"),
)


def section_tools(views: Views, section: str) -> dict[str, str]:
    """Calculator → its short name, for those that take a figure from a rule of a section."""
    if not views.tools.complete:
        return {}
    here = [name for name, need in NEEDS.items() if views.handbook.get(Rule, need.rule).section == section]
    return _tools_of(here)


def term_tools(views: Views, rules: Iterable[str]) -> dict[str, str]:
    """Calculator → its short name, for those that take a figure from one of some rules."""
    wanted = set(rules)
    return _tools_of([name for name, need in NEEDS.items() if need.rule in wanted]) if views.tools.complete else {}


def _tools_of(figures: Iterable[str]) -> dict[str, str]:
    found = {next(tool for start, tool in _TOOL_OF if name.startswith(start)) for name in figures}
    return {tool: title for tool, title in TOOLS.items() if tool in found}


def compact(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain_timetable(table: Timetable, views: Views) -> dict[str, Any]:
    """A timetable with the words and the calendar it is reckoned with."""
    return {
        "procedure": table.procedure,
        "nodes": [asdict(node) for node in table.nodes],
        "planned": table.planned,
        "words": plan.WORDS,
        "work": plain_calendar(views.tools.work),
    }


def plain_figures(figures: Mapping[str, Figure]) -> dict[str, Any]:
    """Figures as the browser reckons with them."""
    return {name: _figure(figure) for name, figure in figures.items()}


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "rule": figure.rule,
        "value": _pair(figure.value),
        "upper": _pair(figure.upper),
        "bound": figure.bound.value,
        "share": share_words(figure.value) if figure.value < 1 else "",
        "yearly": figure.unit == YEAR,
    }


def _pair(value: Fraction) -> list[int]:
    return [value.numerator, value.denominator]


def rule_links(names: Iterable[str], views: Views, href: Href) -> dict[str, list[str]]:
    """Rule id → link to its card, what it rests on, and how well it is known where that is in doubt."""
    known = views.handbook.by_id["rules"]
    return {name: [href("rules", name), *_basis(views, name)] for name in sorted(set(names)) if name in known}


def _basis(views: Views, name: str) -> tuple[str, str]:
    rule = views.handbook.get(Rule, name)
    words = basis_words(rule.basis, views) if rule.basis else "没有找到条文"
    return words, "" if rule.evidence in SCORED else EVIDENCE[rule.evidence][1]


def next_step(procedure: Procedure, views: Views, href: Href) -> str:
    """What 「我在哪一步」 of a procedure needs."""
    table = views.tools.timetables[procedure.id]
    data = plain_timetable(table, views)
    data["steps"] = {step.id: _step(procedure, step, views, href) for step in procedure.steps}
    data["ends"] = {end.id: end.title for end in procedure.ends}
    data["rules"] = _limit_rules(procedure, views, href)
    data["cases"] = {case.id: case.title for case in procedure.circumstances}
    return compact(data)


def full_plan(procedure: Procedure, views: Views) -> str:
    """What the page of planning of a procedure needs."""
    data = plain_timetable(views.tools.timetables[procedure.id], views)
    return compact({**data, "title": procedure.title, "chart": CHART_WORDS, "calendar": CALENDAR_WORDS})


def _limit_rules(procedure: Procedure, views: Views, href: Href) -> dict[str, list[str]]:
    limits = [limit for step in procedure.steps for limit in step.limits]
    limits += [limit for event in procedure.events for limit in event.limits]
    return rule_links((limit.rule for limit in limits if limit.rule), views, href)


def _step(procedure: Procedure, step: Step, views: Views, href: Href) -> dict[str, Any]:
    number = procedure.number(step.id)
    papers = [_paper(paper, views, href) for paper in step.papers]
    return {
        "number": number,
        "actor": [views.handbook.by_id["roles"][step.actor].name, href("roles", step.actor)],  # type: ignore[attr-defined]
        "papers": papers,
        "limits": [[limit.text, limit.rule or "", limit.only or ""] for limit in step.limits],
        "next": _ways(procedure, step, number),
    }


def _paper(paper: str, views: Views, href: Href) -> list[str]:
    if not is_document_id(paper):
        return [paper, ""]
    return [views.handbook.by_id["documents"][paper].title, href("documents", paper)]  # type: ignore[attr-defined]


def _ways(procedure: Procedure, step: Step, number: int) -> list[list[str]]:
    """Ways on from a step: where to, and on what condition."""
    steps, end = procedure.steps, procedure.ends[0].id
    following = steps[number].id if number < len(steps) else end
    if step.decision is None:
        return [[following, "", ""]]
    return [[branch.to or following, branch.label, branch.note or ""] for branch in step.decision.branches]


def calculators(views: Views, href: Href) -> dict[str, str]:
    """Calculator → what it needs, as JSON, and the figures that all of them share."""
    figures = plain_figures(views.tools.figures)
    made = {
        "votes": {
            "ballots": {kind: asdict(ballot) for kind, ballot in votes.BALLOTS.items()},
            "words": votes.WORDS,
            "writtenRule": votes.WRITTEN_RULE,
        },
        "candidates": {"words": candidates.WORDS, "roundingRule": candidates.ROUNDING_RULE},
        "term": {
            "committees": {kind: asdict(committee) for kind, committee in term.COMMITTEES.items()},
            "words": term.WORDS,
            "leadRule": term.LEAD_RULE,
            "work": plain_calendar(views.tools.work),
        },
        "dues": {
            "payers": {kind: _payer(payer) for kind, payer in dues.PAYERS.items()},
            "words": dues.WORDS,
            "hardshipRule": dues.HARDSHIP_RULE,
        },
        "setting": {
            "units": {kind: _unit(unit) for kind, unit in setting.UNITS.items()},
            "words": setting.WORDS,
            "withoutRule": setting.WITHOUT_RULE,
        },
    }
    return {
        "figures": compact(figures),
        **{
            name: compact({"rules": rule_links(_rules(data, figures), views, href), **data})
            for name, data in made.items()
        },
    }


def _payer(payer: dues.Payer) -> dict[str, Any]:
    names = {"title": payer.title, "base": payer.base, "baseRule": payer.base_rule}
    return {**names, "bands": payer.bands, "fixed": payer.fixed, "unsure": payer.unsure}


def _unit(unit: setting.Unit) -> dict[str, Any]:
    words = {"committeeWord": unit.committee_word, "generalWord": unit.general_word}
    return {
        "committee": unit.committee,
        "general": unit.general,
        **words,
        "jointRule": unit.joint_rule,
        "note": unit.note,
    }


def _rules(data: object, figures: Mapping[str, Any]) -> set[str]:
    """Every text in the data that may be a rule's id, and the rules of the figures."""
    found = {figure["rule"] for figure in figures.values()}
    todo = [data]
    while todo:
        one = todo.pop()
        if isinstance(one, str):
            found.add(one)
        elif isinstance(one, Mapping):
            todo += one.values()
        elif isinstance(one, list | tuple):
            todo += one
    return found
