"""What the whole picture of a procedure is made of: boxes, lines and set text, with coordinates."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.derive.typeset import width

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    """Left edge."""
    y: float
    """Top edge."""
    w: float
    """Width."""
    h: float
    """Height."""

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """Bottom edge."""
        return self.y + self.h

    @property
    def middle(self) -> Point:
        """Centre."""
        return (self.x + self.w / 2, self.y + self.h / 2)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text set one below the other."""

    lines: tuple[str, ...]
    """The lines."""
    x: float
    """Where lines start, or their middle or end, as the anchor says."""
    y: float
    """Base line of the first line."""
    size: float
    """Size of the type."""
    leading: float
    """From one base line to the next."""
    kind: str
    """What it is, for its colour and weight."""
    anchor: str = "start"
    """start, middle or end."""
    icon: str = ""
    """Name of the icon before the first line, or nothing."""

    @property
    def box(self) -> Box:
        """What the text covers, without its icon."""
        wide = max(width(line, self.size) for line in self.lines)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(left, self.y - self.size * 0.88, wide, self.size + (len(self.lines) - 1) * self.leading)

    @property
    def baselines(self) -> tuple[tuple[str, float], ...]:
        """Each line with its base line."""
        return tuple((line, self.y + i * self.leading) for i, line in enumerate(self.lines))

    def moved(self, dx: float, dy: float) -> Block:
        """The same text elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Node:
    """A shape with text in it that leads to a place on the procedure's page."""

    kind: str
    """step, beside, decision, done or stop."""
    box: Box
    """Its rectangle; a decision is the diamond in it."""
    blocks: tuple[Block, ...]
    """Its text."""
    anchor: str
    """Where it leads on the procedure's page."""
    number: int = 0
    """Number in its disc; 0 for none."""
    rules: tuple[float, ...] = ()
    """Heights of the dashed lines across it."""

    def moved(self, dx: float, dy: float) -> Node:
        """The same shape elsewhere."""
        return replace(
            self,
            box=replace(self.box, x=self.box.x + dx, y=self.box.y + dy),
            blocks=tuple(block.moved(dx, dy) for block in self.blocks),
            rules=tuple(y + dy for y in self.rules),
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of horizontal and vertical pieces."""

    kind: str
    """on, jump, end or beside."""
    points: tuple[Point, ...]
    """Corners from start to end."""
    arrow: bool = True
    """Whether it ends in an arrow head."""

    @property
    def falls(self) -> bool:
        """Whether its last piece runs downwards; else it runs to the right."""
        return self.points[-2][0] == self.points[-1][0]


@dataclass(frozen=True, slots=True)
class Ground:
    """A band of colour behind a stage, or the bar of lane names."""

    kind: str
    """odd, even or lanes."""
    box: Box
    """Its rectangle."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A whole procedure drawn."""

    width: float
    """Width of the picture."""
    height: float
    """Height of the picture."""
    grounds: tuple[Ground, ...]
    """Bands, from behind."""
    rails: tuple[tuple[float, float, float], ...]
    """Lines between lanes: x, top, bottom."""
    edges: tuple[Edge, ...]
    """Lines between shapes."""
    labels: tuple[Block, ...]
    """Text outside shapes: lane names, stages, conditions."""
    nodes: tuple[Node, ...]
    """Shapes, in the order of the steps."""
