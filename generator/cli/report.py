"""What commands print: findings, and a short summary at the end."""

from __future__ import annotations

import errno
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from generator.derive.views import Views
from generator.diagnostics import ContentError, Diagnostic, Severity
from generator.model.rule import Evidence
from generator.render.words import EVIDENCE, chapter_title

console = Console(stderr=True)
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EFBIG: "文件超过了系统允许的大小",
    errno.EROFS: "这个盘是只读的",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.ENOTDIR: "这不是文件夹，或上一级不是文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTEMPTY: "不是空文件夹，也不是以前生成的网站；换一个文件夹，免得丢了里面的东西",
    errno.ELOOP: "链接绕成了圈",
    errno.ENAMETOOLONG: "路径太长",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    errno.EEXIST: "已经有这个文件",
    errno.EADDRINUSE: "这个端口被别的程序占着；用 --port 换一个",
}
"""Number of a system error → why, for an editor to read."""


class Group(click.Group):
    """Commands that say what the disk refuses in one line, on screens of any encoding."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the commands; a screen that cannot show Chinese is given UTF-8."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding=_encoding_for(stream.encoding), errors="replace")
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Run one command."""
        try:
            return super().invoke(ctx)
        except OSError as problem:
            if problem.errno == errno.EPIPE:
                raise
            raise disk_fault(problem) from problem


def _encoding_for(encoding: str) -> str:
    try:
        "支部学堂：第一章，《条例》—“引”".encode(encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return encoding


def disk_fault(problem: OSError, rest: str = "") -> click.ClickException:
    """What to tell an editor of a file or folder that the system refuses."""
    place = problem.filename if isinstance(problem.filename, str) else "输出"
    why = _REASONS.get(problem.errno or 0, problem.strerror or str(problem))
    return click.ClickException(f"写不了 {place}：{why}。{rest}")


@contextmanager
def stop_on_content_error() -> Iterator[None]:
    """Print all findings and end with status 1 where content or output cannot be used."""
    try:
        yield
    except ContentError as problem:
        report_findings(problem.diagnostics)
        errors = sum(found.severity is Severity.ERROR for found in problem.diagnostics)
        click.echo(f"{errors} 处错误，没有生成；已发布的内容没有动。", err=True)
        if not problem.whole:
            click.echo("有的内容没有读进来；引用对不对、有没有漏掉，等这些改好了再查。", err=True)
        sys.exit(1)
    except OSError as problem:
        raise disk_fault(problem, "已发布的内容没有动。") from problem


def require_settings(root: Path) -> None:
    """Stop where a project has no settings of the site."""
    settings = root / "mkdocs.yml"
    if not settings.is_file():
        raise click.ClickException(f"没有 {settings}，不知道网站怎么拼；从原来的项目拷一份来。")


def report_findings(found: Iterable[Diagnostic]) -> None:
    """Print findings, one after another, to standard error."""
    for diagnostic in found:
        click.echo(str(diagnostic), err=True)


def report_summary(views: Views, *, pages: int | None, warnings: int) -> None:
    """Print rules by chapter and evidence, pages and warnings."""
    table = Table("章", *(EVIDENCE[kind][1] for kind in Evidence), "合计")
    for chapter in views.handbook.chapters:
        counts = views.currency.by_chapter[chapter.id]
        table.add_row(
            chapter_title(chapter), *(str(counts.get(kind, 0)) for kind in Evidence), str(sum(counts.values()))
        )
    table.add_row("全书", *(str(views.currency.by_evidence[kind]) for kind in Evidence), str(len(views.handbook.rules)))
    console.print(table)
    done = f"{pages} 页，" if pages is not None else ""
    click.echo(f"{done}{len(views.handbook.rules)} 条规定，{warnings} 处提醒。", err=True)
