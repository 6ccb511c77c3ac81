"""Pages about the site: what it is, and the editors' manual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.derive.addresses import HUBS
from generator.derive.field_examples import field_examples
from generator.derive.views import Views
from generator.manual import entries
from generator.model.handbook import COLLECTIONS, LABELS
from generator.render.audit import audit_page
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
    holds_fields: bool
    """Whether its own fields follow."""
    example: str
    """A value of it as YAML, empty where it holds fields or nothing was written yet."""


_OFFLINE = "没有网也能用：存到这台设备、装成应用、拷到 U 盘、放在共享文件夹。"


def about_pages(views: Views) -> Iterator[Page]:
    """The page about the site, the editors' manual and the audit of the content."""
    yield fill("about.html.jinja", Context(views, HUBS["about"]), title="关于本站")
    yield fill("offline.html.jinja", Context(views, HUBS["offline"]), title="离线使用", lead=_OFFLINE)
    yield fill(
        "editing.html.jinja",
        Context(views, HUBS["editing"]),
        title="编辑手册",
        checks=entries(),
        later=lambda: {
            "fields": [
                (LABELS[name], list(field_entries(model, field_examples(views.handbook, name))))
                for name, model in COLLECTIONS.items()
            ]
        },
    )
    yield audit_page(views)


def field_entries(model: type[BaseModel], examples: Mapping[str, str], prefix: str = "") -> Iterator[FieldEntry]:
    """Every field of a model and of the models inside it, in order, each name once."""
    for name, info in model.model_fields.items():
        if name == "sections" and prefix == "" and model is COLLECTIONS["chapters"]:
            continue
        inner = tuple(inner_models(info.annotation))
        written = examples.get(prefix + name) or next(iter(info.examples or ()), "")
        yield FieldEntry(
            prefix + name, info.title or "", info.is_required(), bool(inner), "" if inner else str(written)
        )
        below = (entry for kind in inner for entry in field_entries(kind, examples, f"{prefix}{name}."))
        yield from {entry.name: entry for entry in below}.values()


def inner_models(annotation: object) -> Iterator[type[BaseModel]]:
    """The models inside an annotation such as `tuple[Basis, ...]` or `Decision | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in getattr(annotation, "__args__", ()):
        yield from inner_models(arg)
