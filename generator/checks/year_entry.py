"""年历事项写得不完整

content/year.yaml 里的一项，写 months（哪几个月）、follows（跟着哪一项）、term 或 term_end（按届满日算），
只写一种。写了 every 的，那条规定里要有这个名字的数量，单位是 次/月、次/季度、次/半年、次/年 一类；
months 排的次数不能比它少。
性质写 rule 的，要有依据，第一条依据要是已经确认的全国规定；没有确认的写 custom。

坏例::

    - id: general-meeting
      title: 支部党员大会
      months: [3, 6, 9]
      every: {rule: general-meeting-frequency, quantity: general-meeting-per-quarter}

好例::

    - id: general-meeting
      title: 支部党员大会
      months: [3, 6, 9, 12]
      every: {rule: general-meeting-frequency, quantity: general-meeting-per-quarter}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, error
from generator.model.figure import named
from generator.model.frequency import Frequency, frequency
from generator.model.handbook import Handbook, Origin
from generator.model.rule import SCORED, Nature, Quantity, Rule
from generator.model.year import Occasion, Span

ID = "year-entry"
_MONTHS = frozenset({"年", "个月"})
_WAYS = ("months", "follows", "term", "term_end")


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Occasions without a place in the year, with too few months, or called a rule without being one."""
    rules = {rule.id: rule for rule in handbook.rules}
    occasions = {occasion.id: occasion for occasion in handbook.of(Occasion)}
    for occasion, origin in handbook.each(Occasion):
        yield from _placed(occasion, origin, occasions)
        yield from _often(occasion, origin, rules)
        yield from _nature(occasion, origin, rules)


def _placed(occasion: Occasion, origin: Origin, occasions: Mapping[str, Occasion]) -> Iterator[Diagnostic]:
    ways = [name for name in _WAYS if getattr(occasion, name)]
    if len(ways) != 1:
        said = f"写了 {'、'.join(ways)}" if ways else "没有写排在什么时候"
        yield error(origin.at("id"), ID, f"“{occasion.title}”{said}", f"{'、'.join(_WAYS)} 四样只写一样。")
    if occasion.follows is not None:
        other = occasions.get(occasion.follows.occasion)
        if other is not None and not other.months:
            at = origin.at("follows", "occasion")
            yield error(at, ID, f"“{occasion.title}”跟着的“{other.title}”自己没有月份", "跟着写了 months 的那一项。")


def _often(occasion: Occasion, origin: Origin, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    if occasion.every is not None and occasion.every.rule in rules:
        found = _quantity(occasion.every, rules)
        often = frequency(found) if found is not None else None
        if often is None:
            yield _unusable(occasion.every, origin, "every", found, "次/月、次/季度、次/半年、次/年")
        elif occasion.months and (lacking := often.lacking(occasion.months)):
            yield _too_few(occasion, origin, often, lacking)
    if occasion.term is not None and occasion.term.rule in rules:
        found = _quantity(occasion.term, rules)
        if found is None or found.unit not in _MONTHS or found.number.denominator != 1:
            yield _unusable(occasion.term, origin, "term", found, "年、个月")


def _quantity(span: Span, rules: Mapping[str, Rule]) -> Quantity | None:
    return next((quantity for _, quantity in named(rules[span.rule], span.quantity)), None)


def _unusable(span: Span, origin: Origin, key: str, found: Quantity | None, units: str) -> Diagnostic:
    at = origin.at(key, "quantity")
    if found is None:
        message = f"规定“{span.rule}”里没有名为“{span.quantity}”的数量"
        return error(at, ID, message, f"在那条规定的 quantities 里写上 name: {span.quantity}。")
    message = f"“{span.quantity}”是 {found.value} {found.unit}，排不进年历"
    return error(at, ID, message, f"单位要是 {units}，数值是整数。")


def _too_few(occasion: Occasion, origin: Origin, often: Frequency, lacking: tuple[int, ...]) -> Diagnostic:
    where = "、".join(
        f"{first}—{first + often.months - 1} 月" if often.months > 1 else f"{first} 月" for first in lacking
    )
    message = f"“{occasion.title}”在 {where} 排的次数比规定少"
    return error(origin.at("months"), ID, message, f"每 {often.months} 个月至少排 {often.count} 次。")


def _nature(occasion: Occasion, origin: Origin, rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    if occasion.nature is not Nature.RULE:
        return
    main = rules.get(occasion.rules[0]) if occasion.rules else None
    if not occasion.rules:
        yield error(origin.at("nature"), ID, f"“{occasion.title}”写成规则，却没有依据", "补上 rules，或改成 custom。")
    elif main is not None and (main.evidence not in SCORED or main.nature is not Nature.RULE):
        message = f"“{occasion.title}”写成规则，依据的“{main.id}”没有确认或者不是全国规定"
        yield error(origin.at("nature"), ID, message, "改成 custom 或 local。")
    elif occasion.evidence not in SCORED:
        yield error(origin.at("evidence"), ID, f"“{occasion.title}”没有确认，不能写成规则", "改成 custom，注明待核。")
