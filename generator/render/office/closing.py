"""Where the signature and date of a paper stand."""

from __future__ import annotations

from generator.model.document import Layout
from generator.render.office.values import width

_SEALED = 4.0
_UNSEALED = 2.0


def closing_indents(layout: Layout, signature: str, date: str) -> tuple[float, float]:
    """Right indents of signature and date, in characters.

    Sealed (official): the date four characters in, the signature centred over it. Otherwise the signature
    two characters in and the date beginning two characters right of it.
    """
    wide, day = width(signature), width(date)
    if layout is Layout.OFFICIAL:
        right = _SEALED + (day - wide) / 2
        return (right, _SEALED) if right >= 0 else (0.0, max(0.0, (wide - day) / 2))
    right = wide - day
    if right >= _UNSEALED:
        return _UNSEALED, right
    return max(_UNSEALED, 2 * _UNSEALED + day - wide), _UNSEALED
