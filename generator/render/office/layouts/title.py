"""Titles broken where they read well, in lines of about one length."""

from __future__ import annotations

from typing import Final

from generator.derive.document_lines import Line
from generator.render.office.docx import Paper, Shape
from generator.render.office.filling import Filling, Use
from generator.render.office.fonts import SIZE_2
from generator.render.office.values import width

_POINT: Final = 20

_GOOD_ENDS = (
    "同志",
    "委员会",
    "支部",
    "关于",
    "大会",
    "会议",
    "进行",
    "列为",
    "年度",
    "情况",
    "人选",
    "：",
    "选举",
    "对象",
    "主题党日",
)
_BAD_STARTS = tuple("的为和与及、，。：）》”")
_MISFIT = 6


def write_title(paper: Paper, filling: Filling, line: Line, *, new_page: bool = False) -> None:
    """A line of a title; in a sample, whose words are known, broken where it reads well."""
    runs = filling.words(line.body)
    shape = Shape(new_page=new_page)
    if filling.use is Use.SAMPLE:
        longest = paper.page.width // (_POINT * round(SIZE_2))
        paper.paragraph("\n".join(title_lines("".join(run.text for run in runs), longest)), "Title", shape)
    else:
        paper.paragraph(runs, "Title", shape)


def title_lines(title: str, longest: int) -> list[str]:
    """The title on as many lines as it needs, none much longer than the others."""
    count = -(-int(width(title) * 2) // (longest * 2))
    if count <= 1:
        return [title]
    lines: list[str] = []
    rest = title
    while count > 1:
        at = _break(rest, len(rest) / count)
        lines.append(rest[:at])
        rest = rest[at:]
        count -= 1
    return [*lines, rest]


def _break(text: str, middle: float) -> int:
    places = range(1, len(text))
    return min(places, key=lambda i: (abs(i - middle) + _cost(text, i), i))


def _cost(text: str, i: int) -> float:
    if text[i:].startswith(_BAD_STARTS) or text[:i].endswith(tuple("《“（")):
        return _MISFIT * 2
    if text[i - 1].isascii() and text[i].isascii():
        return _MISFIT * 2
    return 0 if text[:i].endswith(_GOOD_ENDS) else _MISFIT
