"""Papers: what a blueprint and a seed make of the bank, in parallel forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.drawing import draw
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Bank, Item
from generator.model.question import Blueprint, QuestionType

LETTERS = "ABCDEFGH"
"""What options, and the forms of a paper, are called in print."""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """One part of a paper."""

    type: QuestionType
    """Type of its questions."""
    marks: int
    """Marks for each."""
    items: tuple[Item, ...]
    """Questions in order; numbering goes on from part to part."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a paper, as 甲 and 乙 sit side by side."""

    letter: str
    """A, B, …"""
    parts: tuple[PaperPart, ...]
    """Parts in order."""

    @property
    def numbered(self) -> tuple[tuple[int, Item], ...]:
        """All questions with their numbers, from 1."""
        return tuple(enumerate((item for part in self.parts for item in part.items), 1))


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in one or more parallel forms that share no fact."""

    blueprint: Blueprint
    """What it is drawn by."""
    seed: int
    """Seed that draws it again."""
    edition: str
    """Mark of the bank it was drawn from; the same seed and edition give the same paper."""
    forms: tuple[Form, ...]
    """Its forms."""
    missing: tuple[tuple[QuestionType, int], ...]
    """Types the bank has too few questions of, with how many are missing over all forms."""


def derive_paper(blueprint: Blueprint, bank: Bank, seed: int, letters: Sequence[str] = "A") -> Paper:
    """The paper of a blueprint and a seed."""
    drawn = draw(blueprint, bank.items, seed, len(letters))
    forms = tuple(
        Form(
            letter,
            tuple(PaperPart(part.type, part.marks, items) for part, items in zip(blueprint.parts, parts, strict=True)),
        )
        for letter, parts in zip(letters, drawn, strict=True)
    )
    missing = (
        (part.type, sum(part.count - len(form.parts[i].items) for form in forms))
        for i, part in enumerate(blueprint.parts)
    )
    return Paper(blueprint, seed, edition_of(bank), forms, tuple((kind, n) for kind, n in missing if n))


def edition_of(bank: Bank) -> str:
    """Mark of a bank: changes with its questions, their families and their order, never with wording."""
    return digest(*(f"{item.id}/{item.family}/{item.chapter}" for item in bank.items))
