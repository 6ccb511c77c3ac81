"""procedure-graph: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "branch leads nowhere": (
        replaced("content/procedures/conversion.yaml", "to: cancelled}", "to: canceled}"),
        "content/procedures/conversion.yaml:32:32: error: 本流程没有编号为“canceled”的步骤或结局 [procedure-graph]\n"
        "    是否想写“cancelled”？\n"
        "content/procedures/conversion.yaml:35:5: error: 没有路到达结局“取消预备党员资格” [procedure-graph]\n"
        "    补上去向，或删掉这个结局。",
    ),
    "no way on": (
        replaced("content/procedures/conversion.yaml", "{label: 能}", "{label: 能, to: converted}"),
        "content/procedures/conversion.yaml:30:13: error: 判断“能否按期转正？”要恰好有一种结果不写 to [procedure-graph]\n"
        "    不写 to 的那一种直接进入下一步。",
    ),
    "single branch": (
        replaced(
            "content/procedures/conversion.yaml",
            "            - {label: 需要继续考察, to: apply, note: 延长一次}\n            - {label: 不合格, to: cancelled}\n",
            "",
        ),
        "content/procedures/conversion.yaml:30:13: error: 判断“能否按期转正？”只有一种结果 [procedure-graph]\n"
        "    至少写两种；没有第二种就不用写判断。\n"
        "content/procedures/conversion.yaml:33:5: error: 没有路到达结局“取消预备党员资格” [procedure-graph]\n"
        "    补上去向，或删掉这个结局。",
    ),
    "actor without lane": (
        replaced("content/procedures/conversion.yaml", "actor: branch-general-meeting", "actor: branch-secretary"),
        "content/procedures/conversion.yaml:22:16: error: “branch-secretary”不属于任何一条泳道 [procedure-graph]\n"
        "    在 lanes 里把它归到恰好一条泳道。\n"
        "content/procedures/conversion.yaml:22:16: error: 没有编号为“branch-secretary”的角色 [unknown-id]\n"
        "    先写好这个角色，或改用已有的编号。",
    ),
    "id used twice": (
        replaced("content/procedures/conversion.yaml", "      - id: vote", "      - id: apply"),
        "content/procedures/conversion.yaml:20:13: error: 步骤或结局编号“apply”在本流程里用了两次 [procedure-graph]\n"
        "    换一个编号。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
