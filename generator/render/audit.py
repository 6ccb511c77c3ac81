"""The audit of the content as a page and as text: the same lists, from the same derivation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.addresses import HUBS
from generator.derive.audit import Audit, Loose
from generator.derive.views import Views
from generator.model.rule import Evidence
from generator.render.context import Context, fill, title_of
from generator.render.page import Page
from generator.render.text import day
from generator.render.words import EVIDENCE

LOOSE: Mapping[str, str] = {
    "parts": "节里没有指向规定、来源、流程、文书的部分",
    "remember": "“记住这几条”里没有依据的",
    "points": "课件里没有依据的要点和案例",
    "duties": "没有依据的职责",
    "steps": "没有依据、又没有标成惯例的步骤",
    "documents": "没有依据的文书和常见差错",
    "terms": "没有依据的术语",
}
"""Kind of statement → heading of those without a basis."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at."""

    text: str
    """What it says."""
    address: str
    """Page where it stands, from the site's root."""
    note: str = ""
    """Where, or since when."""


@dataclass(frozen=True, slots=True)
class Group:
    """Things of one kind to look at."""

    id: str
    """Anchor on the page."""
    title: str
    """Heading."""
    lines: tuple[Line, ...]
    """Things in order."""


def audit_page(views: Views) -> Page:
    """The page 「内容体检」."""
    return fill(
        "audit.html.jinja",
        Context(views, HUBS["audit"]),
        title="内容体检",
        lead="可信程度、来源核看日期、缺沿革的规定、没有依据的说法。",
        later=lambda: {"audit": views.audit, "groups": tuple(groups(views))},
    )


def audit_text(views: Views) -> str:
    """The audit as Markdown, for an editor's screen."""
    audit = views.audit
    out = [
        f"# 内容体检（依据截至 {day(audit.as_of)}）",
        "",
        *_counts("规定", audit.rules),
        *_counts("题目", audit.questions),
    ]
    for group in groups(views):
        out += ["", f"## {group.title}：{len(group.lines)}", *([""] if group.lines else [])]
        out += [f"- {line.text}{f'（{line.note}）' if line.note else ''} {line.address}" for line in group.lines]
    return "\n".join(out) + "\n"


def _counts(what: str, counts: Mapping[Evidence, int]) -> Iterator[str]:
    told = "、".join(f"{EVIDENCE[kind][1]} {number}" for kind, number in counts.items())
    yield f"{what} {sum(counts.values())}：{told}。"


def groups(views: Views) -> Iterator[Group]:
    """Every list of the audit, in the order an editor should take them."""
    audit = views.audit
    yield Group("superseded", "依据已被取代的来源", tuple(_loose(views, item) for item in audit.superseded))
    yield Group(
        "conflicts",
        "来源互相矛盾的规定",
        tuple(Line(rule.plain, views.addresses.of("rules", rule.id), rule.why or "") for rule in audit.conflicts),
    )
    for kind, title in LOOSE.items():
        yield Group(kind, title, tuple(_loose(views, item) for item in audit.loose[kind]))
    yield Group("looked", "来源，最久没有核看的在前", tuple(_sources(views, audit)))
    yield Group("history", "没有写 2013 年怎么说的规定", tuple(_without_history(views, audit)))


def _loose(views: Views, item: Loose) -> Line:
    address = views.addresses.of(item.collection, item.id)
    owner = title_of(views.handbook.by_id[item.collection][item.id])
    note = owner if owner != item.text else ""
    return Line(item.text, f"{address}#step-{item.step}" if item.step else address, note)


def _sources(views: Views, audit: Audit) -> Iterator[Line]:
    for item in audit.sources:
        due = "，已满一年，该再看了" if item.due else ""
        note = f"{item.source.looked} 核看{due}；本站有 {item.cited} 处依据它"
        yield Line(f"《{item.source.short}》", views.addresses.of("sources", item.source.id), note)


def _without_history(views: Views, audit: Audit) -> Iterator[Line]:
    for section, rules in audit.without_history:
        yield from (Line(rule.plain, views.addresses.of("rules", rule.id), section.title) for rule in rules)
