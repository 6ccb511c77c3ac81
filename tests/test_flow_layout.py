"""The whole picture: nothing overlaps, every text fits, everything is inside, whatever the procedure."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.derive.flow_layout import draw
from generator.derive.flow_poster import poster
from generator.derive.flow_shapes import Block, Box, Edge, Node, Picture
from generator.derive.flowcharts import derive_flowcharts
from generator.model.procedure import Procedure
from tests.procedures import charted, procedures
from tests.support import minimal_handbook

HAIR = 0.6
"""Touching is not overlapping."""


def overlap(one: Box, other: Box) -> bool:
    return (
        one.x < other.right - HAIR
        and other.x < one.right - HAIR
        and one.y < other.bottom - HAIR
        and other.y < one.bottom - HAIR
    )


def pieces(edge: Edge) -> list[Box]:
    """The straight pieces of a line as boxes without thickness."""
    return [Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in pairwise(edge.points)]


def meets(piece: Box, box: Box) -> bool:
    """Whether a piece of a line runs through the inside of a box."""
    return (
        piece.x < box.right - HAIR
        and box.x + HAIR < piece.right + 2 * HAIR * (piece.w == 0)
        and piece.y < box.bottom - HAIR
        and box.y + HAIR < piece.bottom + 2 * HAIR * (piece.h == 0)
        and piece.right > box.x + HAIR
        and piece.bottom > box.y + HAIR
    )


def fits(block: Block, node: Node) -> bool:
    """Whether text stays inside its shape; in a diamond all four corners must."""
    text, box = block.box, node.box
    if node.kind == "decision":
        return text.w / box.w + (len(block.lines) * block.leading) / box.h <= 1
    return text.x >= box.x + 4 and text.right <= box.right - 4 and text.y >= box.y and text.bottom <= box.bottom


def faults(picture: Picture) -> list[str]:
    """Everything that is wrong with a picture, in words."""
    whole = Box(0, 0, picture.width, picture.height)
    boxes = [(f"{node.kind} {node.anchor}", node.box) for node in picture.nodes]
    texts = [("".join(label.lines), label.box) for label in picture.labels]
    found = [f"{name} outside" for name, box in boxes + texts if not inside(box, whole)]
    found += [f"{a} on {b}" for (a, one), (b, other) in combinations(boxes + texts, 2) if overlap(one, other)]
    for edge in picture.edges:
        for piece in pieces(edge):
            found += [] if inside(piece, whole) else [f"{edge.kind} outside"]
            found += [f"{edge.kind} through {name}" for name, box in boxes + texts if meets(piece, box)]
    for node in picture.nodes:
        found += [f"{block.lines} not in {node.kind}" for block in node.blocks if not fits(block, node)]
        found += [f"text on text in {node.anchor}" for a, b in combinations(node.blocks, 2) if overlap(a.box, b.box)]
    return found


def inside(box: Box, whole: Box) -> bool:
    return box.x >= 0 and box.y >= 0 and box.right <= whole.w and box.bottom <= whole.h


@given(procedures(), st.sampled_from([168.0, 200.0, 320.0]), st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_nothing_overlaps_and_every_text_fits(procedure: Procedure, lane: float, compact: bool) -> None:
    picture = draw(charted(procedure), lane, compact=compact)
    assert faults(picture) == []


@given(procedures(most=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_shape_is_drawn_once_and_every_way_has_a_line(procedure: Procedure) -> None:
    picture = draw(charted(procedure), 200.0)
    steps = [node.number for node in picture.nodes if node.kind == "step"]
    assert steps == list(range(1, len(procedure.steps) + 1))
    branches = [branch for step in procedure.steps if step.decision for branch in step.decision.branches]
    jumps = sum(branch.to is not None and branch.to.startswith("s") for branch in branches)
    ends = sum(branch.to is not None and branch.to.startswith("e") for branch in branches)
    decisions = sum(step.decision is not None for step in procedure.steps)
    kinds = [edge.kind for edge in picture.edges]
    assert kinds.count("jump") == jumps
    assert kinds.count("end") == ends
    assert kinds.count("on") == len(steps) + decisions
    assert sum(node.kind in ("done", "stop") for node in picture.nodes) == ends + 1


@given(procedures(most=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_a_poster_fits_its_sheet_and_shows_every_step_once(procedure: Procedure) -> None:
    sheet = poster(charted(procedure))
    scale = min(sheet.paper.w / sheet.width, sheet.paper.h / sheet.height)
    assert sheet.width * scale <= sheet.paper.w + 0.001
    assert sheet.height * scale <= sheet.paper.h + 0.001
    numbers = [node.number for part in sheet.parts for node in part.nodes if node.kind == "step"]
    assert numbers == list(range(1, len(procedure.steps) + 1))
    assert [faults(part) for part in sheet.parts] == [[]] * len(sheet.parts)


def test_the_minimal_chart_as_drawn() -> None:
    chart = derive_flowcharts(minimal_handbook())["conversion"]
    picture = draw(chart, 200.0)
    shapes = [(node.kind, node.number, node.anchor, "".join(node.blocks[0].lines)) for node in picture.nodes]
    assert shapes == [
        ("step", 1, "step-apply", "提出转正申请"),
        ("step", 2, "step-vote", "党员大会表决"),
        ("decision", 0, "step-vote", "能否按期转正？"),
        ("stop", 0, "end-cancelled", "取消预备党员资格"),
        ("done", 0, "end-converted", "成为正式党员"),
    ]
    assert ["".join(label.lines) for label in picture.labels] == [
        "本人", "党支部", "阶段一 转正（第 1—2 步）", "需要继续考察", "回到第 1 步", "不合格", "能",
    ]  # fmt: skip
    assert [(edge.kind, len(edge.points), edge.arrow) for edge in picture.edges] == [
        ("on", 4, True), ("on", 2, True), ("end", 2, True), ("on", 2, True), ("jump", 4, True),
    ]  # fmt: skip
    assert faults(picture) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (Box(0, 0, 2000, 20), "outside"),
        (Box(60, 100, 80, 40), "on"),
    ],
)
def test_faults_are_seen(spoil: Box, fault: str) -> None:
    picture = draw(derive_flowcharts(minimal_handbook())["conversion"], 200.0)
    spoilt = Picture(
        picture.width, picture.height, (), (), picture.edges, picture.labels,
        (*picture.nodes, Node("step", spoil, (), "step-x")),
    )  # fmt: skip
    assert any(fault in found for found in faults(spoilt))
