"""section-rules: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings

CASES = {
    "section without rules": (
        {
            "content/handbook/ch01-admission/02-extra.md": "---\nid: admission-extra\ntitle: 另一节\nnumber: 1\nlead: l\nchecked: 2026-11-22\n---\n正文\n"
        },
        "content/handbook/ch01-admission/02-extra.md:2:5: error: “另一节”这一节没有规定 [section-rules]\n"
        "    在 content/rules/ 里写至少一条 section 为本节编号的规定。\n"
        "content/handbook/ch01-admission/02-extra.md:4:9: error: 本章已有第 1 节 [section-rules]\n"
        "    改成没有用过的节号。",
    ),
    "section outside any chapter": (
        {
            "content/handbook/ch09/01-a.md": "---\nid: lost\ntitle: 另一节\nnumber: 1\nlead: l\nchecked: 2026-11-22\n---\n正文\n"
        },
        "content/handbook/ch09/01-a.md:2:5: error: “另一节”这一节没有规定 [section-rules]\n"
        "    在 content/rules/ 里写至少一条 section 为本节编号的规定。\n"
        "content/handbook/ch09/01-a.md:2:5: error: 这一节不在任何一章的文件夹里 [section-rules]\n"
        "    本章文件夹里要有写章名的 index.md。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
