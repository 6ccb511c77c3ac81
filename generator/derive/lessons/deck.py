"""The slides of a lesson: one deck for each length, and all of them joined in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.derive.lessons.clauses import Clause, clauses, short_words
from generator.derive.papers import LETTERS, Form
from generator.derive.questions.item import Item
from generator.model.lesson import Activity, Case
from generator.model.rule import History, Misconception, Rule
from generator.model.source import Source
from generator.model.telling import More, Telling, ToldPart, ToldPoint

Key = tuple[int, ...]

_FIRST, _LAST = -1, 1000
_ROWS = 5
_SECONDS = 45
"""Least time for a slide, on average over a part; what finds no slide in that time goes into the notes."""


class SlideKind(StrEnum):
    """What a slide shows, and so which layout it takes."""

    COVER = "cover"
    """Topic and audience."""
    PLAN = "plan"
    """Parts of this length."""
    SECTION = "section"
    """A part begins."""
    POINT = "point"
    """One point."""
    MISTAKE = "mistake"
    """A common mistake, then what is true."""
    CHANGE = "change"
    """What was said before, then what is said now."""
    CASE = "case"
    """A situation and what to ask."""
    ANSWER = "answer"
    """The answer to a case."""
    DISCUSSION = "discussion"
    """Questions to talk about."""
    PAPER = "paper"
    """How the ten questions are done."""
    QUESTION = "question"
    """One of the ten questions, then its answer."""
    CLOSE = "close"
    """What to take home."""
    SOURCES = "sources"
    """Where it is written."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide."""

    key: Key
    """Where it stands among the slides of all lengths."""
    kind: SlideKind
    """What it shows."""
    title: str
    """What is shown first."""
    lines: tuple[str, ...] = ()
    """What follows, one line or item each."""
    part: int | None = None
    """Place of its part in the outline; none before the first and after the last."""
    label: str = ""
    """Title of its part."""
    stressed: tuple[str, ...] = ()
    """Words of the title to stress."""
    basis: tuple[Clause, ...] = ()
    """Clauses it rests on."""
    say: tuple[str, ...] = ()
    """What the speaker says beside what is shown."""

    @property
    def cited(self) -> str:
        """The clauses in one line."""
        return short_words(self.basis)


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of one length, in order."""

    telling: Telling
    """What is told."""
    slides: tuple[Slide, ...]
    """Slides in order."""


def derive_deck(telling: Telling, form: Form, sources: Mapping[str, Source]) -> Deck:
    """The slides of a lesson at one length, with the questions of its paper where there is time for them."""
    return Deck(telling, tuple(_Writer(telling, form, sources).slides()))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the slides of one telling."""

    telling: Telling
    form: Form
    sources: Mapping[str, Source]

    def slides(self) -> Iterator[Slide]:
        lesson, parts = self.telling.lesson, self.telling.parts
        yield Slide((_FIRST, 0), SlideKind.COVER, lesson.title, (lesson.audience,), say=lesson.aims)
        yield Slide(
            (_FIRST, 1, self.telling.length),
            SlideKind.PLAN,
            "今天讲什么",
            tuple(part.title for part in parts),
            say=tuple(f"难点：{line}" for line in lesson.difficult_points),
        )
        for number, part in enumerate(parts, 1):
            yield from self._part(part, number)
        yield Slide((_LAST, 0), SlideKind.CLOSE, "记住这几条", lesson.key_points)
        yield from self._sources()

    def _part(self, part: ToldPart, number: int) -> Iterator[Slide]:
        place = part.place
        if part.points and self.telling.length >= 20:
            yield Slide((place, _FIRST, number), SlideKind.SECTION, part.title, part=place, label=part.title)
        rest: list[Slide] = []
        if part.case is not None:
            rest += self._case(part.case, part.case_rules, place)
        rest += self._activity(part.activity, place)
        room = part.minutes * 60 // _SECONDS - len(part.points) - len(rest)
        shown = _shown(part.points, room)
        made = [slide for i, point in enumerate(part.points) for slide in self._point(point, (place, i), shown[i])]
        yield from (replace(slide, part=place, label=part.title) for slide in (*made, *rest))

    def _point(self, told: ToldPoint, key: Key, shown: int) -> Iterator[Slide]:
        basis = clauses(told.rules, self.sources)
        extra = _extra(told)
        only_said = tuple(more.spoken for more in told.more if more not in extra[:shown])
        say = (*([told.point.notes] if told.point.notes else ()), *only_said)
        text = told.point.text
        yield Slide((*key, 0), SlideKind.POINT, text, stressed=_stressed(text, told.rules), basis=basis, say=say)
        for more in extra[:shown]:
            yield from self._more(more, key)

    def _more(self, more: More, key: Key) -> Iterator[Slide]:
        basis = clauses([more.rule], self.sources)
        match more.what:
            case Misconception() as mistake:
                place = more.rule.misconceptions.index(mistake)
                say = ("先只念上一句，请大家举手：对还是不对？再往下讲。",)
                yield Slide(
                    (*key, 1 + place, _order(more.rule)),
                    SlideKind.MISTAKE,
                    mistake.claim,
                    (mistake.truth,),
                    basis=basis,
                    say=say,
                )
            case History() as past:
                was = (
                    f"{past.year} 年的说法" if past.source is None else f"{past.year} 年，《{self._name(past.source)}》"
                )
                yield Slide(
                    (*key, 50, _order(more.rule)),
                    SlideKind.CHANGE,
                    was,
                    (past.says, more.rule.plain),
                    basis=basis,
                )

    def _name(self, source: str) -> str:
        return self.sources[source].short

    def _case(self, case: Case, rules: tuple[Rule, ...], place: int) -> Iterator[Slide]:
        basis = clauses(rules, self.sources)
        text = case.text.removeprefix("虚构案例。").removeprefix("虚构案例：")
        yield Slide(
            (place, 900, 0), SlideKind.CASE, text, (case.ask,), say=("案例是虚构的。先请两三位同志说，再出答案。",)
        )
        yield Slide((place, 900, 1), SlideKind.ANSWER, case.answer, basis=basis)

    def _activity(self, activity: Activity | None, place: int) -> Iterator[Slide]:
        if activity is Activity.DISCUSSION:
            yield Slide((place, 910), SlideKind.DISCUSSION, "议一议", self.telling.lesson.discussion)
        elif activity is Activity.PAPER:
            how = ("每人一份，自己做五分钟", "不打分，不署名也可以", "做完一起对答案，错得多的再讲一遍")
            yield Slide((place, 920), SlideKind.PAPER, "十题小卷", how, say=("小卷和答案在课件包里，先印好。",))
            for number, item in self.form.numbered:
                yield _question(number, item, (place, 921, number), self.sources)

    def _sources(self) -> Iterator[Slide]:
        cited = short_words(clauses(self.telling.rules, self.sources)).split("；")
        lines = tuple(line for line in cited if line)
        for i in range(0, len(lines), 6):
            yield Slide((_LAST, 1, i, self.telling.length), SlideKind.SOURCES, "写在哪里", lines[i : i + 6])


