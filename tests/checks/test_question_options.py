"""question-options: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "no right option": (
        replaced("quizzes/admission.yaml", ", correct: true", ""),
        "quizzes/admission.yaml:6:5: error: 这种题要有恰好一个正确选项，这里有 0 个 [question-options]\n"
        "    在正确选项上写 correct: true。\n"
        "quizzes/admission.yaml:6:7: error: 错误选项“12 月 10 日”没有写错在哪里 [question-options]\n"
        "    补上 why。",
    ),
    "wrong option without reason": (
        replaced("quizzes/admission.yaml", ", why: 批准不是起点。", ""),
        "quizzes/admission.yaml:7:7: error: 错误选项“12 月 25 日”没有写错在哪里 [question-options]\n    补上 why。",
    ),
    "rule not confirmed": (
        replaced("quizzes/admission.yaml", "rules: [probation-length]", "rules: [conversion-notice]"),
        "quizzes/admission.yaml:9:11: error: 规定“conversion-notice”还没有确认，不能出题 [question-options]\n"
        "    等它核实后再出。",
    ),
    "true-false key": (
        replaced("quizzes/admission.yaml", "type: single", "type: true-false"),
        "quizzes/admission.yaml:1:3: error: 判断题的答案要写“对”或“错” [question-options]\n"
        "    写 key: [对] 或 key: [错]。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
