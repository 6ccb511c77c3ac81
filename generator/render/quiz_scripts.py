"""Which scripts a page of self-testing carries, in the order they must run, and which are sent joined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

JOINED: Final[Mapping[str, tuple[str, ...]]] = {
    "quiz-core.js": (
        "quiz-schedule.js",
        "quiz-plan.js",
        "quiz-record.js",
        "progress-store.js",
        "quiz-bank.js",
    ),
    "quiz-asking.js": (
        "quiz-scoring.js",
        "quiz-draw.js",
        "quiz-question.js",
        "quiz-answer-forms.js",
        "quiz-feedback.js",
        "quiz-panels.js",
    ),
    "quiz-practice.js": ("quiz-sets.js", "quiz-practice-screen.js", "quiz-practice.js"),
    "quiz-exam.js": ("quiz-sheet.js", "quiz-result.js", "quiz-exam.js"),
    "quiz-own.js": ("quiz-list.js", "quiz-data.js", "quiz-oral.js", "quiz-paper.js"),
}
"""File as sent → the scripts it is made of: those that every page needs together are one file, which is smaller."""

_BASE = ("quiz-dom.js", "quiz-core.js")
_SETS: Final[Mapping[str, tuple[str, ...]]] = {
    "practice": (*_BASE, "quiz-asking.js", "quiz-practice.js"),
    "exam": (*_BASE, "quiz-asking.js", "quiz-exam.js"),
    "papers": (*_BASE, "quiz-asking.js", "quiz-own.js"),
    "today": (*_BASE, "quiz-today.js"),
    "list": (*_BASE, "quiz-own.js"),
    "room": (*_BASE, "quiz-asking.js", "room-view.js", "room-screen.js"),
    "data": (*_BASE, "quiz-own.js"),
    "oral": ("quiz-dom.js", "quiz-asking.js", "quiz-own.js"),
}

FILES: Final = tuple(dict.fromkeys(name for names in _SETS.values() for name in names))
"""Every file of self-testing as it is sent."""

SCRIPTS: Final = tuple(part for name in FILES for part in JOINED.get(name, (name,)))
"""Every script of self-testing as it is written."""


def quiz_scripts(names: Sequence[str]) -> list[str]:
    """The files for some of a page's parts, each once."""
    return list(dict.fromkeys(file for name in names for file in _SETS[name]))
