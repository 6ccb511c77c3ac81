"""The site's service worker: the theme's script with the list of every file and its hash before it."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

WORKER = "sw.js"
"""Path of the worker; its folder is what it serves."""

_CORE = re.compile(
    r"assets/|quiz/bank/|search/search_index\.js$|(?:[a-z]+/)?index\.html$|about/offline\.html$|manifest\.json$"
)
_APART = re.compile(r"sw\.js|404\.html|search/search_index\.json|.*/kit\.zip")
"""What the worker leaves to the network: kits of lessons hold once more what lies beside them."""


def complete_worker(folder: Path) -> None:
    """Put the list of files into the worker of the site in a folder, where the theme has one."""
    worker = folder / WORKER
    if worker.is_file():
        worker.write_text(
            f"const SITE = {_site(folder)};\n{worker.read_text(encoding='utf-8')}", encoding="utf-8", newline="\n"
        )


def _site(folder: Path) -> str:
    """Version, what is kept at once, and all files, as the worker reads them."""
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix())
        if path.is_file()
    }
    table = {name: _entry(path.read_bytes()) for name, path in files.items() if not _APART.fullmatch(name)}
    site = {
        "version": hashlib.sha256(json.dumps(table).encode()).hexdigest()[:12],
        "core": [name for name in table if _CORE.match(name)],
        "files": table,
    }
    return json.dumps(site, ensure_ascii=True, separators=(",", ":"))


def _entry(content: bytes) -> list[str | int]:
    """The beginning of a file's hash, and its length."""
    return [hashlib.sha256(content).hexdigest()[:16], len(content)]
