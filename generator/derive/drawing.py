"""Drawing of questions for a paper, exactly repeatable in any language.

The browser draws the same papers, so every step is fixed here; all numbers are whole.

1.  Random numbers: *mulberry32*. The state starts as the seed, 0 … 2³²−1. Each number adds
    0x6D2B79F5 to the state and mixes it; in JavaScript::

        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return (t ^ (t >>> 14)) >>> 0;

    A number below n is ``Math.floor(number * n / 4294967296)``.
2.  Shuffle: Fisher–Yates from the end; for i = length − 1 … 1, j = a number below i + 1, exchange
    i and j. One number is used for each i.
3.  Candidates of a part: the questions of its type, within the blueprint's sections if it names
    any, in the order of the bank.
4.  Quotas: each chapter has the weight the blueprint's shares give it; without shares, its number of
    different families among the candidates. A chapter gets ``floor(count * weight / sum)`` places;
    the places left go one each to the chapters with the greatest ``count * weight % sum``, the
    earlier chapter first where they are equal. Chapters are in the order of their first candidate;
    with shares, in the order of the shares.
5.  Drawing, part after part with one stream of numbers: shuffle the candidates. Then for each
    chapter, for each of its places, for each form in turn, take the chapter's first candidate in
    shuffled order whose family no form has used yet. Where a chapter has none left, the place stays
    open. At last, for each form in turn, fill its open places with the first candidate of any
    chapter whose family is unused; what no candidate is left for stays out.

A family is used once over all parts and all forms. So forms drawn together are parallel (the same
number of questions of each type from each chapter) and share no fact. Within a part the questions
follow in the order they were taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

from generator.derive.questions.item import Item
from generator.model.question import Blueprint, BlueprintPart

T = TypeVar("T")

SEEDS = 1 << 32
"""Number of different seeds."""


def numbers(seed: int) -> Iterator[int]:
    """The stream of uint32 numbers of a seed (mulberry32)."""
    state = seed % SEEDS
    while True:
        state = (state + 0x6D2B79F5) % SEEDS
        t = (state ^ state >> 15) * (state | 1) % SEEDS
        t ^= (t + (t ^ t >> 7) * (t | 61)) % SEEDS
        yield t ^ t >> 14


def shuffle(values: Sequence[T], stream: Iterator[int]) -> list[T]:
    """The values in a random order (Fisher–Yates from the end)."""
    mixed = list(values)
    for i in range(len(mixed) - 1, 0, -1):
        j = next(stream) * (i + 1) >> 32
        mixed[i], mixed[j] = mixed[j], mixed[i]
    return mixed


def draw(
    blueprint: Blueprint, items: Sequence[Item], seed: int, forms: int = 1
) -> tuple[tuple[tuple[Item, ...], ...], ...]:
    """Form → part → questions drawn; a part is shorter than asked where the bank is too small."""
    stream = numbers(seed)
    used: set[str] = set()
    parts = [_draw_part(blueprint, part, items, stream, used, forms) for part in blueprint.parts]
    return tuple(tuple(part[form] for part in parts) for form in range(forms))


def candidates(blueprint: Blueprint, part: BlueprintPart, items: Sequence[Item]) -> list[Item]:
    """The questions a part may be drawn from, in the order of the bank."""
    sections = frozenset(blueprint.sections)
    return [item for item in items if item.type is part.type and (not sections or item.section in sections)]


def quotas(count: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Key → its share of a count, by weight, remainders to the greatest first."""
    total = sum(weights.values())
    if not total:
        return {}
    shares = {key: count * weight // total for key, weight in weights.items()}
    left = count - sum(shares.values())
    for key in islice(sorted(weights, key=lambda key: -(count * weights[key] % total)), left):
        shares[key] += 1
    return shares


def _draw_part(
    blueprint: Blueprint,
    part: BlueprintPart,
    items: Sequence[Item],
    stream: Iterator[int],
    used: set[str],
    forms: int,
) -> list[tuple[Item, ...]]:
    pool = candidates(blueprint, part, items)
    weights = {share.chapter: share.weight for share in blueprint.shares} or _families_by_chapter(pool)
    mixed = shuffle(pool, stream)
    taken: list[list[Item]] = [[] for _ in range(forms)]
    for chapter, places in quotas(part.count, weights).items():
        own = [item for item in mixed if item.chapter == chapter]
        for _ in range(places):
            for form in taken:
                _take(own, form, used)
    for form in taken:
        while len(form) < part.count and _take(mixed, form, used):
            pass
    return [tuple(form) for form in taken]


def _families_by_chapter(pool: Sequence[Item]) -> dict[str, int]:
    families: dict[str, set[str]] = {}
    for item in pool:
        families.setdefault(item.chapter, set()).add(item.family)
    return {chapter: len(members) for chapter, members in families.items()}


def _take(pool: Sequence[Item], form: list[Item], used: set[str]) -> bool:
    found = next((item for item in pool if item.family not in used), None)
    if found is None:
        return False
    used.add(found.family)
    form.append(found)
    return True
