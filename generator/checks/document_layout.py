"""文书的版式放不下字段

自拟文书的每个字段都要写进结构：没有写进去的，填了也印不出来。
list 字段要单独占一行，写成 {字段编号}，印成表格；不能夹在句子里。
list 的列数要在纸上排得下：竖放的 A4 大约十二列，名册横放大约二十列，选票更少。
list 示例的每一行，用 | 隔开的格数要和列数相等；choice 的示例要是 options 里的一项。

坏例::

    structure: [{title: 正文, text: 名单如下：{people}。}]
    fields: [{id: people, label: 名单, type: list, options: [姓名, 性别], example: 王某某}]

好例::

    structure:
      - title: 正文
        text: |
          名单如下：
          {people}
    fields: [{id: people, label: 名单, type: list, options: [姓名, 性别], example: 王某某|男}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.document import DocumentField, DocumentKind, DocumentTemplate, FieldType, Layout
from generator.model.handbook import Handbook, Origin
from generator.model.sheet import crowds

ID = "document-layout"
_FIELD = re.compile(r"\{([a-z0-9-]+)\}")
_SMALLEST = 10.5


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Self-drafted papers whose layout would lose or squeeze a field."""
    for document, origin in handbook.each(DocumentTemplate):
        if document.kind is DocumentKind.A and document.structure:
            yield from _printed(document, origin)
            yield from _alone(document, origin)
            for i, field in enumerate(document.fields):
                yield from _example(field, origin, i)
                if document.layout is not None:
                    yield from _columns(field, document.layout, origin, i)


def _printed(document: DocumentTemplate, origin: Origin) -> Iterator[Diagnostic]:
    printed = {name for part in document.structure for name in _FIELD.findall(part.text)}
    for i, field in enumerate(document.fields):
        if field.id not in printed:
            yield error(
                origin.at("fields", i, "id"),
                ID,
                f"字段“{field.label}”没有写进结构，填了也印不出来",
                f"在 structure 里写上 {{{field.id}}}，或者删掉这个字段。",
            )


def _alone(document: DocumentTemplate, origin: Origin) -> Iterator[Diagnostic]:
    lists = {field.id: field.label for field in document.fields if field.type is FieldType.LIST}
    for i, part in enumerate(document.structure):
        for line in part.text.split("\n"):
            for name in _FIELD.findall(line):
                if name in lists and line.strip() != f"{{{name}}}":
                    yield error(
                        origin.at("structure", i, "text"),
                        ID,
                        f"list 字段“{lists[name]}”夹在句子里，排不成表格",
                        f"让 {{{name}}} 单独占一行。",
                    )


def _columns(field: DocumentField, layout: Layout, origin: Origin, i: int) -> Iterator[Diagnostic]:
    if field.type is FieldType.LIST and crowds(layout, field.options, _SMALLEST):
        yield error(
            origin.at("fields", i, "options"),
            ID,
            f"字段“{field.label}”有 {len(field.options)} 列，一页纸排不下",
            "减少列数、缩短列名，或者分成两个表；名册可以用 layout: roster 横放。",
        )


def _example(field: DocumentField, origin: Origin, i: int) -> Iterator[Diagnostic]:
    if not field.example or not field.options:
        return
    if field.type is FieldType.CHOICE and field.example not in field.options:
        yield error(
            origin.at("fields", i, "example"),
            ID,
            f"字段“{field.label}”的示例“{field.example}”不是 options 里的一项",
            "从 options 里选一项作示例。",
        )
    if field.type is not FieldType.LIST:
        return
    for number, row in enumerate(filter(str.strip, field.example.split("\n")), start=1):
        cells = row.count("|") + 1
        if cells != len(field.options):
            yield error(
                origin.at("fields", i, "example"),
                ID,
                f"字段“{field.label}”示例第 {number} 行有 {cells} 格，列名有 {len(field.options)} 个",
                "用 | 隔开各格，空着的格也要留出来。",
            )
