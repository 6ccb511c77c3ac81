"""The self-drafted papers of the real content, and what readers find in their files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordFile
from lxml import etree

from generator.load import load, read_files
from generator.model.document import DocumentKind, DocumentTemplate
from generator.render.office.filling import PaperText, Use, list_rows
from generator.render.office.papers import make_paper, paper_text
from generator.structure import structure

ROOT = Path(__file__).parent.parent.parent
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def documents() -> dict[str, DocumentTemplate]:
    """Every paper of the handbook, by its id."""
    files, _ = read_files(ROOT)
    kept = {path: data for path, data in files.items() if path.startswith("content/documents/")}
    parsed, faults = load(kept)
    assert not faults
    handbook, _ = structure(parsed)
    return {document.id: document for document in handbook.documents}


DRAFTED = sorted(id for id, document in documents().items() if document.kind is DocumentKind.A)
"""Ids of the self-drafted ones."""


@cache
def paper(document_id: str) -> PaperText:
    """What the files of a paper are made of."""
    return paper_text(documents()[document_id])


@cache
def made(document_id: str, use: Use) -> bytes:
    """A file of a paper."""
    return make_paper(paper(document_id), use)


def word(data: bytes) -> WordFile:
    """A file as python-docx reads it."""
    return Document(BytesIO(data))


@cache
def parts(data: bytes) -> dict[str, bytes]:
    """The entries of a file."""
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def xml(data: bytes, name: str = "word/document.xml") -> Any:
    """One part of a file as XML."""
    return etree.fromstring(parts(data)[name])


@cache
def words(data: bytes) -> str:
    """All text of the body, without spaces and line breaks."""
    return re.sub(r"\s", "", "".join(text.text or "" for text in xml(data).iter(f"{W}t")))


def told(document: DocumentTemplate) -> Iterator[tuple[str, str]]:
    """Field id and every piece of its example that a paper prints."""
    for field in document.fields:
        value = field.example or ""
        pieces = [cell for row in list_rows(value, len(field.options)) for cell in row] if "|" in value else [value]
        for piece in pieces:
            for line in piece.split("\n"):
                text = re.sub(r"\s", "", line).rstrip("。；")
                if text:
                    yield field.id, text
