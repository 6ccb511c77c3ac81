"""A folder beside the published one to build in, and what builds that were killed left there."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: leftovers stay, nothing else differs
    fcntl = None  # type: ignore[assignment]


@contextmanager
def side_folder(out: Path) -> Iterator[Path]:
    """A new folder beside `out`, gone afterwards; folders of builds that were killed go first.

    Raises `OSError` where none can be made.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{out.name}-zhibu-"
    with _locked(out.parent):
        for left in sorted(out.parent.glob(f"{prefix}*")):
            _clear(left, out)
        side = tempfile.TemporaryDirectory(prefix=prefix, dir=out.parent)
        lock = _lock(Path(side.name), wait=False)
    try:
        with side as made:
            yield Path(made)
    finally:
        if lock is not None:
            os.close(lock)


def require_place(out: Path) -> Path:
    """The real path of an output folder that may be replaced: new, empty, or a site made before.

    Raises `OSError` where it is something else, so that nobody's files are lost.
    """
    real = out.resolve()
    if real.exists() and not real.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(out))
    if real.is_dir() and any(real.iterdir()) and not (real / "index.html").is_file():
        raise FileExistsError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(out))
    return real


def _clear(left: Path, out: Path) -> None:
    """Remove the folder of a build that is no longer running; put back what it had taken away."""
    lock = _lock(left, wait=False)
    if lock is None:
        return
    try:
        if (left / "old").is_dir() and not out.exists():
            (left / "old").rename(out)
        shutil.rmtree(left, ignore_errors=True)
    finally:
        os.close(lock)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    lock = _lock(folder, wait=True)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _lock(folder: Path, *, wait: bool) -> int | None:
    """An open lock on a folder, or nothing where another holds it or the system has none."""
    if fcntl is None or not folder.is_dir():
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
