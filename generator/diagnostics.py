"""Findings about content: where, how grave, what and why, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
"""Characters that XML cannot hold, or that count as a new line in some programs and not in others."""
INVISIBLE = re.compile("[\xad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that take no room, or turn the direction of writing."""
LONGEST = 500
"""Most characters of a message or hint; an editor reads no more."""
_END = 120  # of these, how many are of its end: what is wrong often comes after the value that is


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where a value was written: 1-based line and column, counted in characters."""

    path: str
    """File, relative to the project, with forward slashes."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Severity(StrEnum):
    """How grave a finding is."""

    ERROR = "error"
    """Nothing is published."""
    WARNING = "warning"
    """Published, but the editor should look."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, for an editor to read."""

    span: Span
    """Place it is about."""
    severity: Severity
    """How grave it is."""
    check: str
    """Permanent id of the check that found it."""
    message: str
    """What is wrong and why, in Chinese, without the place."""
    hint: str | None = None
    """What to do, in Chinese."""

    def __str__(self) -> str:
        head = f"{self.span}: {self.severity}: {self.message} [{self.check}]"
        return f"{head}\n    {self.hint}" if self.hint else head

    @property
    def order(self) -> tuple[Span, str, str]:
        """Key that sorts findings by place, then check, then message."""
        return (self.span, self.check, self.message)


class ContentError(Exception):
    """All findings of content that cannot be published; raised once, by the pipeline."""

    def __init__(self, diagnostics: Iterable[Diagnostic], *, whole: bool = True) -> None:
        self.whole = whole
        """Whether all content could be read; if not, the checks about absence are still to come."""
        self.diagnostics = tuple(sorted(set(diagnostics), key=lambda d: d.order))
        super().__init__("\n".join(str(d) for d in self.diagnostics))


def error(span: Span, check: str, message: str, hint: str | None = None) -> Diagnostic:
    """A finding that stops publication."""
    return Diagnostic(span, Severity.ERROR, check, fit_to_print(message), hint and fit_to_print(hint))


def warning(span: Span, check: str, message: str, hint: str | None = None) -> Diagnostic:
    """A finding that does not stop publication."""
    return Diagnostic(span, Severity.WARNING, check, fit_to_print(message), hint and fit_to_print(hint))


def fit_to_print(text: str) -> str:
    """The text on one line, cut in the middle to a bearable length, without characters that could upset a screen."""
    shown = INVISIBLE.sub("�", CONTROL.sub("�", text.replace("\n", " ").replace("\t", " ")))
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - _END]}……{shown[-_END:]}"
