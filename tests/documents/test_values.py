"""Whatever is typed is kept: markup, control characters, tags, long texts, many rows."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.document import FieldType, Layout
from generator.render.office.closing import closing_indents
from generator.render.office.columns import share, size_for
from generator.render.office.docx import Cell, Paper, Row, Run, Shape
from generator.render.office.filling import Use, list_rows
from generator.render.office.layouts.title import title_lines
from generator.render.office.papers import make_paper
from generator.render.office.values import clean, joined, width
from tests.documents.papers import DRAFTED, W, paper, word, words, xml

HOSTILE = "李 & <王> \"张\" '赵' ]]> \x00\x0b\x1f\ufffe {{x}} =cmd 'C'!A0 \ud83d\ude00 \U0001f600 \u200b\u202e尾"
ONE_OF_EACH = ["approval-request", "meeting-minutes-general", "teller-report", "member-roster", "election-ballot",
               "political-review-report", "prospective-member-notice", "bulletin"]  # fmt: skip


def filled(document_id: str, value: str, rows: int = 1) -> bytes:
    """A paper with the same words in every field."""
    values = {}
    for field in paper(document_id).fields:
        line = "|".join([value.replace("|", "")] * max(1, len(field.options)))
        values[field.id] = "\n".join([line] * rows) if field.type is FieldType.LIST else value
    return make_paper(paper(document_id), Use.SAMPLE, values)


def bare(text: str) -> str:
    return re.sub(r"\s", "", clean(text))


@pytest.mark.parametrize("document_id", ONE_OF_EACH)
def test_signs_are_data(document_id: str) -> None:
    printed = words(filled(document_id, HOSTILE))
    kept = bare(HOSTILE)
    assert kept.count("␀") == kept.count("␋") == kept.count("␟") == 1
    assert printed.count(kept) >= len(paper(document_id).fields) - 1
    assert word(filled(document_id, HOSTILE)).element.body is not None


@pytest.mark.parametrize("document_id", ONE_OF_EACH)
def test_long_text_is_kept_and_may_run_over_pages(document_id: str) -> None:
    long = "".join(f"第{i}句很长很长的话；" for i in range(500))
    data = filled(document_id, long)
    assert len(long) > 5000
    assert words(data).count(long.rstrip("；")) >= len(paper(document_id).fields)
    for row in xml(data).iter(f"{W}tr"):
        if len("".join(row.itertext())) > 1000:
            assert row.find(f"{W}trPr/{W}cantSplit") is None


@pytest.mark.parametrize("document_id", ONE_OF_EACH)
def test_two_hundred_rows_are_kept(document_id: str) -> None:
    lists = [field for field in paper(document_id).fields if field.type is FieldType.LIST]
    values = {field.id: "\n".join("|".join([f"行{i}列"] * len(field.options)) for i in range(200)) for field in lists}
    printed = words(make_paper(paper(document_id), Use.SAMPLE, values))
    for i in range(200 if lists else 0):
        assert f"行{i}列" in printed


@pytest.mark.parametrize("document_id", DRAFTED)
def test_empty_paper_can_be_made(document_id: str) -> None:
    assert word(make_paper(paper(document_id), Use.SAMPLE, {})).element.body is not None


def test_line_whose_optional_fields_are_empty_is_left_out() -> None:
    whole = words(make_paper(paper("approval-request"), Use.SAMPLE, {"branch": "甲支部", "contact": "丁某"}))
    assert "（联系人：丁某）" in whole
    assert "联系人" not in words(make_paper(paper("approval-request"), Use.SAMPLE, {"branch": "甲支部"}))


def test_line_break_begins_a_paragraph_of_the_same_look() -> None:
    data = make_paper(paper("open-letter"), Use.SAMPLE, {"reason": "第一段\r\n第二段\n\n第四段"})
    found = [p for p in word(data).paragraphs if p.text.startswith("第")]
    assert [p.text for p in found] == ["第一段", "第二段", "第四段"]
    assert len({str(p._p.pPr.xml) for p in found}) == 1


@pytest.mark.parametrize(
    ("value", "following", "kept"),
    [("请假说明。", "。", "请假说明"), ("一；", "；", "一"), ("请假说明。", "", "请假说明。"), (" 二 ", "。", "二"), ("好！", "。", "好！"), ("。", "。", ""), ("", "。", "")],
)  # fmt: skip
def test_no_double_stop(value: str, following: str, kept: str) -> None:
    assert joined(value, following) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("党员", "党员"),
        ("a\x00b", "a␀b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud800", "\ufffd"),
        ("\t", "\t"),
        ("\x7f", "\x7f"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_comes_back_from_a_file(text: str) -> None:
    file = Paper("试")
    file.paragraph([Run(text)])
    file.table([3000], [Row([Cell(text)])])
    data = file.data()
    assert "\n".join(p.text for p in word(data).paragraphs[:-1]) == clean(text)
    assert word(data).tables[0].rows[0].cells[0].text == clean(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("党员", 2), ("ab", 1), ("2026年8月20日", 7.75), ("“好”", 3), ("（A）", 2.5), ("", 0)],
)
def test_width(text: str, expected: float) -> None:
    assert width(text) == expected


@pytest.mark.parametrize(
    ("layout", "signature", "date", "expected"),
    [
        (Layout.OFFICIAL, "中共示例社区支部委员会", "2026年8月20日", (2.375, 4)),
        (Layout.OFFICIAL, "支部", "2026年8月20日", (6.875, 4)),
        (Layout.OFFICIAL, "中共示例市示例区示例街道示例社区支部委员会", "2026年8月20日", (0, 6.625)),
        (Layout.NOTICE, "中共示例社区支部委员会", "2026年8月20日", (2, 3.25)),
        (Layout.NOTICE, "王某", "2026年8月20日", (9.75, 2)),
    ],
)
def test_closing(layout: Layout, signature: str, date: str, expected: tuple[float, float]) -> None:
    assert closing_indents(layout, signature, date) == expected


@given(st.text("党支部委员会某a1 ", max_size=40), st.text("年月日0123456789", max_size=12))
def test_closing_stays_on_the_page(signature: str, date: str) -> None:
    for layout in (Layout.OFFICIAL, Layout.NOTICE):
        assert all(right >= 0 for right in closing_indents(layout, signature, date))


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("关于召开党员大会进行换届选举的请示", ["关于召开党员大会进行换届选举的请示"]),
        ("关于张某某同志拟列为发展对象公示结果的报告", ["关于张某某同志拟列为", "发展对象公示结果的报告"]),
        ("在示例社区党支部换届选举党员大会上的主持词", ["在示例社区党支部换届选举", "党员大会上的主持词"]),
    ],
)
def test_long_titles_break_where_they_read_well(title: str, lines: list[str]) -> None:
    assert title_lines(title, 20) == lines


@given(st.text("关于党员大会的、报告支部A", min_size=1, max_size=90))
def test_broken_title_keeps_every_word(title: str) -> None:
    assert "".join(title_lines(title, 20)) == title


@given(
    st.lists(st.text("姓名日期a", max_size=12), min_size=1, max_size=12),
    st.lists(st.text("某1", max_size=60), max_size=3),
)
def test_columns_fill_the_page(columns: list[str], cells: list[str]) -> None:
    rows = [[cell] * len(columns) for cell in cells]
    widths = share(columns, rows, 9000, size_for(columns, rows, 9000))
    assert sum(widths) == 9000


def test_short_columns_are_narrow() -> None:
    widths = share(["姓名", "意见"], [["王某某", "走访认真，老人的事随叫随到；有时说话急。"]], 9000)
    assert widths[0] < widths[1] / 2


@pytest.mark.parametrize(
    ("value", "columns", "rows"),
    [
        ("甲|男\n乙|女", 2, [["甲", "男"], ["乙", "女"]]),
        ("甲", 2, [["甲", ""]]),
        ("甲|男|多|余", 2, [["甲", "男|多|余"]]),
        ("\n 甲 \n\n", 1, [["甲"]]),
        ("", 3, []),
    ],
)
def test_rows_of_a_list(value: str, columns: int, rows: list[list[str]]) -> None:
    assert list_rows(value, columns) == rows


def test_shape_of_a_paragraph() -> None:
    file = Paper("试")
    file.paragraph("甲", shape=Shape(left=6, hanging=4, right=2, before=3, line=21, keep_next=True, tabs=(5, 6)))
    properties = word(file.data()).paragraphs[0]._p.pPr
    indent = properties.find(f"{W}ind")
    assert {name.removeprefix(W): value for name, value in indent.attrib.items()} == {
        "leftChars": "600", "left": "1890", "hangingChars": "400", "hanging": "1260", "right": "630",
    }  # fmt: skip
    spacing = properties.find(f"{W}spacing")
    assert {name.removeprefix(W): value for name, value in spacing.attrib.items()} == {
        "before": "60", "line": "420", "lineRule": "exact",
    }  # fmt: skip
    assert [stop.get(f"{W}pos") for stop in properties.iter(f"{W}tab")] == ["1575", "1890"]


def test_file_ends_on_a_paragraph_too_flat_for_a_page_of_its_own() -> None:
    file = Paper("试")
    file.table([3000], [Row([Cell("甲")])])
    file.space(8)
    *_, table, last, end = word(file.data()).element.body
    assert [element.tag.removeprefix(W) for element in (table, last, end)] == ["tbl", "p", "sectPr"]
    assert last.find(f"{W}pPr/{W}spacing").get(f"{W}line") == "20"


def test_empty_paragraph_at_the_end_is_dropped() -> None:
    file = Paper("试")
    file.paragraph("甲")
    file.space()
    assert [p.text for p in word(file.data()).paragraphs] == ["甲"]
