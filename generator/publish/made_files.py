"""Files that take long to make, taken from a folder beside the project where they were made before."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeVar
from zlib import ZLIB_RUNTIME_VERSION

from generator.publish.kept import keep, read_kept
from generator.render.made import Made, with_ready

FOLDER: Final = ".zhibu-made"
"""Name of the folder, in the project's root."""

T = TypeVar("T")

_PACKAGE = Path(__file__).parent.parent
_CODE = ("model", "derive", "render")
_LIBRARIES = ("lxml", "python-docx")
_WORTH_PROCESSES = 12
_MOST_WORKERS = 4
_SPARE = 4


def _nothing() -> None:
    pass


def finished(
    files: Mapping[str, str | bytes | Made], root: Path | None, meanwhile: Callable[[], None] = _nothing
) -> dict[str, str | bytes]:
    """The files with all made ones made, in the same order; `root` is the project, None to keep nothing.

    `meanwhile` is called once, while other processes make files.
    A damaged or foreign entry of the folder is made again; a folder that cannot be written is done without.
    """
    folder = root / FOLDER if root is not None else None
    ready = _ready([item for item in files.values() if isinstance(item, Made)], folder, meanwhile)
    if folder:
        _clear(folder, {_name(key) for key in ready})
    return {path: ready[item.key] if isinstance(item, Made) else item for path, item in files.items()}


def _ready(wanted: Iterable[Made], folder: Path | None, meanwhile: Callable[[], None]) -> dict[str, bytes]:
    """Key → bytes; what others are made of is made before them."""
    ready: dict[str, bytes] = {}
    missing: dict[str, Made] = {}
    queue = list(wanted)
    while queue:
        made = queue.pop()
        if made.key in ready or made.key in missing:
            continue
        data = read_kept(folder / _name(made.key)) if folder else None
        if data is None:
            missing[made.key] = made
            queue += made.parts
        else:
            ready[made.key] = data
    if not missing:
        meanwhile()
    while missing:
        now = [made for made in missing.values() if all(part.key in ready for part in made.parts)]
        fresh = _make([_whole(made, ready) for made in now], meanwhile)
        meanwhile = _nothing
        if folder:
            _keep(folder, fresh)
        ready |= fresh
        missing = {key: made for key, made in missing.items() if key not in fresh}
    return ready


def _whole(made: Made, ready: Mapping[str, bytes]) -> Made:
    return Made(made.function, with_ready(made.arguments, ready), made.key) if made.parts else made


@cache
def code_stamp() -> str:
    """Hash of the code and libraries that make files."""
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    told = hashlib.sha256("\n".join([*libraries, ZLIB_RUNTIME_VERSION]).encode())
    for part in _CODE:
        for path in sorted((_PACKAGE / part).rglob("*.py")):
            told.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return told.hexdigest()


def _name(key: str) -> str:
    return hashlib.sha256(f"{code_stamp()} {key}".encode()).hexdigest()


def _make(wanted: list[Made], meanwhile: Callable[[], None]) -> dict[str, bytes]:
    """Key → bytes, made in other processes where that is worth their start."""
    workers = min((os.cpu_count() or 1) - 1, _MOST_WORKERS)
    keys = [made.key for made in wanted]
    if len(wanted) < _WORTH_PROCESSES or workers < 1 or any(made.parts for made in wanted):
        meanwhile()
        return {key: made() for key, made in zip(keys, wanted, strict=True)}
    with ProcessPoolExecutor(workers, initializer=_WANTED.extend, initargs=(wanted,)) as pool:
        made = pool.map(_made, range(len(wanted)), chunksize=-(-len(wanted) // (workers * 8)))
        meanwhile()
        return dict(zip(keys, made, strict=True))


_WANTED: list[Made] = []
"""What a process that makes files is to make; it is forked with it, so that nothing is copied to it."""


def _made(place: int) -> bytes:
    return _WANTED[place]()


def _keep(folder: Path, fresh: Mapping[str, bytes]) -> None:
    try:
        folder.mkdir(exist_ok=True)
        for key, data in fresh.items():
            keep(folder / _name(key), data)
    except OSError:
        return


def _clear(folder: Path, used: set[str]) -> None:
    """Drop what this build did not want, once it is several times what it did."""
    if not folder.is_dir():
        return
    kept = [path for path in folder.iterdir() if path.name not in used]
    if len(kept) > _SPARE * max(len(used), 1):
        for path in kept:
            path.unlink(missing_ok=True)
