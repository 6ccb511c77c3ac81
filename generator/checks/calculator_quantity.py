"""计算器要用的数量不见了

表决、差额、换届、党费等计算器的数全部从规定里取：按规定编号和数量的 name 找。规定改写时如果删掉了数量、改了 name，
或者把单位、bound 换成计算器不会算的写法，计算器就算不出来。

坏例::

    - id: candidate-surplus-committee
      text: 委员候选人的差额不少于[[应选人数的百分之二十]]。

好例::

    - id: candidate-surplus-committee
      text: 委员候选人的差额不少于[[应选人数的百分之二十]]。
      quantities:
        - {value: 1/5, unit: 应选人数, bound: at-least, of: 委员候选人差额, name: election-surplus}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.figure import BOUNDS, NEEDS, Kind, Need, named
from generator.model.handbook import Handbook, Origin
from generator.model.rule import Quantity, Rule

ID = "calculator-quantity"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Rules without a quantity that a calculator takes from them, and quantities it cannot reckon with."""
    rules = {rule.id: (rule, origin) for rule, origin in handbook.each(Rule)}
    for name, need in NEEDS.items():
        if need.rule not in rules:
            continue
        rule, origin = rules[need.rule]
        found = list(named(rule, name))
        if not found:
            hint = f"在 quantities 里给对应的数量写上 name: {name}。"
            yield error(origin.at("id"), ID, f"规定“{rule.id}”里没有名为“{name}”的数量，计算器要用", hint)
        for i, quantity in found[:1]:
            yield from _usable(name, need, quantity, origin, i)


def _usable(name: str, need: Need, quantity: Quantity, origin: Origin, i: int) -> Iterator[Diagnostic]:
    if need.kind is Kind.SHARE and quantity.number > 1:
        yield error(origin.at("quantities", i, "value"), ID, f"“{name}”应是不超过 1 的比例", "写成分数，如 1/2。")
    if need.kind.value and quantity.unit not in need.kind.value:
        units = "、".join(sorted(need.kind.value))
        at = origin.at("quantities", i, "unit")
        yield error(at, ID, f"“{name}”的单位“{quantity.unit}”计算器不会算", f"可以写：{units}。")
    if quantity.bound not in BOUNDS[need.kind]:
        bounds = "、".join(sorted(BOUNDS[need.kind]))
        at = origin.at("quantities", i, "bound")
        yield error(at, ID, f"“{name}”的 bound“{quantity.bound}”计算器不会算", f"可以写：{bounds}。")
