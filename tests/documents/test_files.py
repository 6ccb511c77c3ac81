"""Word files of every self-drafted paper: what they hold, and that Word and WPS can take them."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

import pytest
from docx.shared import Twips

from generator.model.document import DocumentKind, FieldType, Layout
from generator.model.sheet import text_width
from generator.render.office.filling import Use
from generator.render.office.page import FORM, OFFICIAL, SLIPS, WIDE
from generator.render.office.papers import SAMPLE_MARK
from tests.documents.papers import DRAFTED, W, documents, made, paper, parts, told, word, words, xml

FILES = [(document_id, use) for document_id in DRAFTED for use in (Use.BLANK, Use.SAMPLE)]
LETTERS = [id for id in DRAFTED if paper(id).layout in (Layout.OFFICIAL, Layout.NOTICE, Layout.ESSAY)]
FONTS = {"方正小标宋简体", "仿宋", "黑体", "楷体", "宋体", "Times New Roman"}
ORDER = {
    "pPr": ["pStyle", "keepNext", "pageBreakBefore", "widowControl", "pBdr", "tabs", "snapToGrid", "spacing", "ind",
            "jc", "outlineLvl"],
    "rPr": ["rFonts", "b", "bCs", "color", "spacing", "sz", "szCs", "u", "lang"],
    "tblPr": ["tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"],
    "tblBorders": ["top", "left", "bottom", "right", "insideH", "insideV"],
    "trPr": ["cantSplit", "trHeight", "tblHeader"],
    "tcPr": ["tcW", "gridSpan", "vAlign"],
    "sectPr": ["headerReference", "footerReference", "pgSz", "pgMar", "cols", "docGrid"],
    "tbl": ["tblPr", "tblGrid", "tr"],
    "tr": ["trPr", "tc"],
    "tc": ["tcPr", "p"],
    "p": ["pPr", "r"],
    "r": ["rPr", "br", "tab", "t", "fldChar", "instrText"],
    "body": ["p", "tbl", "sectPr"],
    "settings": ["zoom", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop",
                 "evenAndOddHeaders", "characterSpacingControl", "compat"],
    "style": ["name", "basedOn", "uiPriority", "semiHidden", "unhideWhenUsed", "qFormat", "pPr", "rPr", "tblPr"],
    "font": ["altName", "charset", "family", "pitch"],
}  # fmt: skip
"""Children in the order of the schema (ECMA-376, wml.xsd), typed here apart from the generator's own list."""
MIXED = {"body", "r"}


def local(element: Any) -> str:
    return str(element.tag).removeprefix(W)


def misplaced(root: Any) -> list[str]:
    """Children that the schema does not know there or wants elsewhere."""
    found = []
    for element in root.iter():
        allowed = ORDER.get(local(element))
        if allowed is None:
            continue
        names = [local(child) for child in element]
        found += [f"{local(element)}/{name}" for name in names if name not in allowed]
        if local(element) not in MIXED:
            ranks = [allowed.index(name) for name in names if name in allowed]
            found += [f"{local(element)}: {names}"] if ranks != sorted(ranks) else []
    return found


@pytest.mark.parametrize("document_id", DRAFTED)
def test_sample_holds_every_example_and_the_blank_none(document_id: str) -> None:
    document = documents()[document_id]
    printed, blank = words(made(document_id, Use.SAMPLE)), words(made(document_id, Use.BLANK))
    fixed = re.sub(r"\s", "", "".join(part.text for part in document.structure) + "".join(
        option for field in document.fields for option in (field.label, *field.options)
    ))  # fmt: skip
    for field_id, text in told(document):
        assert text in printed, (field_id, text)
        if len(text) > 2 and text not in fixed:
            assert text not in blank, (field_id, text)


@pytest.mark.parametrize("document_id", DRAFTED)
def test_blank_prints_no_help_and_no_placeholder(document_id: str) -> None:
    blank = words(made(document_id, Use.BLANK))
    for field in documents()[document_id].fields:
        assert not field.help or re.sub(r"\s", "", field.help) not in blank
        assert f"{{{field.id}}}" not in blank


@pytest.mark.parametrize("document_id", DRAFTED)
def test_form_holds_every_field_as_whole_tags(document_id: str) -> None:
    data = made(document_id, Use.FORM)
    texts = [text.text or "" for text in xml(data).iter(f"{W}t")]
    found: set[str] = set()
    for text in texts:
        assert text.count("{{") == text.count("}}")
        found |= set(re.findall(r"\{\{([a-z0-9-]+(?:\.[0-9#]+|\.lead)?)\}\}", text))
    for field in documents()[document_id].fields:
        if field.type is FieldType.LIST:
            assert {f"{field.id}.{i + 1}" for i in range(len(field.options))} <= found
        else:
            assert field.id in found
    assert all("&" not in text and "<" not in text for text in texts)


@pytest.mark.parametrize("document_id", DRAFTED)
def test_rows_of_a_form_hold_one_list_each(document_id: str) -> None:
    data = made(document_id, Use.FORM)
    assert not xml(data).findall(f".//{W}tbl//{W}tbl")
    for row in xml(data).iter(f"{W}tr"):
        assert len(set(re.findall(r"\{\{([a-z0-9-]+)\.", "".join(row.itertext())))) <= 1
        assert row.find(f"{W}trPr/{W}cantSplit") is None or "{{" not in "".join(row.itertext())


