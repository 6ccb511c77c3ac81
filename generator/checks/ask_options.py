"""考法写得不合规矩

没有确认的规定不能出题；题干要问完整；错误选项之间、与答案之间不能相同。

坏例::

    asks:
      - span: 一年
        ask: 预备期有多长
        wrong: [{text: 一年, why: 错。}]

好例::

    asks:
      - span: 一年
        ask: 预备党员的预备期有多长？
        wrong: [{text: 半年, why: 半年是延长预备期时的下限。}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.rule import Rule

ID = "ask-options"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Asks of unconfirmed rules, open stems, and options that coincide."""
    for rule, origin in handbook.each(Rule):
        if rule.asks and not rule.scored:
            yield error(origin.key("asks"), ID, "没有确认的规定不能出题", "删掉 asks，等核实后再写。")
        for i, ask in enumerate(rule.asks):
            if not ask.ask.endswith(("？", "______。")):
                yield error(origin.at("asks", i, "ask"), ID, "题干不是完整的问句", "以全角问号收尾。")
            taken = {ask.span, ask.key or ask.span, *ask.accept}
            for j, wrong in enumerate(ask.wrong):
                if wrong.text in taken:
                    yield error(
                        origin.at("asks", i, "wrong", j, "text"),
                        ID,
                        f"错误选项“{wrong.text}”与答案或别的选项相同",
                        "换一个确实错误的选项。",
                    )
                taken.add(wrong.text)
