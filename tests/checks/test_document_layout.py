"""document-layout: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/documents/conversion-request.yaml"
DATE = '- {id: date, label: 大会日期, type: date, example: "2026-12-10"}'
TEXT = "{date}，我支部召开党员大会，讨论了{name}同志的转正问题。"


def with_field(field: str, text: str = TEXT) -> dict[str, str]:
    """The request with one more field."""
    one = replaced(PATH, DATE, f"{DATE}\n  - {field}")
    return {PATH: one[PATH].replace(f'"{TEXT}"', f'"{text}"')}


LIST = "{{id: people, label: 名单, type: list, options: [{options}], example: {example}}}"
ALONE = f"{TEXT}\\n{{people}}"
CASES = {
    "typed but never printed": (
        with_field("{id: reason, label: 缘由, example: 期满}"),
        f"{PATH}:14:10: error: 字段“缘由”没有写进结构，填了也印不出来 [document-layout]\n"
        "    在 structure 里写上 {reason}，或者删掉这个字段。",
    ),
    "list in a sentence": (
        with_field(LIST.format(options="姓名, 性别", example="王某某|男"), f"{TEXT}\\n名单：{{people}}"),
        f"{PATH}:16:23: error: list 字段“名单”夹在句子里，排不成表格 [document-layout]\n    让 {{people}} 单独占一行。",
    ),
    "more columns than a page is wide": (
        with_field(LIST.format(options=", ".join(f"列{i}" for i in range(20)), example="x" + "|x" * 19), ALONE),
        f"{PATH}:14:50: error: 字段“名单”有 20 列，一页纸排不下 [document-layout]\n"
        "    减少列数、缩短列名，或者分成两个表；名册可以用 layout: roster 横放。",
    ),
    "example row with a cell too many": (
        with_field(LIST.format(options="姓名, 性别", example="王某某|男|正式"), ALONE),
        f"{PATH}:14:69: error: 字段“名单”示例第 1 行有 3 格，列名有 2 个 [document-layout]\n"
        "    用 | 隔开各格，空着的格也要留出来。",
    ),
    "example that is no option": (
        with_field("{id: way, label: 方式, type: choice, options: [举手, 投票], example: 鼓掌}", f"{TEXT}{{way}}"),
        f"{PATH}:14:68: error: 字段“方式”的示例“鼓掌”不是 options 里的一项 [document-layout]\n"
        "    从 options 里选一项作示例。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected


def test_list_on_a_line_of_its_own_is_fine() -> None:
    assert findings(with_field(LIST.format(options="姓名, 性别", example="王某某|男"), ALONE)) == ""
