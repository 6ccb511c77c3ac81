"""document-template: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "placeholder without field": (
        replaced("content/documents/conversion-request.yaml", "{name}同志", "{person}同志"),
        "content/documents/conversion-request.yaml:12:10: error: "
        "字段“预备党员姓名”没有写进结构，填了也印不出来 [document-layout]\n"
        "    在 structure 里写上 {name}，或者删掉这个字段。\n"
        "content/documents/conversion-request.yaml:15:23: error: 没有编号为“person”的字段 [document-template]\n"
        "    改成 fields 里的编号，或补上这个字段。",
    ),
    "handwritten paper with layout": (
        replaced("content/documents/conversion-application.yaml", "kind: C", "kind: C\nlayout: official"),
        "content/documents/conversion-application.yaml:6:9: error: 只有自拟文书（A）才有版式 [document-template]\n"
        "    删掉 layout。",
    ),
    "field without example": (
        replaced("content/documents/conversion-request.yaml", ", example: 张某某", ""),
        "content/documents/conversion-request.yaml:12:5: error: 字段“预备党员姓名”没有示例 [document-template]\n"
        "    写一个明显虚构的示例。",
    ),
    "field id used twice": (
        replaced("content/documents/conversion-request.yaml", "{id: date,", "{id: name,"),
        "content/documents/conversion-request.yaml:13:10: error: 字段编号“name”用了两次 [document-template]\n"
        "    换一个编号。\n"
        "content/documents/conversion-request.yaml:15:23: error: 没有编号为“date”的字段 [document-template]\n"
        "    改成 fields 里的编号，或补上这个字段。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
