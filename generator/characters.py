"""Characters that cannot be shown: control characters stop a file, invisible ones are pointed out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import CONTROL, INVISIBLE, Diagnostic, Span, error, warning

MOST = 20
"""Most findings of one kind for one file; a file with more was not typed by a person."""


def control_findings(text: str, path: str) -> Iterator[Diagnostic]:
    """Control characters that no page, no XML and no Word file can hold, one finding a line."""
    for span, char in _first_of_lines(CONTROL, text, path):
        yield control_finding(span, char)


def control_finding(span: Span, char: str) -> Diagnostic:
    """The finding about one control character."""
    message = f"有一个不能显示的控制字符（{code_of(char)}）"
    return error(span, "control-character", message, "删掉它，重新输入这一段；多半是从别的软件粘贴时带进来的。")


def invisible_findings(text: str, path: str) -> Iterator[Diagnostic]:
    """Characters that take no room or turn the direction of writing, one finding a line."""
    for span, char in _first_of_lines(INVISIBLE, text, path):
        yield warning(
            span,
            "invisible-character",
            f"有一个看不见的字符（{code_of(char)}），搜索和对照会因它对不上",
            "删掉它，重新输入前后几个字；多半是从网页粘贴时带进来的。",
        )


def code_of(char: str) -> str:
    """What Unicode calls a character by number, as U+200B."""
    return f"U+{ord(char):04X}"


def _first_of_lines(pattern: re.Pattern[str], text: str, path: str) -> Iterator[tuple[Span, str]]:
    if pattern.search(text) is None:
        return
    told = 0
    for number, line in enumerate(text.split("\n"), 1):
        if (found := pattern.search(line)) and told < MOST:
            told += 1
            yield Span(path, number, found.start() + 1), found.group()
