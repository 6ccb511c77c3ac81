"""Cases: situations with numbers and dates, each answer computed from a rule's quantity by its name.

A rule that changes changes the answers of its cases, and so their ids; a rule that goes, or is no
longer confirmed, takes its cases along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from generator.derive.questions.days import after_months, weekday, working_days, written
from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.item import Choice
from generator.derive.questions.situations import (
    COUNTS,
    DUES,
    NOTICES,
    TERMS,
    THRESHOLDS,
    WAGES,
    Band,
    Count,
    Dues,
    Notice,
    Term,
    Threshold,
)
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Bound, Quantity, Rule
from generator.model.wording import numeral_of

RECIPE = "case"
_WRONG = 3
_MONTHS = {"年": 12, "个月": 1}
_LONGEST_MONTHS = 1200
_PASSING = {Bound.MORE_THAN: "超过", Bound.AT_LEAST: "不少于", Bound.AT_MOST: "不超过"}
_OTHER_SHARES = (Fraction(2, 3), Fraction(4, 5), Fraction(1, 2), Fraction(1, 4))
_OTHER_TERMS = (Fraction(1, 2), Fraction(2), Fraction(3, 2), Fraction(3))

Wrong = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity with the rule that sets it."""

    rule: Rule
    """The rule."""
    quantity: Quantity
    """The quantity."""


def drafts(ground: Ground) -> Iterator[Draft]:
    """Every situation whose quantity a scored rule sets."""
    known: dict[str | None, Named] = {
        q.name: Named(rule, q) for rule in ground.scored for q in rule.quantities if q.name
    }
    for count in COUNTS:
        if count.quantity in known:
            yield _count(count, known[count.quantity])
    for term in TERMS:
        if term.quantity in known and _is_term(known[term.quantity].quantity):
            yield _term(term, known[term.quantity])
    for dues in DUES:
        if all(name in known for band in (*dues.bands, *WAGES) for name in (band.rate, band.upper) if name):
            yield _dues(dues, known)
    for threshold in THRESHOLDS:
        if threshold.quantity in known:
            yield _threshold(threshold, known[threshold.quantity])
    for notice in NOTICES:
        if notice.quantity in known:
            yield _notice(notice, known[notice.quantity])


def enough(quantity: Quantity, base: int, other: Fraction | None = None) -> int:
    """The least number that satisfies a share, or another one, of a base; the greatest where it caps."""
    share = (other or quantity.number) * base
    if quantity.bound is Bound.AT_MOST:
        return floor(share)
    return floor(share) + 1 if quantity.bound is Bound.MORE_THAN else ceil(share)


def _count(count: Count, named: Named) -> Draft:
    quantity = named.quantity
    added = count.base if count.extra else 0
    right = added + enough(quantity, count.base)
    wrong = [(n, why) for n, why in _miscounts(count, quantity) if n != right and 0 < n <= added + count.base]
    return _draft(
        named,
        f"{count.quantity}/{count.base}/{count.present}",
        count.stem.format(base=count.base, present=count.present),
        f"{right}{count.unit}",
        ((f"{n}{count.unit}", why) for n, why in wrong),
        _reckoned(count, quantity, right),
    )


def _reckoned(count: Count, quantity: Quantity, right: int) -> str:
    """How the right number comes about."""
    if count.extra:
        counted = f"多出的{_bound(quantity)}，即{right - count.base}{count.unit}，合起来至少"
    else:
        counted = f"{_bound(quantity)}，所以{'最多' if quantity.bound is Bound.AT_MOST else '至少'}是"
    return f"{quantity.unit}{count.base}名，{counted}{right}{count.unit}。"


def _miscounts(count: Count, quantity: Quantity) -> Iterator[tuple[int, str]]:
    added = count.base if count.extra else 0
    share = quantity.number * count.base
    if quantity.bound is Bound.MORE_THAN and share.denominator == 1:
        yield int(share), f"正好{_share(quantity.number)}不算“超过”。"
    if quantity.bound is Bound.AT_LEAST and share.denominator == 1:
        yield added + int(share) + 1, f"规定含本数，正好{_share(quantity.number)}就够了。"
    if count.present != count.base:
        yield enough(quantity, count.present), f"分母是{quantity.unit}，不是实到人数。"
    if quantity.bound is not Bound.AT_MOST and share.denominator != 1:
        yield added + floor(share), f"还没有达到{_share(quantity.number)}，要向上取整。"
    elif share.denominator != 1:
        yield ceil(share), f"已经超过{_share(quantity.number)}。"
    if count.extra:
        yield count.base, "候选人和应选人数一样多，没有差额。"
        yield added + enough(quantity, count.base) + 1, "不必这样多，规定的是最低差额。"
    for other in (share for share in _OTHER_SHARES if share != quantity.number):
        how = _PASSING.get(quantity.bound, "")
        why = f"这是按{how}{_share(other)}算的，规定的是{how}{_share(quantity.number)}。"
        yield added + enough(quantity, count.base, other), why


def _share(share: Fraction) -> str:
    half = share == Fraction(1, 2)
    return "半数" if half else f"{numeral_of(share.denominator)}分之{numeral_of(share.numerator)}"


def _bound(quantity: Quantity) -> str:
    words = {Bound.MORE_THAN: "要超过", Bound.AT_LEAST: "要达到", Bound.AT_MOST: "不超过"}
    return f"{words.get(quantity.bound, '要有')}其中的{_share(quantity.number)}"


