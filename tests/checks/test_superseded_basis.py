"""superseded-basis: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "old edition as basis": (
        replaced(
            "content/rules/process.yaml",
            "basis: [{source: admission-2026, article: 第十三条}]",
            "basis: [{source: admission-2014, article: 第十三条}]",
        ),
        "content/rules/process.yaml:35:20: error: 《2014 年细则》已被取代，不能作现行规定的依据 [superseded-basis]\n"
        "    改为依据《发展党员工作细则》（admission-2026），旧说法写进 history。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
