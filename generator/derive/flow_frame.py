"""The columns of the whole picture: lanes, the gutter at the left where lines go back, the ends at the right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.flowcharts import Exit, Flowchart, Row, Way

MARGIN = 12.0
"""Space round the picture."""
TRACK = 16.0
"""Distance of neighbouring tracks in the gutter."""
END = 168.0
"""Width of an end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns of one picture stand."""

    lane: float
    """Width of a lane."""
    lanes: int
    """Number of lanes."""
    left: float
    """Left edge of the first lane."""
    strip_left: float
    """Room for conditions left of the first lane."""
    strip_right: float
    """Room for conditions right of the last lane."""
    tracks: dict[str, int]
    """Anchor of a step that lines jump to → its track in the gutter, counted from the lanes."""
    ends: bool
    """Whether there is a column of ends."""

    @property
    def right(self) -> float:
        """Right edge of the last lane."""
        return self.left + self.lanes * self.lane

    @property
    def end_column(self) -> float:
        """Left edge of the column of ends."""
        return self.right + self.strip_right

    @property
    def width(self) -> float:
        """Width of the whole picture."""
        return self.end_column + (END if self.ends else 0) + MARGIN

    def centre(self, lane: int) -> float:
        """Middle of a lane."""
        return self.left + (lane + 0.5) * self.lane

    def track(self, anchor: str) -> float:
        """Where the line to a step runs in the gutter."""
        return self.left - self.strip_left - (self.tracks[anchor] + 1) * TRACK


def jumps(row: Row) -> tuple[Exit, ...]:
    """Ways out to earlier or later steps, drawn in the gutter."""
    return tuple(way for way in row.exits if way.way in (Way.BACK, Way.AHEAD))


def closings(row: Row) -> tuple[Exit, ...]:
    """Ways out to ends, drawn at the right."""
    return tuple(way for way in row.exits if way.way is Way.END)


def frame(chart: Flowchart, lane: float) -> Frame:
    """The columns of a chart whose lanes have a width."""
    rows, lanes = chart.rows, len(chart.columns)
    tracks = _tracks(rows)
    wide_left = any(jumps(row) for row in rows if row.lane == 0)
    wide_right = any(closings(row) for row in rows if row.lane == lanes - 1)
    strip_left = 112.0 if wide_left else 16.0 if tracks else 0.0
    depth = max(tracks.values(), default=-1) + 1
    return Frame(
        lane=lane,
        lanes=lanes,
        left=MARGIN + depth * TRACK + strip_left,
        strip_left=strip_left,
        strip_right=112.0 if wide_right else 28.0 if any(map(closings, rows)) else 0.0,
        tracks=tracks,
        ends=any(map(closings, rows)),
    )


def _tracks(rows: tuple[Row, ...]) -> dict[str, int]:
    """A track for each step that is jumped to, the shorter ones nearer to the lanes, none overlapping on one track."""
    spans: dict[str, tuple[int, int]] = {}
    for anchor, start, stop in _reaches(rows):
        low, high = spans.get(anchor, (start, stop))
        spans[anchor] = (min(low, start), max(high, stop))
    taken: list[list[tuple[int, int]]] = []
    found: dict[str, int] = {}
    for anchor, (start, stop) in sorted(spans.items(), key=lambda item: (item[1][1] - item[1][0], item[1])):
        free = (i for i, others in enumerate(taken) if all(stop < a or b < start for a, b in others))
        track = next(free, len(taken))
        if track == len(taken):
            taken.append([])
        taken[track].append((start, stop))
        found[anchor] = track
    return found


def _reaches(rows: tuple[Row, ...]) -> Iterator[tuple[str, int, int]]:
    """From which height to which a line runs in the gutter: a step has an even number, its decision the odd after."""
    for row in rows:
        for way in jumps(row):
            source, target = 2 * row.number + 1, 2 * way.number
            yield way.anchor, min(source, target), max(source, target)
