"""Pages of work to be done: lesson kits, procedures and documents."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.addresses import HUBS
from generator.derive.views import Views
from generator.render.context import Context, fill
from generator.render.flowchart import procedure_pages
from generator.render.page import Page


def work_pages(views: Views) -> Iterator[Page]:
    """Lesson kits, procedures and documents, with their hubs."""
    if views.handbook.lessons:
        yield fill("lessons.html.jinja", Context(views, HUBS["lessons"]), title="备课")
    for lesson in views.handbook.lessons:
        yield fill(
            "lesson.html.jinja",
            Context(views, views.addresses.of("lessons", lesson.id)),
            title=lesson.title,
            lead=lesson.aims[0],
            lesson=lesson,
        )
    yield fill("procedures.html.jinja", Context(views, HUBS["procedures"]), title="办事")
    yield from procedure_pages(views)
    yield fill("documents.html.jinja", Context(views, HUBS["documents"]), title="文书")
    for document in views.handbook.documents:
        yield fill(
            "document.html.jinja",
            Context(views, views.addresses.of("documents", document.id)),
            title=document.title,
            lead=document.purpose,
            document=document,
            labels={field.id: field.label for field in document.fields},
            steps=views.relations.steps_of_document.get(document.id, ()),
        )
