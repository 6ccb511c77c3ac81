"""Whole pictures of made-up procedures, every place and word as drawn, and the sheets their posters take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.derive.flow_layout import draw
from generator.derive.flow_poster import poster
from generator.derive.flowcharts import Flowchart
from tests.whole_charts import everything, inner, long, plain, told

WHOLE = {
    "everything": draw(everything(), 200.0),
    "everything-wide": draw(everything(), 320.0),
    "everything-compact": draw(everything(), 200.0, compact=True),
    "inner": draw(inner(), 168.0),
    "plain": draw(plain(), 320.0),
}


@pytest.mark.parametrize("name", WHOLE)
def test_pictures_with_every_shape_as_drawn(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"flowcharts/{name}.txt", told(WHOLE[name]))


POSTERS = {
    "one step": (plain(), "a4: 264 × 334", 29.696),
    "three lanes": (everything(), "a4: 1318 × 1872.5", 6.368),
    "fourteen steps, whole": (long(14), "a4: 972 × 2004", 5.968),
    "sixteen steps, compact": (long(16), "a4: 604 × 650 + 732 × 1929", 6.19),
    "twenty steps, whole": (long(20), "a3: 972 × 2694", 6.493),
    "thirty-two steps, compact": (long(32), "a3: 852 × 2072 + 852 × 2190", 7.27),
    "forty steps, too small": (long(40), "a3: 972 × 2072 + 972 × 3243", 5.422),
}


@pytest.mark.parametrize(("chart", "paper", "points"), POSTERS.values(), ids=POSTERS)
def test_posters_take_the_smallest_sheet_where_they_can_be_read(chart: Flowchart, paper: str, points: float) -> None:
    sheet = poster(chart)
    parts = " + ".join(f"{part.width:g} × {part.height:g}" for part in sheet.parts)
    assert (f"{sheet.paper.name}: {parts}", round(sheet.points, 3)) == (paper, points)
