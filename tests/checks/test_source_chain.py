"""source-chain: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "newer edition not named by the older": (
        replaced("content/sources.yaml", "  replaced_by: admission-2026\n", ""),
        "content/sources.yaml:8:14: error: 写了取代“admission-2014”，那一条却没有写被本条取代 [source-chain]\n"
        "    在“admission-2014”里写 replaced_by: admission-2026。",
    ),
    "replaced but in force": (
        replaced("content/sources.yaml", "status: superseded", "status: in-force"),
        "content/sources.yaml:18:11: error: 写了被“admission-2026”取代，现状却是 in-force [source-chain]\n"
        "    现状改为 superseded，或删掉 replaced_by。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
