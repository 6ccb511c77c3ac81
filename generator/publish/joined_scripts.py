"""Scripts that are sent as one file: their parts in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_FOLDER = "assets/javascripts/"


def join_scripts(files: Files, config: MkDocsConfig, joined: Mapping[str, Sequence[str]]) -> Files:
    """The files with each joined one in place of its parts; as they are where the theme has no such parts."""
    own = {file.src_uri: file for file in files}
    made: dict[str, File] = {}
    gone: set[str] = set()
    for name, parts in joined.items():
        found = [own[path] for part in parts if (path := f"{_FOLDER}{part}") in own]
        if not found:
            continue
        assert len(found) == len(parts), f"a part of {name} is missing"
        gone |= {file.src_uri for file in found}
        made[name] = File.generated(config, f"{_FOLDER}{name}", content="".join(file.content_string for file in found))
    return Files([*(file for file in files if file.src_uri not in gone), *made.values()])
