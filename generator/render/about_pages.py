"""Pages about the site: what it is, and the editors' manual."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from generator.derive.addresses import HUBS
from generator.derive.views import Views
from generator.manual import entries
from generator.model.handbook import COLLECTIONS, LABELS
from generator.render.context import Context, fill
from generator.render.page import Page


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field as the manual lists it."""

    name: str
    """Key in the file, with the keys it sits in."""
    title: str
    """What to write, in Chinese."""
    required: bool
    """Whether it must be written."""


def about_pages(views: Views) -> Iterator[Page]:
    """The page about the site and the editors' manual."""
    yield fill("about.html.jinja", Context(views, HUBS["about"]), title="关于本站")
    yield fill(
        "editing.html.jinja",
        Context(views, HUBS["editing"]),
        title="编辑手册",
        checks=entries(),
        fields=[(LABELS[name], list(field_entries(model))) for name, model in COLLECTIONS.items()],
    )


def field_entries(model: type[BaseModel], prefix: str = "") -> Iterator[FieldEntry]:
    """Every field of a model and of the models inside it, in order."""
    for name, info in model.model_fields.items():
        if name == "sections" and prefix == "" and model is COLLECTIONS["chapters"]:
            continue
        yield FieldEntry(prefix + name, info.title or "", info.is_required())
        inner = inner_model(info.annotation)
        if inner is not None:
            yield from field_entries(inner, f"{prefix}{name}.")


def inner_model(annotation: object) -> type[BaseModel] | None:
    """The model inside an annotation such as `tuple[Basis, ...]` or `Decision | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for arg in getattr(annotation, "__args__", ()):
        if (found := inner_model(arg)) is not None:
            return found
    return None
