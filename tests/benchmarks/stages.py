"""Each stage of the real handbook alone: processor seconds, cold and when one rule was saved, and peak memory.

Run: .venv/bin/python -m tests.benchmarks.stages [--root FOLDER] [--runs N]

Cold is the first run in a fresh process, the imports of the stage before it aside; warm is the cheapest of N runs after
it, with one rule changed before each and everything else remembered, as in the preview. 文书 is every Word and
PowerPoint file and archive, made in this process alone with nothing kept. Whole commands start
a fresh process each.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.checks import check
from generator.derive.questions.proofs import prove
from generator.derive.views import derive
from generator.load import read_files
from generator.pipeline import Site
from generator.publish.shell import Shell, open_shell
from generator.reading import Memory, read
from generator.render.made import Made, with_ready
from generator.render.site import render
from generator.structure import assemble
from tests.benchmarks.measure import Cost, cost

ROOT = Path(__file__).parents[2]
T = TypeVar("T")

COMMANDS = {"zhibu check": ["check"], "zhibu export json": ["export", "json", "--out", "/dev/null"]}
"""What is called as a whole command."""


class Stages:
    """The stages one after another, each timed."""

    def __init__(self, project: Path) -> None:
        self.project = project
        """Copy of the handbook."""
        self.memory = Memory()
        """What files held."""
        self.shell: Shell = open_shell(project)
        """The theme."""
        self.seconds: dict[str, list[float]] = {}
        """Stage → seconds of each run."""

    def timed(self, name: str, act: Callable[[], T]) -> T:
        """What `act` gives, its processor time noted."""
        start = time.process_time()
        result = act()
        self.seconds.setdefault(name, []).append(time.process_time() - start)
        return result

    def run(self) -> Site:
        """All stages to the last byte of every page."""
        files, _ = self.timed("read", lambda: read_files(self.project))
        contents = self.timed("load and structure", lambda: read(files, self.memory))
        book = assemble(entity for content in contents for entity in content.entities)
        self.timed("check", lambda: list(check(book)))
        views = self.timed("derive", lambda: derive(book))
        self.timed("prove", lambda: list(prove(book, views.bank)))
        rendered = self.timed("render: outline", lambda: render(views))
        site = Site(views, rendered, ())
        around = self.timed("publish: navigation", lambda: self.shell.around(site))
        self.timed("render: pages", lambda: [page.html for page in rendered.pages])
        self.timed("render: files", lambda: rendered.files)
        self.timed("publish: pages", lambda: [make() for make in around.values() if not isinstance(make, Made)])
        return site


def main(root: Path, runs: int) -> None:
    """Print a line a stage."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("content", "quizzes", "theme_overrides"):
            shutil.copytree(root / name, project / name)
        shutil.copy(root / "mkdocs.yml", project)
        whole = {name: least(command, project) for name, command in COMMANDS.items()}
        stages = Stages(project)
        site = stages.run()
        rule = max((project / "content/rules").rglob("*.yaml"), key=lambda path: path.stat().st_size)
        for _ in range(runs):
            rule.write_text(rule.read_text(encoding="utf-8").replace("  text: ", "  text: 改", 1), encoding="utf-8")
            stages.run()
        stages.timed("文书", lambda: make_all(site))
        print("stage                    cold s   warm s")
        for name, seconds in stages.seconds.items():
            warm = f"{min(seconds[1:]):8.3f}" if seconds[1:] else ""
            print(f"{name:22} {seconds[0]:8.3f} {warm}")
        for name, found in whole.items():
            print(f"{name:22} {found.cpu:8.3f} cpu s, {found.wall:.2f} s, {found.peak:.0f} MB")
        print(f"peak memory of stages   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def least(command: list[str], project: Path) -> Cost:
    """The cheapest of two runs of a command, before this process grows: memory is counted from what it starts with."""
    return min(cost(["generator", *command, "--root", str(project)], ROOT) for _ in range(2))


def make_all(site: Site) -> int:
    """Make every file that takes long, parts first, and give their bytes."""
    ready: dict[str, bytes] = {}

    def make(made: Made) -> bytes:
        if made.key not in ready:
            for part in made.parts:
                make(part)
            ready[made.key] = Made(made.function, with_ready(made.arguments, ready), made.key)()
        return ready[made.key]

    return sum(len(make(item)) for item in site.rendered.files.values() if isinstance(item, Made))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--root", type=Path, default=ROOT, help="whose handbook; this project's unless told")
    given = parser.parse_args()
    main(given.root, given.runs)
