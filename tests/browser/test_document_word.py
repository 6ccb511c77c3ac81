"""One text of a paper: the preview, the Word file made in the browser and the build's own sample say the same."""

from __future__ import annotations

import base64
import io
import random
import re
from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from playwright.sync_api import Page

from generator.model.document import Layout
from generator.render.document_data import shares_line
from generator.render.document_sheet import Cell, Unit, sheet
from generator.render.document_text import blocks
from generator.render.office.closing import closing_indents
from generator.render.office.filling import Use
from generator.render.office.papers import make_paper, paper_text
from tests.browser.test_document_checks import scripts
from tests.documents_form.papers import data, example, papers

__all__ = ["scripts"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAKE = "([template, data, values]) => Array.from(xt.documentDocx.make(template, data, values))"
UNITS = "([data, values]) => xt.documentSheet.units(data, values)"
HOSTILE = (
    '李 & <王> "某"',
    "]]> </w:t></w:r> &amp; {{name}}",
    "甲\x0b乙\x1f丙\x00",
    "第一行\n第二行\r\n第三行",
    "一\t二",
    "很好。",
    "①②③ 😀 𠮷野家",
    "\ud800 半个",
    "字" * 3000,
    "$& $1 $$ \\1",
    "　",
)


@cache
def template(paper: str) -> str:
    return base64.b64encode(make_paper(paper_text(papers()[paper]), Use.FORM)).decode()


def words(file: bytes) -> str:
    """Everything a Word file's body says, without white space."""
    body = docx.Document(io.BytesIO(file)).element.body
    return squeezed(text.text or "" for text in body.iter(f"{W}t"))


def squeezed(texts: Iterable[str]) -> str:
    return re.sub(r"\s", "", "".join(texts))


def previewed(units: list[dict[str, Any]]) -> str:
    texts = []
    for unit in units:
        texts += [piece[0] for piece in unit["pieces"]]
        texts += [p[0] for row in unit["rows"] for cell in row for paragraph in cell["paragraphs"] for p in paragraph]
    return squeezed(texts)


def plain(unit: Unit) -> dict[str, Any]:
    def cell(one: Cell) -> dict[str, Any]:
        return {
            "paragraphs": [[list(asdict(piece).values()) for piece in words] for words in one.paragraphs],
            "head": one.head,
            "span": one.span,
        }

    return {
        "name": unit.name,
        "pieces": [list(asdict(piece).values()) for piece in unit.pieces],
        "rows": [[cell(one) for one in row] for row in unit.rows],
    }


def server(paper: str, values: dict[str, Any]) -> list[dict[str, Any]]:
    """The paper as the generator draws it."""
    document = papers()[paper]
    frozen = {name: tuple(map(tuple, v)) if isinstance(v, list) else v for name, v in values.items()}
    assert document.layout is not None
    return [plain(unit) for unit in sheet(blocks(document, frozen), document.layout, shares_line(document))]


@pytest.fixture(params=sorted(papers()))
def paper(request: pytest.FixtureRequest) -> str:
    """Every self-drafted paper in turn."""
    return str(request.param)


def test_example_is_one_text_in_page_browser_and_word(scripts: Page, paper: str) -> None:
    values = example(paper)
    units = scripts.evaluate(UNITS, [data(paper), values])
    assert units == server(paper, values)
    made = bytes(scripts.evaluate(MAKE, [template(paper), data(paper), values]))
    assert words(made) == words(make_paper(paper_text(papers()[paper]), Use.SAMPLE))
    slips = 2 if data(paper)["layout"] == "ballot" else 1
    assert words(made) == previewed(units) * slips


def hostile(paper: str, chance: random.Random) -> dict[str, Any]:
    """Values that no one types on purpose; days, numbers and choices stay what they can be."""
    values = example(paper)
    for field in data(paper)["fields"]:
        if field["type"] in ("text", "paragraph", "person") and chance.random() < 0.7:
            values[field["id"]] = chance.choice(HOSTILE) if field["required"] else chance.choice(("", *HOSTILE))
        if field["type"] == "list" and len(field["hand"]) < len(field["options"]):
            rows = [[chance.choice(HOSTILE[:7]) for _ in field["options"]] for _ in range(chance.choice((0, 1, 4)))]
            values[field["id"]] = rows or [["" for _ in field["options"]]]
    return values


def test_hostile_values_are_the_same_in_preview_and_word(scripts: Page, paper: str) -> None:
    values = hostile(paper, random.Random(paper))
    units = scripts.evaluate(UNITS, [data(paper), values])
    assert units == server(paper, values)
    made = bytes(scripts.evaluate(MAKE, [template(paper), data(paper), values]))
    slips = 2 if data(paper)["layout"] == "ballot" else 1
    assert words(made) == previewed(units) * slips
    assert "{{@" not in ZipFile(io.BytesIO(made)).read("word/document.xml").decode()


SMALL = "branch-resolution-admission"


def test_the_same_values_make_the_same_bytes(scripts: Page) -> None:
    first, second = (scripts.evaluate(MAKE, [template(SMALL), data(SMALL), example(SMALL)]) for _ in range(2))
    assert first == second
    with ZipFile(io.BytesIO(bytes(first))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.testzip() is None


def test_only_the_text_of_the_template_changes(scripts: Page) -> None:
    made = ZipFile(io.BytesIO(bytes(scripts.evaluate(MAKE, [template(SMALL), data(SMALL), example(SMALL)]))))
    given = ZipFile(io.BytesIO(base64.b64decode(template(SMALL))))
    assert made.namelist() == given.namelist()
    changed = [name for name in made.namelist() if made.read(name) != given.read(name)]
    assert changed == ["word/document.xml"]


def test_a_value_of_several_lines_goes_on_in_paragraphs_of_the_same_kind(scripts: Page) -> None:
    values = example(SMALL) | {"performance": "一是学习。\n二是值守。"}
    made = docx.Document(io.BytesIO(bytes(scripts.evaluate(MAKE, [template(SMALL), data(SMALL), values]))))
    first, second = [p for p in made.paragraphs if "一是学习" in p.text or "二是值守" in p.text]
    assert first.text.endswith("一是学习。")
    assert second.text.startswith("二是值守。主要不足是：")
    assert first._p.pPr.xml == second._p.pPr.xml


def test_forty_rows_and_a_long_value_are_all_there(scripts: Page) -> None:
    values = example("member-roster")
    values["members"] = [[str(i), f"党员{i}", *["某" * 60] * 9] for i in range(1, 41)]
    file = bytes(scripts.evaluate(MAKE, [template("member-roster"), data("member-roster"), values]))
    table = docx.Document(io.BytesIO(file)).tables[0]
    assert [row.cells[1].text for row in table.rows] == ["姓名", *(f"党员{i}" for i in range(1, 41))]


CLOSING = {
    "sealed": ("official", "中共示例社区支部委员会", "2026年8月20日"),
    "long signature": ("official", "中共示例市示例区示例街道示例社区第一网格支部委员会", "2026年8月20日"),
    "not sealed": ("notice", "中共示例社区支部委员会", "2026年8月20日"),
    "short signature": ("essay", "某支部", "2026年10月20日"),
    "letters and figures": ("official", "中共ABC公司3支部（筹）", "2026年1月1日"),
}


@pytest.mark.parametrize(("layout", "signature", "date"), CLOSING.values(), ids=CLOSING)
def test_signature_and_date_stand_where_word_has_them(scripts: Page, layout: str, signature: str, date: str) -> None:
    found = scripts.evaluate("(given) => xt.documentClosing.indents(...given)", [layout, signature, date])
    assert found == pytest.approx(closing_indents(Layout(layout), signature, date))
