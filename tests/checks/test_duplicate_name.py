"""duplicate-name: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "alias of another term": (
        replaced(
            "content/terms.yaml",
            "- id: probation\n",
            "- {id: trial, name: 试用期, aliases: [预备期], text: 误称。, section: admission-process}\n- id: probation\n",
        ),
        "content/terms.yaml:3:9: error: “预备期”已是术语“试用期”的名称或别名（content/terms.yaml:1:36） [duplicate-name]\n"
        "    两处合成一处，或只在一处保留这个叫法。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
