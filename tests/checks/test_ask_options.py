"""ask-options: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "unconfirmed rule asked": (
        replaced(
            "content/rules/process.yaml",
            "  nature: local\n",
            "  nature: local\n  asks: [{span: 一周, ask: 提前多久？}]\n",
        ),
        "content/rules/process.yaml:30:3: error: 没有确认的规定不能出题 [ask-options]\n"
        "    删掉 asks，等核实、写明依据后再写。",
    ),
    "rule without a basis asked": (
        {
            "content/rules/custom.yaml": "- id: tea\n  section: admission-process\n  text: 会前先备[[茶水]]。\n  nature: custom\n"
            "  evidence: report\n  asks:\n    - {span: 茶水, ask: 会前先备什么？, wrong: [{text: 纸笔, why: 不是纸笔。}]}\n"
        },
        "content/rules/custom.yaml:6:3: error: 没有写依据的规定不能出题 [ask-options]\n"
        "    删掉 asks，等核实、写明依据后再写。",
    ),
    "stem not a question": (
        replaced("content/rules/process.yaml", "ask: 预备党员的预备期有多长？", "ask: 预备党员的预备期有多长"),
        "content/rules/process.yaml:18:12: error: 题干不是完整的问句 [ask-options]\n    以全角问号收尾。",
    ),
    "wrong option equals an accepted answer": (
        replaced("content/rules/process.yaml", "{text: 半年, why", "{text: 12个月, why"),
        "content/rules/process.yaml:21:18: error: 错误选项“12个月”与答案或别的选项相同 [ask-options]\n"
        "    换一个确实错误的选项。",
    ),
    "wrong option means the same as the answer": (
        replaced("content/rules/process.yaml", "{text: 半年, why", "{text: 十二个月, why"),
        "content/rules/process.yaml:21:18: error: 错误选项“十二个月”与答案或别的选项相同 [ask-options]\n"
        "    换一个确实错误的选项。",
    ),
    "span asked twice": (
        replaced(
            "content/rules/process.yaml",
            "  asks:\n",
            "  asks:\n    - {span: 一年, ask: 预备期几年？, wrong: [{text: 五年, why: 太长。}]}\n",
        ),
        "content/rules/process.yaml:18:13: error: “一年”问了两次 [ask-options]\n    只留一问，或改问另一处关键字。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
