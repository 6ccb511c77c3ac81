"""The bank: every recipe over the handbook, in its reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.derive.questions import choice
from generator.derive.questions.ground import Draft, Ground, lay_ground
from generator.derive.questions.item import Bank, Item
from generator.model.handbook import Handbook

Recipe = Callable[[Ground], Iterator[Draft]]

RECIPES: tuple[Recipe, ...] = (choice.drafts,)
"""Every way to make questions, in the order their questions follow each other within a section."""


def derive_bank(handbook: Handbook) -> Bank:
    """All questions of a checked handbook."""
    ground = lay_ground(handbook)
    made = [ground.item(draft) for recipe in RECIPES for draft in recipe(ground)]
    return Bank(_in_reading_order(ground, made), ())


def _in_reading_order(ground: Ground, items: list[Item]) -> tuple[Item, ...]:
    order = {section: i for i, section in enumerate(ground.chapter_of)}
    unique = {item.id: item for item in reversed(items)}
    return tuple(sorted(reversed(unique.values()), key=lambda item: order[item.section]))
