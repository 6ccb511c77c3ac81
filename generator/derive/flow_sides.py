"""The ways out at the sides of a diamond: jumps at the left, ends at the right, with the room their words need."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.flow_frame import Frame, closings, jumps
from generator.derive.flow_nodes import LINE, SMALL, end_node
from generator.derive.flow_shapes import Node
from generator.derive.flowcharts import Exit, Row, Way
from generator.derive.typeset import wrap


@dataclass(frozen=True, slots=True)
class Side:
    """The ways out at one side of a diamond: text above and below each line, and the space they take."""

    ways: tuple[Exit, ...]
    """The ways out, from top to bottom."""
    above: tuple[tuple[str, ...], ...]
    """Condition of each, set above its line."""
    below: tuple[tuple[str, ...], ...]
    """Where each leads, set below its line."""
    ends: tuple[Node, ...]
    """The end of each, or nothing where they are jumps."""

    def reach(self, i: int) -> tuple[float, float]:
        """How far way `i` reaches above and below its line."""
        half = self.ends[i].box.h / 2 + 5 if self.ends else 0.0
        return max(len(self.above[i]) * LINE + 6, half), max(len(self.below[i]) * LINE + 8, half)

    def heights(self) -> tuple[float, ...]:
        """Where each line runs, from the diamond's middle."""
        reaches = [self.reach(i) for i in range(len(self.ways))]
        if len(reaches) == 1:
            return (0.0,)
        y = -sum(up + down for up, down in reaches) / 2
        found = []
        for up, down in reaches:
            found.append(y + up)
            y += up + down
        return tuple(found)

    def span(self) -> tuple[float, float]:
        """How far the side reaches above and below the diamond's middle."""
        if not self.ways:
            return 0.0, 0.0
        heights = self.heights()
        return self.reach(0)[0] - heights[0], heights[-1] + self.reach(len(heights) - 1)[1]


def left_side(row: Row, f: Frame, wide: float) -> Side:
    """The jumps of a row, left of its diamond of a width."""
    ways = jumps(row)
    room = f.lane - 30 if row.lane else f.strip_left + (f.lane - wide) / 2 - 24
    above = tuple(wrap(way.label, room, SMALL) for way in ways)
    verb = {Way.BACK: "回到", Way.AHEAD: "转到"}
    below = tuple(wrap(f"{verb[way.way]}第 {way.number} 步", room, SMALL) for way in ways)
    return Side(ways, above, below, ())


def right_side(row: Row, f: Frame, wide: float) -> Side:
    """The ends of a row, right of its diamond of a width."""
    ways = closings(row)
    last = row.lane == f.lanes - 1
    room = f.strip_right + (f.lane - wide) / 2 - 30 if last else f.lane - 30
    above = tuple(wrap(way.label, room, SMALL) for way in ways)
    ends = tuple(end_node("done" if way.done else "stop", way.title, way.anchor) for way in ways)
    return Side(ways, above, tuple(() for _ in ways), ends)
