"""Bytes kept between runs: written at one stroke, and given back only as they were written."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

_MARK = 32


def read_kept(path: Path) -> bytes | None:
    """What was kept there; none where there is nothing, or something damaged or foreign."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    whole = hashlib.sha256(data[_MARK:]).digest() == data[:_MARK]
    return data[_MARK:] if whole else None


def keep(path: Path, data: bytes) -> None:
    """Keep bytes in a folder that is there; raises `OSError` where it cannot be written."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix="new-", delete=False) as file:
        file.write(hashlib.sha256(data).digest() + data)
    Path(file.name).replace(path)
