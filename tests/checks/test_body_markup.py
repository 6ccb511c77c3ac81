"""body-markup: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "first-level heading": (
        replaced("content/handbook/ch01-admission/01-process.md", "## 期满以后", "# 期满以后"),
        "content/handbook/ch01-admission/01-process.md:18:1: error: 正文里用了一级标题 [body-markup]\n"
        "    改成 ##；页面标题由 title 生成。",
    ),
    "HTML": (
        replaced("content/handbook/ch01-admission/01-process.md", "见[转正流程]", "<b>见</b>[转正流程]"),
        "content/handbook/ch01-admission/01-process.md:20:1: error: 正文里有 HTML [body-markup]\n"
        "    用 Markdown 的写法代替。\n"
        "content/handbook/ch01-admission/01-process.md:20:1: error: 正文里有 HTML [body-markup]\n"
        "    用 Markdown 的写法代替。",
    ),
    "a block of HTML": (
        replaced("content/handbook/ch01-admission/01-process.md", "## 期满以后", "<div>期满以后</div>"),
        "content/handbook/ch01-admission/01-process.md:18:1: error: 正文里有 HTML [body-markup]\n"
        "    用 Markdown 的写法代替。",
    ),
    "outside link": (
        replaced("content/handbook/ch01-admission/01-process.md", "(procedure:conversion)", "(http://example.com)"),
        "content/handbook/ch01-admission/01-process.md:20:1: error: 链接“http://example.com”不是站内编号 [body-markup]\n"
        "    写成 term:、rule:、role:、procedure:、document:、section:、source:、lesson: 加编号。",
    ),
    "picture": (
        replaced("content/handbook/ch01-admission/01-process.md", "见[转正流程]", "![图](term:probation)见[转正流程]"),
        "content/handbook/ch01-admission/01-process.md:20:1: error: 正文里有图片 [body-markup]\n"
        "    本站正文不放图片，用文字说明。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
