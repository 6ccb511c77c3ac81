"""Milliseconds to lay out and render the charts of every real procedure.

Run: .venv/bin/python -m tests.benchmarks.flowcharts

`list` is the HTML chart, `picture` the SVG of the page, `poster` the search for the best sheet of paper and its SVG.
Each is the least of a few runs, with the texts measured anew each time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from generator.derive import flow_poster, typeset
from generator.derive.flowcharts import Flowchart
from generator.derive.views import Views, derive
from generator.model.procedure import Procedure
from generator.pipeline import read_handbook
from generator.render.context import Context, environment
from generator.render.flowchart import picture_svg, poster_svg

ROOT = Path(__file__).parents[2]
RUNS = 5


def milliseconds(work: Callable[[], object]) -> float:
    """The least wall time of a few runs with cold caches."""
    times = []
    for _ in range(RUNS):
        for cached in (typeset.pieces, typeset.wrap, flow_poster.poster):
            cached.cache_clear()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def rows(views: Views, procedure: Procedure, chart: Flowchart) -> str:
    """The HTML chart: every row of every stage."""
    context = Context(views, views.addresses.of("procedures", procedure.id))
    macros = environment().get_template("flow_step.html.jinja").module
    return "".join(macros.row(row, chart, context) for row in chart.rows)  # type: ignore[attr-defined]


def main() -> None:
    """Print one line a procedure."""
    views = derive(read_handbook(ROOT)[0])
    print(f"{'procedure':28}steps  list ms  picture ms  poster ms  picture bytes")
    for procedure in views.handbook.procedures:
        chart = views.flowcharts[procedure.id]
        listed = milliseconds(lambda p=procedure, c=chart: rows(views, p, c))  # type: ignore[misc]
        drawn = milliseconds(lambda c=chart: picture_svg(c))  # type: ignore[misc]
        posted = milliseconds(lambda c=chart: poster_svg(c, flow_poster.poster(c), views, ""))  # type: ignore[misc]
        size = len(picture_svg(chart).encode())
        print(f"{procedure.id:28}{len(chart.rows):5}{listed:9.1f}{drawn:12.1f}{posted:11.1f}{size:15,}")


if __name__ == "__main__":
    main()
