"""数量的上下限写得不完整

bound 写 between 就要有 upper，而且比 value 大；其他写法不写 upper。供计算器取数的 name 在一条规定里不能重复。

坏例::

    {value: 3, unit: 名, bound: between, of: 支部委员}

好例::

    {value: 3, upper: 5, unit: 名, bound: between, of: 支部委员}
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.rule import Bound, Rule

ID = "quantity-bounds"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Quantities whose upper end is missing, needless or too small, and names used twice."""
    for rule, origin in handbook.each(Rule):
        seen: set[str] = set()
        for i, quantity in enumerate(rule.quantities):
            at = origin.at("quantities", i)
            if (quantity.bound is Bound.BETWEEN) != (quantity.upper is not None):
                yield error(at, ID, "bound 为 between 时要写 upper，其他时候不写", "补上或删掉 upper。")
            elif quantity.upper is not None and Fraction(quantity.upper) <= quantity.number:
                yield error(at, ID, "upper 不比 value 大", "检查两个数。")
            if quantity.name is not None:
                if quantity.name in seen:
                    yield error(at, ID, f"数量名“{quantity.name}”在本条用了两次", "换一个名字。")
                seen.add(quantity.name)
