"""All pages, files and navigation of the site."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from generator.derive.views import Views
from generator.render.about_pages import about_pages
from generator.render.app_files import app_files
from generator.render.document_files import document_files
from generator.render.exam_files import paper_files
from generator.render.flowchart import procedure_files
from generator.render.handbook_pages import handbook_pages
from generator.render.lesson_files import lesson_files
from generator.render.lesson_slides import slides_files
from generator.render.made import Made
from generator.render.navigation import outline
from generator.render.page import FileGroup, Rendered
from generator.render.planner_pages import planner_pages
from generator.render.quiz_bank import bank_files
from generator.render.quiz_pages import quiz_pages
from generator.render.reference_pages import reference_pages
from generator.render.room_page import room_pages
from generator.render.search_index import search_files
from generator.render.work_pages import work_pages
from generator.render.year_pages import year_files, year_pages

Files = Mapping[str, Any] | Iterable[tuple[str, Made]]

FILES: tuple[Callable[[Views], Files], ...] = (
    bank_files,
    search_files,
    lambda _: app_files(),
    procedure_files,
    document_files,
    paper_files,
    year_files,
    lesson_files,
    slides_files,
)
"""What makes the files of the site; what is soonest made comes first, since a preview makes only what is asked for."""


def render(views: Views) -> Rendered:
    """The whole site as values."""
    pages = (
        *handbook_pages(views),
        *reference_pages(views),
        *work_pages(views),
        *planner_pages(views),
        *year_pages(views),
        *quiz_pages(views),
        *room_pages(views),
        *about_pages(views),
    )
    return Rendered(
        pages=pages,
        groups=tuple(FileGroup(partial(_pairs, make, views)) for make in FILES),
        outline=outline(views),
    )


def _pairs(make: Callable[[Views], Files], views: Views) -> Iterable[tuple[str, str | bytes | Made]]:
    files = make(views)
    return files.items() if isinstance(files, Mapping) else files
