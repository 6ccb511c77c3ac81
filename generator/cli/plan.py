"""The command `zhibu plan`: a branch's plan of the year, as Markdown, page, Word table and calendar."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click

from generator.cli.report import stop_on_content_error
from generator.derive.views import Views
from generator.derive.year.plan import YearPlan, year_plan
from generator.derive.year.wish import Fixed, Wish
from generator.model.year import Need

FORMS = ("md", "html", "docx", "ics")
"""Endings of the files that a plan is written as."""
LACKING = 3
"""Status where the plan was made but falls short of the rules."""
_SUFFIX = "-branch"
_NEXT_YEAR = 12


class Day(click.ParamType[datetime.date]):
    """A date written 2027-09-16."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        """The date."""
        try:
            return datetime.date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}”不是日期，写成 2027-09-16 这样", param, ctx)


class Theme(click.ParamType[Fixed]):
    """A day of the month, 10, or the second Friday, 2-5."""

    name = "几号"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Fixed:
        """The day that is kept free."""
        if isinstance(value, Fixed):
            return value
        if re.fullmatch(r"[1-9]|1\d|2[0-8]", str(value)):
            return Fixed(int(value))
        if found := re.fullmatch(r"([1-4])-([1-7])", str(value)):
            return Fixed(0, int(found[1]), int(found[2]))
        return self.fail(f"“{value}”不对：写 1 到 28（每月几号），或者 2-5（第二个周五）", param, ctx)


class Months(click.ParamType[tuple[str, tuple[int, ...]]]):
    """Months of one meeting: general-meeting=3,6,9,12."""

    name = "事项=月份"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, tuple[int, ...]]:
        """The meeting's name and its months."""
        name, sign, rest = str(value).partition("=")
        parts = rest.replace("，", ",").split(",")
        if not sign or not all(re.fullmatch(r"[1-9]|1[0-2]", part) for part in parts):
            self.fail(f"“{value}”不对：写成 general-meeting=3,6,9,12 这样，月份 1 到 12", param, ctx)
        return name, tuple(sorted({int(part) for part in parts}))


@click.command(help="排一年的「三会一课」：哪天开什么、凭什么开、讲哪个课件。规定的次数没有排够，退出码是 3。")
@click.option("--year", type=click.IntRange(2000, 2099), help="哪一年；缺省按内容的日期，十月起排下一年")
@click.option("--kind", default="", help="哪一类支部，如 organ、village、university；缺省不分类别")
@click.option("--members", type=click.IntRange(0, 9999), default=0, help="党员总数")
@click.option("--formal", type=click.IntRange(0, 9999), help="其中正式党员；缺省等于党员总数")
@click.option("--groups", is_flag=True, help="分了党小组")
@click.option("--activists/--no-activists", default=True, show_default=True, help="有没有入党积极分子")
@click.option("--mobile", is_flag=True, help="有流动党员")
@click.option("--abroad", is_flag=True, help="有出国（境）学习的党员")
@click.option("--term-ends", type=Day(), help="本届哪天届满，如 2027-09-16")
@click.option("--theme-day", type=Theme(), default=Fixed(), help="主题党日：10 是每月 10 日，2-5 是第二个周五；缺省 10")
@click.option("--apart", is_flag=True, help="党员大会、党小组会、党课不放在主题党日那天")
@click.option("--life-meeting", type=click.IntRange(1, 12), help="组织生活会在几月；1、2、3 是次年；缺省 12")
@click.option(
    "--months", "chosen", type=Months(), multiple=True, help="改一项会议的月份：党员大会=3,6,9,12；可以写几次"
)
@click.option("--form", "forms", default=",".join(FORMS), show_default=True, help="写哪几种文件")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="写到哪个文件夹；缺省写到屏幕")
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="项目所在的文件夹，缺省为当前文件夹",
)
def plan(root: Path, out: Path | None, forms: str, **told: Any) -> None:
    """Make the plan and write it."""
    from generator.pipeline import read_views
    from generator.render.year_text import plan_markdown

    wanted = _forms(forms)
    with stop_on_content_error():
        views, _ = read_views(root)
    if not views.tools.yearly:
        raise click.ClickException("内容里没有年历事项，或者少了人数的规定；见 content/year.yaml。")
    wish = _wish(views, told)
    made = year_plan(views.tools.yearbook, wish, views.tools.work)
    if out is None:
        click.echo(plan_markdown(made, wish, views), nl=False)
    else:
        with stop_on_content_error():
            _write(made, wish, views, wanted, out)
    for finding in made.findings:
        click.echo(f"提醒：{finding.text}", err=True)
    if made.findings:
        sys.exit(LACKING)


