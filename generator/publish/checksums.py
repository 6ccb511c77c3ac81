"""The list of hashes inside an edition, as sha256sum writes and reads it, and the comparison with what is there."""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO

LIST = "校验.txt"
"""Name of the list. Its six bytes of UTF-8 are whole characters of GBK too: old programs misname it but unpack it."""

_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_MOST_BYTES = 200_000_000
_MOST_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between an edition and its list."""

    missing: tuple[str, ...]
    """Files of the list that are not there."""
    altered: tuple[str, ...]
    """Files whose content is another."""
    extra: tuple[str, ...]
    """Files that the list does not name."""
    whole: int
    """How many files are as they should be."""

    @property
    def clean(self) -> bool:
        """Whether nothing differs."""
        return not (self.missing or self.altered or self.extra)


def checksum_list(files: Mapping[str, bytes]) -> str:
    """One line for each file: hash, two blanks, path."""
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))


def compare(edition: Path) -> Difference:
    """Compare a zip or a folder with the list in it.

    Raises `ValueError` where it has no list, the list is damaged, or it is larger than any edition, `OSError` where it
    cannot be read.
    """
    if edition.is_dir():
        return _compare(dict(_folder(edition)))
    try:
        with zipfile.ZipFile(edition) as held:
            return _compare(dict(_members(held)))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as problem:
        raise ValueError(f"{edition.name} 不是完整的 zip 文件，可能没有拷完") from problem


def _folder(folder: Path) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), partial(_open, path)


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _members(held: zipfile.ZipFile) -> Iterator[tuple[str, Callable[[], IO[bytes]]]]:
    infos = [info for info in held.infolist() if not info.is_dir()]
    if len(infos) > _MOST_FILES or sum(info.file_size for info in infos) > _MOST_BYTES:
        raise ValueError("这个 zip 解开以后太大，不是本站的 U 盘版")
    for info in infos:
        yield info.filename, partial(held.open, info)


def _compare(found: Mapping[str, Callable[[], IO[bytes]]]) -> Difference:
    if LIST not in found:
        raise ValueError(f"里面没有 {LIST}，不是本站的 U 盘版，或者没有解压完")
    with found[LIST]() as file:
        wanted = _read(file.read(_MOST_BYTES))
    altered = {path for path, told in wanted.items() if path in found and _hash(found[path]) != told}
    missing = set(wanted) - set(found)
    return Difference(
        missing=_sorted(missing),
        altered=_sorted(altered),
        extra=_sorted(set(found) - set(wanted) - {LIST}),
        whole=len(wanted) - len(missing) - len(altered),
    )


def _read(data: bytes) -> dict[str, str]:
    """Path → hash of a list; line ends of any kind, since mail and editors change them."""
    lines = data.decode("utf-8", errors="replace").removeprefix("\ufeff").splitlines()
    read = [_LINE.fullmatch(line) for line in lines if line.strip()]
    if not read or not all(read):
        raise ValueError(f"{LIST} 被改过，看不懂")
    return {found[2]: found[1] for found in read if found}


def _hash(opener: Callable[[], IO[bytes]]) -> str:
    """Hash of a file's content, or of what can be read of a damaged one."""
    told = hashlib.sha256()
    try:
        with opener() as file:
            while block := file.read(1 << 20):
                told.update(block)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return "damaged"
    return told.hexdigest()


def _sorted(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(paths))
