"""The worker of search as one file: its parts in the order it names them, then itself."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_WORKER = "assets/javascripts/search-worker.js"
_PARTS = re.compile(r"const PARTS = \[(.*?)\];", re.DOTALL)


def join_worker(files: Files, config: MkDocsConfig) -> Files:
    """The files with the worker's parts joined into it; as they are where the theme has no such worker."""
    worker = files.get_file_from_path(_WORKER)
    if worker is None:
        return files
    names = part_names(worker.content_string)
    parts = [file for path in names if (file := files.get_file_from_path(f"assets/javascripts/{path}")) is not None]
    assert len(parts) == len(names), "a part of the worker of search is missing"
    text = "".join(file.content_string for file in [*parts, worker])
    gone = {file.src_uri for file in [*parts, worker]}
    return Files([*(file for file in files if file.src_uri not in gone), File.generated(config, _WORKER, content=text)])


def part_names(worker: str) -> list[str]:
    """Paths of the parts a worker's text names, beside it."""
    named = _PARTS.search(worker)
    assert named, "the worker of search does not name its parts"
    return [f"search/{name}.js" for name in re.findall(r'"(\w+)"', named.group(1))]
