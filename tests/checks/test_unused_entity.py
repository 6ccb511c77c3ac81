"""unused-entity: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "source nobody cites": (
        replaced(
            "content/sources.yaml",
            "- id: admission-2014",
            "- id: rural-2018\n  title: 农村条例\n  short: 农村条例\n  issuer: 中共中央\n  status: in-force\n  read: parts\n  read_note: 部分。\n  looked: 2026-11-22\n  summary: 农村。\n- id: admission-2014",
        ),
        "content/sources.yaml:13:7: warning: 来源“农村条例”没有任何内容用到 [unused-entity]\n"
        "    给依据它的规定补上 basis 或 history；确实用不上就删掉。",
    ),
    "role without duties": (
        replaced("content/roles/branch-general-meeting.yaml", "id: branch-general-meeting", "id: meeting-of-old"),
        "content/procedures/conversion.yaml:7:37: error: 没有编号为“branch-general-meeting”的角色 [unknown-id]\n"
        "    先写好这个角色，或改用已有的编号。\n"
        "content/procedures/conversion.yaml:22:16: error: 没有编号为“branch-general-meeting”的角色 [unknown-id]\n"
        "    先写好这个角色，或改用已有的编号。\n"
        "content/roles/branch-general-meeting.yaml:1:5: warning: 角色“党支部党员大会”没有职责，也没有出现在任何地方 [unused-entity]\n"
        "    补上职责，或删掉。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
