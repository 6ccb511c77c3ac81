"""Figures: the rules' named quantities as calculators reckon with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.model.figure import NEEDS, named
from generator.model.handbook import Handbook
from generator.model.rule import Bound, Quantity

_UPPER_ONLY = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_STRICT = frozenset({Bound.MORE_THAN, Bound.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a rule sets."""

    rule: str
    """Rule that sets it."""
    value: Fraction
    """The number."""
    upper: Fraction
    """Upper end of a range; the number itself where there is none."""
    unit: str
    """Unit."""
    bound: Bound
    """How it limits."""

    @property
    def whole(self) -> int:
        """The number of a count, rounded up."""
        return ceiling(self.value)

    @property
    def months(self) -> int:
        """A span of time in months."""
        return ceiling(self.value * (12 if self.unit == "年" else 1))


def derive_figures(handbook: Handbook) -> Mapping[str, Figure]:
    """Name → figure, for every figure of `NEEDS` that the handbook states."""
    rules = {rule.id: rule for rule in handbook.rules}
    return {
        name: figure(need.rule, quantity)
        for name, need in NEEDS.items()
        if need.rule in rules
        for _, quantity in named(rules[need.rule], name)
    }


def figure(rule: str, quantity: Quantity) -> Figure:
    """A quantity of a rule as a figure."""
    upper = Fraction(quantity.upper) if quantity.upper is not None else quantity.number
    return Figure(rule, quantity.number, upper, quantity.unit, quantity.bound)


def ceiling(value: Fraction) -> int:
    """The smallest whole number not below the value."""
    return -(-value.numerator // value.denominator)


def least(share: Figure, base: int) -> int:
    """The smallest whole number that satisfies a share of a base."""
    part = share.value * base
    return part.numerator // part.denominator + 1 if share.bound in _STRICT else ceiling(part)


def holds(limit: Figure, number: int) -> bool:
    """Whether a number keeps a limit."""
    if limit.bound in _UPPER_ONLY:
        return number < limit.value if limit.bound in _STRICT else number <= limit.value
    return number > limit.value if limit.bound in _STRICT else number >= limit.value


def decimal(value: Fraction, places: int = 2) -> str:
    """A number of at most some places, the last rounded half up, without needless noughts."""
    scale = 10**places
    units = (value.numerator * scale * 2 + value.denominator) // (value.denominator * 2)
    whole, rest = divmod(units, scale)
    return f"{whole}.{str(rest).zfill(places)}".rstrip("0").rstrip(".") if rest else str(whole)
