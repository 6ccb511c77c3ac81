"""Occasions of the year with faults, and the findings."""

from __future__ import annotations

import pytest

from tests.support import findings, minimal_files

RULES = "content/rules/process.yaml"
YEAR = "content/year.yaml"
QUANTITY = '    - {value: "1", unit: 次/季度, bound: about, of: 大会, name: per-quarter}\n    - {value: "5", unit: 名, bound: about, of: 人, name: five}\n'
GOOD = """- id: meeting
  title: 党员大会
  roles: [probationary-member]
  months: [3, 6, 9, 12]
  day: 20
  every: {rule: year-rule, quantity: per-quarter}
  nature: rule
  rules: [year-rule]
  evidence: text
"""
RULE = """- id: year-rule
  section: admission-process
  text: 党员大会一般[[每季度]]开一次。
  basis: [{source: admission-2026, article: 第一条}]
  evidence: text
  quantities:
"""


def year(text: str, rule: str = RULE + QUANTITY) -> str:
    own = minimal_files()[RULES].decode()
    found = findings({RULES: own + rule, YEAR: text})
    return "\n".join(line for line in found.split("\n") if line.startswith(YEAR) or line.startswith("    "))


FAULTS = {
    "too few months": (
        ("months: [3, 6, 9, 12]", "months: [3, 9]"),
        "content/year.yaml:4:11: error: “党员大会”在 4—6 月、10—12 月 排的次数比规定少 [year-entry]\n"
        "    每 3 个月至少排 1 次。",
    ),
    "two ways of placing it": (
        ("  day: 20\n", "  day: 20\n  term_end: true\n"),
        "content/year.yaml:1:7: error: “党员大会”写了 months、term_end [year-entry]\n"
        "    months、follows、term、term_end 四样只写一样。",
    ),
    "no place at all": (
        ("  months: [3, 6, 9, 12]\n", ""),
        "content/year.yaml:1:7: error: “党员大会”没有写排在什么时候 [year-entry]\n"
        "    months、follows、term、term_end 四样只写一样。",
    ),
    "a quantity that the rule does not have": (
        ("quantity: per-quarter", "quantity: per-month"),
        "content/year.yaml:6:38: error: 规定“year-rule”里没有名为“per-month”的数量 [year-entry]\n"
        "    在那条规定的 quantities 里写上 name: per-month。",
    ),
    "a quantity that says nothing of how often": (
        ("quantity: per-quarter", "quantity: five"),
        "content/year.yaml:6:38: error: “five”是 5 名，排不进年历 [year-entry]\n"
        "    单位要是 次/月、次/季度、次/半年、次/年，数值是整数。",
    ),
    "a term counted in what is no time": (
        (
            "  months: [3, 6, 9, 12]\n  day: 20\n  every: {rule: year-rule, quantity: per-quarter}\n",
            "  term: {rule: year-rule, quantity: five}\n",
        ),
        "content/year.yaml:4:37: error: “five”是 5 名，排不进年历 [year-entry]\n"
        "    单位要是 年、个月，数值是整数。",
    ),
    "a rule without a basis": (
        ("  rules: [year-rule]\n", ""),
        "content/year.yaml:7:11: error: “党员大会”写成规则，却没有依据 [year-entry]\n"
        "    补上 rules，或改成 custom。",
    ),
    "an unconfirmed occasion called a rule": (
        ("evidence: text", "evidence: memory"),
        "content/year.yaml:9:13: error: “党员大会”没有确认，不能写成规则 [year-entry]\n    改成 custom，注明待核。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS)
def test_fault(change: tuple[str, str], expected: str) -> None:
    assert GOOD.count(change[0]) == 1
    assert year(GOOD.replace(*change)) == expected


def test_rule_that_is_not_confirmed() -> None:
    rule = (RULE + QUANTITY).replace("evidence: text", "evidence: memory\n  why: 没有读到条文。")
    assert year(GOOD, rule) == (
        "content/year.yaml:7:11: error: “党员大会”写成规则，依据的“year-rule”没有确认或者不是全国规定 [year-entry]\n"
        "    改成 custom 或 local。"
    )


def test_following_what_has_no_months() -> None:
    follower = (
        "- id: talk\n  title: 谈心\n  roles: [probationary-member]\n  follows: {occasion: other}\n"
        "  nature: custom\n  evidence: report\n"
        "- id: other\n  title: 选举\n  roles: [probationary-member]\n  term_end: true\n  nature: custom\n  evidence: report\n"
    )
    assert year(follower) == (
        "content/year.yaml:4:23: error: “谈心”跟着的“选举”自己没有月份 [year-entry]\n    跟着写了 months 的那一项。"
    )


def test_good_occasion() -> None:
    assert year(GOOD) == ""
