"""holiday-year: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings

YEAR = """\
- id: holidays-2026
  year: 2026
  title: 关于2026年部分节假日安排的通知
  issued: 2025-11-04
  evidence: text
  note: 在转载里读到。
  leaves:
    - {name: 国庆节, first: %s, last: %s}
  workdays: [%s]
"""
PATH = "content/holidays.yaml"

CASES = {
    "right": (YEAR % ("2026-10-01", "2026-10-07", "2026-10-10"), ""),
    "backwards": (
        YEAR % ("2026-10-07", "2026-10-01", "2026-10-10"),
        f"{PATH}:8:7: error: “国庆节”的最后一天在第一天前面 [holiday-year]\n    检查两个日期。",
    ),
    "another year": (
        YEAR % ("2026-12-31", "2027-01-02", "2026-10-10"),
        f"{PATH}:8:7: error: “国庆节”不都在 2026 年里 [holiday-year]\n    跨年的假按年分开写。",
    ),
    "a weekday": (
        YEAR % ("2026-10-01", "2026-10-07", "2026-10-09"),
        f"{PATH}:9:14: error: 2026-10-09 不是周末，本来就上班 [holiday-year]\n    只写调休上班的周六、周日。",
    ),
    "off and worked": (
        YEAR % ("2026-10-01", "2026-10-07", "2026-10-03"),
        f"{PATH}:9:14: error: 2026-10-03 又写了放假又写了上班 [holiday-year]\n    照通知改正一处。",
    ),
    "worked in another year": (
        YEAR % ("2026-10-01", "2026-10-07", "2027-10-09"),
        f"{PATH}:9:14: error: 2027-10-09 不在 2026 年里 [holiday-year]\n    移到它那一年。",
    ),
    "twice": (
        YEAR % ("2026-10-01", "2026-10-07", "2026-10-10")
        + YEAR.replace("holidays-2026", "again") % ("2026-10-01", "2026-10-07", "2026-10-10"),
        f"{PATH}:11:9: error: 2026 年写了两次 [holiday-year]\n    两条合成一条。",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finding(text: str, expected: str) -> None:
    assert findings({PATH: text}) == expected
