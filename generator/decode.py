"""Decode: the bytes of an authored file to text, or what keeps them from being text."""

from __future__ import annotations

from generator.characters import control_findings, invisible_findings
from generator.diagnostics import Diagnostic, Span, error

READ = (".yaml", ".yml", ".md")
"""Endings of the names of files that are read."""


def decode(path: str, data: bytes) -> tuple[str | None, list[Diagnostic]]:
    """The text of a file, or nothing, with what is wrong with its form; other kinds of file are empty text."""
    if not path.endswith(READ):
        return "", []
    if fault := _encoding_fault(path, data):
        return None, [fault]
    text = data.decode("utf-8")
    if fault := _newline_fault(path, text):
        return None, [fault]
    if controls := list(control_findings(text, path)):
        return None, controls
    return text, list(invisible_findings(text, path))


def _encoding_fault(path: str, data: bytes) -> Diagnostic | None:
    start = Span(path, 1, 1)
    if data.startswith(b"\xef\xbb\xbf"):
        return error(start, "file-bom", "文件开头有看不见的 BOM 标记", "用编辑器另存为“UTF-8（无 BOM）”。")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error(start, "file-encoding", "文件是 UTF-16 编码", "用编辑器另存为 UTF-8。")
    if (zero := data.find(b"\0")) >= 0:
        hint = "Word、图片等文件不能当内容；改存为纯文本，或移走。"
        return error(_place(path, data, zero), "file-binary", "这不是文本文件", hint)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as problem:
        place = _place(path, data, problem.start)
        return error(place, "file-encoding", "有一段不是 UTF-8 编码，可能是 GBK", "用编辑器另存为 UTF-8。")
    return None


def _newline_fault(path: str, text: str) -> Diagnostic | None:
    carriage = text.find("\r")
    if carriage < 0:
        return None
    before = text[:carriage].replace("\r\n", "\n")
    place = Span(path, before.count("\n") + 1, carriage - before.rfind("\n"))
    return error(place, "file-crlf", "换行是 Windows 格式（CRLF）", "用编辑器把换行改成 LF。")


def _place(path: str, data: bytes, position: int) -> Span:
    before = data[:position].decode("utf-8", errors="replace")
    return Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
