"""A whole build against plain Material with the same page tree: processor time, wall time, memory, growth.

Run: .venv/bin/python -m tests.benchmarks.build [--root FOLDER] [--runs N] [--quick] [--alone] [PAGES ...]

The peer builds the very same pages in the same run: `mkdocs build` and plain Material over the Markdown tree of
`zhibu build --engine tree`, its search plugin off. Ours is `zhibu build`, first with nothing kept (all Word files and
slides are made, which the peer is given ready), then again with the files kept from before. Of the runs, taken in
turn, the cheapest counts. The first line is the real handbook, or that of the project at FOLDER; PAGES (200 800 2400 unless told, none with --quick)
are made-up handbooks with that many pages; --alone leaves the peer out, whose time grows with the square. A ratio is ours / plain; the growth exponent is taken over processor time.
"""

from __future__ import annotations

import argparse
import math
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.publish.made_files import FOLDER
from tests.benchmarks.measure import Cost, cost
from tests.benchmarks.synthetic import write_handbook

ROOT = Path(__file__).parents[2]
THEME = "theme: {name: material, language: zh, font: false, features: [navigation.tabs, toc.follow]}\n"


def main(root: Path, sizes: list[int], runs: int, alone: bool) -> None:
    """Print a line a size, and the growth from the smallest to the largest made-up handbook."""
    print(
        "pages     cold: ours / plain cpu s      wall s          ratio cpu wall   kept: cpu s ratio   peak MB ours plain"
    )
    grown: list[tuple[int, float]] = []
    for size in [0, *sizes]:
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "project"
            if size:
                write_handbook(project, size, ROOT / "theme_overrides")
            else:
                _copy(root, project)
            pages, cold, kept, plain = compare(project, Path(folder), 1 if alone else runs, alone)
        print(
            f"{pages:5}     {cold.cpu:10.2f} / {plain.cpu:6.2f}   {cold.wall:10.2f} / {plain.wall:6.2f}"
            f"   {cold.cpu / plain.cpu:9.2f} {cold.wall / plain.wall:4.2f}   {kept.cpu:9.2f} {kept.cpu / plain.cpu:5.2f}"
            f"   {cold.peak:12.0f} {plain.peak:5.0f}{'   real handbook' if not size else ''}",
            flush=True,
        )
        if size:
            grown.append((pages, cold.cpu))
    if len(grown) > 1:
        (few, short), (many, long) = grown[0], grown[-1]
        print(f"growth exponent {math.log(long / short) / math.log(many / few):.2f}")


def compare(project: Path, work: Path, runs: int, alone: bool) -> tuple[int, Cost, Cost, Cost]:
    """Number of pages; the cost of ours with nothing kept and with files kept, and of plain Material."""
    ours = ["generator", "build", "--root", str(project), "--out", str(work / "ours")]
    tree = work / "tree"
    peer = ["mkdocs", "build", "--quiet", "--site-dir", str(work / "plain")]
    if not alone:
        write_peer(project, tree)
    cold, kept, plain = [], [], []
    for _ in range(runs):
        shutil.rmtree(project / FOLDER, ignore_errors=True)
        cold.append(cost(ours, ROOT))
        plain.append(Cost(math.nan, math.nan, math.nan) if alone else cost(peer, tree))
        kept.append(cost(ours, ROOT))
    return sum(1 for _ in (work / "ours").rglob("*.html")), min(cold), min(kept), min(plain)


def write_peer(project: Path, tree: Path) -> None:
    """The same pages and files as a project of plain Material."""
    command = [sys.executable, "-m", "generator", "build", "--engine", "tree", "--root", str(project)]
    subprocess.run([*command, "--out", str(tree)], check=True, capture_output=True, cwd=ROOT)
    config = tree / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + THEME, encoding="utf-8")


def _copy(root: Path, project: Path) -> None:
    """The real handbook as it is now, where nobody writes to it."""
    for name in ("content", "quizzes", "theme_overrides"):
        shutil.copytree(root / name, project / name)
    shutil.copy(root / "mkdocs.yml", project)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", nargs="*", type=int)
    parser.add_argument("--root", type=Path, default=ROOT, help="whose handbook; this project's unless told")
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--quick", action="store_true", help="the real handbook only")
    parser.add_argument("--alone", action="store_true", help="without plain Material, one run")
    chosen = parser.parse_args()
    main(chosen.root, [] if chosen.quick else chosen.pages or [200, 800, 2400], chosen.runs, chosen.alone)
