"""lesson-amount: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/lessons/probation.yaml"
CASES: dict[str, tuple[dict[str, str], str]] = {}
CASES["too little for the time"] = (
    {PATH: replaced(PATH, "{8: 1}\n", "{8: 3}\n")[PATH].replace("{8: 7}", "{8: 5}")},
    f"{PATH}:7:11: warning: 8 分钟的课，讲授 3 分钟只有 118 个字，撑不满 [lesson-amount]\n"
    "    补几个要点或提示，或者把分钟数让给案例、讨论和小卷。",
)
CASES["too much for the time"] = (
    replaced(PATH, "从大会通过那天算", "从大会通过那天算" + "再说一遍" * 50),
    f"{PATH}:12:14: warning: 8 分钟的课里，“起算”要说 230 个字，1 分钟讲不完 [lesson-amount]\n"
    "    给次要的要点写 least，或者多给几分钟。",
)
CASES["a case that leaves the room no time"] = (
    replaced(PATH, "activity: paper", f"case: {{text: {'某支部开会，' * 150}, ask: 怎么办, answer: 照章办}}"),
    f"{PATH}:15:14: warning: 8 分钟的课里，“十题小卷”要说 906 个字，7 分钟讲不完 [lesson-amount]\n"
    "    给次要的要点写 least，或者多给几分钟。",
)


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
