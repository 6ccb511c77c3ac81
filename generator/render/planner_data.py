"""What planners in the browser are given: timetables, words and links, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from generator.derive.calculators import plan
from generator.derive.calculators.dates import plain_calendar
from generator.derive.calculators.timetable import Timetable
from generator.derive.views import Views
from generator.model.document import DocumentTemplate
from generator.model.procedure import Procedure, Step, is_document_id
from generator.model.role import Role
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
        "actor": [views.handbook.get(Role, step.actor).name, href("roles", step.actor)],
        "papers": papers,
        "limits": [[limit.text, limit.rule or "", limit.only or ""] for limit in step.limits],
        "next": _ways(procedure, step, number),
    }


def _paper(paper: str, views: Views, href: Href) -> list[str]:
    if not is_document_id(paper):
        return [paper, ""]
    return [views.handbook.get(DocumentTemplate, paper).title, href("documents", paper)]


def _ways(procedure: Procedure, step: Step, number: int) -> list[list[str]]:
    """Ways on from a step: where to, and on what condition."""
    steps, end = procedure.steps, procedure.ends[0].id
    following = steps[number].id if number < len(steps) else end
    if step.decision is None:
        return [[following, "", ""]]
    return [[branch.to or following, branch.label, branch.note or ""] for branch in step.decision.branches]
