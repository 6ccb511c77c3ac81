"""The whole picture of a procedure: row = step, column = actor, jumps in the gutter, ends at the right.

No line can cross a shape: lines onward run in the gaps between rows, jumps and ends in the row of their own diamond.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from generator.derive.flow_frame import END, MARGIN, Frame, frame
from generator.derive.flow_nodes import LINE, SMALL, beside_node, decision_node, end_node, step_node
from generator.derive.flow_shapes import Block, Box, Edge, Ground, Node, Picture, Point
from generator.derive.flow_sides import Side, left_side, right_side
from generator.derive.flowcharts import Band, Flowchart, Row, Way
from generator.derive.typeset import width, wrap
from generator.model.wording import numeral_of

_GAP = 10.0  # between a lane's edge and its cards
_TURN = 12.0  # from a row's foot to the line that turns to the next lane
_DROP = 22.0  # from that line to the next row; the compact picture takes less
_LESS = 16.0
_HEAD = 23.0  # from a card's top to the lines that meet its side


@dataclass
class _Pen:
    """What has been drawn so far; lives only while one picture is made."""

    chart: Flowchart
    frame: Frame
    compact: bool
    y: float = MARGIN
    """How far down the picture is drawn."""
    tail: tuple[Point, float] | None = None
    """Where the line to the next row starts, and at which height it turns."""
    arrivals: dict[str, tuple[Point, ...]] = field(default_factory=dict)
    """Anchor of a step → the last corners of lines that jump to it."""
    waiting: list[tuple[str, tuple[Point, ...]]] = field(default_factory=list)
    """Jumps drawn as far as the gutter, with the anchor they go to."""
    grounds: list[Ground] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    labels: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    @property
    def drop(self) -> float:
        """From a line that turns to the row below it."""
        return _LESS if self.compact else _DROP

    def link(self, x: float, top: float) -> None:
        """Draw the line onward down to the next shape."""
        if self.tail is not None:
            (from_x, from_y), turn = self.tail
            bend = () if from_x == x else ((from_x, turn), (x, turn))
            self.edges.append(Edge("on", ((from_x, from_y), *bend, (x, top))))


def draw(chart: Flowchart, lane: float, *, compact: bool = False) -> Picture:
    """The picture of a chart whose lanes have a width; the compact one leaves out papers and icons."""
    pen = _Pen(chart, frame(chart, lane), compact)
    _lane_names(pen)
    top = pen.y
    for band in chart.bands:
        _band(pen, band)
    rails = tuple((pen.frame.left + i * lane, top, pen.y) for i in range(1, pen.frame.lanes))
    _final_end(pen)
    _join_jumps(pen)
    return Picture(
        width=pen.frame.width,
        height=round(pen.y + MARGIN, 1),
        grounds=tuple(pen.grounds),
        rails=rails,
        edges=tuple(pen.edges),
        labels=tuple(pen.labels),
        nodes=tuple(pen.nodes),
    )


def _lane_names(pen: _Pen) -> None:
    f = pen.frame
    names = [wrap(column.name, f.lane - 2 * _GAP, SMALL) for column in pen.chart.columns]
    high = max(len(lines) for lines in names) * LINE + 18
    pen.grounds.append(Ground("lanes", Box(f.left, pen.y, f.right - f.left, high)))
    for i, lines in enumerate(names):
        first = pen.y + (high - len(lines) * LINE) / 2 + 16
        pen.labels.append(Block(lines, f.centre(i), first, SMALL, LINE, "lane", anchor="middle"))
    pen.y += high + 8


def _band(pen: _Pen, band: Band) -> None:
    f = pen.frame
    top = pen.y
    here = len(pen.grounds)
    _stage_title(pen, band)
    for row in band.rows:
        _row(pen, row, first=row is band.rows[0])
    pen.y += _TURN + 8
    pen.grounds.insert(
        here, Ground("odd" if band.number % 2 else "even", Box(f.left, top, f.right - f.left, pen.y - top))
    )
    pen.y += 8


def _stage_title(pen: _Pen, band: Band) -> None:
    numbers = "—".join(str(n) for n in sorted({band.rows[0].number, band.rows[-1].number}))
    text = f"阶段{numeral_of(band.number)} {band.title}（第 {numbers} 步）"
    wanted = width(text, SMALL)
    x, room = _beside_line(pen.frame, band.rows[0].lane, wanted) if pen.tail else _whole_line(pen.frame)
    lines = wrap(text, room, SMALL)
    pen.labels.append(Block(lines, x, pen.y + 26, SMALL, LINE + 1, "stage"))
    pen.y += 26 + len(lines) * (LINE + 1)


def _whole_line(f: Frame) -> tuple[float, float]:
    """Left end and length of a line across all lanes."""
    return f.left + _GAP, f.right - f.left - 2 * _GAP


def _beside_line(f: Frame, lane: int, wanted: float) -> tuple[float, float]:
    """The same, but only left or only right of the line that comes down in a lane."""
    start, stop, line = f.left + _GAP, f.right - _GAP, f.centre(lane)
    before, after = line - _GAP - start, stop - line - _GAP
    return (start, before) if wanted <= before or before >= after else (line + _GAP, after)


def _row(pen: _Pen, row: Row, *, first: bool) -> None:
    f = pen.frame
    if not first:
        pen.y += _TURN + pen.drop
    names = [column.name for column in pen.chart.columns]
    wide = f.lane - 2 * _GAP
    left = f.left + row.lane * f.lane + _GAP
    main = step_node(row, names[row.lane], wide, compact=pen.compact).moved(left, pen.y)
    pen.link(f.centre(row.lane), pen.y)
    pen.nodes.append(main)
    beside = [
        beside_node(a.items, names[a.lane], wide, row.anchor).moved(f.left + a.lane * f.lane + _GAP, pen.y)
        for a in row.across
    ]
    pen.nodes += beside
    chain = sorted([main, *beside], key=lambda node: node.box.x)
    for one, other in pairwise(chain):
        y = pen.y + _HEAD
        pen.edges.append(Edge("beside", ((one.box.right, y), (other.box.x, y)), arrow=False))
    blocked = chain[0] is not main
    pen.arrivals[row.anchor] = _arrival(main.box, blocked=blocked)
    pen.y = max(node.box.bottom for node in chain)
    pen.tail = ((f.centre(row.lane), main.box.bottom), pen.y + _TURN)
    if row.step.decision is not None:
        _decision(pen, row, row.step.decision.question)


def _arrival(card: Box, *, blocked: bool) -> tuple[Point, ...]:
    """How a jump meets a card: at its left side, or from above where other cards stand to the left."""
    if not blocked:
        return ((card.x, card.y + _HEAD),)
    return ((card.x + 18, card.y - 10), (card.x + 18, card.y))


def _decision(pen: _Pen, row: Row, question: str) -> None:
    f = pen.frame
    diamond = decision_node(question, f.lane - _GAP, row.anchor)
    left = left_side(row, f, diamond.box.w)
    right = right_side(row, f, diamond.box.w)
    up = max(diamond.box.h / 2, left.span()[0], right.span()[0])
    down = max(diamond.box.h / 2, left.span()[1], right.span()[1])
    pen.y += pen.drop + 4
    centre = f.centre(row.lane)
    diamond = diamond.moved(centre - diamond.box.w / 2, pen.y + up - diamond.box.h / 2)
    pen.link(centre, diamond.box.y)
    pen.nodes.append(diamond)
    _draw_jumps(pen, left, diamond.box)
    _draw_ends(pen, right, diamond.box)
    pen.y += up + down
    _way_on(pen, row, diamond.box)


def _draw_jumps(pen: _Pen, side: Side, diamond: Box) -> None:
    fork, middle = diamond.x - 12, diamond.middle[1]
    for way, dy, above, below in zip(side.ways, side.heights(), side.above, side.below, strict=False):
        y = middle + dy
        stub = ((diamond.x, middle),) if dy == 0 else ((diamond.x, middle), (fork, middle), (fork, y))
        pen.waiting.append((way.anchor, (*stub, (pen.frame.track(way.anchor), y))))
        first = y - 7 - (len(above) - 1) * LINE
        pen.labels.append(Block(above, fork - 5, first, SMALL, LINE, "when", anchor="end"))
        pen.labels.append(Block(below, fork - 5, y + 20, SMALL, LINE, "jump", anchor="end"))


def _draw_ends(pen: _Pen, side: Side, diamond: Box) -> None:
    fork, middle = diamond.right + 12, diamond.middle[1]
    for node, dy, above in zip(side.ends, side.heights(), side.above, strict=False):
        y = middle + dy
        stub = ((diamond.right, middle),) if dy == 0 else ((diamond.right, middle), (fork, middle), (fork, y))
        placed = node.moved(pen.frame.end_column, y - node.box.h / 2)
        pen.edges.append(Edge("end", (*stub, (placed.box.x, y))))
        first = y - 7 - (len(above) - 1) * LINE
        pen.labels.append(Block(above, fork + 5, first, SMALL, LINE, "when"))
        pen.nodes.append(placed)


def _way_on(pen: _Pen, row: Row, diamond: Box) -> None:
    """The condition that leads onward, under the diamond, and where the line goes on."""
    f = pen.frame
    on = next(way for way in row.exits if way.way is Way.ON)
    last = row.lane == f.lanes - 1
    lines = wrap(on.label, f.lane / 2 - 14 if last else f.lane - 24, SMALL)
    slim = max(width(line, SMALL) for line in lines) < diamond.w / 2
    top = diamond.bottom if slim else pen.y
    pen.labels.append(Block(lines, diamond.middle[0] + 9, top + 16, SMALL, LINE, "when"))
    pen.y = max(pen.y, top + len(lines) * LINE)
    pen.tail = ((diamond.middle[0], diamond.bottom), pen.y + _TURN)


def _final_end(pen: _Pen) -> None:
    f, ending = pen.frame, pen.chart.ending
    wide = min(max(END, f.lane * 0.8), f.lane - 2 * _GAP)
    centre = f.centre(pen.chart.last)
    pen.y += 8
    pen.link(centre, pen.y)
    node = end_node(ending.kind, ending.title, ending.anchor, wide=wide).moved(centre - wide / 2, pen.y)
    pen.nodes.append(node)
    pen.y = node.box.bottom


def _join_jumps(pen: _Pen) -> None:
    """Lead the jumps from the gutter to their steps, now that all steps have a place; those to one step join."""
    for anchor, arrival in pen.arrivals.items():
        joining = [points for target, points in pen.waiting if target == anchor]
        y = arrival[0][1]
        farthest = sorted(joining, key=lambda points: abs(points[-1][1] - y), reverse=True)
        sides: set[bool] = set()
        for points in farthest:
            below = points[-1][1] > y
            turn = () if below in sides else ((points[-1][0], y),)
            pen.edges.append(Edge("jump", (*points, *turn, *(() if sides else arrival)), arrow=not sides))
            sides.add(below)
