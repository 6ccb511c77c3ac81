"""The outline of the site, and navigation lists rendered once for all pages that share them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from generator.derive.addresses import HUBS, relative
from generator.derive.questions.pages import derive_question_pages
from generator.derive.views import Views
from generator.model.procedure import Procedure
from generator.render.page import NavItem
from generator.render.quiz_question import has_room
from generator.render.text import numeral
from generator.render.words import ROLE_KIND, chapter_title


def outline(views: Views) -> tuple[NavItem, ...]:
    """The tabs of the site with all pages below them."""
    return (
        NavItem("首页", HUBS["home"]),
        NavItem("学习", HUBS["study"], tuple(_study(views))),
        *(
            (NavItem("备课", HUBS["lessons"], tuple(_entities(views, "lessons", "title"))),)
            if views.handbook.lessons
            else ()
        ),
        NavItem("自测", HUBS["quiz"], tuple(_quiz(views))),
        NavItem("办事", HUBS["procedures"], tuple(_procedures(views))),
        NavItem("文书", HUBS["documents"], tuple(_documents(views))),
        NavItem("待核", HUBS["open"]),
    )


def _study(views: Views) -> Iterable[NavItem]:
    address = views.addresses.of
    for chapter in views.handbook.chapters:
        sections = tuple(NavItem(f"{numeral(s.number)} {s.title}", address("sections", s.id)) for s in chapter.sections)
        yield NavItem(chapter_title(chapter), address("chapters", chapter.id), sections)
    roles = sorted(views.handbook.roles, key=lambda role: list(ROLE_KIND).index(role.kind))
    yield NavItem("角色", HUBS["roles"], tuple(NavItem(r.name, address("roles", r.id)) for r in roles))
    yield NavItem("术语", HUBS["terms"])
    yield NavItem("来源", HUBS["sources"], tuple(_entities(views, "sources", "short")))
    yield NavItem("2013 → 今天", HUBS["changes"])
    yield NavItem("最近更新", HUBS["updates"])
    own = (("离线使用", "offline"), ("编辑手册", "editing"), ("内容体检", "audit"))
    yield NavItem("关于本站", HUBS["about"], tuple(NavItem(title, HUBS[name]) for title, name in own))


def _quiz(views: Views) -> Iterable[NavItem]:
    address = views.addresses.of
    further: dict[str, list[NavItem]] = {}
    for page in derive_question_pages(views.handbook, views.addresses, views.bank):
        if page.url != address("quiz-sections", page.section):
            further.setdefault(page.section, []).append(NavItem(page.title, page.url))
    yield NavItem("每日一练", HUBS["quiz-daily"])
    yield NavItem("转正前必会", HUBS["quiz-must"])
    for chapter in views.handbook.chapters:
        sections = tuple(
            item
            for s in chapter.sections
            for item in (
                NavItem(f"{numeral(s.number)} {s.title}", address("quiz-sections", s.id)),
                *further.get(s.id, ()),
            )
        )
        yield NavItem(chapter_title(chapter), address("quiz-chapters", chapter.id), sections)
    ways = (("按角色练", "roles"), ("按流程练", "procedures"), ("按来源练", "sources"), ("薄弱处", "weak"))
    yield from (NavItem(title, HUBS[f"quiz-{name}"]) for title, name in (*ways, ("闯关", "challenge")))
    papers = tuple(NavItem(b.title, address("blueprints", b.id)) for b in views.handbook.blueprints)
    yield NavItem("模拟考试", HUBS["quiz-exams"], papers)
    yield NavItem("出卷和登记错题", HUBS["quiz-papers"])
    own = (("转正口答卡", "oral"), ("错题本", "wrong"), ("复习计划", "review"), ("学习地图", "map"))
    more = (("易混对照", "contrast"), ("我的学习记录", "data"))
    yield from (NavItem(title, HUBS[f"quiz-{name}"]) for title, name in (*own, *more))
    if has_room(views):
        yield NavItem("会场大屏", HUBS["quiz-room"])


def _entities(views: Views, collection: str, title: str) -> Iterable[NavItem]:
    for entity in views.handbook.entities[collection]:
        yield NavItem(getattr(entity, title), views.addresses.of(collection, entity.id))


def _procedures(views: Views) -> Iterable[NavItem]:
    if views.tools.yearly:
        yield NavItem("年历", HUBS["year"])
        yield NavItem("年度计划", HUBS["year-plan"])
    if views.tools.complete:
        yield NavItem("计算器", HUBS["calculators"])
    for table in views.tools.planned:
        title = views.handbook.get(Procedure, table.procedure).title
        yield NavItem(f"{title}日程", views.addresses.of("procedure-plans", table.procedure))
    uses = (
        ("一图看懂", "procedure-pictures"),
        ("打勾清单", "procedure-checklists"),
        ("遮名练习", "procedure-practices"),
    )
    for procedure in views.handbook.procedures:
        own = tuple(NavItem(title, views.addresses.of(collection, procedure.id)) for title, collection in uses)
        yield NavItem(procedure.title, views.addresses.of("procedures", procedure.id), own)


def _documents(views: Views) -> Iterable[NavItem]:
    for section in views.handbook.sections:
        here = [d for d in views.handbook.documents if d.section == section.id]
        if here:
            items = tuple(
                NavItem(d.title, views.addresses.of("documents", d.id)) for d in sorted(here, key=lambda d: d.number)
            )
            yield NavItem(section.title.removesuffix("常用文书"), f"{HUBS['documents']}#{section.id}", items)


class Navigation:
    """Navigation lists by page; pages in one folder under one group share their work."""

    def __init__(self, tabs: tuple[NavItem, ...]) -> None:
        self._tabs = tabs
        self._home: dict[str, tuple[int, int]] = {}
        self._made: dict[tuple[str, int, int], str] = {}
        for i, tab in enumerate(tabs):
            self._home[tab.url] = (i, -1)
            for j, group in enumerate(tab.children):
                self._home.setdefault(group.url.partition("#")[0], (i, j))
                for item in group.children:
                    self._home[item.url] = (i, j)

    def tabs(self, url: str) -> list[dict[str, object]]:
        """The tabs as seen from a page: title, link, and whether the page is under it."""
        active = self._home.get(url, (0, -1))[0]
        return [
            {"title": tab.title, "url": relative(tab.url, url), "active": i == active}
            for i, tab in enumerate(self._tabs)
        ]

    def section(self, url: str) -> Markup:
        """The list of the page's tab, with the page's group open and the page marked."""
        tab, group = self._home.get(url, (0, -1))
        folder = url.rpartition("/")[0]
        if (folder, tab, group) not in self._made:
            self._made[folder, tab, group] = self._list(tab, group, f"{folder}/." if folder else ".")
        name = relative(url, url)
        plain = f'class="md-nav__link" href="{name}"'
        marked = f'class="md-nav__link md-nav__link--active" aria-current="page" href="{name}"'
        return Markup(self._made[folder, tab, group].replace(plain, marked, 1))

    def _list(self, tab: int, opened: int, here: str) -> str:
        items = [self._tabs[tab], *self._tabs[tab].children]
        out = ['<ul class="md-nav__list xt-nav">']
        for j, item in enumerate(items, -1):
            out.append('<li class="md-nav__item">' + _link(item, here))
            if j == opened and j >= 0 and item.children:
                inner = "".join(f'<li class="md-nav__item">{_link(child, here)}</li>' for child in item.children)
                out.append(f'<ul class="md-nav__list">{inner}</ul>')
            out.append("</li>")
        return "".join([*out, "</ul>"])


def _link(item: NavItem, here: str) -> str:
    return f'<a class="md-nav__link" href="{escape(relative(item.url, here))}">{escape(item.title)}</a>'
