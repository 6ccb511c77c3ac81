"""文书写得不合类别

自拟文书（A）要有版式和结构，结构里的 {字段编号} 必须是本文书的字段；
统一印制（B）和本人手写（C）的文书不生成替代文件，不写版式，结构里也不放字段。
字段编号不能重复，choice 和 list 要写 options。

坏例::

    kind: A
    structure: [{title: 正文, text: 现申请召开{meeting}。}]
    fields: [{id: meeting-name, label: 会议名称}]

好例::

    kind: A
    layout: official
    structure: [{title: 正文, text: 现申请召开{meeting-name}。}]
    fields: [{id: meeting-name, label: 会议名称, example: 换届大会}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.document import DocumentKind, DocumentTemplate, FieldType
from generator.model.handbook import Handbook, Origin

ID = "document-template"
_PLACEHOLDER = re.compile(r"\{([a-z0-9-]+)\}")


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Templates whose layout, fields and structure do not fit their kind."""
    for document, origin in handbook.each(DocumentTemplate):
        if document.kind is DocumentKind.A:
            yield from _self_drafted(document, origin)
        elif document.layout is not None:
            yield error(origin.at("layout"), ID, "只有自拟文书（A）才有版式", "删掉 layout。")
        yield from _fields(document, origin)
        yield from _placeholders(document, origin)


def _self_drafted(document: DocumentTemplate, origin: Origin) -> Iterator[Diagnostic]:
    for name in ("layout", "structure", "fields"):
        if not getattr(document, name):
            yield error(origin.at(), ID, f"自拟文书“{document.title}”没有写 {name}", "补上版式、结构和字段。")
    for i, field in enumerate(document.fields):
        if field.example is None:
            yield error(origin.at("fields", i), ID, f"字段“{field.label}”没有示例", "写一个明显虚构的示例。")


def _fields(document: DocumentTemplate, origin: Origin) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for i, field in enumerate(document.fields):
        if field.id in seen:
            yield error(origin.at("fields", i, "id"), ID, f"字段编号“{field.id}”用了两次", "换一个编号。")
        seen.add(field.id)
        if field.type in (FieldType.CHOICE, FieldType.LIST) and not field.options:
            yield error(
                origin.at("fields", i),
                ID,
                f"字段“{field.label}”没有写 options",
                "choice 写各个选项，list 写各列的名称。",
            )


def _placeholders(document: DocumentTemplate, origin: Origin) -> Iterator[Diagnostic]:
    known = {field.id for field in document.fields}
    for i, part in enumerate(document.structure):
        for name in _PLACEHOLDER.findall(part.text):
            if name not in known:
                yield error(
                    origin.at("structure", i, "text"),
                    ID,
                    f"没有编号为“{name}”的字段",
                    "改成 fields 里的编号，或补上这个字段。",
                )
