"""Wishes: what a branch is and how it would like its year."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.year import Need

LAST = 15
"""Number of the last month a plan can reach: March of the next year."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The day of a month that is kept free for the theme day: a date, or a weekday of a week."""

    day: int = 10
    """Day of the month; 0 where a weekday is fixed."""
    week: int = 0
    """Which of the month's weekdays of that kind, from 1."""
    weekday: int = 0
    """Weekday, 1 is Monday; 0 where a date is fixed."""


@dataclass(frozen=True)
class Wish:
    """What a person told the planner of the year."""

    year: int
    """Year to plan."""
    kind: str = ""
    """Kind of branch, as the id of its role; empty where not said."""
    members: int = 0
    """All members; 0 where not said."""
    formal: int = 0
    """Full members; 0 where not said."""
    groups: bool = True
    """Whether there are Party groups."""
    has: frozenset[str] = frozenset({Need.ACTIVISTS.value})
    """Which of activists, mobile and abroad it has."""
    term_ends: datetime.date | None = None
    """Last day of the term; nothing where not said."""
    theme: Fixed = Fixed()
    """Day of the theme day."""
    together: bool = True
    """Whether meetings that may be are held on the theme day."""
    months: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Occasion → the months chosen for it; 13 to 15 are those of the next year."""
