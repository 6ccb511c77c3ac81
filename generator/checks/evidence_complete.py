"""可信程度没有交代清楚

每条规定都要让读者看出从哪里来、有多可信：
已核原文（official）要写谁在哪天对照过；待核（memory）和有分歧（conflict）要写为什么、到哪里核；有分歧的至少写出两种说法；
其余的要有依据，除非性质是惯例或地方做法。

坏例::

    evidence: memory

好例::

    evidence: memory
    why: 只凭记忆，没有读到条文；到《支部工作条例》第二十二条核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.rule import Evidence, Nature, Rule

ID = "evidence-complete"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Rules whose evidence lacks what it calls for."""
    for rule, origin in handbook.each(Rule):
        at = origin.at("evidence")
        if rule.evidence is Evidence.OFFICIAL and rule.checked is None:
            yield error(
                at,
                ID,
                "写了已核原文（official），没有写谁在哪天核对",
                "补上 checked: {by: 姓名, on: 日期}；没有人对照过官方公布就写 text。",
            )
        if rule.evidence is not Evidence.OFFICIAL and rule.checked is not None:
            yield error(
                origin.key("checked"), ID, "写了谁核对过，可信程度却不是 official", "改为 official，或删掉 checked。"
            )
        if not rule.scored and rule.why is None:
            yield error(at, ID, "没有确认的规定没有写为什么、到哪里核", "补上 why。")
        if rule.evidence is Evidence.CONFLICT and len(rule.readings) < 2:
            yield error(at, ID, "有分歧的规定没有写出各种说法", "在 readings 里至少写两种，并写明各见于哪里。")
        if rule.scored and not rule.basis and rule.nature is Nature.RULE:
            yield error(at, ID, "没有依据", "补上 basis；找不到依据就把 evidence 改为 memory。")
