"""Permanent ids: made of what is asked and of its answer, never of wording or position."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable

_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_NUMERAL = re.compile("[零〇一二两三四五六七八九十百千万]+")
_SILENT = re.compile(r"[\s，。、；：？！“”‘’（）《》,.;:?!\"'()]+")


def question_id(recipe: str, fact: str, answer: str) -> str:
    """Id of the question that a recipe makes of a fact, as long as its answer is the same."""
    return f"q-{digest(recipe, fact, canonical(answer))}"


def digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for the parts."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:10]


def shuffled(seed: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in an order that the seed fixes, whatever order they come in."""
    return tuple(sorted(texts, key=lambda text: hashlib.sha256(f"{seed}/{text}".encode()).digest()))


def canonical(text: str) -> str:
    """The text without width, punctuation, spaces and kinds of numerals: 一年, １年 and 1 年 are one."""
    plain = _SILENT.sub("", unicodedata.normalize("NFKC", text))
    return _NUMERAL.sub(lambda found: str(value_of(found.group())), plain.replace("一个半", "1.5个"))


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
