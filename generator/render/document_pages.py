"""Pages of documents: what a paper is, how it is written, and a form beside its layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.derive.addresses import HUBS, relative
from generator.derive.views import Views
from generator.model.document import DocumentField, DocumentKind, DocumentTemplate, FieldType, Layout
from generator.render.context import Context, fill
from generator.render.document_data import form_data, nature_of, rules_of, shares_line
from generator.render.document_files import file_path, form_path
from generator.render.document_sheet import sheet
from generator.render.document_text import blocks, examples
from generator.render.office.filling import Use
from generator.render.page import Page
from generator.render.planner_data import compact

SCRIPTS = (
    "quiz-dom",
    "calculators-numbers",
    "planner-dates",
    "document-values",
    "document-checks",
    "document-field-checks",
    "document-lines",
    "document-sheet",
    "document-closing",
    "document-paper",
    "document-inputs",
    "document-store",
    "document-elements",
    "document-errors",
    "document-docx",
    "document-form",
)
"""Scripts of a page with a form, in the order they must run."""
ARCHIVE = "assets/javascripts/vendor/fflate.js"
"""Library that opens and writes archives, loaded when a Word file is made."""
_SIZES = {
    Layout.RECORD: "A4，表格",
    Layout.TABLE: "A4，表格",
    Layout.ROSTER: "A4 横放，表格",
    Layout.BALLOT: "半张 A4；Word 文件一页两张，裁开用",
}
_SHORT = frozenset({FieldType.DATE, FieldType.NUMBER, FieldType.PERSON})


@dataclass(frozen=True, slots=True)
class File:
    """A file to download."""

    title: str
    """Words of the button."""
    href: str
    """Link to it."""
    name: str
    """Name it is saved under."""


def document_pages(views: Views) -> Iterator[Page]:
    """The hub and a page for every document."""
    yield fill("documents.html.jinja", Context(views, HUBS["documents"]), title="文书")
    for document in views.handbook.documents:
        context = Context(views, views.addresses.of("documents", document.id))
        yield fill(
            "document.html.jinja",
            context,
            title=document.title,
            lead=document.purpose,
            wide=document.kind is DocumentKind.A,
            later=partial(_later, document, context),
            document=document,
            labels={field.id: field.label for field in document.fields},
            steps=views.relations.steps_of_document.get(document.id, ()),
        )


def _later(document: DocumentTemplate, context: Context) -> Mapping[str, Any]:
    if document.layout is None:
        return {"form": "", "files": ()}
    template = relative(form_path(document.id), context.url)
    addresses = {"template": template, "archive": relative(ARCHIVE, context.url)}
    return {
        "form": compact({**form_data(document, context.views, context.clauses), **addresses}),
        "files": tuple(_files(document, context)),
        "groups": tuple(_groups(document)),
        "units": sheet(blocks(document, examples(document)), document.layout, shares_line(document)),
        "size": _SIZES.get(document.layout, "A4，每面 22 行，每行 28 字"),
        "scripts": SCRIPTS,
        "nature_of": nature_of,
        "rules_of": rules_of,
    }


def _files(document: DocumentTemplate, context: Context) -> Iterator[File]:
    for use, title, name in (
        (Use.BLANK, "下载空白 Word", f"{document.title}（空白）.docx"),
        (Use.SAMPLE, "下载填好的示例", f"{document.title}（示例）.docx"),
    ):
        yield File(title, relative(file_path(document.id, use), context.url), name)


def _groups(document: DocumentTemplate) -> Iterator[tuple[DocumentField, ...]]:
    """Fields as the form sets them: short ones two on a line."""
    waiting: DocumentField | None = None
    for field in document.fields:
        if field.type not in _SHORT:
            if waiting:
                yield (waiting,)
            waiting = None
            yield (field,)
        elif waiting:
            yield waiting, field
            waiting = None
        else:
            waiting = field
    if waiting:
        yield (waiting,)
