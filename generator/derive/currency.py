"""How current the handbook is: evidence, changes since 2013, and what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.handbook import Handbook
from generator.model.rule import Change, Evidence, History, Rule

START_YEAR = 2013
"""Year of the handbook this project started from."""


@dataclass(frozen=True, slots=True)
class ChangedRule:
    """A rule that differs from what the 2013 handbook's readers knew."""

    rule: Rule
    """The rule as it is."""
    before: tuple[History, ...]
    """Earlier states worth showing, oldest first."""
    change: Change
    """The greatest change among them."""


@dataclass(frozen=True)
class Currency:
    """Counts and lists for the pages that say how current the site is."""

    by_evidence: Mapping[Evidence, int]
    """Kind of evidence → number of rules."""
    by_chapter: Mapping[str, Mapping[Evidence, int]]
    """Chapter id → kind of evidence → number of rules."""
    changed: tuple[ChangedRule, ...]
    """Rules that changed, in reading order."""
    open: tuple[Rule, ...]
    """Rules not confirmed, in reading order."""
    chapter_of: Mapping[str, str]
    """Section id → chapter id."""


def since_2013(rule: Rule) -> Change | None:
    """What became of the rule since 2013, or nothing where its history does not say."""
    entries = [entry for entry in rule.history if entry.year == START_YEAR]
    return entries[0].change if entries else None


def derive_currency(handbook: Handbook) -> Currency:
    """Counts by evidence and the lists of changed and open rules."""
    chapter_of = {section.id: chapter.id for chapter in handbook.chapters for section in chapter.sections}
    order = {section.id: i for i, section in enumerate(handbook.sections)}
    rules = sorted(handbook.rules, key=lambda rule: order[rule.section])
    by_chapter: dict[str, Counter[Evidence]] = {chapter.id: Counter() for chapter in handbook.chapters}
    for rule in rules:
        by_chapter[chapter_of[rule.section]][rule.evidence] += 1
    return Currency(
        by_evidence={kind: sum(rule.evidence is kind for rule in rules) for kind in Evidence},
        by_chapter=by_chapter,
        changed=tuple(changed for rule in rules if (changed := _changed(rule)) is not None),
        open=tuple(rule for rule in rules if not rule.scored),
        chapter_of=chapter_of,
    )


def _changed(rule: Rule) -> ChangedRule | None:
    ranks = (Change.CHANGED, Change.NEW, Change.REFINED)
    before = tuple(entry for entry in rule.history if entry.change in ranks)
    if not before:
        return None
    return ChangedRule(rule, before, min((entry.change for entry in before), key=ranks.index))
