"""Kills builds at random moments and looks at what is published: python -m tests.faults.kill --times 100.

Two versions of a handbook are built in turn onto one published site. Whenever a build is killed, the
site must be one of the two, whole; the next build that is left alone clears up and publishes.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

MINIMAL = Path(__file__).parents[1] / "handbooks" / "minimal"
PROJECT = Path(__file__).parents[2]
TITLE = "title: "


@dataclass(frozen=True)
class Kills:
    """What many kills left."""

    published: Counter[str]
    """Which version was published after each kill: `old`, `new`, or `broken`."""
    moments: Counter[str]
    """What the build was at: `reading`, `writing`, or `done`, which was killed too late."""
    leftovers: int
    """Most folders of killed builds that lay beside the site at a time."""
    swept: bool
    """Whether the last build left nothing beside the site."""


def fingerprint(folder: Path) -> str:
    """One hash of all files below a folder, by path and content."""
    told = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        told.update(path.relative_to(folder).as_posix().encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return told.hexdigest()


def two_versions(root: Path, work: Path) -> tuple[Path, Path]:
    """The handbook at `root`, and the same with another title, as projects below `work`."""
    versions = (work / "first", work / "second")
    for version in versions:
        version.mkdir(parents=True)
        for name in ("content", "quizzes", "theme_overrides", "mkdocs.yml"):
            if (root / name).is_dir():
                shutil.copytree(root / name, version / name)
            elif (root / name).is_file():
                shutil.copy(root / name, version / name)
    page = versions[1] / "content" / "index.md"
    page.write_text(page.read_text(encoding="utf-8").replace(TITLE, f"{TITLE}又一版 ", 1), encoding="utf-8")
    return versions


def build(root: Path, out: Path) -> subprocess.Popen[bytes]:
    """A running build in a process group of its own."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(out)]
    return subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def kill_many(root: Path, work: Path, times: int, chance: random.Random) -> Kills:
    """Build, kill and look until so many builds were killed while they ran; then build once more in peace."""
    versions = two_versions(root, work / "projects")
    known = {}
    for version in versions:
        assert build(version, work / version.name).wait() == 0
        known[fingerprint(work / version.name)] = version.name
    seconds = _seconds(versions[1], work / "second")
    out = work / "site"
    shutil.copytree(work / "first", out)
    published: Counter[str] = Counter()
    moments: Counter[str] = Counter()
    leftovers = 0
    for number in range(3 * times):
        before = known.get(fingerprint(out), "")
        moments[_kill_one(versions[before == "first"], out, seconds, chance, writing=number % 2 == 1)] += 1
        after = known.get(fingerprint(out), "broken")
        published["broken" if after == "broken" else "old" if after == before else "new"] += 1
        leftovers = max(leftovers, len(_beside(out)))
        if after == "broken" or moments["reading"] + moments["writing"] == times:
            break
    assert build(versions[1], out).wait() == 0
    assert known[fingerprint(out)] == "second"
    return Kills(published, moments, leftovers, not _beside(out))


def _seconds(version: Path, out: Path) -> tuple[float, float]:
    """Seconds that a build takes whose slow files are kept: until it writes, and from then on."""
    begun = time.monotonic()
    running = build(version, out)
    _until_it_writes(running, out, set())
    until = time.monotonic() - begun
    assert running.wait() == 0
    return until, time.monotonic() - begun - until


def _until_it_writes(running: subprocess.Popen[bytes], out: Path, before: set[str]) -> None:
    while running.poll() is None and not _beside(out) - before:
        time.sleep(0.002)


def _kill_one(version: Path, out: Path, seconds: tuple[float, float], chance: random.Random, *, writing: bool) -> str:
    """Kill a build at a random moment, of the time it reads or of the time it writes; what it was at."""
    before = _beside(out)
    running = build(version, out)
    if writing:
        _until_it_writes(running, out, before)
    time.sleep(chance.uniform(0, seconds[writing]))
    state = "done" if running.poll() is not None else "writing" if _beside(out) - before else "reading"
    try:
        os.killpg(running.pid, signal.SIGKILL)
    except ProcessLookupError:
        state = "done"
    running.wait()
    return state


def _beside(out: Path) -> set[str]:
    """Names of the folders of builds beside a site."""
    return {path.name for path in out.parent.glob(f".{out.name}-zhibu-*")}


def main() -> int:
    """Kill builds of the small handbook, or another, and print what was published."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=MINIMAL)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        kills = kill_many(options.root, Path(work), options.times, random.Random(options.seed))
    print(
        f"{sum(kills.moments.values())} kills while builds were {dict(kills.moments)}; then published {dict(kills.published)}"
    )
    print(f"at most {kills.leftovers} folders lay beside; the last build left {'none' if kills.swept else 'some'}")
    return 0 if kills.published["broken"] == 0 and kills.swept else 1


if __name__ == "__main__":
    sys.exit(main())
