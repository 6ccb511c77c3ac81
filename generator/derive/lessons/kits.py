"""Lesson kits: a lesson told at each of its lengths, with slides and paper."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.lessons.deck import Deck, derive_deck
from generator.derive.papers import Paper, derive_paper
from generator.derive.questions.item import Bank, Item
from generator.model.handbook import Handbook
from generator.model.lesson import Lesson, Preparation
from generator.model.question import Blueprint, BlueprintPart, QuestionType
from generator.model.telling import Telling, tell

_WANTED = {QuestionType.SINGLE: 5, QuestionType.TRUE_FALSE: 3, QuestionType.MULTIPLE: 2}
_MARKS = 10
_TRIES = 20


@dataclass(frozen=True)
class Kit:
    """Everything made of one lesson."""

    lesson: Lesson
    """The lesson."""
    decks: tuple[Deck, ...]
    """Slides, one deck for each length, shortest first."""
    paper: Paper
    """Ten questions on the rules of the lesson."""
    preparations: tuple[Preparation, ...]
    """What to see to around the class."""

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """What is told, for each length."""
        return tuple(deck.telling for deck in self.decks)

    @property
    def whole(self) -> Telling:
        """What is told at the greatest length."""
        return self.decks[-1].telling


def derive_kits(handbook: Handbook, bank: Bank) -> Mapping[str, Kit]:
    """The kit of every lesson, by its id."""
    rules = {rule.id: rule for rule in handbook.rules}
    sources = {source.id: source for source in handbook.sources}
    kits: dict[str, Kit] = {}
    for lesson in handbook.lessons:
        tellings = tuple(tell(lesson, length, rules) for length in sorted(lesson.lengths))
        paper = derive_lesson_paper(tellings[-1], bank)
        decks = tuple(derive_deck(telling, paper.forms[0], sources) for telling in tellings)
        kits[lesson.id] = Kit(lesson, decks, paper, handbook.preparations)
    return kits


def derive_lesson_paper(telling: Telling, bank: Bank) -> Paper:
    """Ten questions on the rules of a lesson, each on another fact; fewer where the bank has no more."""
    rules = {rule.id for rule in telling.rules}
    topic = Bank(tuple(item for item in bank.items if item.rules and item.rules[0] in rules), ())
    lesson = telling.lesson
    blueprint = Blueprint(
        id=f"lesson-{lesson.id}"[:60],
        title=f"{lesson.occasion}：十题小卷",
        modelled_on="课后自测，只考这一课讲到的规定。",
        minutes=10,
        total=_MARKS * sum(_counts(topic).values()) or _MARKS,
        pass_mark=60,
        parts=tuple(BlueprintPart(type=kind, count=n, marks=_MARKS) for kind, n in _counts(topic).items() if n)
        or (BlueprintPart(type=QuestionType.SINGLE, count=1, marks=_MARKS),),
    )
    seed = zlib.crc32(lesson.id.encode()) % 10_000
    tried = [derive_paper(blueprint, topic, seed)]
    while tried[-1].missing and len(tried) < _TRIES:
        tried.append(derive_paper(blueprint, topic, seed + len(tried)))
    return tried[0] if tried[-1].missing else tried[-1]


def _counts(topic: Bank) -> dict[QuestionType, int]:
    """How many questions of each type, ten together where there are ten facts to ask about."""
    counts = dict.fromkeys(_WANTED, 0)
    used: set[str] = set()
    for wanted in (_WANTED, dict.fromkeys(_WANTED, 10)):
        for kind, most in wanted.items():
            for item in _families(topic, kind, used):
                if counts[kind] < most and sum(counts.values()) < 10:
                    used.add(item.family)
                    counts[kind] += 1
    return counts


def _families(topic: Bank, kind: QuestionType, used: set[str]) -> tuple[Item, ...]:
    first = {item.family: item for item in topic.items if item.type is kind and item.family not in used}
    return tuple(first.values())
