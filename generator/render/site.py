"""All pages, files and navigation of the site."""

from __future__ import annotations

from generator.derive.views import Views
from generator.render.about_pages import about_pages
from generator.render.flowchart import procedure_files
from generator.render.handbook_pages import handbook_pages
from generator.render.navigation import outline
from generator.render.page import Rendered
from generator.render.planner_pages import planner_pages
from generator.render.quiz_bank import bank_files
from generator.render.quiz_pages import quiz_pages
from generator.render.reference_pages import reference_pages
from generator.render.search_index import search_files
from generator.render.work_pages import work_pages


def render(views: Views) -> Rendered:
    """The whole site as values."""
    pages = (
        *handbook_pages(views),
        *reference_pages(views),
        *work_pages(views),
        *planner_pages(views),
        *quiz_pages(views),
        *about_pages(views),
    )
    return Rendered(
        pages=pages,
        files={**procedure_files(views), **bank_files(views), **search_files(views)},
        outline=outline(views),
    )
