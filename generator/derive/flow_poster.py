"""The whole picture for one sheet of paper: A4 where the type stays large enough, else A3, in one or two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.derive.flow_frame import jumps
from generator.derive.flow_layout import draw
from generator.derive.flow_nodes import SMALL
from generator.derive.flow_shapes import Picture
from generator.derive.flowcharts import Ending, Flowchart

HEAD = 56.0
"""Room for the title above the picture."""
FOOT = 30.0
"""Room for the source below it."""
BETWEEN = 24.0
"""Space between two columns."""
READABLE = 5.5
"""Points; below this size small type is not to be read on paper (七号)."""

_LANES = (168.0, 200.0, 240.0, 290.0, 350.0, 410.0)
_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet inside its margins."""

    name: str
    """Name of its print style: a4, a4-landscape, a3 or a3-landscape."""
    w: float
    """Width in millimetres."""
    h: float
    """Height in millimetres."""


A4 = (Paper("a4", 190, 275), Paper("a4-landscape", 277, 188))
"""A4 upright and lying."""
A3 = (Paper("a3", 277, 398), Paper("a3-landscape", 400, 275))
"""A3 upright and lying."""


@dataclass(frozen=True, slots=True)
class Poster:
    """A procedure on one sheet."""

    paper: Paper
    """The sheet."""
    parts: tuple[Picture, ...]
    """The picture, or its two columns."""

    @property
    def width(self) -> float:
        """Width of all columns."""
        return sum(part.width for part in self.parts) + BETWEEN * (len(self.parts) - 1)

    @property
    def height(self) -> float:
        """Height with title and source."""
        return HEAD + max(part.height for part in self.parts) + FOOT

    @property
    def points(self) -> float:
        """Size of the small type on the sheet, in points."""
        return min(self.paper.w / self.width, self.paper.h / self.height) * SMALL * _POINTS_PER_MM


@lru_cache(maxsize=64)
def poster(chart: Flowchart) -> Poster:
    """The chart on the smaller sheet where it can be read, with its type as large as possible."""
    whole: list[tuple[Picture, ...]] = [(draw(chart, lane),) for lane in _LANES]
    best = _best(whole, A4)
    if best.points >= READABLE:
        return best
    compact = [tuple(draw(part, lane, compact=True) for part in parts) for parts in _splits(chart) for lane in _LANES]
    for options, papers in ((compact, A4), (whole, A3), (compact, A3)):
        best = _best(options, papers)
        if best.points >= READABLE:
            break
    return best


def _best(options: list[tuple[Picture, ...]], papers: tuple[Paper, ...]) -> Poster:
    return max((Poster(paper, parts) for parts in options for paper in papers), key=lambda made: made.points)


def _splits(chart: Flowchart) -> Iterator[tuple[Flowchart, ...]]:
    """The chart whole, and cut between two stages that no jump connects, as near the middle as can be."""
    yield (chart,)
    cuts = [i for i in range(1, len(chart.bands)) if not _crossed(chart, i)]
    if cuts:
        middle = _weight(chart) / 2
        yield _cut(chart, min(cuts, key=lambda i: abs(_weight(replace(chart, bands=chart.bands[:i])) - middle)))


def _crossed(chart: Flowchart, cut: int) -> bool:
    first = chart.bands[cut].rows[0].number
    return any((row.number < first) != (way.number < first) for row in chart.rows for way in jumps(row))


def _weight(chart: Flowchart) -> int:
    return sum(1 + bool(row.exits) for row in chart.rows)


def _cut(chart: Flowchart, at: int) -> tuple[Flowchart, Flowchart]:
    row = chart.bands[at].rows[0]
    join = Ending("join", row.anchor, f"接第 {row.number} 步")
    return replace(chart, bands=chart.bands[:at], ending=join), replace(chart, bands=chart.bands[at:])
