"""Questions typed in Markdown: text in, questions or located findings out."""

from __future__ import annotations

import pytest

from generator.load import load_file
from generator.nodes import plain
from tests.support import findings

HEAD = "---\nsection: admission-process\n---\n\n"

CASES = {
    "single by one right option": (
        "## 预备期有多长？\n\n编号：a\n- [x] 一年\n- [ ] 半年 // 太短\n解析：一年。\n依据：probation-length\n难度：易\n",
        {"stem": "预备期有多长？", "id": "a", "rationale": "一年。", "rules": ["probation-length"], "difficulty": "easy",
         "type": "single", "section": "admission-process",
         "options": [{"text": "一年", "correct": "true"}, {"text": "半年", "correct": "false", "why": "太短"}]},
    ),
    "multiple by two right options": (
        "## 哪些？\n编号: b\n* [X] 甲\n* [x] 乙\n* [ ] 丙//不是\n解析: 因为。\n依据: x、y z\n节: other\n",
        {"stem": "哪些？", "id": "b", "rationale": "因为。", "rules": ["x", "y", "z"], "section": "other", "type": "multiple",
         "options": [{"text": "甲", "correct": "true"}, {"text": "乙", "correct": "true"},
                     {"text": "丙", "correct": "false", "why": "不是"}]},
    ),
    "true-false by its key": (
        "## 预备期一年。\n编号：c\n答案：对\n",
        {"stem": "预备期一年。", "id": "c", "key": ["对"], "type": "true-false", "section": "admission-process"},
    ),
    "fill-in by its gap": (
        "## 预备期______。\n编号：d\n答案：一年｜1年|12个月\n",
        {"stem": "预备期______。", "id": "d", "key": ["一年", "1年", "12个月"], "type": "fill-in",
         "section": "admission-process"},
    ),
    "short answer else": (
        "## 说说看。\n编号：e\n答案：一｜二\n",
        {"stem": "说说看。", "id": "e", "key": ["一", "二"], "type": "short-answer", "section": "admission-process"},
    ),
    "type as told": (
        "## 排一排。\n编号：f\n题型：排序\n答案：一｜二｜三\n",
        {"stem": "排一排。", "id": "f", "type": "ordering", "key": ["一", "二", "三"], "section": "admission-process"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_question_as_typed(text: str, expected: dict[str, object]) -> None:
    documents, found = load_file("quizzes/a.md", (HEAD + text).encode())
    assert found == []
    assert [plain(document.node) for document in documents] == [expected]


def test_good_questions_pass_every_check() -> None:
    text = HEAD + CASES["single by one right option"][0]
    assert findings({"quizzes/a.md": text}) == ""


FAULTS = {
    "unknown line": (
        "## 问？\n胡说\n",
        "quizzes/a.md:6:1: error: 不认识这一行“胡说” [unknown-field]\n"
        "    可以写：编号、解析、节、答案、依据、题型、难度，或以“- [x] ”“- [ ] ”开头的选项。",
    ),
    "unknown word": (
        "## 问？\n难度：很难\n",
        "quizzes/a.md:6:4: error: “难度”不能写“很难” [wrong-value]\n    可以写：易、中、难。",
    ),
    "twice": (
        "## 问？\n答案：对\n答案：错\n",
        "quizzes/a.md:7:1: error: “答案”写了两次 [duplicate-key]\n    两处合成一处。",
    ),
    "nothing after": (
        "## 问？\n答案：\n",
        "quizzes/a.md:6:1: error: “答案”后面没有内容 [empty-value]\n    补上内容，或把整行删掉。",
    ),
    "text before": (
        "前言\n",
        "quizzes/a.md:5:1: error: 第一道题之前有别的文字 [wrong-shape]\n    每道题以“## 题干”开头。",
    ),
    "nothing": ("", "quizzes/a.md:4:1: error: 文件里没有题目 [empty-file]\n    每道题以“## 题干”开头。"),
}


@pytest.mark.parametrize(("text", "expected"), FAULTS.values(), ids=FAULTS)
def test_fault_of_form(text: str, expected: str) -> None:
    _, found = load_file("quizzes/a.md", (HEAD + text).encode())
    assert "\n".join(map(str, found)) == expected


def test_fault_of_meaning_is_at_the_line_that_was_typed() -> None:
    text = "## 预备期有多长？\n编号：a\n- [x] 一年\n- [ ] 半年\n解析：一年。\n依据：probation-lenght\n"
    assert findings({"quizzes/a.md": HEAD + text}) == (
        "quizzes/a.md:8:7: error: 错误选项“半年”没有写错在哪里 [question-options]\n    补上 why。\n"
        "quizzes/a.md:10:4: error: 没有编号为“probation-lenght”的规定 [unknown-id]\n    是否想写“probation-length”？"
    )
