"""Serve with MkDocs' live reload, saying one line in Chinese where to look."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import click
from mkdocs.commands.serve import serve


def serve_with_mkdocs(root: Path, port: int) -> None:
    """Serve the project at `root` until interrupted; rebuilds when content changes."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    click.echo(f"支部学堂：http://127.0.0.1:{port}/ （按 Ctrl+C 停止）")
    serve(str(root / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}")
