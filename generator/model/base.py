"""What every model shares: frozen pydantic records, ids, and typed references by id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.fields import FieldInfo

Path: TypeAlias = tuple[str | int, ...]


class Model(BaseModel):
    """A frozen record whose unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, str_strip_whitespace=True)


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that holds the id of an entity of one collection."""

    collection: str
    """Name of the collection, as in `Handbook`."""


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000)]

Body = Annotated[str, StringConstraints(min_length=1, max_length=40_000)]

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[^\s<>\"'`\\]*)?")


def _is_address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("网址要以 http:// 或 https:// 开头，中间没有空格和引号")
    return value


Address = Annotated[str, StringConstraints(max_length=1000), AfterValidator(_is_address)]

SourceRef = Annotated[Id, Ref("sources")]
RuleRef = Annotated[Id, Ref("rules")]
SectionRef = Annotated[Id, Ref("sections")]
RoleRef = Annotated[Id, Ref("roles")]
ProcedureRef = Annotated[Id, Ref("procedures")]
DocumentRef = Annotated[Id, Ref("documents")]
TermRef = Annotated[Id, Ref("terms")]


class Entity(Model):
    """A record that other records can name."""

    id: Id = Field(title="永久编号：小写英文、数字和连字符，发布后不再改")
    """Permanent kebab-case ASCII id, never derived from position or file name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of an entity inside another entity."""

    collection: str
    """Collection the mentioned entity belongs to."""
    id: str
    """Id that is mentioned."""
    path: Path
    """Where in the mentioning entity: field names and list positions."""


def references(record: Model, path: Path = ()) -> Iterator[Reference]:
    """Every typed reference in a record, in field order, with its path."""
    for name, ref in _leading_fields(type(record)):
        yield from _inside(getattr(record, name), ref, (*path, name))


@cache
def _leading_fields(model: type[Model]) -> tuple[tuple[str, Ref | None], ...]:
    """The fields that may hold references, themselves or in records inside them, with their markers."""
    fields = ((name, field, ref_of(field)) for name, field in model.model_fields.items())
    return tuple((name, ref) for name, field, ref in fields if ref or _holds_record(field.annotation))


def _holds_record(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(_holds_record(arg) for arg in getattr(annotation, "__args__", ()))


def ref_of(field: FieldInfo) -> Ref | None:
    """The reference marker of a field such as `XRef`, `XRef | None` or `tuple[XRef, ...]`."""
    return next((m for m in field.metadata if isinstance(m, Ref)), None) or _inner_ref(field.annotation)


def _inside(value: Any, ref: Ref | None, path: Path) -> Iterator[Reference]:
    if isinstance(value, Model):
        yield from references(value, path)
    elif isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from _inside(item, ref, (*path, i))
    elif isinstance(value, str) and ref is not None:
        yield Reference(ref.collection, value, path)


def _inner_ref(annotation: Any) -> Ref | None:
    for arg in getattr(annotation, "__args__", ()):
        for meta in getattr(arg, "__metadata__", ()):
            if isinstance(meta, Ref):
                return meta
        if (found := _inner_ref(arg)) is not None:
            return found
    return None
