"""Commented skeletons of new content, made from the model so that they never lag behind it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel

from generator.model.document import DocumentTemplate
from generator.model.lesson import Lesson
from generator.model.procedure import Procedure
from generator.model.question import Question
from generator.model.role import Role
from generator.model.rule import Evidence, Rule
from generator.model.term import Term

KINDS: dict[str, tuple[type[BaseModel], str, bool]] = {
    "rule": (Rule, "content/rules/{section}-{name}.yaml", True),
    "role": (Role, "content/roles/{name}.yaml", False),
    "procedure": (Procedure, "content/procedures/{name}.yaml", False),
    "document": (DocumentTemplate, "content/documents/{name}.yaml", False),
    "term": (Term, "content/terms/{name}.yaml", True),
    "lesson": (Lesson, "content/lessons/{name}.yaml", False),
    "question": (Question, "quizzes/{name}.yaml", True),
}
"""Kind → model, where its file goes, and whether the file is a list."""


def write_skeleton(root: Path, kind: str, name: str, section: str) -> Path:
    """Write a skeleton and give its path relative to the project.

    Raises `ValueError` for a name that cannot be an id, `FileExistsError` where the file exists.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        raise ValueError(f"“{name}”不能当编号：只用小写英文字母、数字和连字符，如 branch-setup。")
    model, pattern, listed = KINDS[kind]
    path = Path(pattern.format(name=name, section=section))
    target = root / path
    if target.exists():
        raise FileExistsError(f"{path.as_posix()} 已经有了，换一个编号。")
    target.parent.mkdir(parents=True, exist_ok=True)
    lines = _lines(model, {"id": name, "section": section})
    target.write_text("\n".join(_item(lines) if listed else lines) + "\n", encoding="utf-8", newline="\n")
    return path


def _item(lines: list[str]) -> list[str]:
    """The lines of a mapping as one item of a list."""
    return ["- " + lines[0], *("  " + line for line in lines[1:])]


def _lines(model: type[BaseModel], known: dict[str, str]) -> list[str]:
    """Required fields to fill in, then optional ones as comments."""
    lines: list[str] = []
    for name, info in sorted(model.model_fields.items(), key=lambda pair: not pair[1].is_required()):
        title = info.title or name
        inner = _inner(info.annotation)
        if name in known:
            lines.append(f"{name}: {known[name]}  # {title}")
        elif not info.is_required():
            lines.append(f"# {name}:  （可不写）{title}")
        elif inner is not None:
            block = _lines(inner, {})
            lines.append(f"{name}:  # {title}")
            lines += [f"  {line}" for line in (_item(block) if "tuple" in str(info.annotation) else block)]
        else:
            lines.append(f"{name}: {_example(info.annotation)}  # {title}")
    return lines


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _inner(arg)) is not None), None)


def _example(annotation: Any) -> str:
    if "tuple[" in str(annotation):
        return "[20]" if "int" in str(annotation) else "[待填]"
    if annotation is Evidence:
        return Evidence.MEMORY
    if isinstance(annotation, type) and hasattr(annotation, "__members__"):
        return str(next(iter(annotation.__members__.values())).value)
    if annotation is int:
        return "1"
    return "{20: 20}" if "dict" in str(annotation) else "待填"
