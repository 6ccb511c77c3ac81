"""Terms of office: when an election is due, and how far it may be moved."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.calculators.dates import add_months, shown
from generator.derive.calculators.figures import Figure
from generator.derive.calculators.result import Line, Result, Verdict, put

LEAD_RULE = "election-request-lead-time"
"""Rule on how early the request for an election is handed in."""


@dataclass(frozen=True, slots=True)
class Committee:
    """A kind of committee."""

    title: str
    """Its name."""
    term: str
    """Figure of its term."""


COMMITTEES: Mapping[str, Committee] = {
    "branch": Committee("党支部、党总支（村、社区以外）", "term-branch"),
    "village": Committee("村、社区党组织", "term-village"),
    "committee": Committee("党的基层委员会", "term-committee"),
}
"""Kinds of committee."""

WORDS: Mapping[str, str] = {
    "say": "本届 {elected} 选出，每届任期 {years}，按对应日算到 {end} 届满；到期应当换届。",
    "end": "届满：从 {elected} 往后数 {years}。最后一天写当天还是前一天，规定没有写，以上级批复为准。",
    "remind": "提醒：上级党组织一般提前 {months} 个月提醒，在 {remind} 前后。",
    "request": "请示：提前多久报换届请示，没有读到全国统一的规定，照上级党组织的要求。",
    "early": "提前：确需提前换届的，报上级党组织批准；提前一般不超过 {extension}，不早于 {early}。",
    "late": "延期：确需延期换届的，报上级党组织批准；延长一般不超过 {extension}，不晚于 {late}。",
    "years": "{n} 年",
    "months": "{n} 个月",
}
"""Sentences of terms."""


def term(figures: Mapping[str, Figure], kind: str, elected: datetime.date) -> Result:
    """When the term of a committee elected on a day ends, and what hangs on it."""
    length = figures[COMMITTEES[kind].term]
    reminder, extension = figures["term-reminder-months"], figures["term-extension-years"]
    end = add_months(elected, length.months)
    values = {
        "elected": shown(elected),
        "years": _span(length),
        "end": shown(end),
        "months": reminder.months,
        "remind": shown(add_months(end, -reminder.months)),
        "extension": _span(extension),
        "early": shown(add_months(end, -extension.months)),
        "late": shown(add_months(end, extension.months)),
    }
    rules = (("end", length.rule), ("remind", reminder.rule), ("request", LEAD_RULE))
    moved = (("early", extension.rule), ("late", extension.rule))
    lines = tuple(Line(put(WORDS[word], values), rule) for word, rule in rules + moved)
    return Result(Verdict.NONE, put(WORDS["say"], values), lines)


def _span(span: Figure) -> str:
    return put(WORDS["years" if span.unit == "年" else "months"], {"n": span.whole})
