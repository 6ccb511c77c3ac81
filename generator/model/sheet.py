"""Sheets of paper: how wide their text is, and how narrow a column of a table can be."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Layout

MANY_COLUMNS = 7
"""Columns from which a roster lies across the sheet."""
PORTRAIT = 8845
"""Width of the text of letters, in twips: 156 millimetres."""
FORM = 9241
"""Width of forms: 163 millimetres."""
LANDSCAPE = 14570
"""Width of rosters across the sheet: 257 millimetres."""
SLIP = 7200
"""Width of a ballot: half of a sheet lying across."""
CELL_MARGINS = 230
"""What a cell's margins and lines take, in twips."""
_NARROW_BELOW = "\u0300"
_HEADING_LINES = 3
_FEWEST = 2.0


def text_width(layout: Layout, most_columns: int) -> int:
    """Width of the text of a paper whose widest list has so many columns, in twips."""
    if layout is Layout.BALLOT:
        return SLIP
    if layout is Layout.ROSTER and most_columns >= MANY_COLUMNS:
        return LANDSCAPE
    return FORM if layout in (Layout.ROSTER, Layout.RECORD, Layout.TABLE) else PORTRAIT


def narrowest(column: str, points: float) -> int:
    """The narrowest a column can be in twips: its heading on three lines, two characters at least."""
    characters = sum(0.5 if char < _NARROW_BELOW else 1.0 for char in column)
    return round(max(_FEWEST, -(-characters // _HEADING_LINES)) * points * 20) + CELL_MARGINS


def crowds(layout: Layout, columns: Sequence[str], points: float) -> bool:
    """Whether columns cannot stand side by side on the sheet of a layout."""
    return sum(narrowest(column, points) for column in columns) > text_width(layout, len(columns))
