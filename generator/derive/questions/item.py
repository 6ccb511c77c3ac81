"""The question as the bank holds it, whatever it was made from."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Basis, Evidence


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a choice, or one part to put in order."""

    text: str
    """The option."""
    correct: bool
    """Whether it is right."""
    why: str
    """Why it is wrong; empty for a right option."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the bank."""

    id: str
    """Permanent id, made of what is asked and of its answer, never of wording or position."""
    family: str
    """Id shared by all questions on the same fact."""
    type: QuestionType
    """How it is answered."""
    stem: str
    """The question; in a fill-in, `______` stands for each gap."""
    options: tuple[Choice, ...]
    """Options of a choice in a fixed order; true-false has 对 and 错; empty for other types."""
    key: tuple[str, ...]
    """Single, case and true-false: the right option; multiple: all right ones; fill-in: accepted
    wordings, the first to show; ordering: parts in the right order; short answer: key points."""
    pairs: tuple[tuple[str, str], ...]
    """Matching: what belongs together; empty for other types."""
    rationale: str
    """Why the key is right."""
    basis: tuple[Basis, ...]
    """Clauses it rests on."""
    evidence: Evidence
    """How well its fact is known; always one that is scored."""
    topic: str
    """Title of its section."""
    chapter: str
    """Id of its chapter."""
    section: str
    """Id of its section."""
    rules: tuple[str, ...]
    """Ids of the rules it rests on, the one it asks first."""
    roles: tuple[str, ...]
    """Ids of the roles it concerns."""
    procedures: tuple[str, ...]
    """Ids of the procedures it belongs to."""
    difficulty: Difficulty
    """How hard it is."""
    must_know: bool
    """Whether it belongs to 「转正前必会」."""
    written: bool
    """Whether an editor wrote it, rather than a recipe."""
    recipe: str = "written"
    """Name of the recipe that made it."""


@dataclass(frozen=True, slots=True)
class Retired:
    """A question whose answer changed or that was withdrawn; learners who met it are told."""

    id: str
    """Its id."""
    note: str
    """Why it is gone, for the learner."""


@dataclass(frozen=True)
class Bank:
    """All questions, in reading order of the handbook."""

    items: tuple[Item, ...]
    """Questions that are drawn from."""
    retired: tuple[Retired, ...]
    """Questions no longer asked."""
    made: tuple[Item, ...] = field(default=(), compare=False)
    """What the recipes made, before the editors' reviews."""
