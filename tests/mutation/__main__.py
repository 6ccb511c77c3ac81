"""Changes one thing of the core as last committed, runs the tests, and says which change nobody noticed.

Run: .venv/bin/python -m tests.mutation --count 100 --seed 1
"""

from __future__ import annotations

import argparse
import io
import os
import random
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.mutation.mutants import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent
CORE = ("derive", "checks")
SECONDS = 180
"""After these a run of the tests counts as a hang, which is noticed."""


@dataclass(frozen=True)
class Verdict:
    """What the tests said of one mutant."""

    mutant: Mutant
    caught: bool


def main() -> int:
    """Exit status 0 where at least nine of ten mutants are caught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--under", default="", help="only modules whose path holds this")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder) / "project"
        committed(copy)
        assert passes(copy, []), "the tests must pass before anything is changed"
        chosen = draw(copy, wanted.count, wanted.seed, wanted.under)
        verdicts = [judge(copy, mutant) for mutant in chosen]
    report(verdicts)
    return int(sum(v.caught for v in verdicts) < 0.9 * len(verdicts))


def committed(copy: Path) -> None:
    """Put the last commit into a folder."""
    tar = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(tar)) as archive:
        archive.extractall(copy, filter="data")


def draw(copy: Path, count: int, seed: int, under: str) -> list[Mutant]:
    """As many mutants of the core as asked for, every possible one equally likely."""
    paths = [p for name in CORE for p in sorted((copy / "generator" / name).rglob("*.py")) if under in str(p)]
    every = [mutant for path in paths for mutant in mutants(path.relative_to(copy), path.read_text(encoding="utf-8"))]
    return random.Random(seed).sample(every, min(count, len(every)))


def judge(copy: Path, mutant: Mutant) -> Verdict:
    """Whether any test fails while the mutant stands in the copy."""
    path = copy / mutant.path
    before = path.read_text(encoding="utf-8")
    path.write_text(mutant.apply(before), encoding="utf-8")
    try:
        near = [str(p.relative_to(copy)) for p in sorted((copy / "tests").rglob(f"test_*{path.stem}*.py"))]
        caught = bool(near and not passes(copy, near)) or not passes(copy, [])
    finally:
        path.write_text(before, encoding="utf-8")
    print("caught  " if caught else "MISSED  ", mutant, flush=True)
    return Verdict(mutant, caught)


def passes(copy: Path, tests: list[str]) -> bool:
    """Whether the tests pass: the named ones, or all that need no browser."""
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header"]
    command += tests or ["--ignore=tests/browser", "--ignore=tests/test_architecture.py"]
    environment = {**os.environ, "PYTHONPATH": str(copy)}
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def report(verdicts: list[Verdict]) -> None:
    """Print the share caught, in all and by kind of change."""
    for name, of in (("kind", lambda v: v.mutant.kind), ("module", lambda v: str(v.mutant.path))):
        every, caught = Counter(map(of, verdicts)), Counter(of(v) for v in verdicts if v.caught)
        for key in sorted(every):
            print(f"{name} {key}: {caught[key]} of {every[key]}")
    total = sum(v.caught for v in verdicts)
    print(f"caught {total} of {len(verdicts)} ({100 * total / max(1, len(verdicts)):.1f} %)")


if __name__ == "__main__":
    sys.exit(main())
