"""document-checks: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PAPER = "content/documents/conversion-request.yaml"


def written(text: str) -> dict[str, str]:
    """The paper with checks or elements."""
    return replaced(PAPER, "nature: custom", f"{text}nature: custom")


CASES = {
    "field that is not there": (
        "checks:\n  - {check: order, first: daet, then: date, message: 早了。}\n",
        "content/documents/conversion-request.yaml:17:27: error: 没有编号为“daet”的字段 [document-checks]\n"
        "    改成 fields 里的编号，或补上这个字段。",
    ),
    "name added up": (
        "checks:\n  - {check: amount, left: [name], right: [name], message: 不等。}\n",
        "content/documents/conversion-request.yaml:17:28: error: “name”不能这样用在这里 [document-checks]\n"
        "    求和用数字字段、字段#、字段/列名、字段/列名+ 或 字段、；日期用日期字段、写着日期的文字或列。\n"
        "content/documents/conversion-request.yaml:17:43: error: “name”不能这样用在这里 [document-checks]\n"
        "    求和用数字字段、字段#、字段/列名、字段/列名+ 或 字段、；日期用日期字段、写着日期的文字或列。",
    ),
    "name put in order with a day": (
        "checks:\n  - {check: order, first: name, then: date, message: 早了。}\n",
        "content/documents/conversion-request.yaml:17:27: error: “name”不能这样用在这里 [document-checks]\n"
        "    求和用数字字段、字段#、字段/列名、字段/列名+ 或 字段、；日期用日期字段、写着日期的文字或列。",
    ),
    "column of a field that is no list": (
        "checks:\n  - {check: filled, fields: [name/姓], message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:30: error: 字段“预备党员姓名”没有“姓”这一列 [document-checks]\n"
        "    只有 list 字段才有列。",
    ),
    "quantity the rule does not state": (
        "checks:\n  - {check: limit, value: [name、], rule: probation-length, quantity: nothing, message: 多了。}\n",
        "content/documents/conversion-request.yaml:17:70: error: 规定“probation-length”里没有名为“nothing”的数量 [document-checks]\n"
        "    写那条规定里数量的 name，或在规定的 quantities 里补上 name: nothing。",
    ),
    "message with a field that is not there": (
        "checks:\n  - {check: filled, fields: [name], message: '{nmae}没填。'}\n",
        "content/documents/conversion-request.yaml:17:46: error: 提示里没有编号为“nmae”的字段 [document-checks]\n"
        "    改成 fields 里的编号。",
    ),
    "kind that is not there": (
        "checks:\n  - {check: sum, message: 不对。}\n",
        "content/documents/conversion-request.yaml:17:5: error: “check”不能写“sum” [wrong-value]\n"
        "    可以写：amount、share、limit、order、span、workdays、words、chosen、filled、apart。",
    ),
    "no kind": (
        "checks:\n  - {message: 不对。}\n",
        "content/documents/conversion-request.yaml:17:5: error: 缺少“check”，不知道是哪一种 [missing-field]\n"
        "    补上种类，写法见编辑手册。",
    ),
    "operand misspelt": (
        "checks:\n  - {check: filled, fields: [Name!], message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:30: error: “fields”写的“Name!”不对：要写成 字段、字段/列名、字段#、字段/列名+ 或字段后加顿号 [wrong-value]\n"
        "    照编辑手册里“fields”的例子改。",
    ),
    "no message": (
        "checks:\n  - {check: filled, fields: [name]}\n",
        "content/documents/conversion-request.yaml:17:5: error: 缺少“message”（不对时的提示：错在哪里、对的数是多少；{字段编号} 写填的值） [missing-field]\n"
        "    补上这一项。",
    ),
    "key misspelt": (
        "checks:\n  - {check: filled, feilds: [name], fields: [name], message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:21: error: 不认识“feilds”这一项 [unknown-field]\n"
        "    是否想写“fields”？不是就删掉它。",
    ),
    "element with a field and check that are not there": (
        "elements:\n  - {text: 姓名, fields: [nobody], checks: [nothing]}\n",
        "content/documents/conversion-request.yaml:17:25: error: 没有编号为“nobody”的字段 [document-checks]\n"
        "    改成 fields 里的编号，或补上这个字段。\n"
        "content/documents/conversion-request.yaml:17:43: error: 没有编号为“nothing”的校验 [document-checks]\n"
        "    给 checks 里的那一项写上 id。",
    ),
    "id used twice": (
        "checks:\n  - {id: a, check: filled, fields: [name], message: 没填。}\n  - {id: a, check: filled, fields: [date], message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:10: error: 校验编号“a”用了两次 [document-checks]\n"
        "    换一个编号。\n"
        "content/documents/conversion-request.yaml:18:10: error: 校验编号“a”用了两次 [document-checks]\n"
        "    换一个编号。",
    ),
    "words neither forbidden nor asked for": (
        "checks:\n  - {check: words, message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:5: error: “checks”这一项不对：without 和 some 写一样，也只写一样 [wrong-value]\n"
        "    照编辑手册里“checks”的例子改。",
    ),
    "rule that is not there": (
        "checks:\n  - {check: filled, fields: [name], rules: [no-such-rule], message: 没填。}\n",
        "content/documents/conversion-request.yaml:17:45: error: 没有编号为“no-such-rule”的规定 [unknown-id]\n"
        "    先写好这个规定，或改用已有的编号。",
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_finding(text: str, expected: str) -> None:
    assert findings(written(text)) == expected


def test_a_paper_written_by_hand_has_no_checks() -> None:
    path = "content/documents/conversion-application.yaml"
    files = replaced(path, "kind: C", "kind: C\nchecks:\n  - {check: words, some: [年], message: 没有年份。}")
    assert "只有自拟文书（A）才写 checks [document-checks]" in findings(files)
