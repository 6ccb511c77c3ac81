"""Timetables: a procedure's steps with the days their limits are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.model.figure import named
from generator.model.handbook import Handbook
from generator.model.procedure import Event, Limit, Procedure, Step
from generator.model.rule import Bound, Rule

EARLIEST, LATEST, EXACT = "earliest", "latest", "exact"
"""Sides of a span: nothing before it, nothing after it, or the very day."""


@dataclass(frozen=True, slots=True)
class Span:
    """A limit that gives a day once the day it is counted from is known."""

    text: str
    """The limit in the editor's words."""
    rule: str
    """Rule that sets it."""
    amount: int
    """How much."""
    unit: str
    """Unit: 年, 个月, 天 or 个工作日."""
    side: str
    """Which side it limits."""
    base: str
    """Step or event it is counted from."""
    back: bool
    """Whether it is counted backwards."""
    only: str
    """Circumstance it applies in; empty where it always does."""
    event: str = ""
    """Event that falls on the very day it gives, whose date will do where the day it is counted from is not known."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step or event of a timetable."""

    id: str
    """Its id."""
    title: str
    """Its name."""
    event: bool
    """Whether it is an event."""
    spans: tuple[Span, ...]
    """What limits it."""

    def applies(self, ticked: frozenset[str]) -> bool:
        """Whether it has a place in a plan: not, where all that limits it hangs on circumstances that are not so."""
        return not self.spans or any(not span.only or span.only in ticked for span in self.spans)

    @property
    def own(self) -> tuple[Span, ...]:
        """Spans counted from its own beginning."""
        return tuple(span for span in self.spans if span.base == self.id)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A procedure as planners reckon with it."""

    procedure: str
    """Id of the procedure."""
    nodes: tuple[Node, ...]
    """Events and steps, each event before the first step that is counted from it; opening events come first."""
    planned: tuple[str, ...]
    """Nodes whose dates a plan asks for, in order of time."""


def derive_timetables(handbook: Handbook) -> Mapping[str, Timetable]:
    """The timetable of every procedure by id."""
    rules = {rule.id: rule for rule in handbook.rules}
    return {procedure.id: timetable(procedure, rules) for procedure in handbook.procedures}


def timetable(procedure: Procedure, rules: Mapping[str, Rule]) -> Timetable:
    """The timetable of a procedure."""
    waiting = [_node(event, rules) for event in procedure.events]
    days = {_key(span): event.id for event in waiting for span in event.spans if span.side == EXACT}
    steps = [_meeting(_node(step, rules), days) for step in procedure.steps]
    before = {event.then: event.id for event in procedure.events if event.then}
    nodes = _opening(procedure, waiting)
    waiting = [event for event in waiting if event not in nodes]
    for step in steps:
        bases = {name for span in step.spans for name in (span.base, span.event)} | {before.get(step.id, "")}
        for event in _needed(bases, waiting):
            waiting.remove(event)
            nodes.append(event)
        nodes.append(step)
    return Timetable(procedure.id, (*nodes, *waiting), tuple(day.id for day in procedure.planned))


def _key(span: Span) -> tuple[str, int, str, bool]:
    return span.base, span.amount, span.unit, span.back


def _meeting(node: Node, days: Mapping[tuple[str, int, str, bool], str]) -> Node:
    """The node with the event named on whose day a span of it falls."""
    return replace(node, spans=tuple(replace(span, event=days.get(_key(span), "")) for span in node.spans))


def _opening(procedure: Procedure, events: list[Node]) -> list[Node]:
    """Events that come before every step: those planned first, and those that follow from them to the day."""
    steps = {step.id for step in procedure.steps}
    first: list[str] = []
    for day in procedure.planned:
        if day.id in steps:
            break
        first.append(day.id)
    for event in events:
        if any(span.side == EXACT and span.base in first for span in event.spans):
            first.append(event.id)
    return [event for name in first for event in events if event.id == name]


def _needed(bases: set[str], waiting: list[Node]) -> list[Node]:
    """Events among those waiting that the bases rest on, directly or through another event."""
    found = [event for event in waiting if event.id in bases]
    deeper = {span.base for event in found for span in event.spans} - bases
    return [*(_needed(deeper, [e for e in waiting if e not in found]) if deeper else ()), *found]


def _node(item: Step | Event, rules: Mapping[str, Rule]) -> Node:
    event = isinstance(item, Event)
    return Node(item.id, item.title, event, tuple(_spans(item.limits, rules, event=event)))


def _spans(limits: Iterable[Limit], rules: Mapping[str, Rule], *, event: bool) -> Iterable[Span]:
    for limit in limits:
        base = limit.since or limit.before
        rule = rules.get(limit.rule or "")
        if base is None or limit.quantity is None or rule is None:
            continue
        for _, quantity in named(rule, limit.quantity):
            back = limit.before is not None
            yield Span(
                text=limit.text,
                rule=rule.id,
                amount=quantity.number.numerator,
                unit=quantity.unit,
                side=EXACT if event and quantity.bound is Bound.EXACTLY else _side(quantity.bound, back=back),
                base=base,
                back=back,
                only=limit.only or "",
            )


def _side(bound: Bound, *, back: bool) -> str:
    """What a bound limits, counted forwards: 不超过 sets the latest day; counted back it sets the earliest."""
    if bound is Bound.ABOUT:
        return LATEST
    return EARLIEST if (bound in (Bound.AT_MOST, Bound.LESS_THAN)) is back else LATEST
