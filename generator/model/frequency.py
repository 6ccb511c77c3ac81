"""Frequencies: how often a rule's quantity asks for something in a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.rule import Bound, Quantity

PERIODS = {"月": 1, "季度": 3, "半年": 6, "年": 12}
"""Word for a period → its months."""
_SPANS = {"个月": 1, "年": 12}
YEAR = 12
"""Months of a year."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in every period."""

    months: int
    """Length of the period in months."""
    count: int
    """How many times."""
    unit: str
    """What is counted: 次 or 天."""
    bound: Bound
    """How it limits."""

    def lacking(self, months: Iterable[int]) -> tuple[int, ...]:
        """First months of the periods that hold too few of the given months; each counts as often as it is given."""
        held = list(months)
        starts = range(1, YEAR + 1, self.months)
        return tuple(first for first in starts if sum(first <= m < first + self.months for m in held) < self.count)


def frequency(quantity: Quantity) -> Frequency | None:
    """What a quantity asks for in 次/月, 次/季度, 次/半年, 次/年, 天/月 or every so many months; else nothing."""
    unit, slash, period = quantity.unit.partition("/")
    if quantity.number.denominator != 1:
        return None
    number = quantity.number.numerator
    if slash:
        return Frequency(PERIODS[period], number, unit, quantity.bound) if period in PERIODS else None
    months = number * _SPANS.get(unit, 0)
    return Frequency(months, 1, "次", quantity.bound) if months and YEAR % months == 0 else None
