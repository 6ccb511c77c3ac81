"""Archives of a procedure's papers, the scripts that bring forms to browsers, and bytes that repeat."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import cast
from zipfile import ZipFile

import pytest
from docx import Document

from generator.derive.addresses import derive_addresses
from generator.derive.views import Views
from generator.load import load, read_files
from generator.model.document import DocumentKind
from generator.pipeline import read_views
from generator.publish.made_files import finished
from generator.render.document_files import archive_name, document_files, drafted
from generator.render.office.archive import pack
from generator.render.office.filling import Use
from generator.render.site import render
from generator.structure import structure
from tests.documents.papers import DRAFTED, documents, made, parts

ROOT = Path(__file__).parent.parent.parent


PARTS = ("content/documents/", "content/procedures/", "content/roles")


@cache
def views() -> Views:
    """The real handbook with as much derived from it as papers need."""
    read, _ = read_files(ROOT)
    kept = {path: data for path, data in read.items() if path.startswith(PARTS)}
    handbook, _ = structure(load(kept)[0])
    return cast(Views, SimpleNamespace(handbook=handbook, addresses=derive_addresses(handbook)))


@cache
def files() -> dict[str, str | bytes]:
    """Every file of papers."""
    return finished(document_files(views()), None)


def test_every_self_drafted_paper_has_its_files_and_no_other_has() -> None:
    wanted = {f"documents/files/{id}-{end}" for id in DRAFTED for end in ("blank.docx", "sample.docx", "form.js")}
    assert {path for path in files() if path.startswith("documents/")} == wanted
    for document in documents().values():
        if document.kind is not DocumentKind.A:
            assert not [path for path in files() if f"/{document.id}-" in path]


@pytest.mark.parametrize("document_id", DRAFTED)
def test_form_is_brought_as_a_script(document_id: str) -> None:
    script = files()[f"documents/files/{document_id}-form.js"]
    assert isinstance(script, bytes)
    found = re.fullmatch(
        r'window\.xt = window\.xt \|\| \{\};\nxt\.papers = xt\.papers \|\| \{\};\n'
        r'xt\.papers\["([a-z0-9-]+)"\] = \{docx: "([A-Za-z0-9+/=]+)"\};\n',
        script.decode("ascii"),
    )  # fmt: skip
    assert found
    assert found[1] == document_id
    assert base64.b64decode(found[2]) == made(document_id, Use.FORM)
    assert len(script) < 16_000


def procedures() -> list[str]:
    return [procedure.id for procedure in views().handbook.procedures if drafted(procedure, views())]


@pytest.mark.parametrize("procedure_id", procedures())
def test_archive_holds_the_papers_in_order_with_a_checklist_on_top(procedure_id: str) -> None:
    data = files()[f"procedures/{procedure_id}-papers.zip"]
    assert isinstance(data, bytes)
    procedure = next(one for one in views().handbook.procedures if one.id == procedure_id)
    papers = drafted(procedure, views())
    with ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.flag_bits & 0x800 == (0x800 if not info.filename.isascii() else 0)
            assert not re.search(r'[\\:*?"<>|]|\.\.', info.filename)
            assert len(info.filename.encode()) < 120
            assert Document(BytesIO(archive.read(info))).element.body is not None
        checklist = Document(BytesIO(archive.read("0-清单.docx")))
        for number, document in enumerate(papers, start=1):
            for folder, use in (("空白", Use.BLANK), ("示例", Use.SAMPLE)):
                assert archive.read(f"{folder}/{number:02}-{document.title}.docx") == made(document.id, use)
    assert names[0] == "0-清单.docx"
    assert len(names) == 1 + 2 * len(papers)
    text = "\n".join(cell.text for row in checklist.tables[0].rows for cell in row.cells)
    for number, document in enumerate(papers, start=1):
        assert f"{number:02} {document.title}" in text
    for number, step in enumerate(procedure.steps, start=1):
        assert (f"{number}. {step.title}" in text) == bool(step.papers)


def test_checklist_says_where_other_papers_come_from() -> None:
    data = parts(bytes(files()["procedures/admission-papers.zip"]))["0-清单.docx"]  # type: ignore[arg-type]
    file = Document(BytesIO(data))
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows]
    assert rows[0] == ["步骤", "谁来办", "时限", "文书和材料", "办好"]
    assert rows[2] == [
        "2. 派人谈话",
        "党支部",
        "收到申请书后一个月内",
        "入党申请书（本人手写）\n01 入党申请人谈话记录",
        "□",
    ]
    assert "《中国共产党入党志愿书》（统一印制）" in "".join(row[3] for row in rows)
    notes = "".join(p.text for p in file.paragraphs)
    assert "标“统一印制”的表向上级党委组织部门领取，不自制替代表；标“本人手写”的由本人写，没有现成文本。" in notes


def test_name_of_an_archive() -> None:
    procedure = next(one for one in views().handbook.procedures if one.id == "branch-election")
    assert archive_name(procedure) == "文书包-支部换届选举.zip"


def test_pages_link_to_the_files() -> None:
    pages = {page.url: page for page in render(read_views(ROOT)[0]).pages}
    election = pages["procedures/branch-election.html"].html
    assert 'href="branch-election-papers.zip" download="文书包-支部换届选举.zip"' in election
    assert 'href="branch-election-papers.zip" download="文书包-支部换届选举.zip"' in pages["procedures/index.html"].html
    assert "papers.zip" not in pages["procedures/appeal.html"].html
    for document in documents().values():
        html = pages[f"documents/{document.id}.html"].html
        for use in ("blank", "sample"):
            assert (f'href="files/{document.id}-{use}.docx"' in html) == (document.kind is DocumentKind.A)


PRINT_HASHES = """
import hashlib, os
from tests.documents.test_archives import files
os.chdir("/")
for path, data in files().items():
    print(path, hashlib.sha256(data).hexdigest())
"""


def test_same_bytes_whatever_the_process_place_and_language() -> None:
    surroundings = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "77", "TZ": "America/New_York", "LC_ALL": "C"},
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", PRINT_HASHES],
            env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **around},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for around in surroundings
    ]
    own = "".join(f"{path} {hashlib.sha256(bytes(data)).hexdigest()}\n" for path, data in files().items())  # type: ignore[arg-type]
    assert runs == [own, own]


def test_archive_has_no_dates_and_a_fixed_order() -> None:
    entries = {"b.txt": b"2", "[Content_Types].xml": b"0", "甲.txt": b"3", "a.txt": b"1"}
    data = pack(entries)
    assert data == pack(dict(reversed(entries.items())))
    assert list(parts(data)) == ["[Content_Types].xml", "a.txt", "b.txt", "甲.txt"]
