"""The yearbook: every occasion in the plain form that plans are reckoned with, here and in the browser."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.calculators.figures import Figure
from generator.model.figure import named
from generator.model.frequency import Frequency, frequency
from generator.model.handbook import Handbook
from generator.model.rule import SCORED, Bound, Quantity, Rule
from generator.model.year import Occasion, Quarter, Span

_QUARTERS = 4
_PERIODS = {1: "每月", 3: "每季度", 6: "每半年", 12: "每年"}
_BOUNDS = {Bound.AT_LEAST: "至少 ", Bound.ABOUT: "一般 "}


@dataclass(frozen=True, slots=True)
class Entry:
    """An occasion as plans reckon with it."""

    id: str
    """Its id."""
    title: str
    """Its name."""
    column: str
    """Heading of its column; empty where it stands among the rest."""
    months: tuple[int, ...]
    """Months it is usually put in."""
    day: int
    """Day it is usually put on; 0 where only the month is given."""
    theme: bool
    """Whether it is the theme day."""
    with_theme: bool
    """Whether it may be held on the theme day."""
    before: str
    """Occasion it precedes in the same month; empty where none."""
    movable: bool
    """Whether it may be put off to the first months of the next year."""
    follows: str
    """Occasion it goes with; empty where none."""
    after: int
    """Months after that occasion."""
    term: int
    """Months before the end of the term; 0 is the end itself, -1 where it has nothing to do with it."""
    needs: tuple[str, ...]
    """What the branch must have."""
    kinds: tuple[str, ...]
    """Kinds of branch it concerns; all where empty."""
    period: int
    """Months of the period in which it must be held; 0 where no rule says how often."""
    count: int
    """How many times in each period."""
    often: str
    """How often, in words; empty where no rule says."""
    rule: str
    """Rule that says how often, or its main rule; empty where it rests on none."""
    topics: tuple[str, ...]
    """Suggested topic of each quarter."""
    lessons: tuple[tuple[str, ...], ...]
    """Suggested kits of each quarter."""
    tag: str
    """rule, local or custom."""
    doubtful: bool
    """Whether it is not confirmed."""

    @property
    def chosen(self) -> bool:
        """Whether a branch may choose its months."""
        return bool(self.day or self.theme) and not self.follows


@dataclass(frozen=True, slots=True)
class Size:
    """A number of members that decides something."""

    number: int
    """The number."""
    rule: str
    """Rule that states it."""


@dataclass(frozen=True)
class Yearbook:
    """Everything a plan of the year is made of."""

    entries: tuple[Entry, ...]
    """Occasions in the editors' order."""
    sizes: Mapping[str, Size]
    """branch-min-members, branch-max-members and committee-min-members, where the rules state them."""

    @property
    def by_id(self) -> dict[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}


SIZES = ("branch-min-members", "branch-max-members", "committee-min-members")
"""Figures of the calculators that a plan looks at."""


def derive_yearbook(handbook: Handbook, figures: Mapping[str, Figure]) -> Yearbook:
    """The yearbook of a handbook."""
    rules = {rule.id: rule for rule in handbook.rules}
    entries = tuple(_entry(occasion, rules) for occasion in handbook.of(Occasion))
    sizes = {name: Size(figures[name].whole, figures[name].rule) for name in SIZES if name in figures}
    return Yearbook(entries, sizes)


def _entry(occasion: Occasion, rules: dict[str, Rule]) -> Entry:
    often = frequency(_quantity(occasion.every, rules)) if occasion.every is not None else None
    quarters = {quarter.quarter: quarter for quarter in occasion.quarters}
    four = [quarters.get(i, Quarter(quarter=i)) for i in range(1, _QUARTERS + 1)]
    follows = occasion.follows
    main = occasion.every.rule if occasion.every is not None else next(iter(occasion.rules), "")
    return Entry(
        id=occasion.id,
        title=occasion.title,
        column=occasion.column or "",
        months=occasion.months,
        day=occasion.day or 0,
        theme=occasion.theme,
        with_theme=occasion.with_theme,
        before=occasion.before or "",
        movable=occasion.movable,
        follows=follows.occasion if follows is not None else "",
        after=follows.months if follows is not None else 0,
        term=_term(occasion, rules),
        needs=tuple(need.value for need in occasion.needs),
        kinds=occasion.kinds,
        period=often.months if often is not None else 0,
        count=often.count if often is not None else 0,
        often=often_words(often) if often is not None else "",
        rule=main,
        topics=tuple(quarter.topic or "" for quarter in four),
        lessons=tuple(quarter.lessons for quarter in four),
        tag=occasion.nature.value,
        doubtful=occasion.evidence not in SCORED,
    )


def _quantity(span: Span, rules: dict[str, Rule]) -> Quantity:
    return next(quantity for _, quantity in named(rules[span.rule], span.quantity))


def _term(occasion: Occasion, rules: dict[str, Rule]) -> int:
    if occasion.term_end:
        return 0
    if occasion.term is None:
        return -1
    quantity = _quantity(occasion.term, rules)
    return quantity.number.numerator * (12 if quantity.unit == "年" else 1)


def often_words(often: Frequency) -> str:
    """A frequency in words: 每季度一般 1 次."""
    period = _PERIODS.get(often.months, f"每 {often.months} 个月")
    return f"{period}{_BOUNDS.get(often.bound, ' ')}{often.count} {often.unit}"