@pytest.mark.parametrize("document_id", LETTERS)
def test_indents_of_the_closing_are_left_to_the_form(document_id: str) -> None:
    indents = [indent.get(f"{W}right") for indent in xml(made(document_id, Use.FORM)).iter(f"{W}ind")]
    signed = any(line.kind == "signature" for line in paper(document_id).lines)
    assert [indent for indent in indents if indent and "@" in indent] == (
        ["{{@signature}}", "{{@date}}"] if signed else []
    )


@pytest.mark.parametrize(("document_id", "use"), FILES)
def test_sheet(document_id: str, use: Use) -> None:
    document = word(made(document_id, use))
    section = document.sections[0]
    assert len(document.sections) == 1
    lying = section.page_width > section.page_height
    assert (round(section.page_width.mm), round(section.page_height.mm)) == ((297, 210) if lying else (210, 297))
    setup = {True: WIDE, False: FORM}[lying]
    layout = paper(document_id).layout
    if layout in (Layout.OFFICIAL, Layout.NOTICE, Layout.ESSAY):
        setup = OFFICIAL
    elif layout is Layout.BALLOT:
        setup = SLIPS
    margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
    assert [round(margin.mm, 1) for margin in margins if margin] == [setup.top, setup.bottom, setup.left, setup.right]
    grid = section._sectPr.find(f"{W}docGrid")
    assert (grid.get(f"{W}type"), grid.get(f"{W}linePitch")) == ("lines", "579")


def test_letters_have_the_margins_of_the_standard() -> None:
    assert (OFFICIAL.top, OFFICIAL.bottom, OFFICIAL.left, OFFICIAL.right) == (37, 35, 28, 26)
    assert OFFICIAL.height // 579 == 22


@pytest.mark.parametrize("document_id", DRAFTED)
def test_the_check_of_columns_reckons_with_the_real_sheet(document_id: str) -> None:
    own = paper(document_id)
    most = max((len(line.columns) for line in own.lines), default=0)
    width = {Layout.OFFICIAL: OFFICIAL, Layout.NOTICE: OFFICIAL, Layout.ESSAY: OFFICIAL, Layout.BALLOT: SLIPS}
    lying = own.layout is Layout.ROSTER and most >= 7
    setup = WIDE if lying else width.get(own.layout, FORM)
    assert abs(text_width(own.layout, most) - setup.width) <= 15


@pytest.mark.parametrize(("document_id", "use"), FILES)
def test_fonts_are_named_for_chinese_and_none_is_of_a_theme(document_id: str, use: Use) -> None:
    data = made(document_id, use)
    named: set[str] = set()
    for name, content in parts(data).items():
        assert b"Theme" not in content, name
        assert b"theme" not in content, name
        if name.endswith(".xml") and name.startswith("word/"):
            for face in xml(data, name).iter(f"{W}rFonts"):
                if face.get(f"{W}ascii"):
                    assert face.get(f"{W}eastAsia")
                    assert face.get(f"{W}hAnsi")
                named |= {face.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} - {None}
    assert named <= FONTS
    for run in xml(data).iter(f"{W}r"):
        if run.find(f"{W}t") is not None:
            assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") == "eastAsia"


@pytest.mark.parametrize(("document_id", "use"), [*FILES, *((id, Use.FORM) for id in DRAFTED)])
def test_elements_stand_in_the_order_of_the_schema(document_id: str, use: Use) -> None:
    data = made(document_id, use)
    for name in parts(data):
        if name.startswith("word/") and name.endswith(".xml"):
            assert misplaced(xml(data, name)) == [], name


def test_misplaced_elements_are_found() -> None:
    root = deepcopy(xml(made("election-request", Use.BLANK)))
    properties = root.find(f".//{W}pPr[{W}jc]")
    properties.insert(0, properties.find(f"{W}jc"))
    assert misplaced(root) != []


@pytest.mark.parametrize(("document_id", "use"), FILES)
def test_widths_of_tables_are_written_in_every_place(document_id: str, use: Use) -> None:
    data = made(document_id, use)
    room = word(data).sections[0]
    for table in xml(data).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        width = table.find(f"{W}tblPr/{W}tblW")
        assert (width.get(f"{W}type"), int(width.get(f"{W}w"))) == ("dxa", sum(grid))
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        text = room.page_width - room.left_margin - room.right_margin
        assert Twips(sum(grid) - 1) <= text
        for row in table.iter(f"{W}tr"):
            at = 0
            for cell in row.iter(f"{W}tc"):
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                taken = int(span.get(f"{W}val")) if span is not None else 1
                assert int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) == sum(grid[at : at + taken])
                assert local(cell[-1]) == "p"
                at += taken
            assert at == len(grid)