def _is_term(quantity: Quantity) -> bool:
    """Whether a quantity is a length of time that a calendar holds."""
    return quantity.unit in _MONTHS and quantity.number * _MONTHS[quantity.unit] <= _LONGEST_MONTHS


def _term(term: Term, named: Named) -> Draft:
    months = int(named.quantity.number * _MONTHS[named.quantity.unit])
    right = after_months(term.start, months)
    wrong = [
        (after_months(term.other, months), f"{term.why}。"),
        *(
            (after_months(term.start, int(months * factor)), _misjudged(named.quantity, months, longer=factor > 1))
            for factor in _OTHER_TERMS
            if (months * factor).denominator == 1
        ),
    ]
    return _draft(
        named,
        f"{term.quantity}/{term.start}/{term.other}",
        term.stem.format(start=written(term.start), other=written(term.other)),
        written(right),
        ((written(day), why) for day, why in wrong if day != right),
        f"{term.why}：{written(term.start)}加上{_length(months)}，是{written(right)}。",
    )


def _misjudged(quantity: Quantity, months: int, *, longer: bool) -> str:
    """Why a day too far or too near is not the one a length of time ends on."""
    said = {
        Bound.AT_LEAST: ("还没有满{}。", "满{}就够了，不必等到这时。"),
        Bound.AT_MOST: ("时限是{}，这时还没有到期。", "已经过了{}的时限。"),
    }
    return said.get(quantity.bound, ("规定的时间是{}。",) * 2)[longer].format(_length(months))


def _length(months: int) -> str:
    return f"{numeral_of(months // 12)}年" if months % 12 == 0 else f"{numeral_of(months)}个月"


def _dues(dues: Dues, known: Mapping[str | None, Named]) -> Draft:
    own = next(b for b in dues.bands if not b.upper or dues.income <= known[b.upper].quantity.number)
    named = known[own.rate]
    others = [known[band.rate].quantity for band in _nearest(dues.bands, own)]
    return _draft(
        named,
        f"{dues.bands[0].rate}/{dues.income}",
        dues.stem.format(income=dues.income),
        _yuan(dues.income, named.quantity),
        ((_yuan(dues.income, other), f"这是按{_rate(other)}算的，那是{_whose(other)}的比例。") for other in others),
        f"{_whose(named.quantity)}按{_rate(named.quantity)}交纳：{dues.income}元×{_rate(named.quantity)}＝"
        f"{_yuan(dues.income, named.quantity)}。",
    )


def _nearest(bands: Sequence[Band], own: Band) -> list[Band]:
    """The other bands a reader may take, nearest first, those of wages last."""
    place = bands.index(own)
    beside = sorted((band for band in bands if band != own), key=lambda band: abs(bands.index(band) - place))
    return [*beside, *reversed(WAGES)] if bands != WAGES else beside


def _yuan(income: int, quantity: Quantity) -> str:
    return f"{float(income * quantity.number / 100):g}元"


def _rate(quantity: Quantity) -> str:
    return f"{quantity.value}%"


def _whose(quantity: Quantity) -> str:
    return quantity.of.removesuffix("的党费比例")


def _threshold(threshold: Threshold, named: Named) -> Draft:
    least = int(named.quantity.number)
    why = f"规定算的是正式党员，要有{least}名以上（含{least}名），这里只有"
    wrong = [
        (f"正式党员{least - 1}名、预备党员{least + 1}名的", f"{why}{least - 1}名。"),
        (f"正式党员{least - 1}名、入党积极分子{least + 3}名的", f"{why}{least - 1}名。"),
        (f"正式党员{least - 2}名、预备党员{least + 4}名的", f"{why}{least - 2}名。"),
    ]
    right = f"正式党员{least}名、预备党员1名的"
    return _draft(named, threshold.quantity, threshold.stem, right, wrong, f"正式党员满{least}名就达到了，含本数。")


def _notice(notice: Notice, named: Named) -> Draft:
    least = int(named.quantity.number)
    spans = [(notice.monday + timedelta(first), notice.monday + timedelta(last)) for first, last in _SPANS]
    full = next(span for span in spans if working_days(*span) >= least)
    short = [span for span in spans if working_days(*span) < least]
    return _draft(
        named,
        f"{notice.quantity}/{notice.monday}",
        notice.stem,
        _span(*full),
        ((_span(*span), f"周六、周日不算，只有{working_days(*span)}个工作日。") for span in short),
        f"公示不少于{least}个工作日，周六、周日不算。",
    )


_SPANS = ((0, 4), (2, 7), (4, 9), (5, 10), (0, 7), (0, 11))
"""First and last days of runs, counted from a Monday; the first one long enough is right."""


def _span(first: date, last: date) -> str:
    return f"{weekday(first)}到{weekday(last)}"


def _draft(named: Named, fact: str, stem: str, right: str, wrong: Iterable[Wrong], because: str) -> Draft:
    chosen = dict(reversed([(text, why) for text, why in wrong if text != right]))
    options = [Choice(text, correct=False, why=why) for text, why in reversed(chosen.items())][:_WRONG]
    return Draft(
        recipe=RECIPE,
        fact=fact,
        answer=right,
        type=QuestionType.CASE,
        stem=stem,
        options=(Choice(right, correct=True, why=""), *options),
        rationale=f"{because}{named.rule.plain}",
        rules=(named.rule,),
        difficulty=Difficulty.HARD,
    )
