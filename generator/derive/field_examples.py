"""Examples for the editors' manual: what the handbook itself has written in each field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from generator.model.handbook import Handbook
from generator.nodes import Mapping as MappingNode
from generator.nodes import Node, Scalar, Sequence

SHORT = 48
"""Characters an example should not exceed; the first that fits is taken, else the shortest."""
LONGEST = 90
"""Characters at which even the shortest example is cut."""
_NEEDS_QUOTES = re.compile(r"^[\s\-?&*!|>'\"%@`#]|[\[\]{},]|: |:$| #|\s$|^$|\n")


def field_examples(handbook: Handbook, collection: str) -> Mapping[str, str]:
    """Dotted name of a field → a value written in it, as YAML on one line."""
    found: dict[str, str] = {}
    for origin in handbook.origins.get(collection, ()):
        for name, node in _values(origin.node, ""):
            best = found.get(name)
            if best is None or len(best) > SHORT:
                text = flow(node)
                found[name] = text if best is None or len(text) < len(best) else best
    return {name: text if len(text) <= LONGEST else text[: LONGEST - 1] + "…" for name, text in found.items()}


def flow(node: Node) -> str:
    """A node as YAML in flow style."""
    match node:
        case Scalar(value=value):
            return json.dumps(value, ensure_ascii=False) if _NEEDS_QUOTES.search(value) else value
        case Sequence(items=items):
            return "[" + ", ".join(flow(item) for item in items) + "]"
        case MappingNode(entries=entries):
            return "{" + ", ".join(f"{key.value}: {flow(value)}" for key, value in entries) + "}"


def _values(node: Node, prefix: str) -> Iterator[tuple[str, Node]]:
    """Every value below a node with its dotted name, list positions left out."""
    match node:
        case MappingNode(entries=entries):
            for key, value in entries:
                yield prefix + key.value, value
                yield from _values(value, f"{prefix}{key.value}.")
        case Sequence(items=items):
            for item in items:
                yield from _values(item, prefix)
        case Scalar():
            return
