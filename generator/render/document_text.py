"""The text of a filled paper, line by line, the same as document-lines.js makes in the browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.derive.document_lines import Line, LineKind, Segment, document_lines
from generator.model.document import DocumentTemplate, FieldType, Layout
from generator.render.office.values import clean, joined

Rows = tuple[tuple[str, ...], ...]
Value = str | Rows

EMPTY = "　　　　"
"""What an empty required field prints."""
GRIDS = frozenset({Layout.RECORD, Layout.TABLE})
"""Layouts in which labels and values are cells, which stay where they are empty."""
_LISTS = frozenset({LineKind.TABLE, LineKind.ITEMS, LineKind.ATTACHMENTS})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a paragraph."""

    text: str
    """The words."""
    field: str = ""
    """Field they were typed into; empty for the paper's own words."""
    look: str = ""
    """`h1` or `h2` for the font of a heading, `gap` for a line to write on."""


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a filled paper."""

    kind: LineKind
    """Kind of the line."""
    part: str
    """Part of the paper it belongs to."""
    head: str = ""
    """Heading or label."""
    paragraphs: tuple[tuple[Piece, ...], ...] = ()
    """Paragraphs of running text."""
    columns: tuple[str, ...] = ()
    """Columns of a list."""
    rows: Rows = ()
    """Rows of a list."""
    field: str = ""
    """The field, where the line holds one alone."""


def examples(document: DocumentTemplate) -> Mapping[str, Value]:
    """Field → its example, lists as rows of cells."""
    return {
        field.id: _rows(field.example or "") if field.type is FieldType.LIST else field.example or ""
        for field in document.fields
    }


def blocks(document: DocumentTemplate, values: Mapping[str, Value]) -> tuple[Block, ...]:
    """The paper with these values."""
    optional = {field.id for field in document.fields if not field.required}
    keeps = document.layout in GRIDS
    return tuple(
        _block(line, optional, values)
        for line in document_lines(document)
        if keeps or not line.optional or any(_filled(values.get(name, "")) for name in line.fields)
    )


def _block(line: Line, optional: set[str], values: Mapping[str, Value]) -> Block:
    head = "".join(segment.text for segment in line.head if not segment.field)
    alone = line.body[0].field if len(line.body) == 1 else ""
    if line.kind not in _LISTS:
        return Block(line.kind, line.part, head, _paragraphs(line.body, optional, values), field=alone)
    given = values.get(alone) or ((),)
    kept = [row for row in given if any(cell.strip() for cell in row)] or given
    rows = tuple(_row(row, len(line.columns)) for row in kept)
    return Block(line.kind, line.part, head, (), line.columns, rows, alone)


def _paragraphs(
    segments: Sequence[Segment], optional: set[str], values: Mapping[str, Value]
) -> tuple[tuple[Piece, ...], ...]:
    out: list[list[Piece]] = [[]]
    for segment, following in zip(segments, (*segments[1:], Segment("")), strict=False):
        if not segment.field:
            out[-1].append(Piece(segment.text))
            continue
        value = values.get(segment.field, "")
        text = joined(clean(str(value)), "" if following.field else following.text)
        first, *more = (text or ("" if segment.field in optional else EMPTY)).split("\n")
        out[-1].append(Piece(first, segment.field))
        out += [[Piece(part, segment.field)] for part in more]
    return tuple(map(tuple, out))


def _rows(example: str) -> Rows:
    return tuple(tuple(cell.strip() for cell in row.split("|")) for row in example.split("\n"))


def _row(cells: Sequence[str], width: int) -> tuple[str, ...]:
    cleaned = [clean(cell).strip() for cell in cells[:width]]
    return (*cleaned, *[""] * (width - len(cleaned)))


def _filled(value: Value) -> bool:
    return any(cell.strip() for row in value for cell in row) if isinstance(value, tuple) else bool(value.strip())
