"""What was saved: the files an author may change, looked at a few times a second.

Looking at times and sizes works on every disk, also where the system tells of no changes (shared folders, containers).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

Seen = Mapping[str, tuple[int, int]]

PAUSE = 0.05
"""Seconds between two looks; longer where looking itself takes much of the processor."""
REST = 0.02
"""Seconds in which nothing more may be written before a change counts as whole."""
_SHARE = 20


def watched(root: Path) -> Seen:
    """Path → time and size of every file whose change is to be seen: content, questions, theme and settings."""
    folders = [root / name for name in ("content", "quizzes", "theme_overrides")]
    found = {str(path): _stamp(path) for folder in folders for path in _files(folder)}
    settings = root / "mkdocs.yml"
    return found | ({str(settings): _stamp(settings)} if settings.is_file() else {})


def changes(root: Path, seen: Seen) -> Iterator[frozenset[str]]:
    """The paths written, added or removed since last asked, relative to the root; waits until there are any."""
    while True:
        start = time.thread_time()
        now = watched(root)
        if now != seen:
            now = _settled(root, now)
            yield frozenset(
                os.path.relpath(path, root) for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)
            )
            seen = now
        else:
            time.sleep(max(PAUSE, _SHARE * (time.thread_time() - start)))


def _settled(root: Path, seen: Seen) -> Seen:
    """What is there once nobody writes any more: editors save in several steps."""
    while True:
        time.sleep(REST)
        now = watched(root)
        if now == seen:
            return now
        seen = now


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in names if not name.startswith("."))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, -1)
    return (found.st_mtime_ns, found.st_size)
