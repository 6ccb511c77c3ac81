"""The clauses a lesson rests on, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.relations import article_order
from generator.model.rule import Evidence, Nature, Rule
from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class Clause:
    """What one rule rests on, with how well it is known."""

    rule: Rule
    """The rule."""
    words: str
    """《发展党员工作细则》第三十一条; empty where no clause was found."""

    @property
    def evidence(self) -> Evidence:
        """How well it is known."""
        return self.rule.evidence

    @property
    def nature(self) -> Nature:
        """Where it binds from."""
        return self.rule.nature


def clauses(rules: Iterable[Rule], sources: Mapping[str, Source]) -> tuple[Clause, ...]:
    """The clause of each rule."""
    return tuple(Clause(rule, _words(rule, sources)) for rule in rules)


def alike(found: Iterable[Clause]) -> tuple[tuple[Clause, ...], ...]:
    """The clauses in their order, those that read the same together."""
    groups: dict[tuple[str, Evidence, Nature], list[Clause]] = {}
    for clause in found:
        groups.setdefault((clause.words, clause.evidence, clause.nature), []).append(clause)
    return tuple(tuple(group) for group in groups.values())


def short_words(found: Iterable[Clause]) -> str:
    """All clauses in one line, each source and article once."""
    articles: dict[str, dict[str, None]] = {}
    for clause in found:
        for source, _, article in (part.partition("》") for part in clause.words.split("；") if part):
            listed = articles.setdefault(f"{source}》", {})
            if article:
                listed[article] = None
    return "；".join(source + "、".join(sorted(listed, key=article_order)) for source, listed in articles.items())


def _words(rule: Rule, sources: Mapping[str, Source]) -> str:
    return "；".join(f"《{sources[basis.source].short}》{basis.article or ''}" for basis in rule.basis)
