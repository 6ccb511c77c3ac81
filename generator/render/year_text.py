"""A plan of a year as files: Markdown, a page to print, a calendar."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markupsafe import escape

from generator.derive.calculators.result import put
from generator.derive.views import Views
from generator.derive.year.days import month_of, on_or_after
from generator.derive.year.plan import Row, YearPlan
from generator.derive.year.table import Table, derive_table
from generator.derive.year.wish import Wish
from generator.render.calendar_file import Event, calendar_file
from generator.render.year_words import (
    FIRST_FREE,
    WORDS,
    advice,
    dates_of,
    day_words,
    entry_basis,
    facts,
    month_label,
    often_words,
    tag_words,
)

_PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width"><style>{style}</style></head><body>
{body}</body></html>
"""
_MARKUP = re.compile(r"[\\`*_\[\]<>|]")
_STYLE = """@page{size:A4 landscape;margin:14mm}
body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#111}
body{max-width:76em;margin:1em auto;padding:0 1em}
h1{font-size:1.5em;text-align:center}table{border-collapse:collapse;width:100%;font-size:.9em}
th,td{border:1px solid #555;padding:.25em .4em;text-align:left;vertical-align:top}tr{break-inside:avoid}
@media print{body{font-size:10pt;max-width:none;margin:0;padding:0}}"""


def plan_title(wish: Wish) -> str:
    """The title of a plan."""
    return put(WORDS["title"], {"year": wish.year})


def plan_markdown(plan: YearPlan, wish: Wish, views: Views) -> str:
    """The plan as Markdown."""
    table = derive_table(views.tools.yearbook, plan)
    parts = [f"# {plan_title(wish)}", facts(wish, views), _findings(plan)]
    parts += ["## 一年怎么排", _grid(table, views), "## 凭什么这样排", _reasons(table, plan, views)]
    parts += [*plan.notes, WORDS["close"]]
    return "\n\n".join(part for part in parts if part) + "\n"


def plan_html(plan: YearPlan, wish: Wish, views: Views) -> str:
    """The plan as a page of its own, for printing across."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = markdown.render(plan_markdown(plan, wish, views))
    return _PAGE.format(title=escape(plan_title(wish)), style=_STYLE, body=body)


def _findings(plan: YearPlan) -> str:
    return "\n".join(f"- {_cell(finding.text)}" for finding in plan.findings) or WORDS["fits"]


def _grid(table: Table, views: Views) -> str:
    heads = ["月份", *(entry.column for entry in table.columns), WORDS["others"]]
    lines = [_line(heads), _line(["---"] * len(heads))]
    for month in table.months:
        cells = ["；".join(_said(row, views) for row in cell) for cell in month.cells]
        others = "、".join(f"{row.title}{_on(row)}" for row in month.others)
        lines.append(_line([month_label(month.number), *cells, others]))
    return "\n".join(lines)


def _said(row: Row, views: Views) -> str:
    about = "；".join(advice(row, views))
    year = f"（{row.cycle} 年度）" if row.title.endswith(" 年度）") else ""
    return day_words(row) + year + (f"（{about}）" if about else "")


def _on(row: Row) -> str:
    return f"（{day_words(row)}）" if row.day else ""


def _reasons(table: Table, plan: YearPlan, views: Views) -> str:
    lines = [_line(["事项", "规定多久一次", "凭什么", "依据", "排在"]), _line(["---"] * 5)]
    for entry in table.entries:
        cells = [entry.title, often_words(entry), tag_words(entry), entry_basis(entry, views)]
        lines.append(_line([*cells, dates_of(entry, plan.rows)]))
    return "\n".join(lines)


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def plan_calendar(plan: YearPlan, wish: Wish, views: Views, stamp: str) -> str:
    """The plan as a calendar file."""
    return calendar_file(_events(plan, wish, views), plan_title(wish), stamp)


def _first(row: Row, wish: Wish, views: Views) -> datetime.date:
    """The day on which a calendar shows a row without a day."""
    return on_or_after(month_of(wish.year, row.month).replace(day=FIRST_FREE), views.tools.work)


def _events(plan: YearPlan, wish: Wish, views: Views) -> Iterator[Event]:
    book = views.tools.yearbook.by_id
    for row in plan.rows:
        entry = book[row.entry]
        day = datetime.date.fromisoformat(row.day) if row.day else _first(row, wish, views)
        title = row.title if row.day else put(WORDS["undated"], {"title": row.title})
        about = f"{tag_words(entry)}：" + "，".join(filter(None, (often_words(entry), entry_basis(entry, views))))
        note = "\n".join((*advice(row, views), about, WORDS["close"]))
        yield Event(f"year-{wish.year}-{row.entry}-{row.month}@zhibu-xuetang", day, title, note)
