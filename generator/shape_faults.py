"""Faults of shape: pydantic's errors with file, line and column, in an editor's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, error
from generator.nodes import Node, Scalar, descend, locate, locate_key

_SHAPE, _VALUE = "wrong-shape", "wrong-value"
_TYPES = {
    "missing": ("missing-field", "缺少“{field}”（{label}）", "补上这一项。"),
    "extra_forbidden": ("unknown-field", "不认识“{field}”这一项", "{known}"),
    "string_type": (_SHAPE, "“{field}”要写成一段文字", "不要写成列表或“键: 值”。"),
    "tuple_type": (_SHAPE, "“{field}”要写成列表", "每一项另起一行，以“- ”开头，或写在英文方括号 [ ] 里。"),
    "dict_type": (_SHAPE, "“{field}”要写成“键: 值”", "照编辑手册里的例子改。"),
    "model_type": (_SHAPE, "“{field}”要写成“键: 值”", "照编辑手册里的例子改。"),
    "string_too_short": (_VALUE, "“{field}”是空的", "补上内容。"),
    "string_too_long": (_VALUE, "“{field}”太长，最多 {max_length} 个字", "拆短一些。"),
    "string_pattern_mismatch": (_VALUE, "“{value}”不能当编号", "编号只用小写英文字母、数字和连字符，如 branch-setup。"),
    "enum": (_VALUE, "“{field}”不能写“{value}”", "可以写：{choices}。"),
    "int_parsing": (_VALUE, "“{field}”要写整数，这里是“{value}”", "只写阿拉伯数字，不带单位。"),
    "bool_parsing": (_VALUE, "“{field}”要写 true 或 false，这里是“{value}”", "是写 true，否写 false。"),
    "too_short": (_VALUE, "“{field}”至少要有 {min_length} 项", "补上内容。"),
    "too_long": (_VALUE, "“{field}”最多 {max_length} 项", "减到 {max_length} 项以内。"),
    "greater_than_equal": (_VALUE, "“{field}”不能小于 {ge}，这里是“{value}”", "改成 {ge} 或更大的数。"),
    "less_than_equal": (_VALUE, "“{field}”不能大于 {le}，这里是“{value}”", "改成 {le} 或更小的数。"),
    "union_tag_not_found": ("missing-field", "缺少“{discriminator}”，不知道是哪一种", "补上种类，写法见编辑手册。"),
    "union_tag_invalid": (_VALUE, "“{discriminator}”不能写“{tag}”", "可以写：{choices}。"),
}
_OTHER = (_VALUE, "“{field}”{wrote}不对：{error}", "照编辑手册里“{field}”的例子改。")
_DATE = (_VALUE, "“{field}”要写成日期，这里是“{value}”", "写成 2026-11-22 这样的形式。")


def shape_faults(model: type[BaseModel], node: Node, problem: ValidationError) -> list[Diagnostic]:
    """Everything that keeps a node from being a record of a model, each at the value it is about."""
    faults = problem.errors(include_url=False)
    return [_diagnostic(model, node, fault) for fault in faults if not _follows(fault, faults)]


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
    written = descend(node, path)
    shown = _shown(written)
    context = fault.get("ctx", {})
    title = info.title if info is not None else None
    words: dict[str, Any] = {
        **{name: value.replace("'", "") if isinstance(value, str) else value for name, value in context.items()},
        "field": next((p for p in reversed(path) if isinstance(p, str)), "内容"),
        "label": title or "必填",
        "value": shown,
        "wrote": f"写的“{shown}”" if isinstance(written, Scalar) else "这一项",
        "known": _suggestion(owner, path),
        "choices": _choices(title or "", context.get("expected") or context.get("expected_tags") or ""),
        "error": fault["msg"].removeprefix("Value error, "),
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


def _shown(written: Node | None) -> str:
    text = written.value if isinstance(written, Scalar) else "……" if written else ""
    return text if len(text) <= 30 else text[:30] + "……"


def _choices(title: str, expected: str) -> str:
    """The words to choose from, as pydantic quotes them, with what they mean where the field's title tells it."""
    words = re.findall("'([^']*)'", expected)
    told = title.partition("：")[2]
    return told if told and all(word in told for word in words) else "、".join(words)


def _suggestion(owner: type[BaseModel] | None, path: tuple[str | int, ...]) -> str:
    names = list(owner.model_fields) if owner is not None else []
    near = difflib.get_close_matches(str(path[-1]), names, n=1)
    return f"是否想写“{near[0]}”？不是就删掉它。" if near else f"删掉它，或改成这里可用的：{'、'.join(names)}。"


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
