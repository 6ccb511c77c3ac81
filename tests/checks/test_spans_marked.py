"""spans-marked: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "span not marked": (
        replaced("content/rules/process.yaml", "    - span: 一年\n", "    - span: 一周年\n"),
        "content/rules/process.yaml:17:13: error: “一周年”没有在规定正文里标出 [spans-marked]\n"
        "    在正文里用 [[ ]] 标出这几个字，或改成已标出的：一年、党支部党员大会通过。",
    ),
    "instead missing": (
        replaced("content/rules/process.yaml", "      instead: 上级党委批准\n", ""),
        "content/rules/process.yaml:12:7: error: span 和 instead 要一起写 [spans-marked]\n"
        "    span 写原来的字，instead 写人们说成的字。",
    ),
    "brackets not closed": (
        replaced("content/rules/process.yaml", "从[[党支部党员大会通过]]", "从[[党支部党员大会通过"),
        "content/rules/process.yaml:3:9: error: [[ 和 ]] 没有配对 [spans-marked]\n"
        "    每个 [[ 后面都要有 ]]。\n"
        "content/rules/process.yaml:14:13: error: “党支部党员大会通过”没有在规定正文里标出 [spans-marked]\n"
        "    在正文里用 [[ ]] 标出这几个字，或改成已标出的：一年。",
    ),
    "instead the same": (
        replaced("content/rules/process.yaml", "      instead: 上级党委批准\n", "      instead: 党支部党员大会通过\n"),
        "content/rules/process.yaml:15:16: error: instead 和原来的字相同 [spans-marked]\n    写人们说错成的字。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
