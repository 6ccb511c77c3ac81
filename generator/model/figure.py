"""Which named quantities of which rules the calculators reckon with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.model.rule import Bound, Quantity, Rule


class Kind(Enum):
    """What a figure measures, and so the units it may be written in."""

    SHARE = frozenset[str]()
    """A part of a whole; its unit names the whole."""
    COUNT = frozenset({"名", "人", "个"})
    """A number of people or units."""
    SPAN = frozenset({"年", "个月", "天"})
    """A span of time that months and days are reckoned with."""
    PER_CENT = frozenset({"%"})
    """A rate."""
    MONEY = frozenset({"元", "元/月"})
    """An amount of money."""


@dataclass(frozen=True, slots=True)
class Need:
    """A named quantity that a calculator cannot do without."""

    rule: str
    """Rule that states it."""
    kind: Kind
    """What it measures."""


NEEDS: Mapping[str, Need] = {
    "reception-quorum": Need("reception-quorum", Kind.SHARE),
    "reception-approval": Need("reception-votes", Kind.SHARE),
    "conversion-quorum": Need("conversion-votes", Kind.SHARE),
    "conversion-approval": Need("conversion-votes", Kind.SHARE),
    "general-meeting-quorum": Need("general-meeting-quorum", Kind.SHARE),
    "general-meeting-pass": Need("general-meeting-pass", Kind.SHARE),
    "election-quorum": Need("election-quorum", Kind.SHARE),
    "election-majority": Need("elected-majority", Kind.SHARE),
    "election-surplus": Need("candidate-surplus-committee", Kind.SHARE),
    "term-committee": Need("term-committee-five", Kind.SPAN),
    "term-branch": Need("term-branch-three", Kind.SPAN),
    "term-village": Need("term-village-five", Kind.SPAN),
    "term-extension-years": Need("term-extension", Kind.SPAN),
    "term-reminder-months": Need("term-reminder", Kind.SPAN),
    "dues-rate-1": Need("dues-rate-band-1", Kind.PER_CENT),
    "dues-band-1-upper": Need("dues-rate-band-1", Kind.MONEY),
    "dues-rate-2": Need("dues-rate-band-2", Kind.PER_CENT),
    "dues-band-2-upper": Need("dues-rate-band-2", Kind.MONEY),
    "dues-rate-3": Need("dues-rate-band-3", Kind.PER_CENT),
    "dues-band-3-upper": Need("dues-rate-band-3", Kind.MONEY),
    "dues-rate-4": Need("dues-rate-band-4", Kind.PER_CENT),
    "dues-retired-rate-1": Need("dues-retired-low", Kind.PER_CENT),
    "dues-retired-band-1-upper": Need("dues-retired-low", Kind.MONEY),
    "dues-retired-rate-2": Need("dues-retired-high", Kind.PER_CENT),
    "dues-farmer": Need("dues-farmer", Kind.MONEY),
    "dues-student": Need("dues-student-fixed", Kind.MONEY),
    "branch-min-members": Need("branch-min-members", Kind.COUNT),
    "branch-max-members": Need("branch-max-size", Kind.COUNT),
    "joint-branch-max-units": Need("joint-branch-units", Kind.COUNT),
    "general-branch-members": Need("general-thresholds", Kind.COUNT),
    "grassroots-committee-members": Need("general-thresholds", Kind.COUNT),
    "organ-general-branch-members": Need("organ-general-branch-threshold", Kind.COUNT),
    "organ-committee-members": Need("organ-committee-threshold", Kind.COUNT),
    "soe-committee-members": Need("soe-committee-threshold", Kind.COUNT),
    "village-general-branch-members": Need("village-general-branch-threshold", Kind.COUNT),
    "village-committee-members": Need("village-committee-threshold", Kind.COUNT),
    "committee-min-members": Need("committee-required-seven", Kind.COUNT),
    "committee-size": Need("committee-size", Kind.COUNT),
    "committee-size-max": Need("committee-size", Kind.COUNT),
}
"""Name of a quantity → the rule that must state it, and what it measures."""

BOUNDS: Mapping[Kind, frozenset[Bound]] = {
    Kind.SHARE: frozenset({Bound.AT_LEAST, Bound.MORE_THAN}),
    Kind.COUNT: frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.BETWEEN}),
    Kind.SPAN: frozenset({Bound.EXACTLY, Bound.AT_MOST, Bound.ABOUT}),
    Kind.PER_CENT: frozenset({Bound.EXACTLY}),
    Kind.MONEY: frozenset({Bound.EXACTLY, Bound.AT_MOST, Bound.BETWEEN}),
}
"""Kind of figure → the bounds the calculators know what to do with."""


def named(rule: Rule, name: str) -> Iterator[tuple[int, Quantity]]:
    """The quantities of a rule that bear a name, with their positions."""
    for i, quantity in enumerate(rule.quantities):
        if quantity.name == name:
            yield i, quantity
