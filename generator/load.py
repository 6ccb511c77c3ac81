"""Load: the only reader of authored files; bytes to nodes with places."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.decode import decode
from generator.diagnostics import Diagnostic, Span, error, fit_to_print, warning
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
    spelled: dict[str, str] = {}
    for file in sorted(_walk(root, found), key=lambda f: f.relative_to(root).as_posix()):
        name = file.relative_to(root).as_posix()
        start = Span(fit_to_print(name), 1, 1)
        try:
            fault = _name_fault(start, name, spelled.setdefault(name.casefold(), name)) or _file_fault(file, start)
            if fault is None:
                files[name] = file.read_bytes()
            else:
                found.append(fault)
        except OSError as problem:
            found.append(_unreadable(start, problem))
    return files, found


def _name_fault(start: Span, name: str, namesake: str) -> Diagnostic | None:
    """What is wrong with a file's name; `namesake` is the first file of that name in capitals or not."""
    if not name.isprintable():
        return error(start, "file-name", "文件名里有不能显示的字符", "改名；文件名用小写英文字母、数字和连字符。")
    if name != namesake:
        hint = "改名；Windows 和苹果电脑不分大小写，拷过去会少一个。"
        return error(start, "file-name", f"文件名和 {namesake} 只差大小写", hint)
    return None


def _file_fault(file: Path, start: Span) -> Diagnostic | None:
    """What keeps a file from being read."""
    state = file.stat()
    if not stat.S_ISREG(state.st_mode):
        return error(start, "file-unreadable", "这不是普通文件（是管道、设备之类）", "移走它。")
    if state.st_size > MAX_BYTES:
        size = f"文件有 {state.st_size:,} 字节，超过上限 {MAX_BYTES:,}"
        return error(start, "file-size", size, "按小节拆成几个文件。")
    return None


def _unreadable(place: Span, problem: OSError) -> Diagnostic:
    why = {errno.ENOENT: "链接指向的文件不在了", errno.ELOOP: "链接绕成了圈", errno.EACCES: "没有读的权限"}
    told = why.get(problem.errno or 0) or problem.strerror
    return error(place, "file-unreadable", f"打不开（{told}）", "检查权限，或链接指向的文件是否还在。")


def _walk(root: Path, found: list[Diagnostic]) -> Iterator[Path]:
    """Every file of the content folders; folders that cannot be opened, or are links, are told of."""

    def told(problem: OSError) -> None:
        folder = Path(os.fsdecode(problem.filename)).relative_to(root).as_posix()
        place = Span(fit_to_print(folder), 1, 1)
        if problem.errno != errno.ENOENT:
            found.append(_unreadable(place, problem))
        elif folder == "content":
            hint = "在项目所在的文件夹里运行，或用 --root 指明它。"
            found.append(error(place, "file-unreadable", "没有 content 文件夹，不知道内容在哪里", hint))

    for top in FOLDERS:
        for parent, folders, names in os.walk(root / top, onerror=told):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in folders:
                if (link := Path(parent) / name).is_symlink():
                    place = Span(fit_to_print(link.relative_to(root).as_posix()), 1, 1)
                    hint = "把文件夹本身拷进来，或删掉这个链接。"
                    found.append(error(place, "file-unreadable", "这是指向文件夹的链接，没有读它", hint))
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
    text, found = decode(path, data)
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
