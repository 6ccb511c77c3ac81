"""Build time of the real handbook and of 200, 800 and 2,400 pages against plain Material.

Run: .venv/bin/python -m tests.benchmarks.build [pages ...]

Both build the very same pages in one run: ours with `mkdocs build` and the plugin, the peer with
`mkdocs build` and plain Material over the Markdown tree of `zhibu build --engine tree`, its search
plugin off. Prints seconds (the least of the runs) and the ratio ours / plain.
"""

from __future__ import annotations

import math
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.synthetic import write_handbook

ROOT = Path(__file__).parents[2]
RUNS = 2
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def seconds(project: Path, out: Path) -> float:
    """The least wall time of a few builds."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)],
            cwd=project,
            check=True,
            env=QUIET,
        )
        times.append(time.perf_counter() - start)
    return min(times)


def compare(project: Path, work: Path) -> tuple[int, float, float]:
    """Number of pages, our seconds, plain Material's seconds."""
    tree = work / "tree"
    subprocess.run(
        [sys.executable, "-m", "generator", "build", "--engine", "tree", "--root", str(project), "--out", str(tree)],
        check=True,
        capture_output=True,
    )
    config = tree / "mkdocs.yml"
    theme = "theme: {name: material, language: zh, font: false, features: [navigation.tabs, toc.follow]}\n"
    config.write_text(config.read_text(encoding="utf-8") + theme, encoding="utf-8")
    pages = sum(1 for _ in (tree / "docs").rglob("*.md"))
    return pages, seconds(project, work / "ours"), seconds(tree, work / "plain")


def main(sizes: list[int]) -> None:
    """Print one line a size and the growth between the smallest and the largest."""
    print("pages    ours s   plain s   ours/plain")
    grown: list[tuple[int, float]] = []
    for size in [0, *sizes]:
        with tempfile.TemporaryDirectory() as folder:
            project = ROOT
            if size:
                project = Path(folder) / "project"
                write_handbook(project, size, ROOT / "theme_overrides")
            pages, ours, plain = compare(project, Path(folder))
        print(f"{pages:5}  {ours:8.2f}  {plain:8.2f}   {ours / plain:8.2f}{'   real handbook' if not size else ''}")
        if size:
            grown.append((pages, ours))
    if len(grown) > 1:
        (few, short), (many, long) = grown[0], grown[-1]
        print(f"growth exponent {math.log(long / short) / math.log(many / few):.2f}")


if __name__ == "__main__":
    main([int(arg) for arg in sys.argv[1:]] or [200, 800, 2400])
