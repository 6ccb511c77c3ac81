"""quantity-bounds: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "between without upper": (
        replaced(
            "content/rules/process.yaml",
            "value: 5, unit: 个工作日, bound: at-least",
            "value: 5, unit: 个工作日, bound: between",
        ),
        "content/rules/process.yaml:38:7: error: bound 为 between 时要写 upper，其他时候不写 [quantity-bounds]\n"
        "    补上或删掉 upper。",
    ),
    "upper not larger": (
        replaced(
            "content/rules/process.yaml",
            "value: 5, unit: 个工作日, bound: at-least",
            "value: 5, upper: 5, unit: 个工作日, bound: between",
        ),
        "content/rules/process.yaml:38:7: error: upper 不比 value 大 [quantity-bounds]\n    检查两个数。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
