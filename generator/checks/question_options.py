"""自编题目的选项或答案不合题型

单选和情景题恰好一个正确选项，多选至少两个；
每个错误选项都要写 why；判断题的答案写“对”或“错”；填空、排序、简答要写 key；没有确认的规定不能出题。

坏例::

    type: single
    options: [{text: 一年}, {text: 半年}]

好例::

    type: single
    options: [{text: 一年, correct: true}, {text: 半年, why: 半年是延长预备期的下限。}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook, Origin
from generator.model.question import Question, QuestionType
from generator.model.rule import Rule

ID = "question-options"
_CHOICES = {QuestionType.SINGLE: "恰好一个", QuestionType.CASE: "恰好一个", QuestionType.MULTIPLE: "至少两个"}


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Written questions whose options, key or rules do not fit their type."""
    rules = handbook.by_id["rules"]
    for question, origin in handbook.each(Question):
        if question.type in _CHOICES:
            yield from _options(question, origin)
        elif question.type is QuestionType.TRUE_FALSE:
            if question.key not in (("对",), ("错",)):
                yield error(origin.at("key"), ID, "判断题的答案要写“对”或“错”", "写 key: [对] 或 key: [错]。")
        elif not question.key:
            yield error(origin.at(), ID, "没有写答案", "补上 key。")
        for i, name in enumerate(question.rules):
            rule = rules.get(name)
            if isinstance(rule, Rule) and not rule.scored:
                yield error(origin.at("rules", i), ID, f"规定“{name}”还没有确认，不能出题", "等它核实后再出。")


def _options(question: Question, origin: Origin) -> Iterator[Diagnostic]:
    right = sum(option.correct for option in question.options)
    single = question.type is not QuestionType.MULTIPLE
    if (single and right != 1) or (not single and right < 2):
        yield error(
            origin.at("options"),
            ID,
            f"这种题要有{_CHOICES[question.type]}正确选项，这里有 {right} 个",
            "在正确选项上写 correct: true。",
        )
    seen: set[str] = set()
    for i, option in enumerate(question.options):
        if not option.correct and option.why is None:
            yield error(origin.at("options", i), ID, f"错误选项“{option.text}”没有写错在哪里", "补上 why。")
        if option.text in seen:
            yield error(origin.at("options", i, "text"), ID, f"选项“{option.text}”重复", "换一个选项。")
        seen.add(option.text)
