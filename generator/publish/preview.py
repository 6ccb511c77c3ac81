"""The site while it is being written: the last good one, and what is wrong with what was saved since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Condition

from generator.diagnostics import ContentError
from generator.pipeline import Site, build_site
from generator.publish.shell import Shell
from generator.reading import Memory


@dataclass(frozen=True)
class State:
    """What browsers are shown."""

    number: int
    """How many times content was read."""
    site: int
    """Number at which the shown site was made; 0 while there is none."""
    files: Mapping[str, Callable[[], bytes]]
    """Path of the shown site → how its bytes are made."""
    problem: str
    """What is wrong with the content as it is now; empty where nothing is."""


class Preview:
    """The site of a project, read again after each change; everything not saved since is remembered."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._memory = Memory()
        self._state = State(0, 0, {}, "")
        self._changed = Condition()

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def refresh(self, shell: Shell) -> Site:
        """Read the content again and show its site.

        Raises `ContentError` where it has faults; then the last good site stays, with the faults beside it.
        """
        number = self._state.number + 1
        try:
            site = build_site(self._root, self._memory)
        except ContentError as problem:
            self._show(replace(self._state, number=number, problem=str(problem)))
            raise
        self._show(State(number, number, shell.around(site), ""))
        return site

    def wait(self, number: int, seconds: float) -> State:
        """What is shown once it is newer than a number, or after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number != number, timeout=seconds)
            return self._state

    def _show(self, state: State) -> None:
        with self._changed:
            self._state = state
            self._changed.notify_all()
