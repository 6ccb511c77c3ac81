"""Widths of a table's columns, from what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.sheet import CELL_MARGINS, narrowest
from generator.render.office.fonts import SIZE_5, SIZE_SMALL_4
from generator.render.office.values import width

_NAME = 6.0
_CRAMPED = 1.25
_LONGEST = 16.0
_SHORTEST = 1.5


def least_widths(columns: Sequence[str], size: float, rows: Sequence[Sequence[str]] = ()) -> tuple[int, ...]:
    """The narrowest each column can be in twips: its heading on three lines, a name or figure on one."""
    held = [max((width(row[i]) for row in rows if i < len(row)), default=0.0) for i in range(len(columns))]
    return tuple(
        max(narrowest(name, size), round(min(_NAME, longest) * size * 20) + CELL_MARGINS)
        for name, longest in zip(columns, held, strict=True)
    )


def size_for(columns: Sequence[str], rows: Sequence[Sequence[str]], whole: int) -> float:
    """小四, or 五号 where the columns would be cramped."""
    return SIZE_SMALL_4 if sum(_wants(columns, rows, SIZE_SMALL_4)) <= whole * _CRAMPED else SIZE_5


def share(columns: Sequence[str], rows: Sequence[Sequence[str]], whole: int, size: float = 12) -> tuple[int, ...]:
    """Widths in twips that fill `whole`: every column gets its least, the rest goes by what it holds."""
    least = least_widths(columns, size, rows)
    if sum(least) > whole:
        least = least_widths(columns, size)
    wanted = [max(low, need) for low, need in zip(least, _wants(columns, rows, size), strict=True)]
    if sum(wanted) >= whole:
        free, needs = whole - sum(least), [want - low for want, low in zip(wanted, least, strict=True)]
        base: Sequence[int] = least
    else:
        free, needs, base = whole - sum(wanted), wanted, wanted
    total = sum(needs) or 1
    widths = [low + max(0, free) * need // total for low, need in zip(base, needs, strict=True)]
    widths[-1] += whole - sum(widths)
    return tuple(widths)


def _wants(columns: Sequence[str], rows: Sequence[Sequence[str]], size: float) -> list[int]:
    """What each column would like: its longest text on one line, within bounds."""
    longest = [max((width(row[i]) for row in (columns, *rows) if i < len(row)), default=0) for i in range(len(columns))]
    return [round(min(_LONGEST, max(_SHORTEST, chars) + 0.5) * size * 20) + CELL_MARGINS for chars in longest]
