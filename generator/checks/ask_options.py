"""考法写得不合规矩

没有确认、没有写依据的规定不能出题；题干要问完整；一处关键字只问一次；错误选项之间、与答案之间不能相同，意思相同也不行（一年和十二个月）。

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
from generator.model.wording import meaning

ID = "ask-options"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Asks of unconfirmed rules, open stems, and options that coincide."""
    for rule, origin in handbook.each(Rule):
        asked: set[str] = set()
        if rule.asks and not rule.askable:
            why = "没有写依据的规定不能出题" if rule.scored else "没有确认的规定不能出题"
            yield error(origin.key("asks"), ID, why, "删掉 asks，等核实、写明依据后再写。")
        for i, ask in enumerate(rule.asks):
            if not ask.ask.endswith(("？", "______。")):
                yield error(origin.at("asks", i, "ask"), ID, "题干不是完整的问句", "以全角问号收尾。")
            if ask.span in asked:
                yield error(origin.at("asks", i, "span"), ID, f"“{ask.span}”问了两次", "只留一问，或改问另一处关键字。")
            asked.add(ask.span)
            taken = {meaning(text) for text in (ask.span, ask.key or ask.span, *ask.accept)}
            for j, wrong in enumerate(ask.wrong):
                if meaning(wrong.text) in taken:
                    yield error(
                        origin.at("asks", i, "wrong", j, "text"),
                        ID,
                        f"错误选项“{wrong.text}”与答案或别的选项相同",
                        "换一个确实错误的选项。",
                    )
                taken.add(meaning(wrong.text))
