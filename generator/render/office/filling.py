"""What stands where a paper has fields: gaps, a sample's values, or tags for a browser to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.derive.document_lines import Line, LineKind, Segment
from generator.model.document import DocumentField, FieldType, Layout
from generator.render.office.closing import closing_indents
from generator.render.office.docx import Run
from generator.render.office.values import CHARACTER, joined, width

GREY: Final = "7F7F7F"
"""Colour of hints: words to be replaced."""
_DAY: Final = "　　　　年　　月　　日"
_CELL_DAY: Final = "　　　年　月　日"
_TYPED = (Layout.OFFICIAL, Layout.NOTICE, Layout.ESSAY)
_BOXES_WIDTH = 34


class Use(StrEnum):
    """What a file is for."""

    BLANK = "blank"
    """To be filled in with Word or by hand."""
    SAMPLE = "sample"
    """To be read."""
    FORM = "form"
    """To be filled in by a browser."""


@dataclass(frozen=True)
class PaperText:
    """All that a paper's file is made of."""

    title: str
    """Name of the paper."""
    layout: Layout
    """How it is laid out."""
    fields: tuple[DocumentField, ...]
    """Its fields."""
    lines: tuple[Line, ...]
    """Its text."""


class Filling:
    """The fields of one paper in one use."""

    def __init__(self, paper: PaperText, use: Use, values: Mapping[str, str]) -> None:
        """`values` counts for samples only."""
        self.paper = paper
        """The paper."""
        self.use = use
        """What the file is for."""
        self._values = values
        self._fields = {field.id: field for field in paper.fields}

    def field(self, field_id: str) -> DocumentField:
        """A field by its id."""
        return self._fields[field_id]

    def value(self, field_id: str) -> str:
        """What a sample has for a field."""
        return self._values.get(field_id, "").strip()

    def omits(self, line: Line) -> bool:
        """Whether a filled paper leaves the line out."""
        return self.use is Use.SAMPLE and line.optional and not any(map(self.value, line.fields))

    def words(self, segments: Sequence[Segment], *, font: str = "", cell: bool = False) -> list[Run]:
        """The runs of a piece of text; `cell`: gaps are as wide as the cell, so they stay empty."""
        runs: list[Run] = []
        for segment, following in zip(segments, [*segments[1:], Segment("")], strict=True):
            if not segment.field:
                runs.append(Run(segment.text, font=font))
            elif self.use is Use.BLANK:
                runs.append(self._gap(self.field(segment.field), font, cell=cell))
            else:
                runs.append(Run(self._filled(segment.field, following), font=font))
        return runs

    def text(self, segments: Sequence[Segment]) -> str:
        """The words of a piece of text, where it has a value or tag for every field."""
        return "".join(run.text for run in self.words(segments))

    def rows(self, line: Line, least: int) -> list[list[str]]:
        """The rows of a list, every one with all columns; `least` empty ones in a blank."""
        columns, field_id = len(line.columns), line.body[0].field
        if self.use is Use.FORM:
            return [[f"{{{{{field_id}.{i + 1}}}}}" for i in range(columns)]]
        if self.use is Use.BLANK:
            return [[""] * columns for _ in range(least)]
        return list_rows(self.value(field_id), columns) or [[""] * columns]

    def number(self, line: Line, place: int) -> str:
        """What numbers a row of a list, from 1."""
        return f"{{{{{line.body[0].field}.#}}}}" if self.use is Use.FORM else str(place)

    def closing(self, signature: Line, date: Line) -> tuple[float | str, float | str]:
        """Right indents of signature and date."""
        if self.use is Use.FORM:
            return "{{@signature}}", "{{@date}}"
        return closing_indents(self.paper.layout, self.text(signature.body), self.text(date.body))

    def _filled(self, field_id: str, following: Segment) -> str:
        if self.use is Use.FORM:
            return f"{{{{{field_id}}}}}"
        return joined(self.value(field_id), "" if following.field else following.text)

    def _gap(self, field: DocumentField, font: str, *, cell: bool) -> Run:
        if field.type is FieldType.DATE:
            return Run(_CELL_DAY if cell else _DAY, font=font)
        if cell:
            return Run(boxes(field), font=font)
        if field.type is FieldType.NUMBER:
            return Run("　　　", font=font, underline=True)
        if self.paper.layout in _TYPED:
            return Run(f"　{field.label}　", font=font, underline=True, colour=GREY)
        return Run("　" * 8, font=font, underline=True)


def boxes(field: DocumentField) -> str:
    """The options of a choice with a box each; nothing for other fields and for long options."""
    text = "　".join(f"□{option}" for option in field.options)
    return text if field.type is FieldType.CHOICE and width(text) <= _BOXES_WIDTH else ""


def list_rows(value: str, columns: int) -> list[list[str]]:
    """The rows of a list as its example is written: a row a line, columns parted by |.

    What is beyond the last column stays in it, with its bars.
    """
    rows = []
    for line in value.split("\n"):
        if line.strip():
            cells = [cell.strip(" ") for cell in line.split("|", columns - 1)]
            rows.append([*cells, *[""] * (columns - len(cells))])
    return rows


def fits_line(line: Line, filling: Filling, characters: float) -> bool:
    """Whether a row of a form is short: it can share a line with another."""
    if line.kind is LineKind.HAND:
        return width(line.head[0].text) <= characters
    field = filling.field(line.fields[0])
    if field.type in (FieldType.PARAGRAPH, FieldType.LIST):
        return False
    told = field.example or ""
    chosen = max((width(option) for option in field.options), default=0.0)
    room = max(width(boxes(field)), chosen, width(told), 6.0)
    return room <= characters and width(line.head[0].text) <= characters + 1


def twips(characters: float) -> int:
    """Characters of running text in twips."""
    return round(characters * CHARACTER)
