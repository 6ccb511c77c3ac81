"""Fill-in: a rule's own sentence with a gap where a short, exact span stood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from generator.derive.questions.ground import Draft, Ground, stands_alone
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SPAN, Rule
from generator.model.wording import canonical, meaning, numeral_of

RECIPE = "fill-in"
GAP = "______"
"""What stands where a word is to be filled in."""
_LONGEST, _LONGEST_WORD = 12, 6
_TELLING = 3
_COUNT = re.compile("[种类项条步个联字章句次](部分|情形|原则|程序|方面)?$")
_AMOUNT = re.compile(r"[每半]|\d")
_LOOSE = re.compile(
    "^(不少于|不[得能]少于|不[得能]低于|不超过|不[得能]超过|不高于|不低于|不多于|至少|至多|最多|超过)|(以上|以下|以内|之内|内|左右|以后|之后|后)$"
)
_BOUNDS = (
    ("不超过{}", "不得超过{}", "不能超过{}", "不多于{}", "最多{}", "{}以内", "{}之内", "{}内", "{}以下"),
    ("{}后", "{}以后", "{}之后"),
    ("超过{}", "多于{}", "大于{}"),
    ("不少于{}", "不得少于{}", "不能少于{}", "不低于{}", "不得低于{}", "至少{}", "{}以上"),
)
"""Ways to say one bound."""
_UNITS: tuple[tuple[str, ...], ...] = (
    ("万名", "万人", "万"),
    ("万个", "万"),
    ("名", "人", "个", "位"),
    ("人", "名", "个", "位"),
    ("毫米", "mm"),
    ("类", "种", "项"),
    ("个学时", "学时"),
    ("学时", "个学时"),
    ("个工作日", "工作日"),
    ("个小时", "小时"),
    ("小时", "个小时"),
    ("个星期", "星期", "周"),
    ("周", "个星期", "星期"),
    ("个方面", "方面"),
    ("天", "日"),
    ("日", "天"),
)
"""Words for one unit; the first is the one a phrase ends in, and the first such entry counts."""
_DATE = re.compile(r"月\d+日$")
_TO = ("到", "-", "~")
"""Words between the ends of a span, besides 至."""
_SPAN_OF_UNIT = re.compile(r"(\d+)([^\d至]+)至(\d+)\2$")
_FRACTION = re.compile(r"(\d+)/(\d+)")


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every amount a scored rule marks, and every span with accepted wordings."""
    for rule in filter(stands_alone, ground.scored):
        for span in dict.fromkeys(rule.spans):
            if _is_exact(rule, span):
                yield _draft(rule, span)


def _is_exact(rule: Rule, span: str) -> bool:
    """Whether the span is short, has one right wording and is not given away by the sentence."""
    rest = SPAN.sub(r"\1", rule.text.replace(f"[[{span}]]", GAP))
    if rule.text.count(f"[[{span}]]") > 1 or "、" in span or _is_told(rule, span, rest):
        return False
    if any(quantity.span == span for quantity in rule.quantities):
        return len(span) <= _LONGEST and _is_amount(span) and not is_counted_out(span, rest)
    return len(span) <= _LONGEST_WORD and any(ask.span == span and ask.accept for ask in rule.asks)


def _is_told(rule: Rule, span: str, rest: str) -> bool:
    """Whether the rest of the sentence says the span, a wording of it, or the number it sets a bound by."""
    sentence = canonical(rest)
    accepted = (word for ask in rule.asks if ask.span == span for word in ask.accept)
    worded = any(canonical(word) in sentence for word in accepted if len(word) >= _TELLING)
    bare = canonical(_LOOSE.sub("", span))
    return canonical(span) in sentence or worded or (_is_amount(span) and _tells(bare, sentence))


def _tells(amount: str, sentence: str) -> bool:
    return re.search(rf"(?<![\d.]){re.escape(amount)}", sentence) is not None


def _is_amount(span: str) -> bool:
    return _AMOUNT.match(meaning(_LOOSE.sub("", span))) is not None


def is_counted_out(span: str, rest: str) -> bool:
    """Whether what the amount counts is listed right before or after it."""
    before, _, after = rest.partition(GAP)
    then = re.match("[^，：；。]{0,6}(：|，即|，固定|，[^，：；。]{0,5}是)", after)
    earlier = re.search("、[^，。；、]+、[^，。；、]+$", before)
    return _COUNT.search(span) is not None and (then or earlier) is not None


def _draft(rule: Rule, span: str) -> Draft:
    accepted = tuple(word for ask in rule.asks if ask.span == span for word in (*ask.accept, ask.key or span))
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=span,
        type=QuestionType.FILL_IN,
        stem=SPAN.sub(r"\1", rule.text.replace(f"[[{span}]]", GAP)),
        key=tuple(dict.fromkeys(word for right in (span, *accepted) for word in wordings(right))),
        rationale=rule.plain,
        rules=(rule,),
        difficulty=Difficulty.MEDIUM if rule.must_know else Difficulty.HARD,
    )


def wordings(phrase: str) -> Iterator[str]:
    """The ways to write a phrase: as it is, bare of 以上 and the like, in figures, in other units."""
    bare = _LOOSE.sub("", phrase)
    if phrase.startswith("在") and _is_amount(phrase[1:]):
        yield phrase
        phrase, bare = phrase[1:], bare[1:]
    for form in dict.fromkeys((phrase, bare)):
        yield form
        if "分之" not in form:
            yield canonical(form)
    yield from _amounts(meaning(bare))
    yield from _units(canonical(bare))
    for forms in _BOUNDS:
        if any(phrase == form.format(bare) for form in forms):
            worded = [text for text in _amounts(meaning(bare)) if text.endswith(("年", "半", "半数"))]
            amounts = dict.fromkeys((canonical(bare), *_units(canonical(bare)), *worded))
            yield from (form.format(text) for text in amounts for form in forms)


def _units(amount: str) -> Iterator[str]:
    """The amount with the other words for its unit or between its ends, in figures."""
    if not amount[:1].isdigit() or "分之" in amount or _DATE.search(amount):
        return
    others = next((units for units in _UNITS if amount.endswith(units[0])), ("",))
    for unit in others:
        form = amount.replace(others[0], unit) if others[0] else amount
        for said in dict.fromkeys((form, _SPAN_OF_UNIT.sub(r"\1至\3\2", form))):
            yield said
            yield from (re.sub(r"至(?=\d)", sign, said) for sign in _TO if "至" in said)
    if "毫米×" in amount:
        yield amount.replace("毫米×", "×")


def _amounts(amount: str) -> Iterator[str]:
    if ".0" in amount:
        yield re.sub(r"\.0(?!\d)", "", amount)
    if found := re.fullmatch(r"(\d+)个月", amount):
        yield amount
        yield from _months(int(found[1]))
    elif found := _FRACTION.fullmatch(amount):
        part = Fraction(int(found[1]), int(found[2]))
        yield amount
        yield f"{numeral_of(part.denominator)}分之{numeral_of(part.numerator)}"
        if (part * 100).denominator == 1:
            yield f"{part * 100}%"
        if part == Fraction(1, 2):
            yield from ("半数", "一半")


def _months(months: int) -> Iterator[str]:
    yield f"{numeral_of(months)}个月"
    years, rest = divmod(months, 12)
    if rest == 0:
        yield from (f"{numeral_of(years)}年", f"{years}年")
    elif months == 6:
        yield "半年"
    elif rest == 6:
        yield from (f"{numeral_of(years)}年半", f"{years}年半")
