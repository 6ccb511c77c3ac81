"""Clauses in one line: each source and article once, articles in their order."""

from __future__ import annotations

from generator.derive.lessons.clauses import Clause, short_words
from generator.model.rule import Evidence, Rule

RULE = Rule(id="r", section="s", text="一年", evidence=Evidence.TEXT)


def test_articles_of_a_source_are_named_once_and_in_order() -> None:
    words = (
        "《细则》第三十一条；《党章》第七条",
        "《细则》第九条",
        "《细则》第一百零二条",
        "《细则》第三十一条",
        "《细则》第二十条至第二十一条",
        "",
    )
    assert short_words(Clause(RULE, one) for one in words) == (
        "《细则》第九条、第二十条至第二十一条、第三十一条、第一百零二条；《党章》第七条"
    )


def test_a_source_without_articles_is_named_alone() -> None:
    assert short_words([Clause(RULE, "《手册》"), Clause(RULE, "《手册》")]) == "《手册》"
