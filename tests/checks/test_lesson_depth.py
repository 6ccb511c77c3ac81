"""lesson-depth: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/lessons/probation.yaml"
CASES = {
    "a length that is not offered": (
        replaced(PATH, "一对。}]", "一对。}, {text: 延长只能一次, least: 20}]"),
        f"{PATH}:13:112: error: lengths 里没有 20 分钟这种时长 [lesson-depth]\n    可以写：8。",
    ),
    "a case for a length that is not offered": (
        replaced(
            PATH, "activity: paper", "case: {text: 某人, ask: 怎么办, answer: 照办, least: 90}\n    activity: paper"
        ),
        f"{PATH}:16:51: error: lengths 里没有 90 分钟这种时长 [lesson-depth]\n    可以写：8。",
    ),
    "a part left empty": (
        replaced(PATH, "    activity: paper\n", ""),
        f"{PATH}:14:5: error: 8 分钟的课里，“十题小卷”这一部分没有内容 [lesson-depth]\n"
        "    给它留一个要点，或写明 activity，或在 minutes 里去掉这种时长。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
