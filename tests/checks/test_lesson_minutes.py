"""lesson-minutes: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "minutes do not add up": (
        replaced("content/lessons/probation.yaml", "{8: 7}", "{8: 6}"),
        "content/lessons/probation.yaml:7:11: error: 8 分钟的课，各部分加起来是 7 分钟 [lesson-minutes]\n"
        "    调整各部分在这个时长下的分钟数。",
    ),
    "length not offered": (
        replaced("content/lessons/probation.yaml", "{8: 7}", "{8: 7, 45: 10}"),
        "content/lessons/probation.yaml:15:14: error: lengths 里没有 45 分钟这种时长 [lesson-minutes]\n"
        "    在 lengths 里加上它，或删掉这里的。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
