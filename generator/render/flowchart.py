"""Flow charts: the pages of each procedure, and its whole picture as SVG."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from markupsafe import Markup

from generator.derive.flow_layout import draw
from generator.derive.flow_poster import BETWEEN, HEAD, Poster, poster
from generator.derive.flow_shapes import Picture
from generator.derive.flowcharts import Flowchart
from generator.derive.views import Views
from generator.model.procedure import Procedure
from generator.render.context import Context, environment, fill
from generator.render.icons import PATHS
from generator.render.page import Page
from generator.render.text import day

SCREEN_LANE = {1: 320.0, 2: 320.0, 3: 290.0, 4: 240.0, 5: 200.0}
"""Number of lanes → width of a lane at which the picture fills a page on the screen."""

LIGHT = {
    "paper": "#fbf9f6", "card": "#fff", "sunk": "#f4f0ea", "ink": "#24201d", "ink2": "#5a524b", "line": "#e2dad0",
    "edge": "#8a8077", "red": "#9c1c14", "red2": "#b3261e", "solid": "#9c1c14", "onred": "#fff", "goldtint": "#fdf5e1",
    "goldedge": "#a86400", "green": "#1b6b32", "greentint": "#edf5ee",
}  # fmt: skip
"""Light colours for paper and for files that stand alone; pages use the tokens of the same names."""

CHECKLIST_WORDS = {
    "head": "支部学堂打勾清单",
    "procedure": "流程",
    "name": "给谁用",
    "step": "第 {n} 步 {title}",
    "date": "日期",
    "note": "备注",
    "count": "已办 {n} 步，共 {all} 步",
    "copied": "已复制。",
    "choose": "文字已选中，请用键盘或菜单复制。",
    "saved": "已存成文件；没有存成的，请用「复制文字」。",
    "read": "已读入，勾了 {n} 步。",
    "gone": "有 {n} 步现在的流程里没有，没有读入。",
    "not": "这段文字不是打勾清单，没有读入。",
    "other": "这是「{title}」的清单，没有读入。",
    "long": "这段文字太长，不是本页写出的清单，没有读入。",
    "sure": "清空全部勾选、日期和备注吗？",
    "cleared": "已清空。",
}
"""What the checklist's script shows and writes."""

TOKENS = {name: f"var(--xt-{name})" for name in LIGHT}
"""The same colours as pages name them."""


def procedure_pages(views: Views) -> Iterator[Page]:
    """The chart of every procedure, its picture for paper, its checklist and its exercise."""
    words = json.dumps(CHECKLIST_WORDS, ensure_ascii=False)
    for procedure in views.handbook.procedures:
        yield _page(views, procedure, "procedures", "", partial(_picture, views, procedure))
        yield _page(views, procedure, "procedure-pictures", "一图看懂：", partial(_poster, views, procedure))
        yield _page(views, procedure, "procedure-checklists", "打勾清单：", words_json=words)
        yield _page(views, procedure, "procedure-practices", "遮名练习：")


_TEMPLATES = {
    "procedures": "procedure.html.jinja",
    "procedure-pictures": "procedure_picture.html.jinja",
    "procedure-checklists": "procedure_checklist.html.jinja",
    "procedure-practices": "procedure_practice.html.jinja",
}


def _picture(views: Views, procedure: Procedure) -> dict[str, object]:
    return {"picture": picture_svg(views.flowcharts[procedure.id])}


def _poster(views: Views, procedure: Procedure) -> dict[str, object]:
    chart = views.flowcharts[procedure.id]
    sheet = poster(chart)
    return {"sheet": sheet, "picture": poster_svg(chart, sheet, views, f"{procedure.id}.html")}


def _page(
    views: Views,
    procedure: Procedure,
    collection: str,
    before: str,
    later: Callable[[], dict[str, object]] = dict,
    **values: object,
) -> Page:
    return fill(
        _TEMPLATES[collection],
        Context(views, views.addresses.of(collection, procedure.id)),
        title=f"{before}{procedure.title}",
        lead=procedure.lead,
        wide=True,
        later=later,
        procedure=procedure,
        chart=views.flowcharts[procedure.id],
        **values,
    )


def procedure_files(views: Views) -> dict[str, str]:
    """The whole picture of every procedure as a file that stands alone."""
    return {
        views.addresses.of("procedure-files", id): poster_svg(chart, poster(chart), views, f"{id}.html")
        for id, chart in views.flowcharts.items()
    }


def picture_svg(chart: Flowchart) -> Markup:
    """The picture as part of the procedure's own page."""
    picture = draw(chart, SCREEN_LANE[len(chart.columns)])
    return _svg(chart, (picture,), (picture.width, picture.height), note="各步的文字说明在上面的流程里。")


def poster_svg(chart: Flowchart, sheet: Poster, views: Views, page: str) -> Markup:
    """The picture for one sheet of paper, with title and source, its shapes leading to the procedure's page."""
    foot = f"支部学堂，内容截至 {day(views.handbook.home.as_of)}。依据、文书和每一步的说明见「{chart.title}」流程页。"
    size = (sheet.width, sheet.height)
    return _svg(chart, sheet.parts, size, note="各步的文字说明在流程页。", page=page, foot=foot)


def picture_styles() -> tuple[str, ...]:
    """What the style elements of pictures hold, on pages and in files, for the policy of pages."""
    style = environment().get_template("flow_picture.css.jinja").module.style  # type: ignore[attr-defined]
    made = (str(style(colours, alone)) for colours, alone in ((TOKENS, ""), (LIGHT, "-")))
    return tuple(text.removeprefix("<style>").removesuffix("</style>") for text in made)


def _svg(
    chart: Flowchart,
    parts: tuple[Picture, ...],
    size: tuple[float, float],
    *,
    note: str,
    page: str = "",
    foot: str = "",
) -> Markup:
    macros = environment().get_template("flow_picture.svg.jinja").module
    offsets = [sum(part.width + BETWEEN for part in parts[:i]) for i in range(len(parts))]
    placed = list(zip(parts, offsets, strict=True))
    head, colours = (HEAD, LIGHT) if foot else (0.0, TOKENS)
    drawn: Markup = macros.svg(chart, placed, size, head, note, page, foot, colours, PATHS)  # type: ignore[attr-defined]
    return drawn
