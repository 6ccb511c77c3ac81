"""Measures of the bank: coverage, near-duplicates, and how far a guesser gets without knowledge."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.questions.families import near_duplicates, runs
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Bank, Choice, Item
from generator.model.base import references
from generator.model.handbook import Handbook
from generator.model.question import QuestionType
from generator.model.rule import Nature, Rule

Seen = Mapping[tuple[str, str], frozenset[str]]
"""Question and option → what a guesser sees of it."""

CHOICES = (QuestionType.SINGLE, QuestionType.CASE, QuestionType.TRUE_FALSE)
"""Types whose answer is one option."""
_FOLDS = 5
_SPLITS = ("", "a", "b")
_LONGEST_RUN = 3
_UNREAD = "不据以出题"


@dataclass(frozen=True, slots=True)
class Guess:
    """How often a guesser is right."""

    hits: float
    """Questions it gets, ties counted by their share."""
    chance: float
    """Questions a blind guesser gets."""
    of: int
    """Questions it tried."""

    @property
    def excess(self) -> float:
        """Percentage points above chance."""
        return 100 * (self.hits - self.chance) / max(1, self.of)


@dataclass(frozen=True, slots=True)
class Coverage:
    """One rule with what asks and teaches it."""

    rule: Rule
    """The rule."""
    items: tuple[Item, ...]
    """Questions that ask it first."""
    lessons: tuple[str, ...]
    """Ids of lessons that teach it."""
    reason: str
    """Why it is not asked; empty where it is."""


@dataclass(frozen=True)
class Measures:
    """What the report tells about a bank."""

    by_overlap: Guess
    """A guesser that takes the option sharing most signs with the stem."""
    by_words: Mapping[QuestionType, Guess]
    """A guesser that learned from other questions which words right options use, by type."""
    learned: Guess
    """That guesser over all types."""
    longest: Guess
    """A guesser that takes the longest option."""
    positions: tuple[int, ...]
    """How often the key stands first, second, …, in single choices."""
    near: tuple[tuple[Item, Item], ...]
    """Pairs of different families that ask nearly the same."""
    coverage: tuple[Coverage, ...]
    """Every scored rule."""


def measure(handbook: Handbook, bank: Bank) -> Measures:
    """The measures of a bank."""
    single = [item for item in bank.items if item.type in (QuestionType.SINGLE, QuestionType.CASE)]
    places = Counter([option.correct for option in item.options].index(True) for item in single)
    by_words = {kind: _learned([item for item in bank.items if item.type is kind]) for kind in CHOICES}
    return Measures(
        by_overlap=_guess(single, lambda item, option: len(runs(option.text) & runs(item.stem))),
        by_words=by_words,
        learned=_joined(by_words.values()),
        longest=_guess(single, lambda _, option: len(option.text)),
        positions=tuple(places[i] for i in range(4)),
        near=near_duplicates(bank.items),
        coverage=_coverage(handbook, bank),
    )


def _guess(items: Iterable[Item], score: Callable[[Item, Choice], float]) -> Guess:
    hits = chance = 0.0
    tried = list(items)
    for item in tried:
        scores = [score(item, option) for option in item.options]
        best = [option for option, value in zip(item.options, scores, strict=True) if value == max(scores)]
        hits += sum(option.correct for option in best) / len(best)
        chance += 1 / len(item.options)
    return Guess(hits, chance, len(tried))


def _learned(items: Sequence[Item]) -> Guess:
    """Naive Bayes over runs of one to three signs, trained on the other families.

    The families are dealt into five parts, each of which is guessed by what the other four teach;
    the mean of three ways of dealing, so that a lucky one does not count.
    """
    seen = {(item.id, option.text): _seen(item, option) for item in items for option in item.options}
    rounds = [_round(items, seen, split) for split in _SPLITS]
    return Guess(sum(r.hits for r in rounds) / len(_SPLITS), rounds[0].chance, rounds[0].of)


def _round(items: Sequence[Item], seen: Seen, split: str) -> Guess:
    folds: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        folds[int(digest(split, item.family), 16) % _FOLDS].append(item)
    return _joined(
        _guess(tested, _scorer((item for other, group in folds.items() if other != fold for item in group), seen))
        for fold, tested in folds.items()
    )


def _joined(guesses: Iterable[Guess]) -> Guess:
    parts = list(guesses)
    return Guess(sum(p.hits for p in parts), sum(p.chance for p in parts), sum(p.of for p in parts))


def _seen(item: Item, option: Choice) -> frozenset[str]:
    """What a guesser sees of an option: its runs, or for true-false those of the stem with the verdict."""
    if item.type is not QuestionType.TRUE_FALSE:
        return _signs(option.text)
    return frozenset(f"{option.text}{run}" for run in _signs(item.stem))


def _signs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + n] for n in range(1, _LONGEST_RUN + 1) for i in range(len(text) - n + 1))


def _scorer(items: Iterable[Item], seen: Seen) -> Callable[[Item, Choice], float]:
    weights = _weights(items, seen)
    return lambda item, option: sum(weights.get(run, 0.0) for run in seen[item.id, option.text])


def _weights(items: Iterable[Item], seen: Seen) -> dict[str, float]:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for item in items:
        for option in item.options:
            (right if option.correct else wrong).update(seen[item.id, option.text])
    rights, wrongs = sum(right.values()) + 1, sum(wrong.values()) + 1
    return {run: math.log((right[run] + 1) / rights * wrongs / (wrong[run] + 1)) for run in right | wrong}


def _coverage(handbook: Handbook, bank: Bank) -> tuple[Coverage, ...]:
    asked: dict[str, list[Item]] = defaultdict(list)
    for item in bank.items:
        asked[item.rules[0]].append(item)
        for other in item.rules[1:]:
            if item.type is QuestionType.MATCHING:
                asked[other].append(item)
    taught: dict[str, list[str]] = defaultdict(list)
    for lesson in handbook.lessons:
        for mention in references(lesson):
            if mention.collection == "rules" and lesson.id not in taught[mention.id]:
                taught[mention.id].append(lesson.id)
    return tuple(
        Coverage(rule, tuple(asked[rule.id]), tuple(taught[rule.id]), "" if asked[rule.id] else _reason(rule))
        for rule in handbook.rules
        if rule.scored
    )


def _reason(rule: Rule) -> str:
    if not rule.basis:
        return "没有写依据，学员无处核对"
    if any(_UNREAD in (basis.note or "") for basis in rule.basis):
        return "条文没有读全，依据里注明不据以出题"
    if rule.nature is not Nature.RULE:
        return "一地、一单位的要求或者通行做法，不当规定来考"
    if not rule.spans:
        return "没有标出关键字"
    if not rule.asks and not any(m.instead for m in rule.misconceptions):
        return "没有写考法（asks），也没有写人们说错成什么（misconceptions 的 instead）"
    return "考法的错误选项不能代进原句，也没有数量"
