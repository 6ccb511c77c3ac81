"""Reading: load and structure, file by file, so that a preview reads again only what was saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics import Diagnostic
from generator.load import load_file
from generator.structure import Shaped, shape


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds."""

    data: bytes
    """The file as it was read."""
    entities: tuple[Shaped, ...]
    """Entities of the right shape, in the order written."""
    faults: tuple[Diagnostic, ...]
    """Everything wrong with its writing or shape."""


class Memory:
    """What each file held when it was last read; a changed file is known by its bytes."""

    def __init__(self) -> None:
        self._contents: dict[str, Content] = {}

    def recall(self, path: str, data: bytes) -> Content | None:
        """What the file held, if it has not changed."""
        known = self._contents.get(path)
        return known if known is not None and known.data == data else None

    def keep(self, contents: Mapping[str, Content]) -> None:
        """Remember these files and no others."""
        self._contents = dict(contents)


def read(files: Mapping[str, bytes], memory: Memory | None = None) -> tuple[Content, ...]:
    """What every file holds, in order."""
    memory = memory or Memory()
    contents = {path: memory.recall(path, data) or _content(path, data) for path, data in files.items()}
    memory.keep(contents)
    return tuple(contents.values())


def _content(path: str, data: bytes) -> Content:
    documents, unparsed = load_file(path, data)
    entities, misshapen = shape(documents)
    return Content(data, entities, (*unparsed, *misshapen))