def _extra(told: ToldPoint) -> tuple[More, ...]:
    """What may take a slide of its own beside the point."""
    return tuple(more for more in told.more if more.what is not None)


def _shown(points: tuple[ToldPoint, ...], room: int) -> tuple[int, ...]:
    """How many extra slides each point gets: the first of each point before the second of any."""
    ranked = sorted((rank, place) for place, told in enumerate(points) for rank in range(len(_extra(told))))
    given = [place for _, place in ranked[: max(0, room)]]
    return tuple(given.count(place) for place in range(len(points)))


def _question(number: int, item: Item, key: Key, sources: Mapping[str, Source]) -> Slide:
    lettered = [f"{LETTERS[i]}　{option.text}" for i, option in enumerate(item.options)]
    lines = tuple(lettered) if len(lettered) <= _ROWS else tuple(_beside(lettered))
    right = "、".join(LETTERS[i] for i, option in enumerate(item.options) if option.correct)
    words = "；".join(f"《{sources[basis.source].short}》{basis.article or ''}" for basis in item.basis)
    say = (item.rationale, *((f"依据：{words}",) if words else ()))
    return Slide(key, SlideKind.QUESTION, f"{number}．{item.stem}", (*lines, f"答案：{right}"), say=say)


def _beside(options: list[str]) -> Iterator[str]:
    """Options two on a line, the second ones below each other."""
    left = max(map(len, options[::2])) + 2
    for i in range(0, len(options), 2):
        yield "　".join([options[i].ljust(left, "　"), *options[i + 1 : i + 2]]).rstrip("　")


def _stressed(text: str, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Marked spans of the rules that the text repeats word by word."""
    found = {span for rule in rules for span in rule.spans if len(span) <= 12 and span in text}
    return tuple(sorted((span for span in found if not any(span in o for o in found - {span})), key=text.index))


def _order(rule: Rule) -> int:
    return sum(ord(char) * (i + 1) for i, char in enumerate(rule.id)) % 100_000
