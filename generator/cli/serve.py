"""The command `zhibu serve`: a preview that follows what is saved."""

from __future__ import annotations

import gc
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.report import report_findings
from generator.diagnostics import ContentError

if TYPE_CHECKING:
    from generator.publish.preview import Preview
    from generator.publish.shell import Shell


def serve_preview(root: Path, port: int) -> None:
    """Serve the project at `root` until interrupted, following what is saved."""
    from generator.publish.preview import Preview
    from generator.publish.preview_server import PreviewServer
    from generator.publish.watching import changes, watched

    preview = Preview(root)
    try:
        server = PreviewServer(preview, port)
    except OSError as problem:
        raise click.ClickException(
            f"端口 {port} 用不了（{problem.strerror}），换一个：zhibu serve --port 8001"
        ) from problem
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, signal.default_int_handler)  # a background shell hands SIGINT down ignored
    threading.Thread(target=server.serve_forever, daemon=True).start()
    saved = changes(root, watched(root))
    click.echo(f"支部学堂：{server.address} （按 Ctrl+C 停止）")
    try:
        while True:
            _follow(preview, root, saved)
    except KeyboardInterrupt:
        click.echo("已停止。")
    finally:
        server.shutdown()
        server.server_close()


def _follow(preview: Preview, root: Path, saved: Iterator[frozenset[str]]) -> None:
    """Show the content in the theme as it is, until the theme or the settings change."""
    from generator.publish.shell import open_shell

    shell = open_shell(root)
    _refresh(preview, shell)
    gc.collect()
    gc.freeze()  # else every third save is 0.2 s later: all that was ever read is looked through for rubbish
    for changed in saved:
        if not all(path.startswith(("content", "quizzes")) for path in changed):
            return
        _refresh(preview, shell)


def _refresh(preview: Preview, shell: Shell) -> None:
    start = time.monotonic()
    try:
        site = preview.refresh(shell)
    except ContentError as problem:
        report_findings(problem.diagnostics)
        click.echo("内容有错，网页还是上一次的。改好后会自己更新。", err=True)
        return
    report_findings(site.warnings)
    click.echo(f"{time.strftime('%H:%M:%S')} 已更新，用了 {time.monotonic() - start:.1f} 秒。")
