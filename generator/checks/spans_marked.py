"""提到的字没有在规定里标出

数量、误解和考法里的 span，必须是规定正文中用 [[ ]] 标出的字，一字不差；误解的 instead 不能和原来的字相同。

坏例::

    text: 预备期为一年。
    asks: [{span: 一年, ask: 预备期有多长？}]

好例::

    text: 预备期为[[一年]]。
    asks: [{span: 一年, ask: 预备期有多长？}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.rule import Rule

ID = "spans-marked"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Spans that the rule does not mark."""
    for rule, origin in handbook.each(Rule):
        marked = "、".join(rule.spans) or "还没有"
        for name in ("quantities", "misconceptions", "asks"):
            for i, item in enumerate(getattr(rule, name)):
                if item.span is not None and item.span not in rule.spans:
                    hint = f"在正文里用 [[ ]] 标出这几个字，或改成已标出的：{marked}。"
                    yield error(origin.at(name, i, "span"), ID, f"“{item.span}”没有在规定正文里标出", hint)
        for i, wrong in enumerate(rule.misconceptions):
            if (wrong.span is None) != (wrong.instead is None):
                yield error(
                    origin.at("misconceptions", i),
                    ID,
                    "span 和 instead 要一起写",
                    "span 写原来的字，instead 写人们说成的字。",
                )
            elif wrong.instead is not None and wrong.instead == wrong.span:
                yield error(
                    origin.at("misconceptions", i, "instead"), ID, "instead 和原来的字相同", "写人们说错成的字。"
                )
        if rule.text.count("[[") != len(rule.spans) or rule.text.count("]]") != len(rule.spans):
            yield error(origin.at("text"), ID, "[[ 和 ]] 没有配对", "每个 [[ 后面都要有 ]]。")
