"""A lesson at one length as plain words, as its Word files are written from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.derive.lessons.clauses import Clause, clauses, short_words
from generator.derive.lessons.deck import Deck
from generator.derive.views import Views
from generator.model.lesson import Activity, Moment, Preparation
from generator.model.rule import History, Misconception
from generator.model.source import Source
from generator.model.telling import ToldPart, ToldPoint
from generator.render.words import EVIDENCE, NATURE

ACTIVITIES = {Activity.DISCUSSION: "分组讨论，请人发言", Activity.PAPER: "每人做小卷，当场对答案"}
"""Activity → what the room does."""
MOMENTS = {Moment.BEFORE: "课前", Moment.DURING: "课上", Moment.AFTER: "课后"}
"""Moment → word."""


@dataclass(frozen=True, slots=True)
class PointWords:
    """What every paper of a lesson says of one point."""

    text: str
    """What is said."""
    hints: tuple[str, ...]
    """What may be added."""
    basis: str
    """Clauses with how well they are known."""
    mistake: tuple[str, str] | None
    """The first common mistake and what is true."""


@dataclass(frozen=True, slots=True)
class PartWords:
    """What every paper of a lesson says of one part."""

    title: str
    """Heading."""
    start: int
    """Minute it begins at."""
    end: int
    """Minute it ends at."""
    told: str
    """What it consists of."""
    slides: str
    """Numbers of its slides."""
    points: tuple[PointWords, ...]
    """Points told."""
    case: tuple[str, str, str, str] | None
    """Situation, question, answer, basis."""
    activity: str
    """What the room does; empty where somebody lectures."""


@dataclass(frozen=True, slots=True)
class LessonWords:
    """A lesson at one length in words."""

    title: str
    """Topic."""
    audience: str
    """Who it is for."""
    length: int
    """Minutes."""
    aims: tuple[str, ...]
    """Aims."""
    key_points: tuple[str, ...]
    """Key points."""
    difficult_points: tuple[str, ...]
    """Difficult points."""
    parts: tuple[PartWords, ...]
    """Parts in order."""
    discussion: tuple[str, ...]
    """Questions to discuss."""
    preparations: tuple[tuple[str, str, str], ...]
    """When, what, and the word of its nature."""
    cited: str
    """All clauses in one line."""
    edition: str
    """What the content is of."""


def lesson_words(deck: Deck, slides: tuple[str, ...], views: Views, edition: str) -> LessonWords:
    """The words of a lesson at the length of a deck; `slides` are the numbers of the slides of each part."""
    sources = {source.id: source for source in views.handbook.sources}
    telling, lesson = deck.telling, deck.telling.lesson
    return LessonWords(
        title=lesson.title,
        audience=lesson.audience,
        length=telling.length,
        aims=lesson.aims,
        key_points=lesson.key_points,
        difficult_points=lesson.difficult_points,
        parts=tuple(_part(part, numbers, sources) for part, numbers in zip(telling.parts, slides, strict=True)),
        discussion=lesson.discussion,
        preparations=tuple(_preparation(one) for one in views.handbook.preparations),
        cited=short_words(clauses(telling.rules, sources)),
        edition=edition,
    )


def told_in(part: ToldPart) -> str:
    """What a part consists of, in a few words."""
    asides = [more.what for point in part.points for more in point.more]
    mistakes = sum(isinstance(what, Misconception) for what in asides)
    changes = sum(isinstance(what, History) for what in asides)
    told = [f"讲 {len(part.points)} 条"] if part.points else []
    told += [f"辨对错 {mistakes} 处"] if mistakes else []
    told += [f"比今昔 {changes} 处"] if changes else []
    told += ["先讲情形，请大家说，再给答案"] if part.case else []
    told += [ACTIVITIES[part.activity]] if part.activity else []
    return "，".join(told)


def basis_words(basis: Iterable[Clause]) -> str:
    """《发展党员细则》第七条（已读条文）；…… — grouped by how well they are known."""
    groups: dict[str, list[Clause]] = {}
    for clause in basis:
        groups.setdefault(EVIDENCE[clause.evidence][1], []).append(clause)
    told = (f"{short_words(found)}（{word}）" for word, found in groups.items() if short_words(found))
    return "；".join(told) or "没有找到条文，是通行做法"


def without_lead(case: str) -> str:
    """A case without the words that say it is made up, which stand in its heading."""
    return case.removeprefix("虚构案例。").removeprefix("虚构案例：")


def _part(part: ToldPart, slides: str, sources: Mapping[str, Source]) -> PartWords:
    points = tuple(_point(point, sources) for point in part.points)
    activity = ACTIVITIES[part.activity] if part.activity else ""
    return PartWords(part.title, part.start, part.end, told_in(part), slides, points, _case(part, sources), activity)


def _case(part: ToldPart, sources: Mapping[str, Source]) -> tuple[str, str, str, str] | None:
    if part.case is None:
        return None
    basis = basis_words(clauses(part.case_rules, sources))
    return without_lead(part.case.text), part.case.ask, part.case.answer, basis


def _point(told: ToldPoint, sources: Mapping[str, Source]) -> PointWords:
    first = next((more.what for more in told.more if isinstance(more.what, Misconception)), None)
    return PointWords(
        text=told.point.text,
        hints=(*([f"提示：{told.point.notes}"] if told.point.notes else ()), *(more.spoken for more in told.more)),
        basis=basis_words(clauses(told.rules, sources)),
        mistake=(first.claim, first.truth) if first else None,
    )


def _preparation(one: Preparation) -> tuple[str, str, str]:
    return MOMENTS[one.when], one.text, NATURE[one.nature]