@pytest.mark.parametrize(("document_id", "use"), FILES)
def test_lines_in_cells_stand_off_the_grid(document_id: str, use: Use) -> None:
    styles = {
        style.get(f"{W}styleId"): style for style in xml(made(document_id, use), "word/styles.xml").iter(f"{W}style")
    }
    assert styles["Cell"].find(f"{W}pPr/{W}snapToGrid").get(f"{W}val") == "0"
    for paragraph in xml(made(document_id, use)).iterfind(f".//{W}tc/{W}p"):
        assert paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Cell"


@pytest.mark.parametrize(("document_id", "use"), FILES)
def test_file_names_nobody_and_no_day(document_id: str, use: Use) -> None:
    data = made(document_id, use)
    properties = word(data).core_properties
    assert (properties.author, properties.last_modified_by, properties.revision) == ("", "", 1)
    assert f"{properties.created:%F %T}" == f"{properties.modified:%F %T}" == "2026-01-01 00:00:00"
    assert set(parts(data)) >= {"[Content_Types].xml", "word/document.xml", "word/styles.xml"}
    assert not any("embed" in name or "theme" in name or "docProps/app" in name for name in parts(data))
    assert b"rsid" not in parts(data)["word/document.xml"]
    assert b"TOC" not in parts(data)["word/document.xml"]


@pytest.mark.parametrize("document_id", DRAFTED)
def test_only_samples_are_marked_outside_their_text(document_id: str) -> None:
    def heads(use: Use) -> list[str]:
        data = made(document_id, use)
        return [re.sub(r"<[^>]+>", "", parts(data)[name].decode()).strip() for name in parts(data) if "header" in name]

    marked = heads(Use.SAMPLE)
    assert marked
    assert all(text.endswith(SAMPLE_MARK) for text in marked)
    assert SAMPLE_MARK not in words(made(document_id, Use.SAMPLE))
    assert heads(Use.BLANK) == heads(Use.FORM) == []


@pytest.mark.parametrize("document_id", LETTERS)
def test_pages_of_letters_are_numbered_at_the_outer_edge(document_id: str) -> None:
    section = word(made(document_id, Use.BLANK)).sections[0]
    odd, even = section.footer.paragraphs[0], section.even_page_footer.paragraphs[0]
    assert (str(odd.alignment), str(even.alignment)) == ("RIGHT (2)", "LEFT (0)")
    assert odd.text == even.text == "— 1 —"
    assert "PAGE" in odd._p.xml
    assert round(section.footer_distance.mm) == 25


@pytest.mark.parametrize("document_id", [id for id in DRAFTED if paper(id).layout is Layout.BALLOT])
def test_ballots_have_no_number(document_id: str) -> None:
    data = made(document_id, Use.BLANK)
    assert not [name for name in parts(data) if "footer" in name]
    assert "编号" in words(data)
    assert not re.search(r"第.{0,4}号|No\.", words(data))


def test_text_of_a_letter() -> None:
    assert [p.text for p in word(made("notice-result-report", Use.SAMPLE)).paragraphs] == [
        "关于张某某同志拟列为",
        "发展对象公示结果的报告",
        "",
        "中共示例街道工作委员会：",
        "经党委同意，我支部对拟列为发展对象的张某某同志进行了公示。现将有关情况报告如下：",
        "一、公示期限和范围",
        "公示自2026年6月22日至2026年6月26日，共5个工作日，地点为示例社区党务公开栏。",
        "二、受理情况",
        "公示期间没有收到来信、来访、来电反映。",
        "三、结论",
        "公示结果不影响其列为发展对象。",
        "特此报告。",
        "",
        "",
        "中共示例社区支部委员会",
        "2026年6月29日",
    ]


def test_parts_of_a_letter_look_as_the_standard_has_them() -> None:
    styles = [(p.style.name, p.text[:6]) for p in word(made("election-request", Use.SAMPLE)).paragraphs if p.style]
    assert ("Title", "关于召开党员") in styles
    assert ("Heading 1", "一、大会时间") in styles
    faces = {
        style.get(f"{W}styleId"): style.find(f"{W}rPr/{W}rFonts")
        for style in xml(made("election-request", Use.SAMPLE), "word/styles.xml").iter(f"{W}style")
    }
    named = {name: face.get(f"{W}eastAsia") for name, face in faces.items() if face is not None}
    assert named == {
        "Title": "方正小标宋简体",
        "Heading1": "黑体",
        "Heading2": "楷体",
        "Header": "黑体",
        "Footer": "宋体",
    }


def test_other_kinds_have_no_file() -> None:
    others = [document for document in documents().values() if document.kind is not DocumentKind.A]
    assert len(others) == 13
    assert all(document.layout is None for document in others)


def test_values_of_the_font_table_are_among_those_word_knows() -> None:
    fonts = xml(made("election-request", Use.BLANK), "word/fontTable.xml")
    found = {(local(child), child.get(f"{W}val")) for font in fonts for child in font if local(child) != "altName"}
    assert found <= {
        ("charset", "86"), ("charset", "00"), ("family", "roman"), ("family", "modern"), ("family", "auto"),
        ("pitch", "fixed"), ("pitch", "variable"),
    }  # fmt: skip
    assert {font.get(f"{W}name") for font in fonts} == FONTS
