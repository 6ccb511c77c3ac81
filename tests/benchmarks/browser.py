"""The heaviest pages in Chromium on a processor slowed 4 times, against plain Material's page of the same content.

Run: .venv/bin/python -m tests.benchmarks.browser [--runs N] [--slow N] [--pages N] [--ours DIR --plain DIR]

Builds both sites in one run (or takes built ones), serves them from this machine without cache and takes the least of N
loads of each of our heaviest pages, of the home page and of the heaviest page of practice: kilobytes of the page, first
contentful paint, and until the load event milliseconds of scripts, of styles and layout, and of the main thread in all,
at a phone's size. Then, in ours: from the first letter in the search box to the first answers (a page just opened,
nothing prepared), from another letter to its answers, and from 看对错 to the verdict.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, expect, sync_playwright

from tests.benchmarks.build import write_peer
from tests.browser.conftest import CHROMIUM, QuietHandler

ROOT = Path(__file__).parents[2]
FIELD, HIT = "site-search input", ".md-search-result__link"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
NOW = "performance.now()"


@dataclass(frozen=True)
class Load:
    """What loading a page took, in milliseconds."""

    paint: float
    """Until something of the content was seen."""
    script: float
    """Scripts on the main thread until the load event and a moment after."""
    layout: float
    """Styles and layout."""
    task: float
    """The main thread in all."""


def main(runs: int, slow: int, count: int, ours: Path, plain: Path) -> None:
    """Print a line for each page, then the times of search and quiz."""
    with served(ours) as our_site, served(plain) as plain_site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        print(f"processor slowed {slow} times; milliseconds, ours / plain Material")
        print("page                                     KB            first paint   script       style, layout  thread")
        for name in heaviest(ours, plain, count):
            one, other = (least(browser, site, name, slow, runs) for site in (our_site, plain_site))
            print(line(name, one, other, ours, plain), flush=True)
        practice = max((ours / "quiz").glob("*.html"), key=lambda path: path.stat().st_size)
        ready, again = zip(*(search(browser, our_site, slow) for _ in range(runs)), strict=True)
        verdict = min(answer(browser, f"{our_site}/quiz/daily.html", slow) for _ in range(runs))
        print(f"search: first answers {min(ready):.0f} ms after the first letter, then {min(again):.0f} ms a letter")
        print(f"quiz: verdict {verdict:.0f} ms after 看对错; heaviest page of questions: {practice.name}")
        browser.close()


def heaviest(ours: Path, plain: Path, count: int) -> list[str]:
    """The home page, then our largest pages that the peer has too."""
    pages = sorted(ours.rglob("*.html"), key=lambda path: (-path.stat().st_size, path))
    names = [path.relative_to(ours).as_posix() for path in pages]
    return ["index.html", *[name for name in names if (plain / name).is_file()][:count]]


def line(name: str, one: Load, other: Load, ours: Path, plain: Path) -> str:
    """A line of the table."""
    sizes = f"{(ours / name).stat().st_size / 1024:.0f} / {(plain / name).stat().st_size / 1024:.0f}"
    pairs = (f"{getattr(one, of):.0f} / {getattr(other, of):.0f}" for of in ("paint", "script", "layout", "task"))
    return f"{name:40} {sizes:13} " + "".join(f"{pair:14}" for pair in pairs)


def least(browser: Browser, site: str, name: str, slow: int, runs: int) -> Load:
    """The least of each figure over several loads."""
    loads = [load(browser, f"{site}/{name}", slow) for _ in range(runs)]
    return Load(*(min(getattr(one, of) for one in loads) for of in ("paint", "script", "layout", "task")))


def load(browser: Browser, address: str, slow: int) -> Load:
    """One load of a page in a fresh profile."""
    with slowed(browser, slow) as (page, session):
        page.goto(address, wait_until="load")
        page.wait_for_timeout(300)
        told = session.send("Performance.getMetrics")["metrics"]
        seconds = {metric["name"]: metric["value"] for metric in told}
        layout = seconds["LayoutDuration"] + seconds["RecalcStyleDuration"]
        paint = page.evaluate(PAINT)
        return Load(paint, *(1000 * value for value in (seconds["ScriptDuration"], layout, seconds["TaskDuration"])))


def search(browser: Browser, site: str, slow: int) -> tuple[float, float]:
    """Milliseconds to the first answers after the first letter, and after one more."""
    with slowed(browser, slow) as (page, _):
        page.goto(f"{site}/index.html", wait_until="load")
        page.click(".xt-hb--search")
        first = passed(page, lambda: page.locator(FIELD).press_sequentially("转"), HIT)
        shown = page.locator(HIT).first.inner_text()
        start = page.evaluate(NOW)
        page.locator(FIELD).press_sequentially("正材料")
        expect(page.locator(HIT).first).not_to_have_text(shown)
        return first, page.evaluate(NOW) - start


def answer(browser: Browser, address: str, slow: int) -> float:
    """Milliseconds from asking for the verdict to the verdict."""
    with slowed(browser, slow) as (page, _):
        page.goto(address, wait_until="load")
        page.locator(".xt-practice .xt-opt label").first.click()
        return passed(page, page.get_by_role("button", name="看对错").click, ".xt-verdict")


def passed(page: Page, act: Callable[[], None], selector: str) -> float:
    """Milliseconds from an act to the first element it brings."""
    start = page.evaluate(NOW)
    act()
    page.locator(selector).first.wait_for(state="visible")
    return float(page.evaluate(NOW) - start)


@contextmanager
def slowed(browser: Browser, slow: int) -> Iterator[tuple[Page, CDPSession]]:
    """A phone's page in a fresh profile, its processor slowed and its figures kept."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    session.send("Emulation.setCPUThrottlingRate", {"rate": slow})
    yield page, session
    context.close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Address of a folder's files on this machine."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def build(work: Path) -> tuple[Path, Path]:
    """Both sites of the real handbook."""
    ours, tree, plain = work / "ours", work / "tree", work / "plain"
    command = [sys.executable, "-m", "generator", "build", "--out", str(ours)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    write_peer(ROOT, tree)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(plain)], cwd=tree, check=True)
    return ours, plain


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--slow", type=int, default=4)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--ours", type=Path)
    parser.add_argument("--plain", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sites = (given.ours, given.plain) if given.ours and given.plain else build(Path(folder))
        main(given.runs, given.slow, given.pages, *sites)
