"""Pages of work to be done: lesson kits, procedures and documents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.addresses import HUBS
from generator.derive.views import Views
from generator.render.context import Context, fill
from generator.render.document_pages import document_pages
from generator.render.flowchart import procedure_pages
from generator.render.lesson_pages import lesson_pages
from generator.render.page import Page


def work_pages(views: Views) -> Iterator[Page]:
    """Lesson kits, procedures and documents, with their hubs."""
    yield from lesson_pages(views)
    yield fill("procedures.html.jinja", Context(views, HUBS["procedures"]), title="办事")
    yield from procedure_pages(views)
    yield from document_pages(views)
