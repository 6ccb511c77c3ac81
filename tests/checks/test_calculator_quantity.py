"""calculator-quantity: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings

RULE = """\
- id: candidate-surplus-committee
  section: admission-process
  text: 委员候选人的差额不少于[[应选人数的百分之二十]]。
  basis: [{source: admission-2026}]
  evidence: text
"""
QUANTITY = "  quantities: [{value: %s, unit: 应选人数, bound: %s, of: 差额, name: %s}]\n"
PATH = "content/rules/surplus.yaml"
TERM = """\
- id: term-branch-three
  section: admission-process
  text: 支部委员会每届任期一般为[[三年]]。
  basis: [{source: admission-2026}]
  evidence: text
  quantities: [{value: 36, unit: 月, bound: exactly, of: 任期, name: term-branch}]
"""

CASES = {
    "right": (RULE + QUANTITY % ("1/5", "at-least", "election-surplus"), ""),
    "lost": (
        RULE,
        f"{PATH}:1:7: error: 规定“candidate-surplus-committee”里没有名为“election-surplus”的数量，计算器要用 [calculator-quantity]\n"
        "    在 quantities 里给对应的数量写上 name: election-surplus。",
    ),
    "renamed": (
        RULE + QUANTITY % ("1/5", "at-least", "surplus"),
        f"{PATH}:1:7: error: 规定“candidate-surplus-committee”里没有名为“election-surplus”的数量，计算器要用 [calculator-quantity]\n"
        "    在 quantities 里给对应的数量写上 name: election-surplus。",
    ),
    "not a share": (
        RULE + QUANTITY % ("20", "at-least", "election-surplus"),
        f"{PATH}:6:24: error: “election-surplus”应是不超过 1 的比例 [calculator-quantity]\n    写成分数，如 1/2。",
    ),
    "another bound": (
        RULE + QUANTITY % ("1/5", "about", "election-surplus"),
        f"{PATH}:6:48: error: “election-surplus”的 bound“about”计算器不会算 [calculator-quantity]\n"
        "    可以写：at-least、more-than。",
    ),
    "another unit": (
        TERM,
        f"{PATH}:6:34: error: “term-branch”的单位“月”计算器不会算 [calculator-quantity]\n    可以写：个月、天、年。",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finding(text: str, expected: str) -> None:
    assert findings({PATH: text}) == expected
