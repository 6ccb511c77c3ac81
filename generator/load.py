"""Load: the only reader of authored files; bytes to nodes with places."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Span, error, warning
from generator.nodes import Node, Sequence
from generator.parse_markdown import split_front_matter
from generator.parse_questions import parse_questions
from generator.parse_yaml import parse_yaml, tab_findings

FOLDERS = ("content", "quizzes")
"""Folders that hold authored files."""

MAX_BYTES = 1_000_000
"""Largest authored file; the longest of the handbook has a fifth of it."""


@dataclass(frozen=True, slots=True)
class Document:
    """One entity as written: which file, and its node."""

    path: str
    """File, relative to the project."""
    node: Node
    """Its value."""


def read_files(root: Path) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of every authored file by relative path, sorted, with what could not be read."""
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for file in sorted(_walk(root), key=lambda f: f.relative_to(root).as_posix()):
        name = file.relative_to(root).as_posix()
        start = Span(name, 1, 1)
        try:
            size = file.stat().st_size
            if size > MAX_BYTES:
                found.append(
                    error(start, "file-size", f"文件有 {size:,} 字节，超过上限 {MAX_BYTES:,}", "按小节拆成几个文件。")
                )
                continue
            files[name] = file.read_bytes()
        except OSError as problem:
            found.append(
                error(
                    start,
                    "file-unreadable",
                    f"文件打不开（{problem.strerror}）",
                    "检查文件权限，或链接指向的文件是否还在。",
                )
            )
    return files, found


def _walk(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for parent, folders, names in os.walk(root / folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            yield from (Path(parent) / name for name in names if not name.startswith("."))


def load(files: Mapping[str, bytes]) -> tuple[tuple[Document, ...], list[Diagnostic]]:
    """The entities of all authored files, in order of path, with all faults found."""
    documents: list[Document] = []
    found: list[Diagnostic] = []
    for path, data in files.items():
        parsed, faults = load_file(path, data)
        documents += parsed
        found += faults
    return tuple(documents), found


def load_file(path: str, data: bytes) -> tuple[tuple[Document, ...], list[Diagnostic]]:
    """The entities of one authored file, in order, with all faults found in it."""
    text, found = _decode(path, data)
    if text is None:
        return (), found
    node, faults = _parse(path, text)
    return tuple(Document(path, entity) for entity in _entities(node)), found + faults


def _entities(node: Node | None) -> tuple[Node, ...]:
    match node:
        case None:
            return ()
        case Sequence(items=items):
            return items
        case _:
            return (node,)


def _parse(path: str, text: str) -> tuple[Node | None, list[Diagnostic]]:
    if path.endswith(".md"):
        node, found = split_front_matter(text, path)
        if not path.startswith("quizzes/") or found:
            return node, found
        return parse_questions(node, path)
    if not path.endswith(".yaml"):
        hint = "改名为 .yaml。" if path.endswith(".yml") else "移到别处；内容只用 .yaml 和 .md。"
        return None, [warning(Span(path, 1, 1), "unknown-file", "不认识这种文件，没有读它", hint)]
    if tabs := list(tab_findings(text, path)):
        return None, tabs
    node, found = parse_yaml(text, path)
    if node is None and not found:
        found = [error(Span(path, 1, 1), "empty-file", "文件里没有内容", "写上内容，或删掉这个文件。")]
    return node, found


def _decode(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:  # noqa: PLR0911 - one per fault
    if not path.endswith((".yaml", ".yml", ".md")):
        return "", []
    if data.startswith(b"\xef\xbb\xbf"):
        return None, [
            error(Span(path, 1, 1), "file-bom", "文件开头有看不见的 BOM 标记", "用编辑器另存为“UTF-8（无 BOM）”。")
        ]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [error(Span(path, 1, 1), "file-encoding", "文件是 UTF-16 编码", "用编辑器另存为 UTF-8。")]
    if (zero := data.find(b"\0")) >= 0:
        return None, [
            error(
                _place(path, data, zero),
                "file-binary",
                "这不是文本文件",
                "Word、图片等文件不能当内容；改存为纯文本，或移走。",
            )
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        return None, [
            error(
                _place(path, data, problem.start),
                "file-encoding",
                "有一段不是 UTF-8 编码，可能是 GBK",
                "用编辑器另存为 UTF-8。",
            )
        ]
    if (carriage := text.find("\r")) >= 0:
        before = text[:carriage].replace("\r\n", "\n")
        return None, [
            error(
                Span(path, before.count("\n") + 1, carriage - before.rfind("\n")),
                "file-crlf",
                "换行是 Windows 格式（CRLF）",
                "用编辑器把换行改成 LF。",
            )
        ]
    return text, []


def _place(path: str, data: bytes, position: int) -> Span:
    before = data[:position].decode("utf-8", errors="replace")
    return Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
