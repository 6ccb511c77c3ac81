"""blueprint-total: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "total does not fit": (
        replaced("quizzes/blueprints/short.yaml", "total: 2", "total: 100"),
        "quizzes/blueprints/short.yaml:5:8: error: 各部分合计 2 分，总分却写 100 [blueprint-total]\n"
        "    改题数、分值或总分。",
    ),
    "pass mark too high": (
        replaced("quizzes/blueprints/short.yaml", "pass_mark: 1", "pass_mark: 3"),
        "quizzes/blueprints/short.yaml:6:12: error: 及格分超过总分 [blueprint-total]\n    改小及格分。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
