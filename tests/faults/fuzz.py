"""Damages the real handbook at random and looks at every answer: python -m tests.faults.fuzz --count 10000.

Each tree must give findings, each at a place that exists, in Chinese and known to the manual, or a
site; never a traceback, never more than two seconds of processor time, never much memory. One seed
and number name a tree for good: `--only 4711` runs that one and prints everything.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from tests.faults.mutations import mutate
from tests.faults.trees import Answer, Laboratory

ROOT = Path(__file__).parents[2]
SECONDS = 2.0
"""Most processor time a check may take."""
MEGABYTES = 400
"""Most memory one tree may add."""
RENDER_EVERY = 40
"""Every so many trees a site is rendered whole."""

_laboratory: Laboratory


class TooSlowError(BaseException):
    """The tree took far too long."""


def run_tree(laboratory: Laboratory, seed: int, number: int, *, rendered: bool) -> tuple[list[str], Answer]:
    """What was damaged in one tree, and the generator's answer; a site may be rendered whole."""
    chance = random.Random(f"{seed}:{number}")
    files = dict(laboratory.files)
    done = mutate(chance, files)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    try:
        answer = laboratory.answer(files, rendered=rendered)
    except (TooSlowError, MemoryError) as problem:
        answer = Answer("fault", (), (type(problem).__name__,), 30.0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    faults = list(answer.faults)
    if answer.seconds > SECONDS:
        faults.append(f"took {answer.seconds:.1f} s")
    if grown > MEGABYTES:
        faults.append(f"took {grown} MB")
    return done, Answer(answer.outcome, answer.checks, tuple(faults), answer.seconds)


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def _start(root: str) -> None:
    global _laboratory  # noqa: PLW0603 - one laboratory a process
    signal.signal(signal.SIGVTALRM, _stop)
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, resource.RLIM_INFINITY))
    _laboratory = Laboratory(Path(root))


def _one(task: tuple[int, int]) -> tuple[int, list[str], Answer]:
    return (task[1], *run_tree(_laboratory, *task, rendered=task[1] % RENDER_EVERY == 0))


def main() -> int:
    """Run the trees and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=str(ROOT))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    numbers = range(options.first, options.first + options.count) if options.only is None else [options.only]
    tasks = [(options.seed, number) for number in numbers]
    begun = time.monotonic()
    bad = report(results(tasks, options.root, options.jobs), len(tasks), verbose=options.only is not None)
    print(f"{len(tasks) / (time.monotonic() - begun):.1f} trees a second")
    return 1 if bad else 0


def results(tasks: list[tuple[int, int]], root: str, jobs: int) -> Iterator[tuple[int, list[str], Answer]]:
    """Number, damage and answer of each tree, in order."""
    if jobs == 1:
        _start(root)
        yield from map(_one, tasks)
        return
    with multiprocessing.Pool(jobs, _start, (root,)) as pool:
        yield from pool.imap(_one, tasks, chunksize=20)


def report(found: Iterator[tuple[int, list[str], Answer]], count: int, *, verbose: bool) -> int:
    """Print faults as they come and the totals at the end; the number of trees with a fault."""
    outcomes: Counter[str] = Counter()
    checks: Counter[str] = Counter()
    times: list[float] = []
    bad = 0
    for done, (number, damage, answer) in enumerate(found, 1):
        outcomes[answer.outcome] += 1
        checks.update(answer.checks)
        times.append(answer.seconds)
        if answer.faults or verbose:
            bad += bool(answer.faults)
            print(f"--- tree {number}: {answer.outcome} {answer.checks} {answer.seconds:.2f} s\n    damage: {damage}")
            print("\n".join(f"    {fault}" for fault in answer.faults[:5]), flush=True)
        if done % 500 == 0:
            print(f"    {done} of {count}", file=sys.stderr, flush=True)
    times.sort()
    print(f"{count} trees: {dict(outcomes)}; {bad} with a fault")
    print(f"processor time: median {times[len(times) // 2]:.2f} s, greatest {times[-1]:.2f} s")
    print(f"memory: greatest {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    print(f"checks that spoke: {len(checks)}: {dict(checks.most_common())}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
