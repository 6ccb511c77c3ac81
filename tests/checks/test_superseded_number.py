"""superseded-number: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "old number in prose": (
        replaced(
            "content/rules/process.yaml",
            "says: 没有全国统一的公示要求。, change: new",
            "says: 公示七天。, change: changed",
        )
        | replaced(
            "content/handbook/ch01-admission/01-process.md", "见[转正流程]", "公示七天后确定发展对象。见[转正流程]"
        ),
        "content/handbook/ch01-admission/01-process.md:20:1: error: “七天”是“公示”的旧数字，这里没有说明它已经变了 [superseded-number]\n"
        "    改成现行规定“pre-list-publicity”的数字，或写明这是哪一年的说法。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
