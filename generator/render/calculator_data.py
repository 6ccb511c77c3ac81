"""What calculators in the browser are given: figures, words and links, as JSON, and where they are of use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from generator.derive.calculators import candidates, dues, setting, term, votes
from generator.derive.calculators.dates import YEAR, plain_calendar
from generator.derive.calculators.figures import Figure
from generator.derive.calculators.result import share_words
from generator.derive.views import Views
from generator.model.figure import NEEDS
from generator.model.rule import Rule
from generator.render.planner_data import Href, compact, rule_links

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
