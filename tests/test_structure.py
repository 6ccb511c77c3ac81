"""Shape of content: pydantic's findings at the editor's line, in the editor's words."""

from __future__ import annotations

import pytest

from generator.load import load
from generator.structure import collection_of, structure
from tests.support import findings, minimal_handbook, replaced

RULES = "content/rules/process.yaml"

CASES = {
    "unknown key with a guess": (
        replaced(RULES, "  must_know: true", "  mustknow: true"),
        "content/rules/process.yaml:25:3: error: 不认识“mustknow”这一项 [unknown-field]\n"
        "    是否想写“must_know”？不是就删掉它。",
    ),
    "unknown key deep inside": (
        replaced(RULES, "{text: 两年, why: 没有两年的规定。}", "{text: 两年, because: 没有两年的规定。}"),
        "content/rules/process.yaml:22:11: error: 缺少“why”（为什么错） [missing-field]\n    补上这一项。\n"
        "content/rules/process.yaml:22:22: error: 不认识“because”这一项 [unknown-field]\n"
        "    删掉它，或改成这里可用的：text、why。",
    ),
    "wrong word": (
        replaced(RULES, "  nature: local", "  nature: regional"),
        "content/rules/process.yaml:29:11: error: “nature”不能写“regional” [wrong-value]\n"
        "    可以写：rule 规则、local 地方、custom 惯例。",
    ),
    "wrong word, its title silent on the right ones": (
        replaced(
            "content/procedures/conversion.yaml",
            "        evidence: text\n      - id: vote",
            "        evidence: 听说\n      - id: vote",
        ),
        "content/procedures/conversion.yaml:19:19: error: “evidence”不能写“听说” [wrong-value]\n"
        "    可以写：official、text、report、memory、conflict。",
    ),
    "not a list": (
        replaced(RULES, "  basis: [{source: admission-2026, article: 第十三条}]", "  basis: admission-2026"),
        "content/rules/process.yaml:35:10: error: “basis”要写成列表 [wrong-shape]\n"
        "    每一项另起一行，以“- ”开头，或写在英文方括号 [ ] 里。",
    ),
    "not a number": (
        replaced(RULES, "value: 5,", "value: 五,"),
        "content/rules/process.yaml:38:15: error: “value”写的“五”不对：数值要写成数字或分数，如 3、0.5、4/5 [wrong-value]\n"
        "    照编辑手册里“value”的例子改。",
    ),
    "not a date": (
        replaced("content/sources.yaml", "  looked: 2026-11-22\n  summary: 怎样", "  looked: 上周\n  summary: 怎样"),
        "content/sources.yaml:11:11: error: “looked”要写成日期，这里是“上周” [wrong-value]\n"
        "    写成 2026-11-22 这样的形式。",
    ),
    "not an id": (
        replaced("content/terms.yaml", "- id: probation\n", "- id: Probation_1\n"),
        "content/terms.yaml:1:7: error: “Probation_1”不能当编号 [wrong-value]\n"
        "    编号只用小写英文字母、数字和连字符，如 branch-setup。",
    ),
    "address that is a script": (
        replaced(
            "content/sources.yaml",
            "  looked: 2026-11-22\n  summary: 怎样",
            "  looked: 2026-11-22\n  address: javascript:alert(1)\n  summary: 怎样",
        ),
        "content/sources.yaml:12:12: error: “address”写的“javascript:alert(1)”不对："
        "网址要以 http:// 或 https:// 开头，中间没有空格和引号 [wrong-value]\n"
        "    照编辑手册里“address”的例子改。",
    ),
    "list item that is text": (
        {"content/terms.yaml": "- 预备期\n"},
        "content/terms.yaml:1:3: error: 这里要写成“键: 值” [wrong-shape]\n    以 id: 开头，照手册里的例子改。",
    ),
    "file in no known place": (
        {"content/misc/a.yaml": "id: a\n"},
        "content/misc/a.yaml:1:1: error: 不知道这个文件里是什么内容 [unknown-place]\n"
        "    把它放进 content/ 下与内容相符的文件夹，见编辑手册。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_fault_of_shape_is_located(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected


def test_minimal_handbook_has_no_findings() -> None:
    assert findings({}) == ""


def test_chapters_hold_their_sections_in_order() -> None:
    text = "---\nid: {}\ntitle: t\nnumber: {}\nlead: l\n{}---\n正文\n"
    checked = "checked: 2026-11-22\n"
    files = {
        "content/handbook/ch02-b/index.md": text.format("b", 2, ""),
        "content/handbook/ch02-b/01.md": text.format("b-two", 2, checked),
        "content/handbook/ch02-b/02.md": text.format("b-one", 1, checked),
        "content/handbook/ch01-a/index.md": text.format("a", 1, ""),
        "content/handbook/ch01-a/01.md": text.format("a-one", 1, checked),
    }
    documents, _ = load({path: content.encode() for path, content in files.items()})
    handbook, found = structure(documents)
    assert found == []
    assert [(c.id, [s.id for s in c.sections]) for c in handbook.chapters] == [
        ("a", ["a-one"]),
        ("b", ["b-one", "b-two"]),
    ]
    assert [section.id for section in handbook.sections] == ["a-one", "b-one", "b-two"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("content/sources.yaml", "sources"),
        ("content/rules/overview/a.yaml", "rules"),
        ("content/handbook/ch01-a/index.md", "chapters"),
        ("content/handbook/ch01-a/01-b.md", "sections"),
        ("quizzes/ch01.yaml", "questions"),
        ("quizzes/oral.md", "questions"),
        ("quizzes/review.yaml", "reviews"),
        ("quizzes/retired.yaml", "retirements"),
        ("quizzes/published.yaml", "published"),
        ("quizzes/blueprints/a.yaml", "blueprints"),
        ("content/rules.txt", None),
    ],
)
def test_place_of_a_file_says_what_it_holds(path: str, expected: str | None) -> None:
    assert collection_of(path) == expected


def test_places_lead_into_lists_and_bodies() -> None:
    handbook = minimal_handbook()
    rule, origin = next(handbook.each(type(handbook.rules[0])))
    assert rule.id == "probation-length"
    assert str(origin.at("asks", 0, "wrong", 1, "why")) == "content/rules/process.yaml:22:27"
    assert str(origin.key("must_know")) == "content/rules/process.yaml:25:3"
    section, origin = next(handbook.each(type(handbook.sections[0])))
    assert section.id == "admission-process"
    assert str(origin.body(2, 5)) == "content/handbook/ch01-admission/01-process.md:14:5"
