"""Build with MkDocs to one side, then swap, so that what is published is always whole."""

from __future__ import annotations

import ctypes
import os
import shutil
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.pipeline import Site
from generator.publish.mkdocs_plugin import HandbookPlugin

_AT_FDCWD = -100
_EXCHANGE = 2


def publish_with_mkdocs(site: Site, root: Path, out: Path) -> None:
    """Write the site to `out`; until it is whole, what was there stays.

    Raises `OSError` where `out` cannot be written.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as side:
        fresh = Path(side) / "site"
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(fresh))
        plugin = config.plugins["handbook"]
        assert isinstance(plugin, HandbookPlugin)
        plugin.site = site
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        fresh.chmod(0o755)
        swap(fresh, out)


def swap(fresh: Path, out: Path) -> None:
    """Put `fresh` in the place of `out` at one stroke where the system can, else in two."""
    if not out.exists():
        fresh.rename(out)
    elif not _exchange(fresh, out):
        old = fresh.with_name("old")
        out.rename(old)
        fresh.rename(out)
        shutil.rmtree(old)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two names at one stroke; false where the system cannot (see renameat2(2))."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