def _forms(text: str) -> tuple[str, ...]:
    wanted = tuple(part.strip().lower() for part in text.replace("，", ",").split(","))
    if unknown := [form for form in wanted if form not in FORMS]:
        raise click.BadParameter(f"不认识“{'、'.join(unknown)}”；可以写 {','.join(FORMS)}", param_hint="--form")
    return wanted


def _wish(views: Views, told: Mapping[str, Any]) -> Wish:
    from generator.render.year_words import plan_year

    formal = told["members"] if told["formal"] is None else told["formal"]
    needs = (Need.ACTIVISTS, Need.MOBILE, Need.ABROAD)
    return Wish(
        year=told["year"] or plan_year(views.handbook.home.as_of),
        kind=_kind(views, told["kind"]),
        members=told["members"],
        formal=formal,
        groups=told["groups"],
        has=frozenset(need.value for need in needs if told[need.value]),
        term_ends=told["term_ends"],
        theme=told["theme_day"],
        together=not told["apart"],
        months=_months(views, told["chosen"], told["life_meeting"]),
    )


def _kind(views: Views, kind: str) -> str:
    from generator.model.role import Role, RoleKind

    kinds = {role.id: role.name for role in views.handbook.of(Role) if role.kind is RoleKind.ORGANISATION}
    name = kind if kind in kinds else kind + _SUFFIX
    if kind and name not in kinds:
        known = "、".join(f"{key.removesuffix(_SUFFIX)}（{title}）" for key, title in kinds.items())
        raise click.BadParameter(f"没有“{kind}”这类支部。有：{known}", param_hint="--kind")
    return name if kind else ""


def _months(
    views: Views, chosen: Iterable[tuple[str, tuple[int, ...]]], life: int | None
) -> dict[str, tuple[int, ...]]:
    entries = [entry for entry in views.tools.yearbook.entries if entry.chosen]
    found: dict[str, tuple[int, ...]] = {}
    for name, months in chosen:
        own = [entry.id for entry in entries if name in (entry.id, entry.title, entry.column) and not entry.movable]
        if not own:
            known = "、".join(f"{entry.id}（{entry.column}）" for entry in entries if not entry.movable)
            raise click.BadParameter(f"“{name}”不能改月份。可以改的：{known}", param_hint="--months")
        found[own[0]] = months
    if life is not None:
        month = life + _NEXT_YEAR if life <= 3 else life
        found |= {entry.id: (month,) for entry in entries if entry.movable}
    return found


def _write(made: YearPlan, wish: Wish, views: Views, forms: Iterable[str], out: Path) -> None:
    from generator.render.office.year_plan import year_docx
    from generator.render.year_text import plan_calendar, plan_html, plan_markdown

    stamp = f"{views.handbook.home.as_of:%Y%m%d}T000000Z"
    makers = {
        "md": lambda: plan_markdown(made, wish, views).encode(),
        "html": lambda: plan_html(made, wish, views).encode(),
        "docx": lambda: year_docx(made, wish, views),
        "ics": lambda: plan_calendar(made, wish, views, stamp).encode(),
    }
    out.mkdir(parents=True, exist_ok=True)
    for form in dict.fromkeys(forms):
        target = out / f"plan-{wish.year}.{form}"
        target.write_bytes(makers[form]())
        click.echo(f"已写好 {target.as_posix()}")
