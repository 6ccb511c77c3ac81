"""The text of a paper as lines: the one reading of `structure` that Word files, preview and form share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from generator.model.document import DocumentField, DocumentTemplate, FieldType, Part

_FIELD = re.compile(r"\{([a-z0-9-]+)\}")
_HEADING = re.compile(r"[一二三四五六七八九十]+、[^。，；：{]{1,30}(?:：|$)")
_SUBHEADING = re.compile(r"（[一二三四五六七八九十]+）[^。，；：{]{1,40}(?:[：。]|$)")
_LABEL = re.compile(r"[^。，；：{}]{1,30}：")
_REMARK = re.compile(r"（[^（）]*）")
_HAND_DATE = re.compile(r"[\s　]*年[\s　]+月[\s　]+日")
_CAPTION_WIDTH = 14
_CLOSING = "落款"
_ATTACHED = "附件："


class LineKind(StrEnum):
    """What a line of a paper is."""

    TITLE = "title"
    """A line of the title, centred."""
    MASTHEAD = "masthead"
    """A line of a bulletin's head: name, number, then editor and date apart."""
    IMPRINT = "imprint"
    """A line of a bulletin's foot: who receives it, how many copies."""
    ADDRESSEE = "addressee"
    """Who it is for, flush left, with a colon."""
    HEADING1 = "heading1"
    """「一、」: `head` holds the heading, `body` what runs on after it."""
    HEADING2 = "heading2"
    """「（一）」: `head` holds the heading, `body` what runs on after it."""
    CAPTION = "caption"
    """Words with a colon that lead in the list or field on the next line."""
    TEXT = "text"
    """A paragraph of running text."""
    ROW = "row"
    """`head` is a label with its colon, `body` one field with what may stand round it."""
    TABLE = "table"
    """A list of several columns: `body` is its field alone."""
    ITEMS = "items"
    """A list of one column, numbered: `body` is its field alone."""
    ATTACHMENTS = "attachments"
    """The list of attachments, after 「附件：」: `body` is its field alone."""
    SIGNATURE = "signature"
    """Who signs, above the date."""
    DATE = "date"
    """The date of the paper: `body` is its field alone."""
    REMARK = "remark"
    """A whole line in round brackets."""
    HAND = "hand"
    """`head` is a label with its colon; what follows is written by hand, never typed."""
    HAND_DATE = "hand-date"
    """A date to be written by hand."""


_PARTS = {
    "报头": LineKind.MASTHEAD,
    "报尾": LineKind.IMPRINT,
    "标题": LineKind.TITLE,
    "主送": LineKind.ADDRESSEE,
    "称谓": LineKind.ADDRESSEE,
    "称呼": LineKind.ADDRESSEE,
}
"""Parts whose every line is of one kind, lists apart."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a line: words, or a field."""

    text: str
    """The words; of a field, its label."""
    field: str = ""
    """Id of the field; empty for words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paper: a paragraph, a row of a form, or a list."""

    kind: LineKind
    """What it is."""
    part: str
    """Title of the part of the structure it belongs to; never printed."""
    body: tuple[Segment, ...]
    """Pieces in order; of a list or date, the one field."""
    head: tuple[Segment, ...] = ()
    """Heading or label before the body."""
    columns: tuple[str, ...] = ()
    """Names of a list's columns."""
    optional: bool = False
    """Whether all its fields may stay empty, so that a filled paper leaves the line out when they do."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Ids of the fields in it, in order."""
        return tuple(segment.field for segment in (*self.head, *self.body) if segment.field)


def document_lines(document: DocumentTemplate) -> tuple[Line, ...]:
    """The lines of a self-drafted paper, in order."""
    fields = {field.id: field for field in document.fields}
    rows = [(part, row) for part in document.structure for row in part.text.split("\n") if row.strip()]
    lines: list[Line] = []
    skip = False
    for i, (part, row) in enumerate(rows):
        following = rows[i + 1][1].strip() if i + 1 < len(rows) else ""
        if skip:
            skip = False
            continue
        line = _line(part, row.strip(), following, fields)
        skip = line.kind is LineKind.ATTACHMENTS
        lines.append(line)
    return tuple(replace(line, optional=_optional(line, fields)) for line in lines)


