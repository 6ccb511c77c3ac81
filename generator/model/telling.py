"""What is told of a lesson at one of its lengths: the outline cut by depth and filled up from the rules.

One outline serves every length. A point is told from its least length on. What time is left in a part is filled, up
to `FILL`, with what the rules themselves hold: a common mistake for each point, then what changed since earlier, then
the rule in full, then further mistakes. So a long lesson says more about the same points, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model.lesson import Activity, Case, Lesson, OutlinePart, Point
from generator.model.rule import SCORED, Change, History, Misconception, Rule

SPOKEN = 190
"""Characters a speaker says in a minute."""
FILL = 0.7
"""Share of a part that is spoken by plan; the rest is for pauses, questions and the board."""
_TOLD_CHANGES = frozenset({Change.CHANGED, Change.REFINED, Change.NEW})
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class More:
    """Something a rule adds to a point: a common mistake, a change, or its full wording."""

    rule: Rule
    """The rule."""
    what: Misconception | History | None
    """The mistake or the earlier wording; none for the rule in full."""

    @property
    def spoken(self) -> str:
        """The words to say."""
        match self.what:
            case Misconception():
                return f"有人说，{self.what.claim}其实，{self.what.truth}"
            case History():
                return f"{self.what.year} 年的说法是：{self.what.says}现在是：{self.rule.plain}"
            case None:
                return f"规定是这样说的：{self.rule.plain}"


@dataclass(frozen=True, slots=True)
class ToldPoint:
    """A point as it is told at a length."""

    point: Point
    """The point as authored."""
    rules: tuple[Rule, ...]
    """Rules it rests on."""
    more: tuple[More, ...] = ()
    """What is added from the rules."""

    @property
    def spoken(self) -> str:
        """All words of the point: text, hint, additions."""
        return "".join((self.point.text, self.point.notes or "", *(more.spoken for more in self.more)))


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A part as it is told at a length."""

    place: int
    """Place of the part in the outline, from 0."""
    title: str
    """Heading."""
    start: int
    """Minute it begins at."""
    minutes: int
    """Minutes it takes."""
    points: tuple[ToldPoint, ...]
    """Points told."""
    case: Case | None
    """Situation to talk about."""
    case_rules: tuple[Rule, ...]
    """Rules the case's answer rests on."""
    activity: Activity | None
    """What the room does instead of listening."""

    @property
    def end(self) -> int:
        """Minute it ends at."""
        return self.start + self.minutes

    @property
    def empty(self) -> bool:
        """Whether nothing happens in it."""
        return not (self.points or self.case or self.activity)

    @property
    def amount(self) -> int:
        """Characters to say."""
        case = (self.case.text, self.case.ask, self.case.answer) if self.case else ()
        return spoken_length("".join((*(point.spoken for point in self.points), *case)))


@dataclass(frozen=True, slots=True)
class Telling:
    """A lesson at one length."""

    lesson: Lesson
    """The lesson."""
    length: int
    """Minutes."""
    parts: tuple[ToldPart, ...]
    """Parts in order; those left out at this length are not here."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule a point or case rests on, once, in order."""
        each = (
            rule
            for part in self.parts
            for group in (*(p.rules for p in part.points), part.case_rules)
            for rule in group
        )
        return tuple({rule.id: rule for rule in each}.values())


def spoken_length(text: str) -> int:
    """Characters of a text without blanks."""
    return len(_BLANK.sub("", text))


def tell(lesson: Lesson, length: int, rules: Mapping[str, Rule]) -> Telling:
    """The lesson at a length; `rules` by id."""
    parts: list[ToldPart] = []
    start = 0
    used: set[str] = set()
    for place, part in enumerate(lesson.outline):
        if minutes := part.minutes.get(length):
            told = _filled(_told(part, place, start, length, rules), used)
            used |= {mark for point in told.points for more in point.more for mark in _marks(more)}
            parts.append(told)
            start += minutes
    return Telling(lesson, length, tuple(parts))


def _told(part: OutlinePart, place: int, start: int, length: int, rules: Mapping[str, Rule]) -> ToldPart:
    case = part.case if part.case and (part.case.least or 0) <= length else None
    points = tuple(
        ToldPoint(point, _rules(point.rules, rules)) for point in part.points if (point.least or 0) <= length
    )
    case_rules = _rules(case.rules, rules) if case else ()
    return ToldPart(place, part.title, start, part.minutes[length], points, case, case_rules, part.activity)


def _rules(ids: tuple[str, ...], rules: Mapping[str, Rule]) -> tuple[Rule, ...]:
    return tuple(rules[rule_id] for rule_id in ids if rule_id in rules)


def _filled(part: ToldPart, used: set[str]) -> ToldPart:
    """The part with additions up to its time, each addition once in a lesson."""
    room = int(part.minutes * SPOKEN * FILL) - part.amount
    added: dict[int, list[More]] = {}
    seen = set(used)
    for place, more in _additions(part):
        amount = spoken_length(more.spoken)
        if amount <= room and seen.isdisjoint(_marks(more)):
            seen |= _marks(more)
            room -= amount
            added.setdefault(place, []).append(more)
    points = (replace(point, more=tuple(added.get(place, ()))) for place, point in enumerate(part.points))
    return replace(part, points=tuple(points))


def _marks(more: More) -> set[str]:
    """What an addition tells; a change says the rule in full too."""
    if isinstance(more.what, Misconception):
        return {f"{more.rule.id}:{more.what.claim}"}
    return {f"{more.rule.id}:"}


def _additions(part: ToldPart) -> Iterator[tuple[int, More]]:
    """What the rules could add, the best first, with the place of the point it belongs to."""
    for kind in (_first_mistake, _changes, _in_full, _other_mistakes):
        for place, point in enumerate(part.points):
            for more in kind(point):
                yield place, more


def _first_mistake(point: ToldPoint) -> Iterator[More]:
    yield from list(_mistakes(point))[:1]


def _other_mistakes(point: ToldPoint) -> Iterator[More]:
    yield from list(_mistakes(point))[1:]


def _mistakes(point: ToldPoint) -> Iterator[More]:
    return (More(rule, mistake) for rule in point.rules if rule.scored for mistake in rule.misconceptions)


def _changes(point: ToldPoint) -> Iterator[More]:
    for rule in point.rules:
        known = (past for past in reversed(rule.history) if past.evidence in SCORED)
        last = next((past for past in known if past.change in _TOLD_CHANGES), None)
        if rule.scored and last is not None:
            yield More(rule, last)


def _in_full(point: ToldPoint) -> Iterator[More]:
    return (More(rule, None) for rule in point.rules if rule.scored)
