"""A procedure as a flow chart: one row a step, one column a lane, with the ways out of every decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.document import DocumentTemplate
from generator.model.handbook import Handbook
from generator.model.procedure import Branch, EndKind, Procedure, Step, is_document_id
from generator.model.role import Role


class Way(StrEnum):
    """Where a way out of a decision leads, seen from its step."""

    ON = "on"
    """To what comes next."""
    AHEAD = "ahead"
    """To a later step, past others."""
    BACK = "back"
    """To an earlier step, or the same step again."""
    END = "end"
    """To an end of the procedure."""


@dataclass(frozen=True, slots=True)
class Exit:
    """One way out of a decision."""

    label: str
    """The condition."""
    note: str
    """What is done on this way, may be empty."""
    way: Way
    """Where it leads, seen from here."""
    anchor: str
    """Anchor of the step or end it leads to."""
    number: int
    """Number of that step; 0 for an end."""
    title: str
    """Name of that step or end."""
    done: bool = False
    """Whether it is an end that reached its aim."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Work of another actor at the same time as a step."""

    role: str
    """Who does it, by id."""
    who: str
    """Who does it, by name."""
    lane: int
    """Column it is drawn in, from 0."""
    title: str
    """What is done."""


@dataclass(frozen=True, slots=True)
class Across:
    """Work at the same time in one other column."""

    lane: int
    """The column."""
    joins: int
    """The nearer column it is joined to: of the step, or of other work at the same time."""
    items: tuple[Beside, ...]
    """What is done there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step and what stands in its row."""

    step: Step
    """The step."""
    number: int
    """Its number, from 1."""
    lane: int
    """Column it is drawn in, from 0."""
    who: str
    """Its actor by name."""
    came: int | None
    """Column of the step before; nothing for the first."""
    exits: tuple[Exit, ...]
    """Ways out of its decision; empty where there is none."""
    beside: tuple[Beside, ...]
    """Work of others at the same time."""
    makes: tuple[str, ...]
    """Names of the papers it makes."""

    @property
    def anchor(self) -> str:
        """Anchor of the step on its page."""
        return f"step-{self.step.id}"

    @property
    def within(self) -> tuple[Beside, ...]:
        """Work at the same time in the step's own column."""
        return tuple(item for item in self.beside if item.lane == self.lane)

    @property
    def across(self) -> tuple[Across, ...]:
        """Work at the same time in other columns, from left to right."""
        taken = sorted({self.lane, *(item.lane for item in self.beside)})
        here = taken.index(self.lane)
        return tuple(
            Across(lane, taken[i - 1 if i > here else i + 1], tuple(item for item in self.beside if item.lane == lane))
            for i, lane in enumerate(taken)
            if lane != self.lane
        )

    @property
    def direction(self) -> str:
        """Where the line into the step turns: left, right, straight, or nowhere for the first."""
        if self.came is None:
            return "first"
        return "straight" if self.came == self.lane else "right" if self.came < self.lane else "left"


@dataclass(frozen=True, slots=True)
class Room:
    """Columns beside a step's own that are free for what is said about it."""

    start: int
    """First column, from 0."""
    span: int
    """How many columns; with a single lane its own."""
    west: bool
    """Whether they lie left of the step."""
    taken: bool
    """Whether work at the same time stands in them, so that the text goes below it."""


@dataclass(frozen=True, slots=True)
class Band:
    """One stage of the chart."""

    id: str
    """Id of the stage."""
    number: int
    """Its number, from 1."""
    title: str
    """Its heading."""
    rows: tuple[Row, ...]
    """Its steps."""


@dataclass(frozen=True, slots=True)
class Column:
    """One lane of the chart."""

    name: str
    """Heading."""
    steps: int
    """How many steps stand in it."""


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the last row of a chart leads."""

    kind: str
    """done or stop for an end of the procedure, join for a step in another part of the chart."""
    anchor: str
    """Anchor of the end or step."""
    title: str
    """Its words."""


@dataclass(frozen=True, slots=True)
class Flowchart:
    """A procedure laid out as rows and columns."""

    id: str
    """Id of the procedure."""
    title: str
    """Its name."""
    columns: tuple[Column, ...]
    """Lanes from left to right."""
    bands: tuple[Band, ...]
    """Stages in order."""
    ending: Ending
    """Where the last step leads."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in order."""
        return tuple(row for band in self.bands for row in band.rows)

    def room(self, row: Row) -> Room:
        """Where the text about a row stands: on the side with more columns, the right one where both are equal."""
        lanes = len(self.columns)
        if lanes == 1:
            return Room(0, 1, west=False, taken=False)
        after = lanes - 1 - row.lane
        start, span = (row.lane + 1, after) if after >= row.lane else (0, row.lane)
        taken = any(start <= other.lane < start + span for other in row.across)
        return Room(start, span, west=start == 0, taken=taken)

    @property
    def last(self) -> int:
        """Column of the last step."""
        return self.bands[-1].rows[-1].lane


def derive_flowcharts(handbook: Handbook) -> dict[str, Flowchart]:
    """Procedure id → its chart."""
    names = {role.id: role.name for role in handbook.of(Role)}
    papers = {document.id: document.title for document in handbook.of(DocumentTemplate)}
    return {procedure.id: flowchart(procedure, names, papers) for procedure in handbook.procedures}


def flowchart(procedure: Procedure, names: Mapping[str, str], papers: Mapping[str, str]) -> Flowchart:
    """The chart of one procedure, with the names of roles and documents."""
    lanes = {role: i for i, lane in enumerate(procedure.lanes) for role in lane.roles}
    counts = Counter(lanes[step.actor] for step in procedure.steps)
    bands: list[Band] = []
    came: int | None = None
    number = 0
    for stage in procedure.stages:
        rows: list[Row] = []
        for step in stage.steps:
            number += 1
            lane = lanes[step.actor]
            beside = tuple(Beside(p.actor, names[p.actor], lanes[p.actor], p.title) for p in step.parallel)
            makes = tuple(papers[paper] if is_document_id(paper) else paper for paper in step.outputs)
            exits = _exits(procedure, step, number)
            rows.append(Row(step, number, lane, names[step.actor], came, exits, beside, makes))
            came = lane
        bands.append(Band(stage.id, len(bands) + 1, stage.title, tuple(rows)))
    columns = tuple(Column(lane.name, counts[i]) for i, lane in enumerate(procedure.lanes))
    end = procedure.ends[0]
    ending = Ending(end.kind.value, f"end-{end.id}", end.title)
    return Flowchart(procedure.id, procedure.title, columns, tuple(bands), ending)


def _exits(procedure: Procedure, step: Step, number: int) -> tuple[Exit, ...]:
    if step.decision is None:
        return ()
    return tuple(_exit(procedure, branch, number) for branch in step.decision.branches)


def _exit(procedure: Procedure, branch: Branch, number: int) -> Exit:
    steps = procedure.steps
    note = branch.note or ""
    ends = {end.id: end for end in procedure.ends}
    if branch.to in ends or (branch.to is None and number == len(steps)):
        end = ends[branch.to or procedure.ends[0].id]
        way = Way.END if branch.to else Way.ON
        return Exit(branch.label, note, way, f"end-{end.id}", 0, end.title, done=end.kind is EndKind.DONE)
    target = number + 1 if branch.to is None else procedure.number(branch.to)
    way = Way.ON if branch.to is None else Way.BACK if target <= number else Way.AHEAD
    there = steps[target - 1]
    return Exit(branch.label, note, way, f"step-{there.id}", target, there.title)
