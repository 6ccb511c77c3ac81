"""What every recipe stands on: the handbook by section, and the making of an item from a draft."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.questions.identity import question_id, shuffled
from generator.derive.questions.item import Choice, Item
from generator.model.chapter import Section
from generator.model.handbook import Handbook
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SCORED, Basis, Evidence, Rule

_LEANING = re.compile(r"^(基本任务|第[一二三四五六七八九十]+项|其中|这|该|上述|此|它|手册)|已知|见到的|没有读到|没有核")

WRITTEN = "written"
"""Recipe of questions that editors wrote."""

STRENGTH = (Evidence.OFFICIAL, Evidence.TEXT, Evidence.REPORT)
"""Scored evidence, strongest first."""


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A question as a recipe makes it, before it gets its place in the bank."""

    recipe: str
    """Name of the recipe."""
    fact: str
    """What it asks about, such as a rule's id with the marked span."""
    answer: str
    """The answer in a form that rewording does not touch."""
    type: QuestionType
    """How it is answered."""
    stem: str
    """The question."""
    rationale: str
    """Why the key is right."""
    rules: tuple[Rule, ...]
    """Rules it rests on, the one it asks first; at least one."""
    family: str = ""
    """Fact it shares with other questions; that of its first rule where empty."""
    options: tuple[Choice, ...] = ()
    """Options in any order."""
    key: tuple[str, ...] = ()
    """Answers of types without options."""
    pairs: tuple[tuple[str, str], ...] = ()
    """Matching: what belongs together."""
    section: str = ""
    """Section it belongs to; that of its first rule where empty."""
    roles: tuple[str, ...] = ()
    """Roles it concerns besides those of its rules."""
    procedures: tuple[str, ...] = ()
    """Procedures it belongs to besides those that use its rules."""
    difficulty: Difficulty = Difficulty.MEDIUM
    """How hard it is."""
    shuffle: bool = True
    """Whether its options have no order of their own."""


@dataclass(frozen=True)
class Ground:
    """The handbook, indexed for recipes."""

    handbook: Handbook
    """What the editors wrote."""
    sections: Mapping[str, Section]
    """Section id → section."""
    chapter_of: Mapping[str, str]
    """Section id → chapter id."""
    rules: Mapping[str, Rule]
    """Rule id → rule."""
    procedures_of: Mapping[str, tuple[str, ...]]
    """Rule id → ids of procedures whose steps rest on it."""
    scored: tuple[Rule, ...]
    """Rules that may be asked, in reading order of the handbook."""

    def rules_at(self, ids: Iterable[str]) -> tuple[Rule, ...]:
        """The scored rules among those named."""
        return tuple(self.rules[name] for name in ids if name in self.rules and self.rules[name].askable)

    def item(self, draft: Draft) -> Item:
        """The finished question."""
        first = draft.rules[0]
        name = question_id(draft.recipe, draft.fact, draft.answer)
        section = draft.section or first.section
        options = arranged(name, draft.options) if draft.shuffle else draft.options
        return Item(
            id=name,
            family=draft.family or f"rule-{first.id}",
            type=draft.type,
            stem=draft.stem,
            options=options,
            key=draft.key or tuple(option.text for option in options if option.correct),
            pairs=draft.pairs,
            rationale=draft.rationale,
            basis=bases(draft.rules),
            evidence=max((rule.evidence for rule in draft.rules), key=STRENGTH.index),
            topic=self.sections[section].title,
            chapter=self.chapter_of[section],
            section=section,
            rules=tuple(dict.fromkeys(rule.id for rule in draft.rules)),
            roles=_once(*(rule.roles for rule in draft.rules), draft.roles),
            procedures=_once(draft.procedures, *(self.procedures_of.get(rule.id, ()) for rule in draft.rules)),
            difficulty=draft.difficulty,
            must_know=2 * sum(rule.must_know for rule in draft.rules) >= len(draft.rules),
            written=draft.recipe == WRITTEN,
            recipe=draft.recipe,
        )


def lay_ground(handbook: Handbook) -> Ground:
    """The handbook, indexed for recipes."""
    chapter_of = {section.id: chapter.id for chapter in handbook.chapters for section in chapter.sections}
    order = {section: i for i, section in enumerate(chapter_of)}
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for procedure, found in zip(handbook.procedures, handbook.references["procedures"], strict=True):
        for reference in found:
            if reference.collection == "rules":
                users[reference.id][procedure.id] = None
    return Ground(
        handbook=handbook,
        sections={section.id: section for section in handbook.sections},
        chapter_of=chapter_of,
        rules={rule.id: rule for rule in handbook.rules},
        procedures_of={rule: tuple(procedures) for rule, procedures in users.items()},
        scored=tuple(
            sorted(
                (rule for rule in handbook.rules if rule.askable and rule.section in order),
                key=lambda rule: order[rule.section],
            )
        ),
    )


def stands_alone(rule: Rule) -> bool:
    """Whether the rule's sentence is understood without its section and speaks of the matter itself."""
    return _LEANING.search(rule.plain) is None


def arranged(seed: str, options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Options in an order the seed fixes, so that the key has no favourite place."""
    by_text = {option.text: option for option in options}
    return tuple(by_text[text] for text in shuffled(seed, by_text))


def bases(rules: Iterable[Rule]) -> tuple[Basis, ...]:
    """The clauses the rules rest on, each once, in order; of an article that is not confirmed only its source."""
    found: dict[tuple[str, str | None], Basis] = {}
    for rule in rules:
        for basis in map(_confirmed, rule.basis):
            found.setdefault((basis.source, basis.article), basis)
    return tuple(found.values())


def _confirmed(basis: Basis) -> Basis:
    if basis.article_evidence is None or basis.article_evidence in SCORED:
        return basis
    return basis.model_copy(update={"article": None, "article_evidence": None})


def _once(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))
