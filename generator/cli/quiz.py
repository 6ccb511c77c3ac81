"""The commands of self-testing: quiz report, quiz freeze, paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.report import stop_on_content_error

if TYPE_CHECKING:
    from generator.derive.papers import Form, Paper
    from generator.derive.views import Views

ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="项目所在的文件夹，缺省为当前文件夹",
)


@click.group(help="题库：报告和定稿。")
def quiz() -> None:
    """The commands about the bank."""


@quiz.command(help="报告题库：数量、覆盖、相近的题、不懂也能猜对多少。")
@ROOT
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="写到哪个文件，缺省为屏幕")
def report(root: Path, out: Path | None) -> None:
    """Report on the bank as Markdown."""
    from generator.pipeline import read_views
    from generator.render.quiz_report import quiz_report

    with stop_on_content_error():
        views, _ = read_views(root)
    _write(quiz_report(views), out)


@quiz.command(help="发布前运行：把现有题号记进 quizzes/published.yaml，以后少了哪道都会提醒。")
@ROOT
def freeze(root: Path) -> None:
    """Write the ids of all questions that learners may have met."""
    from generator.pipeline import read_views

    with stop_on_content_error():
        views, _ = read_views(root)
    retired = {retired.id for retired in views.bank.retired}
    before = {published.id for published in views.handbook.published}
    ids = sorted({item.id for item in views.bank.items} | before - retired)
    head = "# 学员可能做过的题目，由 zhibu quiz freeze 写出，不要手改\n"
    target = root / "quizzes" / "published.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    _write(head + "".join(f"- id: {name}\n" for name in ids), target)
    click.echo(f"记下 {len(ids)} 个题号，其中新增 {len(set(ids) - before)} 个。")


@click.command(
    help="按组卷方案抽题出卷。同一个种子总是同一份卷。写明 --out 时，每份卷写出 Word 的试卷、答题卡、答案和解析，"
    "另有可以打印的网页；不写时，在屏幕上显示 Markdown。"
)
@click.argument("blueprint")
@click.option("--seed", type=click.IntRange(0, 2**32 - 1), required=True, help="种子，0 到 4294967295")
@click.option("--forms", default="A", show_default=True, help="几份平行卷，如 A,B；各份考点不重复")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹，缺省为屏幕")
@ROOT
def paper(blueprint: str, seed: int, forms: str, out: Path | None, root: Path) -> None:
    """Draw a paper and write it."""
    from generator.derive.papers import LETTERS, derive_paper
    from generator.pipeline import read_views
    from generator.render.words import QUESTION_TYPE

    letters = [letter.strip().upper() for letter in forms.split(",")]
    if len(set(letters)) != len(letters) or not set(letters) <= set(LETTERS):
        raise click.BadParameter(f"卷别写成 A 或 A,B，最多到 {LETTERS[-1]}，不重复", param_hint="--forms")
    with stop_on_content_error():
        views, _ = read_views(root)
    plans = {plan.id: plan for plan in views.handbook.blueprints}
    if blueprint not in plans:
        raise click.ClickException(f"没有组卷方案“{blueprint}”。有：{'、'.join(plans) or '还没有写'}")
    made = derive_paper(plans[blueprint], views.bank, seed, letters)
    for kind, missing in made.missing:
        click.echo(f"提醒：{QUESTION_TYPE[kind]}题不够，少 {missing} 道。", err=True)
    for form in made.forms:
        _write_form(made, form, views, out)


def _write_form(made: Paper, form: Form, views: Views, out: Path | None) -> None:
    from generator.render.exam_files import exam_files
    from generator.render.paper_text import paper_html, paper_markdown

    if out is None:
        click.echo(paper_markdown(made, form, views), nl=False)
        return
    name = f"{made.blueprint.id}-{made.seed}-{form.letter}.html"
    _write(paper_html(made, form, views), out / name)
    files = exam_files(made, form, views)
    for file in files:
        (out / file.name).write_bytes(file.content())
    click.echo(f"{form.letter} 卷：{'、'.join((*(file.name for file in files), name))}")


def _write(text: str, target: Path | None) -> None:
    if target is None:
        click.echo(text, nl=False)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="\n")
