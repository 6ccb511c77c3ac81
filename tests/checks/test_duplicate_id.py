"""duplicate-id: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings

CASES = {
    "id used twice": (
        {
            "content/rules/second.yaml": "- id: probation-length\n  section: admission-process\n  text: 预备期为[[一年]]。\n  basis:\n    - {source: admission-2026, article: 第三十一条}\n  evidence: text\n"
        },
        "content/rules/second.yaml:1:7: error: 规定编号“probation-length”已在 content/rules/process.yaml:1:7 用过 [duplicate-id]\n"
        "    给其中一处换一个编号；已经发布的那个不要改。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
