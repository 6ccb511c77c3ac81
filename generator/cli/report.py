"""What commands print: findings, and a short summary at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.table import Table

from generator.derive.views import Views
from generator.diagnostics import ContentError, Diagnostic, Severity
from generator.model.rule import Evidence
from generator.render.words import EVIDENCE, chapter_title

console = Console(stderr=True)


@contextmanager
def stop_on_content_error() -> Iterator[None]:
    """Print all findings and end with status 1 where content or output cannot be used."""
    try:
        yield
    except ContentError as problem:
        report_findings(problem.diagnostics)
        errors = sum(found.severity is Severity.ERROR for found in problem.diagnostics)
        click.echo(f"{errors} 处错误，没有生成；已发布的内容没有动。", err=True)
        sys.exit(1)
    except OSError as problem:
        raise click.ClickException(f"写不了 {problem.filename or '输出'}：{problem.strerror or problem}") from problem


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
