"""Which scripts a page of self-testing carries, in the order they must run."""

from __future__ import annotations

from collections.abc import Sequence

_BASE = ("quiz-dom", "quiz-schedule", "quiz-plan", "progress-store", "quiz-bank")
_ASKING = ("quiz-scoring", "quiz-draw", "quiz-question", "quiz-answer-forms", "quiz-feedback", "quiz-panels")
_SETS = {
    "practice": (*_BASE, *_ASKING, "quiz-sets", "quiz-practice-screen", "quiz-practice"),
    "exam": (*_BASE, *_ASKING, "quiz-sheet", "quiz-result", "quiz-paper", "quiz-exam"),
    "today": (*_BASE, "quiz-today"),
    "list": (*_BASE, "quiz-list"),
    "data": (*_BASE, "quiz-data"),
    "oral": (*_BASE, "quiz-draw", "quiz-oral"),
}

SCRIPTS = tuple(dict.fromkeys(f"{name}.js" for names in _SETS.values() for name in names))
"""Every script of self-testing."""


def quiz_scripts(names: Sequence[str]) -> list[str]:
    """File names of the scripts for some of a page's parts, each once."""
    return list(dict.fromkeys(f"{script}.js" for name in names for script in _SETS[name]))
