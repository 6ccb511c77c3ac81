"""Calculators at every boundary, as a reader sees them: verdict, sentence, and every line of the working with its rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from generator.derive.calculators.candidates import candidates
from generator.derive.calculators.dues import PAYERS, dues
from generator.derive.calculators.result import Result
from generator.derive.calculators.setting import UNITS, setting
from generator.derive.calculators.term import COMMITTEES, term
from generator.derive.calculators.votes import BALLOTS, Count, votes
from tests.figures import DAY, FIGURES

MEMBERS = (
    (0, 0), (1, 1), (2, 3), (3, 2), (3, 3), (7, 6), (7, 7), (49, 40), (50, 3), (50, 45), (51, 45), (99, 90), (100, 6),
    (100, 90), (101, 101),
)  # fmt: skip
FEN = (0, 1, 300000, 300001, 500000, 500001, 1000000, 1000001)
COUNTS = (
    (0, 0, 0, 0), (1, 1, 1, 0), (2, 1, 1, 1), (10, 5, 5, 1), (10, 6, 5, 0), (10, 6, 5, 1), (10, 6, 5, 4), (10, 6, 5, 5),
    (10, 7, 7, 0), (10, 8, 5, 2), (10, 8, 6, 0), (10, 8, 4, 0), (10, 10, 10, 0), (10, 11, 5, 0), (10, 6, 7, 0),
)  # fmt: skip
DAYS = ("2024-02-29", "2026-08-31")


def told(name: str, result: Result) -> Iterator[str]:
    """A result as the golden file shows it."""
    yield f"{name}: {result.verdict}: {result.say}"
    yield from (f"  {line.text} [{line.rule}]" for line in result.lines)


def results() -> Iterator[tuple[str, Result]]:
    """Every calculator for every kind at its boundaries."""
    for kind, (total, formal) in product(UNITS, MEMBERS):
        yield f"setting {kind} {total} {formal}", setting(FIGURES, kind, total, formal)
    for payer, fen in product(PAYERS, FEN):
        yield f"dues {payer} {fen}", dues(FIGURES, payer, fen)
    for ballot, count in product(BALLOTS, COUNTS):
        yield f"votes {ballot} {count}", votes(FIGURES, ballot, Count(*count))
    for seats in (0, 1, 4, 5, 6, 11):
        yield f"candidates {seats}", candidates(FIGURES, seats)
    for committee, day in product(COMMITTEES, DAYS):
        yield f"term {committee} {day}", term(FIGURES, committee, DAY(day))


def test_every_calculator_works_as_before(golden: Callable[[str, str], None]) -> None:
    golden("calculators.txt", "\n".join(line for name, result in results() for line in told(name, result)) + "\n")
