"""Structure: nodes to the model, with every fault of shape at its place; pydantic validates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pydantic import ValidationError

from generator.diagnostics import Diagnostic, Span, error
from generator.load import Document
from generator.model.base import Entity
from generator.model.chapter import Chapter, Section
from generator.model.handbook import COLLECTIONS, Handbook, Origin
from generator.model.role import Role
from generator.nodes import Mapping, Node, plain
from generator.shape_faults import shape_faults

_PLACES = (
    (r"content/sources(\.yaml|/.+\.yaml)", "sources"),
    (r"content/rules/.+\.yaml", "rules"),
    (r"content/terms(\.yaml|/.+\.yaml)", "terms"),
    (r"content/roles/.+\.yaml", "roles"),
    (r"content/procedures/.+\.yaml", "procedures"),
    (r"content/documents/.+\.yaml", "documents"),
    (r"content/lessons/.+\.yaml", "lessons"),
    (r"content/preparation\.yaml", "preparations"),
    (r"content/holidays\.yaml", "holidays"),
    (r"content/year\.yaml", "occasions"),
    (r"content/updates\.yaml", "updates"),
    (r"content/index\.md", "home"),
    (r"content/handbook/[^/]+/index\.md", "chapters"),
    (r"content/handbook/[^/]+/[^/]+\.md", "sections"),
    (r"quizzes/blueprints/.+\.yaml", "blueprints"),
    (r"quizzes/review\.yaml", "reviews"),
    (r"quizzes/retired\.yaml", "retirements"),
    (r"quizzes/published\.yaml", "published"),
    (r"quizzes/[^/]+\.(yaml|md)", "questions"),
)
"""Where the files of each collection are kept."""


@dataclass(frozen=True, slots=True)
class Shaped:
    """An entity that has the right shape."""

    collection: str
    """Collection it belongs to."""
    entity: Entity
    """Its value."""
    origin: Origin
    """Where it was written."""


def structure(documents: Iterable[Document]) -> tuple[Handbook, list[Diagnostic]]:
    """The handbook made of all entities that have the right shape, with every fault of shape."""
    shaped, found = shape(documents)
    return assemble(shaped), found


def shape(documents: Iterable[Document]) -> tuple[tuple[Shaped, ...], list[Diagnostic]]:
    """The entities that have the right shape, in the order written, with every fault of shape."""
    shaped: list[Shaped] = []
    found: list[Diagnostic] = []
    for document in documents:
        collection = collection_of(document.path)
        if collection is None:
            found.append(
                error(
                    Span(document.path, 1, 1),
                    "unknown-place",
                    "不知道这个文件里是什么内容",
                    "把它放进 content/ 下与内容相符的文件夹，见编辑手册。",
                )
            )
            continue
        entity, faults = _entity(COLLECTIONS[collection], document.node)
        found += faults
        if entity is not None:
            shaped.append(Shaped(collection, entity, Origin(document.node)))
    return tuple(shaped), found


def assemble(shaped: Iterable[Shaped]) -> Handbook:
    """The handbook made of entities, in order of path, sorted and nested as readers meet them."""
    entities: dict[str, list[Entity]] = defaultdict(list)
    origins: dict[str, list[Origin]] = defaultdict(list)
    for one in shaped:
        entities[one.collection].append(one.entity)
        origins[one.collection].append(one.origin)
    _sort_and_nest(entities, origins)
    frozen = {name: tuple(entities.get(name, ())) for name in COLLECTIONS}
    return Handbook(frozen, {name: tuple(origins.get(name, ())) for name in COLLECTIONS})


@lru_cache(maxsize=1 << 14)
def collection_of(path: str) -> str | None:
    """The collection whose entities a file holds, by where the file is."""
    return next((name for pattern, name in _PLACES if re.fullmatch(pattern, path)), None)


def _entity(model: type[Entity], node: Node) -> tuple[Entity | None, list[Diagnostic]]:
    if not isinstance(node, Mapping):
        return None, [error(node.span, "wrong-shape", "这里要写成“键: 值”", "以 id: 开头，照手册里的例子改。")]
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as problem:
        return None, shape_faults(model, node, problem)


def _sort_and_nest(entities: dict[str, list[Entity]], origins: dict[str, list[Origin]]) -> None:
    """Put roles, chapters and sections in reading order and give each chapter its sections."""
    folder = {
        id(e): o.at().path.rpartition("/")[0]
        for name in ("chapters", "sections")
        for e, o in zip(entities[name], origins[name], strict=True)
    }
    ranked = sorted(zip(entities["roles"], origins["roles"], strict=True), key=lambda pair: _rank(pair[0]))
    entities["roles"] = [role for role, _ in ranked]
    origins["roles"] = [origin for _, origin in ranked]
    chapters = sorted(zip(entities["chapters"], origins["chapters"], strict=True), key=lambda pair: _number(pair[0]))
    nested: list[Entity] = []
    ordered: list[tuple[Entity, Origin]] = []
    for chapter, _ in chapters:
        own = sorted(
            (
                pair
                for pair in zip(entities["sections"], origins["sections"], strict=True)
                if folder[id(pair[0])] == folder[id(chapter)]
            ),
            key=lambda pair: _number(pair[0]),
        )
        ordered += own
        nested.append(chapter.model_copy(update={"sections": tuple(section for section, _ in own)}))
    placed = {id(section) for section, _ in ordered}
    orphans = [
        pair for pair in zip(entities["sections"], origins["sections"], strict=True) if id(pair[0]) not in placed
    ]
    entities["chapters"] = nested
    origins["chapters"] = [origin for _, origin in chapters]
    entities["sections"] = [section for section, _ in ordered + orphans]
    origins["sections"] = [origin for _, origin in ordered + orphans]


def _number(entity: Entity) -> int:
    return entity.number if isinstance(entity, Chapter | Section) else 0


def _rank(entity: Entity) -> int:
    return entity.order if isinstance(entity, Role) else 0
