"""Small pieces of typography: numerals, marks, line ends."""

from __future__ import annotations

import pytest

from generator.derive.relations import article_order, chinese_number
from generator.render.text import keep_end, numeral, statement, template_text


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "一百"), (105, "一百零五"),
     (110, "一百一十"), (158, "一百五十八"), (999, "九百九十九")],
)  # fmt: skip
def test_numeral_is_written_and_read_back(number: int, expected: str) -> None:
    assert numeral(number) == expected
    assert chinese_number(expected) == number


def test_articles_sort_by_number() -> None:
    articles = ["第十条", "", "第九条", "总纲", "第一百零一条", "第二十一条第二款"]
    assert sorted(articles, key=article_order) == ["第九条", "第十条", "第二十一条第二款", "第一百零一条", "", "总纲"]


def test_statement_marks_spans_and_keeps_its_end_together() -> None:
    assert statement("预备期为[[一年]]，从[[党支部党员大会会议通过]]之日<算起。") == (
        '预备期为<mark class="k">一年</mark>，从<mark class="k xt-long">党支部党员大会会议通过</mark>之日&lt;算起。'
    )
    assert keep_end("党的基层组织根据工作需要设立。") == '党的基层组织根据工作<span class="xt-nb">需要设立。</span>'


def test_template_text_shows_fields_by_label() -> None:
    assert template_text("{date}\n<b>{name}</b>", {"date": "日期", "name": "姓名&"}) == (
        '<p><span class="xt-fill">日期</span></p><p>&lt;b&gt;<span class="xt-fill">姓名&amp;</span>&lt;/b&gt;</p>'
    )
