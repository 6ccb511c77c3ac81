"""Pages of the year: what every month brings, and the planner of 「三会一课」."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.derive.addresses import HUBS, relative
from generator.derive.calculators.dates import shown
from generator.derive.views import Views
from generator.derive.year.overview import derive_overview
from generator.derive.year.plan import YearPlan, year_plan
from generator.derive.year.table import derive_table
from generator.derive.year.wish import Wish
from generator.model.holiday import HolidayYear
from generator.model.role import Role, RoleKind
from generator.model.year import Occasion
from generator.render.context import Context, fill
from generator.render.document_files import make_form_script
from generator.render.document_pages import ARCHIVE
from generator.render.made import Made
from generator.render.office.year_plan import year_docx, year_form
from generator.render.page import Page
from generator.render.year_data import year_data
from generator.render.year_text import plan_calendar, plan_title
from generator.render.year_words import NEEDS, plan_year

FORM = "year/plan-form.js"
"""Where the script is that brings a browser the Word file to fill in."""
SMALL = 3
"""Full members of the ready-made plan without a committee."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A plan made when the site is built."""

    name: str
    """What it is for."""
    path: str
    """Path of its files from the site's root, without ending."""
    wish: Wish
    """What it was made for."""


def ready_plans(views: Views) -> tuple[Ready, ...]:
    """The plans that can be taken without a script; the first is the one the page shows."""
    wish = Wish(plan_year(views.handbook.home.as_of))
    shapes = (
        ("设支委会，分党小组", "groups", wish),
        ("设支委会，不分党小组", "committee", replace(wish, groups=False)),
        ("不设支委会", "small", replace(wish, formal=SMALL, members=SMALL, groups=False)),
    )
    return tuple(Ready(name, f"year/files/plan-{wish.year}-{key}", own) for name, key, own in shapes)


def year_pages(views: Views) -> Iterator[Page]:
    """The calendar of the year and its planner, where there is anything to plan."""
    if views.tools.yearly:
        yield _calendar(views)
        yield _planner(views)


def _calendar(views: Views) -> Page:
    overview = derive_overview(views.tools.yearbook)
    led = {role for occasion in views.handbook.of(Occasion) for role in occasion.roles}
    return fill(
        "year.html.jinja",
        Context(views, HUBS["year"]),
        title="年历",
        lead="一年十二个月，支部每个月通常要办的事，每一项写明是规则、地方要求还是惯例。",
        wide=True,
        overview=overview,
        occasions=occasions(views),
        roles=[role for role in views.handbook.of(Role) if role.id in led],
        needs=NEEDS,
    )


def occasions(views: Views) -> Mapping[str, Occasion]:
    """Occasions by id."""
    return {occasion.id: occasion for occasion in views.handbook.of(Occasion)}


def _planner(views: Views) -> Page:
    context = Context(views, HUBS["year-plan"])
    ready = ready_plans(views)
    plan = _plan(views, ready[0].wish)
    return fill(
        "year_plan.html.jinja",
        context,
        title="年度计划",
        lead="选支部的情况，排出一年的三会一课：哪天开什么、凭什么开、讲哪个课件。",
        wide=True,
        data=year_data(views, context.href),
        form=relative(FORM, context.url),
        archive=relative(ARCHIVE, context.url),
        wish=ready[0].wish,
        plan=plan,
        table=derive_table(views.tools.yearbook, plan),
        heading=plan_title(ready[0].wish),
        ready=ready,
        book=views.tools.yearbook,
        kinds=[role for role in views.handbook.of(Role) if role.kind is RoleKind.ORGANISATION],
        years=sorted(views.handbook.of(HolidayYear), key=lambda year: year.year),
        shown=shown,
        needs=NEEDS,
    )


def _plan(views: Views, wish: Wish) -> YearPlan:
    return year_plan(views.tools.yearbook, wish, views.tools.work)


def year_files(views: Views) -> dict[str, str | bytes | Made]:
    """Calendar and Word files of the ready-made plans and the form for browsers, by path from the site's root."""
    if not views.tools.yearly:
        return {}
    stamp = f"{views.handbook.home.as_of:%Y%m%d}T000000Z"
    columns = tuple(entry for entry in views.tools.yearbook.entries if entry.column)
    files: dict[str, str | bytes | Made] = {FORM: Made.of(make_form_script, "year-plan", Made.of(year_form, columns))}
    for ready in ready_plans(views):
        plan = _plan(views, ready.wish)
        files[f"{ready.path}.ics"] = plan_calendar(plan, ready.wish, views, stamp)
        files[f"{ready.path}.docx"] = year_docx(plan, ready.wish, views)
    return files
