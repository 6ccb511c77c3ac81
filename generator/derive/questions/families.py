"""Families: questions that ask nearly the same are one family, so that they are not met together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import combinations

from generator.derive.questions.item import Item
from generator.model.wording import meaning

NEAR = 0.7
"""Share of two-sign runs in common from which two stems with one answer ask the same."""


def grouped(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items, with one family for those of different families that ask nearly the same."""
    found = tuple(items)
    head: dict[str, str] = {}
    for one, other in near_duplicates(found):
        first, second = sorted((_head(head, one.family), _head(head, other.family)))
        if first != second:
            head[second] = first
    return tuple(replace(item, family=_head(head, item.family)) for item in found) if head else found


def near_duplicates(items: Iterable[Item]) -> tuple[tuple[Item, Item], ...]:
    """Pairs of one type and one answer whose stems are nearly the same, though of different families."""
    by_answer: dict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        if item.key and item.type.value not in ("true-false", "case"):
            by_answer[item.type.value, meaning(item.key[0])].append(item)
    return tuple(
        (one, other)
        for group in by_answer.values()
        for one, other in combinations(group, 2)
        if one.family != other.family and likeness(one.stem, other.stem) >= NEAR
    )


def likeness(one: str, other: str) -> float:
    """Share of two-sign runs that two texts have in common."""
    first, second = runs(one), runs(other)
    return len(first & second) / max(1, len(first | second))


def runs(text: str) -> frozenset[str]:
    """The two-sign runs of a text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _head(head: Mapping[str, str], family: str) -> str:
    while family in head:
        family = head[family]
    return family
