"""Text as a paper can hold it, and how wide it runs."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import Final

CHARACTER: Final = 315
"""Width of one character of running text in twips: 16 points less the quarter by which 28 fit a line."""

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NARROW_BELOW = "\u0300"
_SPACING = 0.25
_STOPS = "。．.；;"


def clean(text: str) -> str:
    """The text with signs that XML cannot hold shown as control pictures; nothing is lost silently."""
    return _ILLEGAL.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n"))


def width(text: str) -> float:
    """Width in characters, with the quarter that Word sets between Chinese and Latin."""
    cells = sum(0.5 if char < _NARROW_BELOW else 1.0 for char in text)
    return cells + _SPACING * sum(_is_gap(one, other) for one, other in pairwise(text))


def joined(value: str, following: str) -> str:
    """A value without its last stop where the words after it bring their own."""
    value = value.strip()
    return value[:-1] if value[-1:] in _STOPS and value and following[:1] in tuple("。；，") else value


def _is_gap(one: str, other: str) -> bool:
    narrow, wide = sorted((one, other))
    return narrow < _NARROW_BELOW and narrow.isalnum() and unicodedata.category(wide) == "Lo"


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"
