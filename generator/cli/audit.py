"""The command `zhibu audit`: what an editor should look at next."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.report import stop_on_content_error


@click.command(help="体检：可信程度、来源核看日期、缺沿革的规定、没有依据的说法；同网站上的「内容体检」。")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="项目所在的文件夹，缺省为当前文件夹",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="写到哪个文件，缺省为屏幕")
def audit(root: Path, out: Path | None) -> None:
    """Print the audit as Markdown."""
    from generator.pipeline import read_views
    from generator.render.audit import audit_text

    with stop_on_content_error():
        views, _ = read_views(root)
    text = audit_text(views)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
