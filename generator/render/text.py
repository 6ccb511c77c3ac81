"""Small pieces of Chinese typography and HTML."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from markupsafe import Markup, escape

from generator.model.rule import SPAN
from generator.render.icons import PATHS

_NUMERALS: Final = "零一二三四五六七八九十"
_FIELD = re.compile(r"\{([a-z0-9-]+)\}")
_END = re.compile(r"[^\s<>&;]{5}$")


@cache
def icon(name: str) -> Markup:
    """An icon as inline SVG, hidden from readers."""
    return Markup(
        '<svg class="xt-i" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>'
    ).format(PATHS[name])


@cache
def sign_path(name: str) -> Markup:
    """An icon's path alone, for a sign that many places of a page refer to."""
    return Markup('<path d="{}"/>').format(PATHS[name])


def numeral(number: int) -> str:
    """A Chinese numeral from 1 to 999."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    out = f"{_NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        out += "十" if tens == 1 and not hundreds else f"{_NUMERALS[tens]}十"
    elif hundreds and ones:
        out += "零"
    return out + (_NUMERALS[ones] if ones else "")


def keep_end(text: str | Markup) -> Markup:
    """The text with its last five characters kept on one line."""
    html = str(escape(text))
    found = _END.search(html)
    if found is None or len(html) < 12:
        return Markup(html)
    return Markup(f'{html[: found.start()]}<span class="xt-nb">{found.group()}</span>')


def statement(text: str) -> Markup:
    """A rule's statement with its key spans marked."""
    html = SPAN.sub(_mark, str(escape(text)))
    return Markup(str(keep_end(Markup(html))))


def _mark(found: re.Match[str]) -> str:
    long = " xt-long" if len(found.group(1)) > 8 else ""
    return f'<mark class="k{long}">{found.group(1)}</mark>'


def template_text(text: str, labels: Mapping[str, str]) -> Markup:
    """A paper's text, one paragraph a line, with each `{field}` shown as its label."""
    html = _FIELD.sub(
        lambda m: f'<span class="xt-fill">{escape(labels.get(m.group(1), m.group(1)))}</span>', str(escape(text))
    )
    return Markup("".join(f"<p>{line}</p>" for line in html.split("\n") if line))


def day(date: datetime.date) -> str:
    """A date as prose writes it: 2026 年 11 月 22 日."""
    return f"{date.year} 年 {date.month} 月 {date.day} 日"


def coordinate(value: float) -> Markup:
    """A number as SVG writes it, to a tenth."""
    return Markup(f"{round(value, 1):g}")


def minutes_to_read(characters: int) -> int:
    """Minutes to read a page of Chinese at 350 characters a minute, at least 1."""
    return max(1, round(characters / 350))


def sentence(text: str, limit: int = 110) -> str:
    """The text cut for a page description."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
