"""All that calculators and planners reckon with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.calculators.dates import WorkCalendar, derive_calendar
from generator.derive.calculators.figures import Figure, derive_figures
from generator.derive.calculators.timetable import Timetable, derive_timetables
from generator.derive.year.yearbook import SIZES, Yearbook, derive_yearbook
from generator.model.figure import NEEDS
from generator.model.handbook import Handbook
from generator.model.holiday import HolidayYear


@dataclass(frozen=True)
class Tools:
    """Figures, working days and timetables."""

    figures: Mapping[str, Figure]
    """Name → figure."""
    work: WorkCalendar
    """Working days."""
    timetables: Mapping[str, Timetable]
    """Procedure id → timetable."""
    yearbook: Yearbook
    """What a plan of the year is made of."""

    @property
    def yearly(self) -> bool:
        """Whether there is a year to plan."""
        return bool(self.yearbook.entries) and self.yearbook.sizes.keys() >= set(SIZES)

    @property
    def complete(self) -> bool:
        """Whether every figure is there, so that the calculators can be shown."""
        return self.figures.keys() >= NEEDS.keys()

    @property
    def planned(self) -> tuple[Timetable, ...]:
        """Timetables that have a page of planning."""
        return tuple(table for table in self.timetables.values() if table.planned)


def derive_tools(handbook: Handbook) -> Tools:
    """Everything calculators and planners need of a handbook."""
    figures = derive_figures(handbook)
    work = derive_calendar(handbook.of(HolidayYear))
    return Tools(figures, work, derive_timetables(handbook), derive_yearbook(handbook, figures))
