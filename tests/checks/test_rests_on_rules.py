"""rests-on-rules: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "duty that claims a rule": (
        replaced("content/roles/probationary-member.yaml", "rules: [probation-length], ", ""),
        "content/roles/probationary-member.yaml:7:5: error: 职责“期满提出书面转正申请”没有列出依据的规定 [rests-on-rules]\n"
        "    补上 rules；没有规定可依的，把 nature 改为 custom 或 local。",
    ),
    "step that claims a rule": (
        replaced(
            "content/procedures/conversion.yaml",
            "        inputs: [conversion-application, 意见汇总]\n        rules: [probation-length]\n",
            "        inputs: [conversion-application, 意见汇总]\n",
        ),
        "content/procedures/conversion.yaml:20:9: error: 步骤“党员大会表决”没有列出依据的规定 [rests-on-rules]\n"
        "    补上 rules；没有规定可依的，把 nature 改为 custom 或 local。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
