"""Dues: what a member pays each month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.derive.calculators.figures import Figure, decimal
from generator.derive.calculators.result import Line, Result, Verdict, bad, put

HARDSHIP_RULE = "dues-hardship"
"""Rule on members who can hardly pay."""


@dataclass(frozen=True, slots=True)
class Payer:
    """A kind of member, as dues are reckoned."""

    title: str
    """Who it is."""
    base: str
    """What the reckoning starts from; empty where the amount is fixed."""
    base_rule: str
    """Rule on what it starts from."""
    bands: tuple[tuple[str, str], ...]
    """Figures of each band's rate and upper end; the last has no upper end."""
    fixed: str
    """Figure of a fixed amount; empty where there are bands."""
    unsure: tuple[tuple[str, str], ...]
    """What is not confirmed: a sentence and the rule that says why."""


_PLAIN = ("全部基数乘以所在那一档的比例，不分段累进：这是通行算法，没有见到官方算例。", "dues-no-progressive")
_RETIRED = ("另有按基本离退休费或者基本养老金作基数的说法，没有见到原文；请问所在党委。", "dues-retired-base-dispute")
_SALARY = (
    ("dues-rate-1", "dues-band-1-upper"),
    ("dues-rate-2", "dues-band-2-upper"),
    ("dues-rate-3", "dues-band-3-upper"),
    ("dues-rate-4", ""),
)
_PENSION = (("dues-retired-rate-1", "dues-retired-band-1-upper"), ("dues-retired-rate-2", ""))


def _borrowed(rule: str) -> tuple[str, str]:
    return ("这条规定只写了基数，这里参照按月领取工资的四档试算，请向所在党委核实。", rule)


PAYERS: Mapping[str, Payer] = {
    "salary": Payer(
        "按月领取工资的党员", "每月相对固定、经常性的税后收入", "dues-base-monthly", _SALARY, "", (_PLAIN,)
    ),
    "annual": Payer(
        "实行年薪制的党员", "当月实际领取的薪酬收入", "dues-annual-salary", _SALARY, "",
        (_borrowed("dues-annual-salary"), _PLAIN),
    ),
    "business": Payer(
        "个体经营者等不按月取得收入的党员", "上季度月平均纯收入", "dues-self-employed", _SALARY, "",
        (_borrowed("dues-self-employed"), _PLAIN),
    ),
    "retired": Payer(
        "离退休党员", "每月实际领取的离退休费或者养老金总额", "dues-retired-low", _PENSION, "", (_RETIRED, _PLAIN)
    ),
    "farmer": Payer("农民党员", "", "dues-farmer", (), "dues-farmer", ()),
    "student": Payer("学生、下岗失业、靠抚恤救济、领低保的党员", "", "dues-student-fixed", (), "dues-student", ()),
}  # fmt: skip
"""Kinds of member."""

WORDS: Mapping[str, str] = {
    "base": "请填{base}，大于 0。",
    "say": "{base} {income} 元，按 {rate}% 计算，每月应交党费 {amount} 元。",
    "say-about": "{base} {income} 元，按 {rate}% 计算，每月应交党费 {exact} 元，约 {amount} 元。",
    "say-fixed": "{who}每月交纳党费 {amount} 元。",
    "say-range": "{who}每月交纳党费 {amount} 元至 {upper} 元。",
    "income": "基数：{base}。",
    "band-top": "比例：{income} 元在 {lower} 元以上，按 {rate}%。",
    "band-first": "比例：{income} 元在 {upper} 元以下（含 {upper} 元），按 {rate}%。",
    "band": "比例：{income} 元在 {lower} 元以上至 {upper} 元（含 {upper} 元），按 {rate}%。",
    "product": "算式：{income} × {rate}% = {exact} 元。",
    "rounding": "不足一分的怎样取整，规定没有写。",
    "hardship": "确有困难的，经党支部研究、报上一级党委批准，可以少交或者免交。",
    "fixed": "数额由规定写定，不看收入。",
}
"""Sentences of dues."""


def dues(figures: Mapping[str, Figure], kind: str, fen: int) -> Result:
    """What a member of a kind pays a month on an income in hundredths of a yuan."""
    payer = PAYERS[kind]
    hardship = Line(WORDS["hardship"], HARDSHIP_RULE)
    if payer.fixed:
        return _fixed(payer, figures[payer.fixed], hardship)
    if fen < 1:
        return bad(put(WORDS["base"], {"base": payer.base}))
    values, band = _band(figures, payer, fen)
    amount = Fraction(fen, 100) * band.value / 100
    exact = decimal(amount, 2) == decimal(amount, 6)
    values |= {"base": payer.base, "amount": decimal(amount), "exact": decimal(amount, 6)}
    lines = [
        Line(put(WORDS["income"], values), payer.base_rule),
        Line(put(WORDS[values["word"]], values), band.rule),
        Line(put(WORDS["product"], values), ""),
    ]
    if not exact:
        lines.append(Line(WORDS["rounding"], ""))
    lines += [Line(*unsure) for unsure in payer.unsure]
    say = put(WORDS["say" if exact else "say-about"], values)
    return Result(Verdict.NONE, say, (*lines, hardship))


def _band(figures: Mapping[str, Figure], payer: Payer, fen: int) -> tuple[dict[str, str], Figure]:
    """Values for the sentences, and the rate of the band that an income falls into."""
    tops = [figures[top].value if top else None for _, top in payer.bands]
    place = next(i for i, top in enumerate(tops) if top is None or fen <= top * 100)
    lower = decimal(tops[place - 1] or Fraction(0)) if place else ""
    upper = decimal(tops[place] or Fraction(0)) if tops[place] is not None else ""
    word = "band-first" if not lower else "band" if upper else "band-top"
    rate = figures[payer.bands[place][0]]
    income = decimal(Fraction(fen, 100))
    return {"word": word, "income": income, "lower": lower, "upper": upper, "rate": decimal(rate.value)}, rate


def _fixed(payer: Payer, amount: Figure, hardship: Line) -> Result:
    values = {"who": payer.title, "amount": decimal(amount.value), "upper": decimal(amount.upper)}
    say = put(WORDS["say-fixed" if amount.upper == amount.value else "say-range"], values)
    return Result(Verdict.NONE, say, (Line(WORDS["fixed"], amount.rule), hardship))
