"""From saving one rule to the page that shows it, in the preview and in `mkdocs serve`.

Run: .venv/bin/python -m tests.benchmarks.serve [--root FOLDER] [--saves N] [--pages N] [--no-mkdocs]

Starts each server on a copy of the real handbook, or on a made-up one of N pages, opens the rule's page in Chromium,
changes one rule N times and waits until the page has reloaded by itself and shows the change. Prints the seconds from
the write to the load event of the new page (least, median, most), the server's processor seconds for a save, and the
ratio of the medians. The bar of issue 8 is 1 second at 400 pages.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.benchmarks.synthetic import write_handbook
from tests.browser.conftest import CHROMIUM

ROOT = Path(__file__).parents[2]
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Target:
    """The rule that is changed, and where it is shown."""

    file: Path
    """File it is written in."""
    rule: str
    """Its id."""
    page: str
    """Page that shows it, from the site's root."""


def main(root: Path, saves: int, pages: int, mkdocs: bool) -> None:
    """Print a line for each server."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = Path(folder) / "project"
        if pages:
            write_handbook(project, pages, ROOT / "theme_overrides")
        else:
            for name in ("content", "quizzes", "theme_overrides"):
                shutil.copytree(root / name, project / name)
            shutil.copy(root / "mkdocs.yml", project)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        servers = {"zhibu serve": ["generator", "serve", "--root", str(project), "--port"]}
        if mkdocs:
            servers["mkdocs serve"] = ["mkdocs", "serve", "--quiet", "--dev-addr"]
        print("server          least   median    most s   cpu s a save")
        medians = []
        for name, command in servers.items():
            target = chosen(project)
            with running(command, project) as (address, process):
                page = browser.new_page()
                page.goto(address + target.page)
                before = processor_seconds(process.pid)
                times = [seconds_to_show(target, page, i) for i in range(saves)]
                spent = (processor_seconds(process.pid) - before) / saves
            medians.append(statistics.median(times))
            print(f"{name:12} {min(times):8.2f} {medians[-1]:8.2f} {max(times):8.2f}   {spent:8.2f}", flush=True)
        if len(medians) > 1:
            print(f"ratio {medians[0] / medians[1]:.2f}")
        browser.close()


def chosen(project: Path) -> Target:
    """The first rule of the longest file of rules, and its page."""
    file = max((project / "content/rules").rglob("*.yaml"), key=lambda path: path.stat().st_size)
    text = file.read_text(encoding="utf-8")
    rule = re.search(r"^- id: (\S+)", text, re.MULTILINE)
    section = re.search(r"^  section: (\S+)", text, re.MULTILINE)
    assert rule
    assert section
    page = next(
        p for p in (project / "content/handbook").rglob("*.md") if f"\nid: {section[1]}\n" in p.read_text("utf-8")
    )
    chapter = re.search(r"^id: (\S+)", (page.parent / "index.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert chapter
    return Target(file, rule[1], f"handbook/{chapter[1]}/{section[1]}.html")


def seconds_to_show(target: Target, page: Page, number: int) -> float:
    """Seconds from writing the rule to the loaded page with its new words."""
    mark = f"改第{number + 1}遍"
    text = target.file.read_text(encoding="utf-8")
    changed = re.sub(r"^(  text: )(?:改第\d+遍)?", rf"\g<1>{mark}", text, count=1, flags=re.MULTILINE)
    start = time.perf_counter()
    target.file.write_text(changed, encoding="utf-8")
    shown = page.locator(f"#rule-{target.rule}").filter(has_text=mark)
    shown.wait_for(state="attached", timeout=120_000)
    page.wait_for_load_state("load")
    taken = time.perf_counter() - start
    time.sleep(0.5)
    return taken


@contextmanager
def running(command: list[str], project: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A server that answers, and where; ended afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}" if command[0] == "mkdocs" else str(port)
    folder = project if command[0] == "mkdocs" else ROOT
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([sys.executable, "-m", *command, place], cwd=folder, env=env, stdout=quiet, stderr=quiet)
    address = f"http://127.0.0.1:{port}/"
    try:
        while not answers(address):
            assert process.poll() is None, f"{command[0]} has ended"
            time.sleep(0.2)
        yield address, process
    finally:
        process.terminate()
        process.wait()


def answers(address: str) -> bool:
    """Whether a server has a page."""
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def processor_seconds(pid: int) -> float:
    """Processor time a process and its finished children have used."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=Path, default=ROOT, help="whose handbook; this project's unless told")
    parser.add_argument("--saves", type=int, default=5)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--no-mkdocs", action="store_true")
    given = parser.parse_args()
    main(given.root, given.saves, given.pages, not given.no_mkdocs)
