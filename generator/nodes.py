"""Authored files as trees of values that know where they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from generator.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value, always kept as the text that was written."""

    value: str
    """The text."""
    span: Span
    """Place of its first character."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    """Values in order."""
    span: Span
    """Place of the list."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order written."""

    entries: tuple[tuple[Scalar, Node], ...]
    """Pairs of key and value."""
    span: Span
    """Place of the first key."""


Node: TypeAlias = Scalar | Sequence | Mapping
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain(node: Node) -> Plain:
    """The bare value of a node: text, list or dict."""
    match node:
        case Scalar(value=value):
            return value
        case Sequence(items=items):
            return [plain(item) for item in items]
        case Mapping(entries=entries):
            return {key.value: plain(value) for key, value in entries}


def locate(node: Node, path: tuple[str | int, ...]) -> Span:
    """Where the value at a path was written, or its nearest enclosing value."""
    for part in path:
        found = _child(node, part)
        if found is None:
            break
        node = found
    return node.span


def locate_key(node: Node, path: tuple[str | int, ...]) -> Span:
    """Where the key that ends a path was written, or its nearest enclosing value."""
    if path and isinstance(path[-1], str):
        parent = descend(node, path[:-1])
        if isinstance(parent, Mapping):
            key = next((k for k, _ in parent.entries if k.value == path[-1]), None)
            if key is not None:
                return key.span
    return locate(node, path)


def descend(node: Node, path: tuple[str | int, ...]) -> Node | None:
    """The node at a path, or nothing where the path does not lead anywhere."""
    for part in path:
        found = _child(node, part)
        if found is None:
            return None
        node = found
    return node


def _child(node: Node, part: str | int) -> Node | None:
    match node, part:
        case Mapping(entries=entries), str():
            return next((value for key, value in entries if key.value == part), None)
        case Sequence(items=items), int() if part < len(items):
            return items[part]
        case _:
            return None
