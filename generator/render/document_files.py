"""Word files of self-drafted papers, and one archive with all papers of a procedure."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from typing import Final

from generator.derive.views import Views
from generator.model.document import DocumentKind, DocumentTemplate
from generator.model.procedure import Procedure, Step, is_document_id
from generator.model.role import Role
from generator.render.made import Made
from generator.render.office.archive import pack
from generator.render.office.checklist import Entry, make_checklist
from generator.render.office.filling import PaperText, Use
from generator.render.office.papers import make_paper, paper_text

FOLDER: Final = "documents/files"
"""Where the files of papers are."""
_FOREIGN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAMES = {Use.BLANK: "空白", Use.SAMPLE: "示例"}
_KINDS = {DocumentKind.B: "统一印制", DocumentKind.C: "本人手写"}
_NOTES = (
    "「空白」里是可以直接填写的 Word 文件，「示例」里是填好的样子，示例中的人名、地名均为虚构。",
    "文件名前的编号与本清单中文书前的编号一致。",
    "标题用方正小标宋简体，正文用仿宋，小标题用黑体、楷体；电脑里没有的字体，Word 和 WPS 会换用相近的，内容不受影响。",
    "标“统一印制”的表向上级党委组织部门领取，不自制替代表；标“本人手写”的由本人写，没有现成文本。",
    "请示、报告等公文参照 GB/T 9704-2012 排版；上级有规定格式的，按上级的办。",
)


def document_files(views: Views) -> dict[str, Made]:
    """Path → file: a blank, a sample and a form for browsers of every self-drafted paper; archives of procedures."""
    files: dict[str, Made] = {}
    for document in views.handbook.documents:
        if document.kind is DocumentKind.A:
            paper = paper_text(document)
            for use in (Use.BLANK, Use.SAMPLE):
                files[file_path(document.id, use)] = paper_file(paper, use)
            files[form_path(document.id)] = Made.of(make_form_script, document.id, paper_file(paper, Use.FORM))
    for procedure in views.handbook.procedures:
        if drafted(procedure, views):
            files[views.addresses.of("procedure-papers", procedure.id)] = papers_archive(procedure, views)
    return files


def file_path(document_id: str, use: Use) -> str:
    """Where a paper's Word file is, from the site's root."""
    return f"{FOLDER}/{document_id}-{use.value}.docx"


def form_path(document_id: str) -> str:
    """Where the script is that brings a browser the paper to fill in."""
    return f"{FOLDER}/{document_id}-form.js"


def paper_file(paper: PaperText, use: Use) -> Made:
    """A paper's Word file."""
    return Made.of(make_paper, paper, use)


def make_form_script(document_id: str, file: Made) -> bytes:
    """A script that registers the Word file a browser fills in; data in a script works without a server."""
    data = b64encode(file()).decode()
    return (
        f'window.xt = window.xt || {{}};\nxt.papers = xt.papers || {{}};\nxt.papers["{document_id}"] = '
        f'{{docx: "{data}"}};\n'
    ).encode()


def drafted(procedure: Procedure, views: Views) -> tuple[DocumentTemplate, ...]:
    """The self-drafted papers of a procedure in the order they are first needed."""
    named = dict.fromkeys(paper for step in procedure.steps for paper in step.papers if is_document_id(paper))
    found = (views.handbook.get(DocumentTemplate, name) for name in named)
    return tuple(document for document in found if document.kind is DocumentKind.A)


def archive_name(procedure: Procedure) -> str:
    """Name that an archive is saved under."""
    return f"文书包-{_named(procedure.title)}.zip"


def papers_archive(procedure: Procedure, views: Views) -> Made:
    """All papers of a procedure in order, blank and as samples, with a checklist on top."""
    names: list[str] = ["0-清单.docx"]
    files = [checklist(procedure, views)]
    for number, document in enumerate(drafted(procedure, views), start=1):
        for use, folder in _NAMES.items():
            names.append(f"{folder}/{number:02}-{_named(document.title)}.docx")
            files.append(paper_file(paper_text(document), use))
    return Made.of(make_archive, tuple(names), tuple(files))


def make_archive(names: tuple[str, ...], files: tuple[Made, ...]) -> bytes:
    """Files under their names as one archive."""
    return pack({name: file() for name, file in zip(names, files, strict=True)})


def checklist(procedure: Procedure, views: Views) -> Made:
    """The checklist of a procedure's papers."""
    numbers = {document.id: i for i, document in enumerate(drafted(procedure, views), start=1)}
    entries = tuple(_entries(procedure, numbers, views))
    return Made.of(make_checklist, procedure.title, _NOTES, entries)


def _entries(procedure: Procedure, numbers: dict[str, int], views: Views) -> Iterator[Entry]:
    for number, step in enumerate(procedure.steps, start=1):
        if step.papers:
            yield Entry(
                step=f"{number}. {step.title}",
                who=views.handbook.get(Role, step.actor).name,
                when="；".join(limit.text for limit in step.limits) or "—",
                papers=tuple(_papers(step, numbers, views)),
            )


def _papers(step: Step, numbers: dict[str, int], views: Views) -> Iterator[str]:
    for paper in step.papers:
        if not is_document_id(paper):
            yield paper
            continue
        document = views.handbook.get(DocumentTemplate, paper)
        if paper in numbers:
            yield f"{numbers[paper]:02} {document.title}"
        else:
            yield f"{document.title}（{_KINDS[document.kind]}）"


def _named(title: str) -> str:
    return _FOREIGN.sub("_", title)
