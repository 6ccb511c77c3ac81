"""Who uses what: back-links, clauses of sources, rules of sections."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.chapter import Section
from generator.model.handbook import Handbook
from generator.model.procedure import Procedure, Step, is_document_id
from generator.model.rule import Rule
from generator.parse_markdown import mentions

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Clause:
    """One use of an article of a source."""

    article: str
    """Article as cited, empty where unknown."""
    collection: str
    """Collection of what cites it."""
    id: str
    """Id of what cites it."""
    past: bool
    """Whether it is cited as history."""


@dataclass(frozen=True, slots=True)
class StepUse:
    """A step that a role acts in or a document belongs to."""

    procedure: Procedure
    """Procedure of the step."""
    step: Step
    """The step."""
    number: int
    """Its position, from 1."""


@dataclass(frozen=True)
class Relations:
    """Links read backwards."""

    used_by: Mapping[Key, tuple[Key, ...]]
    """(collection, id) → what mentions it, in reading order, each once."""
    rules_of: Mapping[str, tuple[Rule, ...]]
    """Section id → its rules."""
    clauses: Mapping[str, tuple[Clause, ...]]
    """Source id → what rests on it, by article."""
    steps_of_role: Mapping[str, tuple[StepUse, ...]]
    """Role id → steps it acts in."""
    steps_of_document: Mapping[str, tuple[StepUse, ...]]
    """Document id → steps that use or make it."""


def derive_relations(handbook: Handbook) -> Relations:
    """All links of the handbook, read backwards."""
    used: dict[Key, dict[Key, None]] = defaultdict(dict)
    for collection, entities in handbook.entities.items():
        if collection in ("chapters", "home", "blueprints"):
            continue
        for entity, found in zip(entities, handbook.references[collection], strict=True):
            here = (collection, entity.id)
            for ref in found:
                used[ref.collection, ref.id][here] = None
            if isinstance(entity, Section):
                for mention in mentions(entity.body):
                    used[mention.collection, mention.id][here] = None
    by_role: dict[str, list[StepUse]] = defaultdict(list)
    by_document: dict[str, list[StepUse]] = defaultdict(list)
    for procedure in handbook.procedures:
        for number, step in enumerate(procedure.steps, 1):
            use = StepUse(procedure, step, number)
            for actor in dict.fromkeys((step.actor, *(p.actor for p in step.parallel))):
                by_role[actor].append(use)
            for paper in step.papers:
                if is_document_id(paper):
                    by_document[paper].append(use)
                    used["documents", paper][("procedures", procedure.id)] = None
    sections: dict[str, list[Rule]] = defaultdict(list)
    for rule in handbook.rules:
        sections[rule.section].append(rule)
    return Relations(
        used_by={key: tuple(value) for key, value in used.items()},
        rules_of={key: tuple(value) for key, value in sections.items()},
        clauses=_clauses(handbook),
        steps_of_role={key: tuple(value) for key, value in by_role.items()},
        steps_of_document={key: tuple(value) for key, value in by_document.items()},
    )


def _clauses(handbook: Handbook) -> dict[str, tuple[Clause, ...]]:
    found: dict[str, list[Clause]] = defaultdict(list)
    for rule in handbook.rules:
        for basis in rule.basis:
            found[basis.source].append(Clause(basis.article or "", "rules", rule.id, past=False))
        for entry in rule.history:
            if entry.source is not None:
                found[entry.source].append(Clause("", "rules", rule.id, past=True))
    for document in handbook.documents:
        for basis in document.basis:
            found[basis.source].append(Clause(basis.article or "", "documents", document.id, past=False))
    return {
        source: tuple(sorted(dict.fromkeys(clauses), key=lambda c: (c.past, article_order(c.article))))
        for source, clauses in found.items()
    }


def article_order(article: str) -> tuple[int, str]:
    """Key that sorts 第九条 before 第十条, and what has no number last."""
    found = re.search(r"第([零一二三四五六七八九十百]+)条", article)
    return (chinese_number(found.group(1)) if found else 10_000, article)


def chinese_number(text: str) -> int:
    """The value of a Chinese numeral below 1,000, as 一百五十八."""
    total, digit = 0, 0
    for char in text:
        if char == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif char == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[char]
    return total + digit
