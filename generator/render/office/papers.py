"""The Word files of self-drafted papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from generator.derive.document_lines import document_lines
from generator.model.document import DocumentTemplate, Layout
from generator.model.sheet import MANY_COLUMNS
from generator.render.office.docx import Paper
from generator.render.office.filling import Filling, PaperText, Use
from generator.render.office.layouts.ballot import write_ballot
from generator.render.office.layouts.form import write_form
from generator.render.office.layouts.letter import write_letter
from generator.render.office.layouts.roster import write_roster
from generator.render.office.page import FORM, OFFICIAL, SLIPS, WIDE, PageSetup

SAMPLE_MARK: Final = "示例，人名地名均为虚构"
"""Head of every sample, outside the paper's text."""

_WRITERS: Final[Mapping[Layout, Callable[[Paper, Filling], None]]] = {
    Layout.OFFICIAL: write_letter,
    Layout.NOTICE: write_letter,
    Layout.ESSAY: write_letter,
    Layout.RECORD: write_form,
    Layout.TABLE: write_form,
    Layout.ROSTER: write_roster,
    Layout.BALLOT: write_ballot,
}


def paper_text(document: DocumentTemplate) -> PaperText:
    """What the files of a self-drafted paper are made of."""
    assert document.layout is not None
    return PaperText(document.title, document.layout, document.fields, document_lines(document))


def examples(paper: PaperText) -> dict[str, str]:
    """The example of every field."""
    return {field.id: field.example for field in paper.fields if field.example}


def make_paper(paper: PaperText, use: Use, values: Mapping[str, str] | None = None) -> bytes:
    """The Word file of a paper; a sample holds the examples unless other values are given."""
    mark = SAMPLE_MARK if use is Use.SAMPLE and values is None else ""
    filling = Filling(paper, use, examples(paper) if values is None else values)
    file = Paper(paper.title, page_of(paper), mark=mark)
    _WRITERS[paper.layout](file, filling)
    return file.data()


def page_of(paper: PaperText) -> PageSetup:
    """The sheet a paper is laid out on."""
    if paper.layout is Layout.BALLOT:
        return SLIPS
    if paper.layout is Layout.ROSTER:
        wide = any(len(line.columns) >= MANY_COLUMNS for line in paper.lines)
        return WIDE if wide else FORM
    return OFFICIAL if paper.layout in (Layout.OFFICIAL, Layout.NOTICE, Layout.ESSAY) else FORM
