"""Changes one thing of the core as last committed, runs the tests, and says which change nobody noticed.

Run: .venv/bin/python -m tests.mutation --count 100 --seed 1

Every test file is first run alone, to learn which functions it enters. A change is then shown to the
files that enter its function or start processes, the quickest first: no other file can notice it.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants
from tests.mutation.survey import CORE, Touch, ordered, survey, test_command

ROOT = Path(__file__).parent.parent.parent
FIRST = 12
"""Seconds, traced, of the test files that a mutant is shown first."""
SECONDS = 60
"""A run of the tests that takes so much longer than three times its usual counts as a hang, which is noticed."""


@dataclass(frozen=True)
class Verdict:
    """What the tests said of one mutant."""

    mutant: Mutant
    caught: bool


def main() -> int:
    """Exit status 0 where at least nine of ten mutants are caught."""
    wanted = _options()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder) / "project"
        shutil.copytree(wanted.tree, copy) if wanted.tree else committed(copy)
        shutil.copytree(Path(__file__).parent, copy / "tests" / "mutation", dirs_exist_ok=True)
        known = survey(copy, wanted.survey or Path(folder) / "survey.json")
        touches = {name: touch for name, touch in known.items() if touch.seconds <= wanted.within}
        assert passes(copy, list(touches), 900), "the tests must pass before anything is changed"
        chosen = draw(copy, wanted.count, wanted.seed, wanted.under)
        if wanted.only:
            chosen = [mutant for mutant in every(copy, wanted.under) if str(mutant).startswith(tuple(wanted.only))]
        verdicts = [judge(copy, mutant, touches) for mutant in chosen]
    report(verdicts)
    return int(sum(v.caught for v in verdicts) < 0.9 * len(verdicts))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--under", default="", help="only modules whose path holds this")
    parser.add_argument(
        "--only", nargs="+", default=(), help="mutants whose printed place and kind start so, none drawn"
    )
    parser.add_argument("--within", type=float, default=1e9, help="leave out test files that take more seconds, traced")
    parser.add_argument("--tree", type=Path, help="a copy of the project to change in place of the last commit")
    parser.add_argument("--survey", type=Path, help="keep there what is learned of the tests, and take it from there")
    return parser.parse_args()


def committed(copy: Path) -> None:
    """Put the last commit into a folder."""
    tar = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        archive.extractall(copy, filter="data")


def every(copy: Path, under: str) -> list[Mutant]:
    """Every possible mutant of the core."""
    paths = [p for name in CORE for p in sorted((copy / "generator" / name).rglob("*.py")) if under in str(p)]
    return [mutant for path in paths for mutant in mutants(path.relative_to(copy), path.read_text(encoding="utf-8"))]


def draw(copy: Path, count: int, seed: int, under: str) -> list[Mutant]:
    """As many mutants of the core as asked for, every possible one equally likely."""
    possible = every(copy, under)
    return random.Random(seed).sample(possible, min(count, len(possible)))


def judge(copy: Path, mutant: Mutant, touches: Mapping[str, Touch]) -> Verdict:
    """Whether any test fails while the mutant stands in the copy."""
    path = copy / mutant.path
    before = path.read_text(encoding="utf-8")
    tests = ordered(touches, f"{mutant.path}:{mutant.function(before)}")
    path.write_text(mutant.apply(before), encoding="utf-8")
    try:
        caught = not all(
            passes(copy, batch, SECONDS + 3 * batch_seconds) for batch, batch_seconds in batches(tests, touches)
        )
    finally:
        path.write_text(before, encoding="utf-8")
    print("caught  " if caught else "MISSED  ", mutant, flush=True)
    return Verdict(mutant, caught)


def batches(tests: list[str], touches: Mapping[str, Touch]) -> Iterator[tuple[list[str], float]]:
    """The tests in batches, small ones first, since pytest reads all files of a run before the first test."""
    room, batch = FIRST, list[str]()
    for name in tests:
        batch.append(name)
        seconds = sum(touches[other].seconds for other in batch)
        if seconds >= room or name == tests[-1]:
            yield batch, seconds
            room, batch = 4 * room, []


def passes(copy: Path, tests: list[str], seconds: float) -> bool:
    """Whether the named test files pass."""
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    try:
        command = test_command(tests)
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def report(verdicts: list[Verdict]) -> None:
    """Print the share caught, in all and by kind of change."""
    for name, of in (("kind", lambda v: v.mutant.kind), ("module", lambda v: str(v.mutant.path))):
        total, caught = Counter(map(of, verdicts)), Counter(of(v) for v in verdicts if v.caught)
        for key in sorted(total):
            print(f"{name} {key}: {caught[key]} of {total[key]}")
    noticed = sum(v.caught for v in verdicts)
    print(f"caught {noticed} of {len(verdicts)} ({100 * noticed / max(1, len(verdicts)):.1f} %)")


if __name__ == "__main__":
    sys.exit(main())
