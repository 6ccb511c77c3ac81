"""What every calculator gives: a verdict, a sentence to read out, and the working line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Verdict(StrEnum):
    """How a result is marked."""

    YES = "yes"
    """It holds."""
    NO = "no"
    """It does not hold."""
    UNSURE = "unsure"
    """The rules do not decide it."""
    NONE = "none"
    """There is nothing to decide: a number or a date."""
    BAD = "bad"
    """The numbers typed in contradict each other."""


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the working."""

    text: str
    """The sentence."""
    rule: str
    """Rule it rests on; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a calculator gives."""

    verdict: Verdict
    """How it is marked."""
    say: str
    """One sentence to read out."""
    lines: tuple[Line, ...] = ()
    """The working."""


def bad(say: str) -> Result:
    """The result of numbers that contradict each other."""
    return Result(Verdict.BAD, say)


def put(template: str, values: Mapping[str, object]) -> str:
    """A template with `{name}` replaced by values."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", str(value))
    return template


_DIGITS = "零一二三四五六七八九十"


def share_words(share: Fraction) -> str:
    """A share in Chinese: 半数, 五分之四."""
    if share == Fraction(1, 2):
        return "半数"
    if max(share.numerator, share.denominator) < len(_DIGITS):
        return f"{_DIGITS[share.denominator]}分之{_DIGITS[share.numerator]}"
    return f"{share.denominator} 分之 {share.numerator}"
