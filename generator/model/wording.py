"""What a short phrase means, apart from how it is written: numerals, widths, units."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_NUMERAL = re.compile(r"(?<!\d)[零〇一二两三四五六七八九十百千万]+")
_SILENT = re.compile(r"[\s，。、；：？！“”‘’（）《》,;:?!\"'()]|\.(?!\d)")
_MUTE = re.compile(r"[\s“”‘’\"'《》]|[。.]$")
_LONGEST_YEARS = 60


@lru_cache(maxsize=1 << 16)
def canonical(text: str) -> str:
    """The phrase without width, punctuation, spaces and kinds of numerals: 一年, １年 and 1 年 are one."""
    return _in_figures(_SILENT.sub("", text.translate(_WIDE)))


@lru_cache(maxsize=1 << 16)
def meaning(text: str) -> str:
    """The phrase with equal amounts written alike: 半年 as 6个月, 百分之二十 as 1/5, 半数 as 1/2."""
    plain = re.sub("半数|一半|二分之一", "1/2", _MUTE.sub("", text.translate(_WIDE)))
    plain = re.sub("百分之([零一二三四五六七八九十百]+)", lambda m: f"{value_of(m[1])}%", plain)
    plain = re.sub(r"(\d+)分之(\d+)", lambda m: str(Fraction(int(m[2]), int(m[1]) or 1)), _in_figures(plain))
    plain = re.sub(r"(?<![\d.])(\d+)%", lambda m: str(Fraction(int(m[1]), 100)), plain)
    plain = re.sub(r"(\d+)年半", lambda m: f"{int(m[1]) * 12 + 6}个月", plain.replace("半年", "6个月"))
    return re.sub(r"(?<!\d)(\d{1,2})年", _months, plain)


def _in_figures(text: str) -> str:
    return _NUMERAL.sub(lambda found: str(value_of(found.group())), text)


def value_of(numeral: str) -> int:
    """The value of a Chinese numeral, as 二十四; digits in a row are read one by one, as 二〇一三."""
    if not any(char in _UNITS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total = section = digit = 0
    for char in numeral:
        if char == "万":
            total, section, digit = (total + section + digit or 1) * 10_000, 0, 0
        elif char in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[char], 0
        else:
            digit = _DIGITS[char]
    return total + section + digit


def numeral_of(value: int) -> str:
    """A number below 10,000 in Chinese, as 二十四."""
    if value < 10:
        return "零一二三四五六七八九"[value]
    text = ""
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // size % 10
        if digit:
            text += "零一二三四五六七八九"[digit] + unit
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


def _months(found: re.Match[str]) -> str:
    years = int(found[1])
    return f"{years * 12}个月" if years <= _LONGEST_YEARS else found[0]
