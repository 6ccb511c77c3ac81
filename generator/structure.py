"""Structure: nodes to the model, with every fault of shape at its place.

Pydantic validates; this module maps its error paths to file, line and column and says what is
wrong in an editor's words.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Span, error
from generator.load import Document
from generator.model.base import Entity
from generator.model.chapter import Chapter, Section
from generator.model.handbook import COLLECTIONS, Handbook, Origin
from generator.model.role import Role
from generator.nodes import Mapping, Node, descend, locate, locate_key, plain

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

_SHAPE, _VALUE = "wrong-shape", "wrong-value"
_TYPES = {
    "missing": ("missing-field", "缺少“{field}”（{label}）", "补上这一项。"),
    "extra_forbidden": ("unknown-field", "不认识“{field}”这一项", "删掉它，或改成这里可用的：{known}。"),
    "string_type": (_SHAPE, "“{field}”要写成一段文字", "不要写成列表或“键: 值”。"),
    "tuple_type": (_SHAPE, "“{field}”要写成列表", "每一项另起一行，以“- ”开头，或写在方括号里。"),
    "dict_type": (_SHAPE, "“{field}”要写成“键: 值”", "照编辑手册里的例子改。"),
    "model_type": (_SHAPE, "“{field}”要写成“键: 值”", "照编辑手册里的例子改。"),
    "string_too_short": (_VALUE, "“{field}”是空的", "补上内容。"),
    "string_too_long": (_VALUE, "“{field}”太长，最多 {max_length} 个字", "拆短一些。"),
    "string_pattern_mismatch": (_VALUE, "“{value}”不能当编号", "编号只用小写英文字母、数字和连字符，如 branch-setup。"),
    "enum": (_VALUE, "“{field}”不能写“{value}”", "可以写：{label}。"),
    "int_parsing": (_VALUE, "“{field}”要写整数，这里是“{value}”", "只写阿拉伯数字，不带单位。"),
    "bool_parsing": (_VALUE, "“{field}”要写 true 或 false，这里是“{value}”", "是写 true，否写 false。"),
    "too_short": (_VALUE, "“{field}”至少要有 {min_length} 项", "补上内容。"),
    "too_long": (_VALUE, "“{field}”最多 {max_length} 项", "减到 {max_length} 项以内。"),
    "greater_than_equal": (_VALUE, "“{field}”不能小于 {ge}，这里是“{value}”", "改成 {ge} 或更大的数。"),
    "less_than_equal": (_VALUE, "“{field}”不能大于 {le}，这里是“{value}”", "改成 {le} 或更小的数。"),
    "union_tag_not_found": ("missing-field", "缺少 {discriminator}，不知道是哪一种", "补上种类，写法见编辑手册。"),
    "union_tag_invalid": (_VALUE, "{discriminator} 不能写“{tag}”", "可以写：{expected_tags}。"),
}
_OTHER = (_VALUE, "“{field}”写的“{value}”不对：{error}", "可以写：{label}。")
_DATE = (_VALUE, "“{field}”要写成日期，这里是“{value}”", "写成 2026-11-22 这样的形式。")


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
        faults = problem.errors(include_url=False)
        return None, [_diagnostic(model, node, fault) for fault in faults if not _follows(fault, faults)]


def _follows(fault: ErrorDetails, faults: list[ErrorDetails]) -> bool:
    """Whether a list is too short only because its items are at fault."""
    inside = (other["loc"][: len(fault["loc"])] for other in faults if other is not fault)
    return fault["type"] == "too_short" and fault["loc"] in inside


def _diagnostic(model: type[BaseModel], node: Node, fault: ErrorDetails) -> Diagnostic:
    kind = fault["type"]
    tagged = tuple(part for part in fault["loc"] if part != "[key]")
    owner, info = _field(model, tagged)
    path = _written(node, tagged, whole=kind == "missing")
    if kind == "missing":
        span = locate(node, path[:-1])
    elif kind == "extra_forbidden":
        span = locate_key(node, path)
    else:
        span = locate(node, path)
    check, message, hint = _DATE if kind.startswith("date") else _TYPES.get(kind, _OTHER)
    words: dict[str, Any] = {
        "field": next((p for p in reversed(path) if isinstance(p, str)), "内容"),
        "label": info.title if info is not None and info.title else "必填",
        "value": _shown(node, path),
        "known": _suggestion(owner, path),
        "error": fault["msg"].removeprefix("Value error, "),
    } | {
        name: value.replace("'", "") if isinstance(value, str) else value
        for name, value in fault.get("ctx", {}).items()
    }
    return error(span, check, message.format_map(words), hint.format_map(words))


def _written(node: Node, path: tuple[str | int, ...], *, whole: bool) -> tuple[str | int, ...]:
    """The path as the editor wrote it: without the names of kinds that pydantic puts after a list's position.

    `whole`: its last part was not written, but is a field and no kind.
    """
    kept: tuple[str | int, ...] = ()
    for i, part in enumerate(path):
        is_kind = isinstance(part, str) and i > 0 and isinstance(path[i - 1], int) and i < len(path) - whole
        if not (is_kind and descend(node, (*kept, part)) is None):
            kept = (*kept, part)
    return kept


def _shown(node: Node, path: tuple[str | int, ...]) -> str:
    found = descend(node, path)
    value = plain(found) if found is not None else ""
    text = value if isinstance(value, str) else "……"
    return text if len(text) <= 30 else text[:30] + "……"


def _suggestion(owner: type[BaseModel] | None, path: tuple[str | int, ...]) -> str:
    names = list(owner.model_fields) if owner is not None else []
    near = difflib.get_close_matches(str(path[-1]), names, n=1)
    return f"是否想写 {near[0]}" if near else "、".join(names)


def _field(model: type[BaseModel], path: tuple[str | int, ...]) -> tuple[type[BaseModel] | None, Any]:
    """The model that owns the last named field of a path, and the field."""
    owner: type[BaseModel] | None = model
    info = None
    kinds: tuple[type[BaseModel], ...] = ()
    for part in path:
        if isinstance(part, str) and owner is not None:
            named = next((kind for kind in kinds if _is_kind(kind, part)), None) if len(kinds) > 1 else None
            if named is not None:
                owner, kinds = named, ()
                continue
            last = owner
            info = owner.model_fields.get(part)
            kinds = tuple(_models_in(info.annotation)) if info is not None else ()
            owner = next(iter(kinds), None)
            if part == path[-1] or owner is None:
                return last, info
    return owner, info


def _is_kind(model: type[BaseModel], name: str) -> bool:
    """Whether one of a model's fields can only hold this name, which tells it from its siblings."""
    return any(getattr(info.annotation, "__args__", None) == (name,) for info in model.model_fields.values())


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for arg in getattr(annotation, "__args__", ()):
        yield from _models_in(arg)


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