def lines_json(lines: tuple[Line, ...]) -> list[dict[str, Any]]:
    """The lines as scripts read them; a piece is a string, or `{f: id}` for a field."""
    return [_line_json(line) for line in lines]


def _line(part: Part, row: str, following: str, fields: dict[str, DocumentField]) -> Line:
    whole = tuple(_segments(row, fields))
    alone = fields.get(whole[0].field) if len(whole) == 1 and whole[0].field else None
    listed = _list(following, fields)
    if alone is not None and alone.type is FieldType.LIST:
        kind = LineKind.TABLE if len(alone.options) > 1 else LineKind.ITEMS
        return Line(kind, part.title, whole, columns=alone.options)
    if row == _ATTACHED and listed is not None:
        body = (Segment(listed.label, listed.id),)
        return Line(LineKind.ATTACHMENTS, part.title, body, (Segment(row),), listed.options)
    if part.title in _PARTS:
        return Line(_PARTS[part.title], part.title, whole)
    if alone is not None and alone.type is FieldType.DATE:
        return Line(LineKind.DATE, part.title, whole)
    return _headed(part, row, fields) or Line(
        _kind(part, row, leads_in=listed is not None or _FIELD.fullmatch(following) is not None), part.title, whole
    )


def _headed(part: Part, row: str, fields: dict[str, DocumentField]) -> Line | None:
    """A line that begins with a heading or a label."""
    for pattern, kind in ((_HEADING, LineKind.HEADING1), (_SUBHEADING, LineKind.HEADING2)):
        if found := pattern.match(row):
            return _split(kind, part, found.group(), row, fields)
    found = _LABEL.match(row)
    if found is None or _REMARK.fullmatch(row):
        return None
    if found.end() == len(row) and ("签名" in row or row.endswith("意见：")):
        return _split(LineKind.HAND, part, row, row, fields)
    if _FIELD.match(row, found.end()) and len(_FIELD.findall(row)) == 1 and not row.endswith("。"):
        return _split(LineKind.ROW, part, found.group(), row, fields)
    return None


def _kind(part: Part, row: str, *, leads_in: bool) -> LineKind:
    """What a line without a heading is, by its words."""
    if _HAND_DATE.fullmatch(row):
        return LineKind.HAND_DATE
    if _REMARK.fullmatch(row):
        return LineKind.REMARK
    if part.title == _CLOSING and row.startswith("{"):
        return LineKind.SIGNATURE
    if leads_in and len(row) <= _CAPTION_WIDTH and _LABEL.fullmatch(row):
        return LineKind.CAPTION
    return LineKind.TEXT


def _split(kind: LineKind, part: Part, head: str, row: str, fields: dict[str, DocumentField]) -> Line:
    rest = row[len(head) :]
    return Line(kind, part.title, tuple(_segments(rest, fields)), tuple(_segments(head, fields)))


def _segments(text: str, fields: dict[str, DocumentField]) -> Iterator[Segment]:
    at = 0
    for found in _FIELD.finditer(text):
        if found.start() > at:
            yield Segment(text[at : found.start()])
        field = fields.get(found.group(1))
        yield Segment(field.label if field else found.group(1), found.group(1))
        at = found.end()
    if at < len(text):
        yield Segment(text[at:])


def _list(row: str, fields: dict[str, DocumentField]) -> DocumentField | None:
    found = _FIELD.fullmatch(row)
    field = fields.get(found.group(1)) if found else None
    return field if field is not None and field.type is FieldType.LIST else None


def _optional(line: Line, fields: dict[str, DocumentField]) -> bool:
    return bool(line.fields) and not any(fields[name].required for name in line.fields if name in fields)


def _line_json(line: Line) -> dict[str, Any]:
    shape: dict[str, Any] = {"kind": line.kind.value, "part": line.part, "body": [_piece(s) for s in line.body]}
    if line.head:
        shape["head"] = [_piece(s) for s in line.head]
    if line.columns:
        shape["columns"] = list(line.columns)
    if line.optional:
        shape["optional"] = True
    return shape


def _piece(segment: Segment) -> str | dict[str, str]:
    return {"f": segment.field} if segment.field else segment.text
