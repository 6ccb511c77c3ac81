"""Templates as compiled code, kept beside the package as Python keeps its own."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.publish.kept import keep, read_kept
from generator.publish.made_files import code_stamp

FOLDER: Final = Path(__file__).parent / "__pycache__" / "templates"
"""Where they are kept; where it cannot be written, templates are compiled every time."""
_LIBRARIES = ("jinja2", "mkdocs")


class Compiled(BytecodeCache):
    """Compiled templates of one environment; what is missing, damaged or of another version is compiled again."""

    def __init__(self, environment: str, folder: Path = FOLDER) -> None:
        """`environment` is a name: the same template compiles to other code in another one."""
        self._environment = environment
        self._folder = folder
        self._stamp = " ".join([*map(version, _LIBRARIES), code_stamp()])

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - wherever it is
        """Name of its file: one a template, so that copies of a project do not pile up."""
        return hashlib.sha256(f"{self._environment} {name}".encode()).hexdigest()

    def get_source_checksum(self, source: str) -> str:
        """What the compiled code is made of."""
        return hashlib.sha256(f"{self._stamp} {source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template its code, if that is kept."""
        data = read_kept(self._folder / bucket.key)
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            keep(self._folder / bucket.key, bucket.bytecode_to_string())
