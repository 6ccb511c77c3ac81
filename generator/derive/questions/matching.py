"""Matching: terms with their meanings, posts and bodies with what they do, amounts with what they limit.

Groups keep to one section or one kind of actor, in an order that ids alone decide. No meaning names
a term of its group, no duty rests on a rule that binds another actor of its kind, and no amount
comes twice in a group.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from generator.derive.questions.families import runs
from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.identity import digest
from generator.model.question import Difficulty, QuestionType
from generator.model.role import Duty, Role, RoleKind
from generator.model.rule import SCORED, Bound, Nature, Quantity, Rule
from generator.model.term import Term
from generator.model.wording import meaning

M = TypeVar("M")

RECIPE = "matching"
_SIZE = 4
_LONGEST = 60
_DIMENSION = {
    **{unit: ("time", size) for unit, size in {"年": 360, "个月": 30, "天": 1, "工作日": 1, "个工作日": 1}.items()},
    **dict.fromkeys(("名", "人", "个", "行", "字", "毫米"), ("number", 1)),
}
"""Unit → what it measures, and its size in days where that is time."""
_UNKNOWN = re.compile("没有核|没有读到|见到的|已知|未核")
"""Words that say something is not known for sure."""
_LIMIT = re.compile("[上下]限|档|一般|^[^的]{0,5}人数$")


@dataclass(frozen=True, slots=True)
class Member:
    """One pair of a matching question."""

    id: str
    """What it stands for."""
    left: str
    """Left side."""
    right: str
    """Right side."""
    rules: tuple[Rule, ...]
    """Rules it rests on."""


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every group of four that belong together and cannot be mistaken."""
    yield from _of_terms(ground)
    yield from _of_duties(ground)
    yield from _of_amounts(ground)


def _of_terms(ground: Ground) -> Iterator[Draft]:
    by_section: dict[str, list[Term]] = defaultdict(list)
    for term in ground.handbook.terms:
        sentence = _first_sentence(term.text)
        sure = len(sentence) <= _LONGEST and _UNKNOWN.search(sentence) is None
        if sure and ground.rules_at(term.rules) and not _names(term, term):
            by_section[term.section].append(term)
    for section, terms in by_section.items():
        for group in _groups(sorted(terms, key=lambda term: digest(RECIPE, term.id)), _are_apart):
            members = [Member(t.id, t.name, _first_sentence(t.text), ground.rules_at(t.rules)) for t in group]
            yield _draft("terms", members, section, "把术语和它的意思配起来。")


def _first_sentence(text: str) -> str:
    return text.partition("。")[0] + "。"


def _are_apart(one: Term, other: Term) -> bool:
    return not _names(one, other) and not _names(other, one) and not set(one.rules) & set(other.rules)


def _names(one: Term, other: Term) -> bool:
    """Whether the meaning of one says the other's name, or half of it."""
    bare = re.sub(r"[“”《》]|（.*）", "", other.name)
    told = _first_sentence(one.text)
    said = sum(run in told for run in runs(bare)) >= max(2, len(runs(bare)) * 2 / 5)
    parts = [part for part in re.split("[和与、]", bare) if len(part) > 1]
    return said or any(name in told for name in (bare, *other.aliases, *(parts if len(parts) > 1 else ())))


def _groups(pool: Sequence[M], are_apart: Callable[[M, M], bool]) -> Iterator[list[M]]:
    """Groups of four of which none can be taken for another, taken from the pool in its order."""
    rest = list(pool)
    while True:
        group: list[M] = []
        for one in rest:
            if len(group) < _SIZE and all(are_apart(one, other) for other in group):
                group.append(one)
        if len(group) < _SIZE:
            return
        yield group
        rest = [one for one in rest if one not in group]


def _of_duties(ground: Ground) -> Iterator[Draft]:
    roles = [role for role in ground.handbook.roles if role.kind in (RoleKind.POSITION, RoleKind.BODY, RoleKind.PERSON)]
    for kind in (RoleKind.POSITION, RoleKind.BODY, RoleKind.PERSON):
        pool = [found for role in roles if role.kind is kind for found in _telling(ground, role, roles)]
        pool.sort(key=lambda found: digest(RECIPE, found.id))
        for members in _groups(pool, lambda one, other: one.left != other.left):
            yield _draft("duties", members, members[0].rules[0].section, "下面每句话说的是谁？请配起来。")


def _telling(ground: Ground, role: Role, roles: Iterable[Role]) -> Iterator[Member]:
    """Duties that fit this role alone: no rule of theirs binds or concerns another role of its kind."""
    others = [other for other in roles if other is not role and other.kind is role.kind]
    for duty in role.duties:
        rules = ground.rules_at(duty.rules) if duty.nature is Nature.RULE and duty.evidence in SCORED else ()
        if rules and not _is_shared(rules, others) and _reads_alone(duty, role, others):
            yield Member(f"{role.id}/{duty.id}", role.name, duty.text, rules)


def _is_shared(rules: Iterable[Rule], others: Iterable[Role]) -> bool:
    return any(
        {rule.id for rule in rules} & {name for d in other.duties for name in d.rules} or other.id in rule.roles
        for other in others
        for rule in rules
    )


def _reads_alone(duty: Duty, role: Role, others: Iterable[Role]) -> bool:
    names = [role.name, *role.aliases, *(name for other in others for name in (other.name, *other.aliases))]
    return (
        len(duty.text) <= _LONGEST
        and "手册" not in duty.text
        and not any(name.removeprefix("党支部") in duty.text for name in names)
    )


def _of_amounts(ground: Ground) -> Iterator[Draft]:
    pools: dict[tuple[str, str], list[Member]] = defaultdict(list)
    amounts: dict[str, Fraction] = {}
    for rule in ground.scored:
        for quantity in filter(lambda quantity: _is_plain(rule, quantity), rule.quantities):
            member = Member(quantity.name or "", quantity.of, quantity.span or "", (rule,))
            dimension, size = _DIMENSION[quantity.unit]
            amounts[member.id] = quantity.number * size
            pools[rule.section, dimension].append(member)
    for (section, _), members in pools.items():
        members.sort(key=lambda member: digest(RECIPE, member.id))
        for group in _groups(members, lambda one, other: amounts[one.id] != amounts[other.id]):
            yield _draft("amounts", group, section, "把下面各项和规定的数目或者期限配起来。")


def _is_plain(rule: Rule, quantity: Quantity) -> bool:
    """Whether what it limits can be told without the rule, and by one amount."""
    alone = sum(quantity.of == other.of or quantity.span == other.span for other in rule.quantities) == 1
    named = bool(quantity.name and quantity.span) and quantity.unit in _DIMENSION
    return named and alone and quantity.bound is not Bound.ABOUT and _LIMIT.search(quantity.of) is None


def _draft(sort: str, members: Sequence[Member], section: str, stem: str) -> Draft:
    return Draft(
        recipe=RECIPE,
        fact=f"{sort}/{'/'.join(sorted(member.id for member in members))}",
        answer="/".join(sorted(meaning(member.right) for member in members)) if sort == "amounts" else "",
        type=QuestionType.MATCHING,
        stem=stem,
        pairs=tuple((member.left, member.right) for member in members),
        rationale="；".join(f"{member.left}——{member.right.rstrip('。')}" for member in members) + "。",
        rules=tuple(rule for member in members for rule in member.rules),
        family=f"match-{digest(sort, *sorted(member.id for member in members))}",
        section=section,
        difficulty=Difficulty.MEDIUM,
    )
