"""The shapes of the whole picture, each with its text wrapped and measured; all stand with their top left at 0, 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.derive.flow_frame import END
from generator.derive.flow_shapes import Block, Box, Node
from generator.derive.flowcharts import Beside, Row
from generator.derive.typeset import width, wrap

SMALL = 16.0
"""Size of small type; nothing is smaller."""
LINE = 21.0
"""From one line of small type to the next."""
NAME = 17.0
"""Size of a step's name."""
PAD = 12.0
"""Space between a shape's edge and its text."""
DISC = 26.0
"""Width of the disc with a step's number."""
ICON = 21.0
"""Room for an icon before a line."""

_SHARES = (0.36, 0.44, 0.52, 0.6, 0.68, 0.76)


def step_node(row: Row, lane_name: str, wide: float, *, compact: bool) -> Node:
    """A step: number, name, who acts if the lane does not say it, limits, papers made, work at the same time."""
    room = wide - 2 * PAD
    name = wrap(row.step.title, room - DISC - 8, NAME)
    blocks = [Block(name, PAD + DISC + 8, PAD + 18, NAME, 23.0, "name")]
    y = PAD + max(DISC, len(name) * 23.0 + 3)
    for icon, text in _joined(row, lane_name) if compact else _facts(row, lane_name, room):
        indent = ICON if icon else 0.0
        lines = wrap(text, room - indent, SMALL)
        blocks.append(Block(lines, PAD + indent, y + 19, SMALL, LINE, "fact", icon=icon))
        y += len(lines) * LINE + 3
    rules: list[float] = []
    for item in row.within:
        rules.append(y + 7)
        lines = wrap(_same_time(item), room, SMALL)
        blocks.append(Block(lines, PAD, y + 29, SMALL, LINE, "fact"))
        y += len(lines) * LINE + 13
    bottom = y + (PAD - 4 if compact else PAD)
    return Node("step", Box(0, 0, wide, bottom), tuple(blocks), row.anchor, row.number, tuple(rules))


def _facts(row: Row, lane_name: str, room: float) -> Iterator[tuple[str, str]]:
    """Icon and text of each fact of a step."""
    if row.who != lane_name:
        yield "account-tie-outline", row.who
    for limit in row.step.limits:
        yield "clock-outline", limit.text
    if row.makes:
        yield "file-document-outline", _papers(row.makes, room - ICON)


def _joined(row: Row, lane_name: str) -> Iterator[tuple[str, str]]:
    """Actor and limits in one run, without icon."""
    who = [row.who] if row.who != lane_name else []
    if facts := [*who, *(limit.text for limit in row.step.limits)]:
        yield "", "；".join(facts)


def _papers(names: Sequence[str], room: float) -> str:
    """Names of papers in two lines at most; the rest is counted."""
    for shown in range(len(names), 0, -1):
        text = "、".join(names[:shown]) + (f"等 {len(names)} 份" if shown < len(names) else "")
        if len(wrap(text, room, SMALL)) <= 2:
            return text
    return f"文书 {len(names)} 份"


def beside_node(items: Sequence[Beside], lane_name: str, wide: float, anchor: str) -> Node:
    """Work of another lane at the same time as a step."""
    room = wide - 2 * PAD
    blocks: list[Block] = []
    y = PAD - 4
    for item in items:
        lines = wrap(_same_time(item) if item.who != lane_name else f"同时：{item.title}", room, SMALL)
        blocks.append(Block(lines, PAD, y + 19, SMALL, LINE, "fact"))
        y += len(lines) * LINE + 6
    return Node("beside", Box(0, 0, wide, y + PAD - 6), tuple(blocks), anchor)


def _same_time(item: Beside) -> str:
    return f"同时：{item.who}{item.title}"


def decision_node(question: str, widest: float, anchor: str) -> Node:
    """A diamond no wider than given, as low as its question allows."""
    one_line = width(question, SMALL)
    wide = min(widest, max(150.0, one_line * 1.6))
    made = {wrap(question, wide * share, SMALL) for share in _SHARES}
    lines = min(sorted(made), key=lambda lines: _height(lines, wide))
    high = _height(lines, wide)
    first = high / 2 - len(lines) * LINE / 2 + 16
    block = Block(lines, wide / 2, first, SMALL, LINE, "question", anchor="middle")
    return Node("decision", Box(0, 0, wide, high), (block,), anchor)


def _height(lines: tuple[str, ...], wide: float) -> float:
    """Height at which the corners of the text stay inside a diamond."""
    text = max(width(line, SMALL) for line in lines)
    return round(max(56.0, len(lines) * LINE / (1 - text / wide) + 10), 1)


def end_node(kind: str, title: str, anchor: str, wide: float = END) -> Node:
    """A rounded end: done, stop, or join where the chart goes on elsewhere."""
    lines = wrap(title, wide - 36, SMALL)
    block = Block(lines, wide / 2, 26.0, SMALL, LINE, "end", anchor="middle")
    return Node(kind, Box(0, 0, wide, len(lines) * LINE + 18), (block,), anchor)
