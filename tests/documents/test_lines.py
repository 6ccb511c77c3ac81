"""The text of papers as lines."""

from __future__ import annotations

import json

import pytest

from generator.derive.document_lines import Line, LineKind, Segment, document_lines, lines_json
from generator.model.document import DocumentKind, DocumentTemplate
from tests.documents.papers import DRAFTED, documents

FIELDS = [
    {"id": "branch", "label": "支部", "example": "甲"},
    {"id": "date", "label": "日期", "type": "date", "example": "2026年8月2日"},
    {"id": "note", "label": "说明", "required": False, "example": "乙"},
    {"id": "people", "label": "名单", "type": "list", "options": ["姓名", "性别"], "example": "甲|男"},
    {"id": "items", "label": "议题", "type": "list", "options": ["议题"], "example": "甲"},
]


def lines(*parts: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Kind, head and body of every line of a paper with these parts."""
    document = DocumentTemplate.model_validate(
        {
            "id": "x", "number": 1, "title": "x", "section": "s", "kind": "A", "layout": "official", "purpose": "x",
            "writer": "x", "reader": "x", "when": "x", "nature": "custom", "evidence": "report", "fields": FIELDS,
            "structure": [{"title": title, "text": text} for title, text in parts],
        }
    )  # fmt: skip
    return [(line.kind.value, shown(line.head), shown(line.body)) for line in document_lines(document)]


def shown(segments: tuple[Segment, ...]) -> str:
    return "".join(f"{{{piece.field}}}" if piece.field else piece.text for piece in segments)


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("标题", "关于{branch}的请示", ("title", "", "关于{branch}的请示")),
        ("主送", "{branch}：", ("addressee", "", "{branch}：")),
        ("正文", "一、大会时间", ("heading1", "一、大会时间", "")),
        ("正文", "十二、时间：{date}", ("heading1", "十二、时间：", "{date}")),
        ("正文", "一、根据党章，制定本办法。", ("text", "", "一、根据党章，制定本办法。")),
        ("正文", "四、选举采用无记名投票的方式。名单按姓氏笔画排列。", ("text", "", "四、选举采用无记名投票的方式。名单按姓氏笔画排列。")),
        ("正文", "（一）信仰信念。{note}。", ("heading2", "（一）信仰信念。", "{note}。")),
        ("正文", "支部：{branch}", ("row", "支部：", "{branch}")),
        ("正文", "课时：{note}分钟", ("row", "课时：", "{note}分钟")),
        ("正文", "反映：{note}。", ("text", "", "反映：{note}。")),
        ("正文", "{people}", ("table", "", "{people}")),
        ("正文", "{items}", ("items", "", "{items}")),
        ("落款", "{branch}（盖章）", ("signature", "", "{branch}（盖章）")),
        ("落款", "{date}", ("date", "", "{date}")),
        ("落款", "（联系人：{note}）", ("remark", "", "（联系人：{note}）")),
        ("签字", "记录人签名：", ("hand", "记录人签名：", "")),
        ("反馈", "本人意见：", ("hand", "本人意见：", "")),
        ("签字", "年　月　日", ("hand-date", "", "年　月　日")),
        ("报头", "{branch}", ("masthead", "", "{branch}")),
        ("报尾", "（共印{note}份）", ("imprint", "", "（共印{note}份）")),
    ],
)  # fmt: skip
def test_line(part: str, text: str, expected: tuple[str, str, str]) -> None:
    assert lines((part, text)) == [expected]


def test_words_with_a_colon_lead_in_a_list() -> None:
    assert lines(("正文", "议题：\n{items}")) == [("caption", "", "议题："), ("items", "", "{items}")]


def test_attachments_are_one_line() -> None:
    assert lines(("附件", "附件：\n{items}"), ("落款", "{branch}")) == [
        ("attachments", "附件：", "{items}"),
        ("signature", "", "{branch}"),
    ]


def test_line_is_optional_where_all_its_fields_are() -> None:
    document = documents()["approval-request"]
    assert [shown(line.body) for line in document_lines(document) if line.optional] == ["（联系人：{contact}）"]


def test_json() -> None:
    line = Line(
        LineKind.ROW, "正文", (Segment("支部", "branch"), Segment("（盖章）")), (Segment("支部："),), (), optional=True
    )
    assert json.dumps(lines_json((line,)), ensure_ascii=False) == (
        '[{"kind": "row", "part": "正文", "body": [{"f": "branch"}, "（盖章）"], "head": ["支部："], "optional": true}]'
    )


@pytest.mark.parametrize("document_id", DRAFTED)
def test_every_field_is_on_a_line(document_id: str) -> None:
    document = documents()[document_id]
    assert {name for line in document_lines(document) for name in line.fields} == {
        field.id for field in document.fields
    }


@pytest.mark.parametrize("document_id", DRAFTED)
def test_paper_has_a_title_and_nothing_else_is_taken_for_one(document_id: str) -> None:
    kinds = [line.kind for line in document_lines(documents()[document_id])]
    assert LineKind.TITLE in kinds
    assert kinds[0] in (LineKind.TITLE, LineKind.MASTHEAD)


def test_there_are_papers() -> None:
    kinds = [document.kind for document in documents().values()]
    assert (kinds.count(DocumentKind.A), len(kinds)) == (47, 60)
