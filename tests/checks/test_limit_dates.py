"""limit-dates: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

PATH = "content/procedures/conversion.yaml"
OLD = "limits: [{text: 预备期一年, rule: probation-length}]"
EVENT = "events: [{id: %s, title: 党员大会通过接收}]\n"


def limited(limit: str, more: str = "") -> dict[str, str]:
    """The minimal handbook with one limit exchanged and something added to its procedure."""
    files = replaced(PATH, OLD, f"limits: [{{text: 预备期一年, {limit}}}]")
    return {PATH: files[PATH] + more}


FULL = "rule: probation-length, quantity: probation, since: reception"
CASES = {
    "right": (limited(FULL, EVENT % "reception"), ""),
    "no such day": (
        limited(FULL, EVENT % "receptions"),
        f"{PATH}:17:84: error: 本流程没有步骤或起算日“reception” [limit-dates]\n    你是否想写“receptions”？",
    ),
    "half written": (
        limited("rule: probation-length, quantity: probation"),
        f"{PATH}:17:18: error: 时限要算日期，rule、quantity 和 since（或 before）要一起写 [limit-dates]\n    补上缺的，或都不写。",
    ),
    "both ways": (
        limited("rule: probation-length, quantity: probation, since: vote, before: vote"),
        f"{PATH}:17:18: error: 时限要算日期，rule、quantity 和 since（或 before）要一起写 [limit-dates]\n    补上缺的，或都不写。",
    ),
    "no such quantity": (
        limited("rule: probation-length, quantity: length, since: vote"),
        f"{PATH}:17:66: error: 规定“probation-length”里没有名为“length”的数量 [limit-dates]\n    可以写：probation。",
    ),
    "no named quantity": (
        limited("rule: pre-list-publicity, quantity: days, since: vote"),
        f"{PATH}:17:68: error: 规定“pre-list-publicity”里没有名为“days”的数量 [limit-dates]\n    先给那条规定的数量写上 name。",
    ),
    "no such circumstance": (
        limited(FULL + ", only: moved", EVENT % "reception"),
        f"{PATH}:17:101: error: 本流程没有情形“moved” [limit-dates]\n    本流程的情形：还没有。",
    ),
    "planned day unknown": (
        limited(FULL, EVENT % "reception" + "planned: [{id: nowhere, title: 哪天}]\n"),
        f"{PATH}:39:16: error: 本流程没有步骤或起算日“nowhere” [limit-dates]\n    本流程的步骤或起算日：apply、vote、reception。",
    ),
    "step after an event unknown": (
        limited(FULL, (EVENT % "reception").replace("title:", "then: meet, title:")),
        f"{PATH}:38:32: error: 本流程没有步骤“meet” [limit-dates]\n    本流程的步骤：apply、vote。",
    ),
    "event named like a step": (
        limited("rule: probation-length", EVENT % "vote"),
        f"{PATH}:38:15: error: 起算日编号“vote”用了两次 [limit-dates]\n    换一个编号。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected


def test_a_span_that_is_no_span_of_time() -> None:
    rule = replaced(
        "content/rules/process.yaml", "unit: 年, bound: exactly, of: 预备期", "unit: 次, bound: exactly, of: 预备期"
    )
    assert findings({**rule, **limited("rule: probation-length, quantity: probation, since: vote")}) == (
        f"{PATH}:17:66: error: “probation”是 1 次，算不出日期 [limit-dates]\n    换一个以年、个月、天或个工作日计的数量。"
    )
