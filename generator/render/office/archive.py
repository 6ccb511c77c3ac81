"""Archives whose bytes repeat: the same entries make the same file on every machine and day."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Final
from zipfile import ZipFile

_FIRST = "[Content_Types].xml"
_PACKED = (".docx", ".pptx", ".zip")
_LEVEL = 9
_VERSION, _UNIX, _UTF_8, _STORED, _DEFLATED = 20, 3 << 8, 0x800, 0, 8
_PERMISSIONS = 0o644 << 16
_EPOCH: Final = (0, 1 << 5 | 1)
"""Midnight of 1 January 1980, the first moment an archive can tell."""


def pack(entries: Mapping[str, bytes]) -> bytes:
    """The entries as one archive: content types first, the others by name; names outside ASCII are UTF-8.

    Files of the same kit share most of their entries, which are compressed once; archives inside are stored.
    """
    body, directory = BytesIO(), BytesIO()
    for name in sorted(entries, key=lambda name: (name != _FIRST, name)):
        method, check, data = _pressed(entries[name], stored=name.endswith(_PACKED))
        path = name.encode()
        flags = 0 if name.isascii() else _UTF_8
        told = (_VERSION, flags, method, *_EPOCH, check, len(data), len(entries[name]), len(path), 0)
        directory.write(
            struct.pack("<4s6H3L5H2L", b"PK\1\2", _UNIX | _VERSION, *told, 0, 0, 0, _PERMISSIONS, body.tell())
        )
        directory.write(path)
        body.write(struct.pack("<4s5H3L2H", b"PK\3\4", *told) + path + data)
    start, size = body.tell(), directory.tell()
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, len(entries), len(entries), size, start, 0)
    return body.getvalue() + directory.getvalue() + end


def _pressed(data: bytes, *, stored: bool) -> tuple[int, int, bytes]:
    """How an entry is held, its check sum, and its bytes as held."""
    return (_STORED, zlib.crc32(data), data) if stored else (_DEFLATED, *_deflated(data))


@lru_cache(maxsize=1024)
def _deflated(data: bytes) -> tuple[int, bytes]:
    press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(data), press.compress(data) + press.flush()


def unpack(data: bytes) -> dict[str, bytes]:
    """The entries of an archive, by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repack(data: bytes) -> bytes:
    """An archive that some library wrote, without its dates, order and levels."""
    return pack(unpack(data))
