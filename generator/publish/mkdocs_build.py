"""Build with MkDocs to one side, then swap, so that what is published is always whole."""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from generator.pipeline import Site
from generator.publish.app_worker import complete_worker
from generator.publish.made_files import finished
from generator.publish.shell import open_shell
from generator.publish.side_folder import require_place, side_folder
from generator.render.made import Made

_AT_FDCWD = -100
_EXCHANGE = 2


def publish_with_mkdocs(site: Site, root: Path, out: Path) -> None:
    """Write the site to `out`; until it is whole, what was there stays.

    Raises `OSError` where `out` cannot be written, or is neither empty nor a site made before.
    """
    out = require_place(out)
    with side_folder(out) as side:
        fresh = side / "site"
        fresh.mkdir()
        files = open_shell(root, fresh).around(site)
        slow = {path: make for path, make in files.items() if isinstance(make, Made)}
        rest = {path: make for path, make in files.items() if path not in slow}
        made = finished(slow, root, meanwhile=partial(write_files, rest, fresh))
        write_files({path: partial(_bytes, content) for path, content in made.items()}, fresh)
        complete_worker(fresh)
        fresh.chmod(0o755)
        swap(fresh, out)


def write_files(files: Mapping[str, Callable[[], bytes]], folder: Path) -> None:
    """Make every file and write it to its path under a folder."""
    folders = {folder}
    for path, make in files.items():
        target = folder / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        target.write_bytes(make())


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out` at one stroke where the system can, else in two."""
    if not out.exists():
        fresh.rename(out)
    elif not _exchange(fresh, out):
        old = fresh.with_name("old")
        out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at one stroke; false where the system cannot (see renameat2(2))."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
