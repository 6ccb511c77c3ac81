"""The edition for sticks: one zip with the whole site, a page to start from, and the list of hashes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.publish.app_worker import WORKER
from generator.publish.checksums import LIST, checksum_list
from generator.publish.portable import path_problems

START = "start.html"
"""The page to open. Its name is ASCII, since Windows 7 and old unzip programs misread other names."""

SITE = "site"
"""Folder of the site, so that the start page stands alone beside it."""

LARGEST = 25_000_000
"""Bytes of the zip; mail systems and old intranet disks take no more."""

_PACKED = (".zip", ".png")
_LEFT_OUT = frozenset((WORKER, "manifest.json", "404.html", "search/search_index.json"))
_KIT = re.compile(r'<a\b[^>]*\bhref="[^"]*/kit\.zip"[^>]*>.*?</a>', re.DOTALL)
_NO_KIT = '<span class="xt-sub">U 盘版不另带整套压缩包，下面的文件逐个打开就是。</span>'


class EditionError(Exception):
    """An edition that could not be carried; the message names every fault."""


def usb_files(folder: Path, start: str) -> dict[str, bytes]:
    """Path → content of the edition made of the site in a folder and the text of its start page.

    Raises `EditionError` where a path could not be carried.
    """
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    files = {
        f"{SITE}/{name}": _without_kits(path.read_bytes()) if name.endswith(".html") else path.read_bytes()
        for name, path in found.items()
        if name not in _LEFT_OUT and not name.endswith("/kit.zip")
    }
    files[START] = start.encode()
    if problems := list(path_problems(sorted(files))):
        raise EditionError("\n".join(problems))
    files[LIST] = checksum_list(files).encode()
    return files


def _without_kits(page: bytes) -> bytes:
    """A page without links to the zips of lesson kits: those hold what lies beside them once more, 12 of 36 MB."""
    return _KIT.sub(_NO_KIT, page.decode()).encode() if b"/kit.zip" in page else page


def usb_zip(files: Mapping[str, bytes], day: date) -> bytes:
    """The files as one zip, the same bytes for the same files; they carry the day of the content.

    Raises `EditionError` where the zip is too large.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in sorted(files, key=lambda path: (path not in (START, LIST), path)):
            info = zipfile.ZipInfo(path, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            info.compress_type = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(info, files[path], compresslevel=9)
    data = made.getvalue()
    if len(data) > LARGEST:
        raise EditionError(f"压缩包有 {len(data) / 1e6:.1f} MB，超过 {LARGEST / 1e6:.0f} MB")
    return data
