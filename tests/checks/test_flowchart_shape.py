"""flowchart-shape: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/procedures/conversion.yaml"
CASES = {
    "lane id used twice": (
        replaced(PATH, "{id: branch, name: 党支部", "{id: person, name: 党支部"),
        f"{PATH}:7:10: error: 泳道编号“person”在本流程里用了两次 [flowchart-shape]\n    换一个编号。",
    ),
    "stage id used twice": (
        replaced(
            PATH,
            "ends:\n",
            "  - id: convert\n    title: 再一段\n    steps:\n      - {id: last, title: 归档, actor: probationary-member, "
            "text: 归档。, rules: [probation-length], evidence: text}\nends:\n",
        ),
        f"{PATH}:33:9: error: 阶段编号“convert”在本流程里用了两次 [flowchart-shape]\n    换一个编号。",
    ),
    "empty lane": (
        replaced(PATH, "actor: branch-general-meeting", "actor: probationary-member"),
        f"{PATH}:7:5: error: 泳道“党支部”里没有一步 [flowchart-shape]\n    删掉这条泳道，或者把它的角色并到别的泳道。",
    ),
    "first end not done": (
        replaced(PATH, "title: 成为正式党员, kind: done", "title: 成为正式党员, kind: stop"),
        f"{PATH}:34:5: error: 第一个结局“成为正式党员”不是办成 [flowchart-shape]\n"
        "    走完全程的结局写在最前面，kind 写 done。",
    ),
    "two ways of one name": (
        replaced(PATH, "{label: 需要继续考察,", "{label: 能,"),
        f"{PATH}:31:23: error: 有两种结果都叫“能” [flowchart-shape]\n    把两种结果写得不一样。",
    ),
    "way on written out": (
        replaced(PATH, "{label: 需要继续考察, to: apply,", "{label: 需要继续考察, to: converted,"),
        f"{PATH}:31:35: error: 结果“需要继续考察”明写了去下一步 [flowchart-shape]\n    与不写 to 的那一种并成一种。",
    ),
    "at the same time as oneself": (
        replaced(
            PATH,
            "        text: 讨论并表决。\n",
            "        text: 讨论并表决。\n        parallel: [{actor: branch-general-meeting, title: 监票}]\n",
        ),
        f"{PATH}:24:28: error: “监票”与这一步是同一个主体，不是同时进行 [flowchart-shape]\n"
        "    写进这一步的 text，或者另写一步。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected


def test_a_whole_procedure_brings_nothing() -> None:
    assert findings({}) == ""
