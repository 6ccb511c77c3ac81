"""How well search answers: our worker beside plain Material + jieba and MiniSearch, over the same entries.

Run: .venv/bin/python -m tests.benchmarks.search [--queries FILE] [--peers FOLDER] [--misses]

Prints R@1, R@5 and MRR by kind of query for the real handbook, then size, readiness and latency there and with
2,000 pages, and fails (status 1) where a bar is missed. The queries are lines of kind, query and the
right entries (`rule:id`, `term:id`, `step:procedure/id`, `section:id` …, or `none`), parted by tabs.

The peers are needed only here. They are looked for in FOLDER (default: .peers), which these commands fill:

    mkdir .peers && cd .peers
    npm pack minisearch@7.2.0 && tar xzf minisearch-7.2.0.tgz
    pip install --no-deps --target . jieba==0.42.1

A peer that is not there is left out, and the output says so. Material's worker comes with mkdocs-material.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import re
import statistics
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import material
from playwright.sync_api import Page, sync_playwright

from generator.derive.search import Entry
from generator.derive.views import derive
from generator.pipeline import read_handbook
from generator.publish.search_worker import part_names
from generator.render.search_index import search_index
from tests.benchmarks.search_pages import grown
from tests.browser.conftest import CHROMIUM, QuietHandler

ROOT = Path(__file__).parents[2]
QUERIES = ROOT / "tests/search/queries.tsv"
OTHERS = ROOT / "tests/search/queries_of_others.tsv"
SCRIPTS = ROOT / "theme_overrides/assets/javascripts"
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
OURS = "ours"


@dataclass(frozen=True)
class Query:
    """One query with what answers it."""

    kind: str
    """Kind of query."""
    text: str
    """What is typed."""
    right: frozenset[str]
    """Keys of right entries; empty where nothing should be found."""


@dataclass
class Tally:
    """Sums over queries of one kind."""

    count: int = 0
    first: int = 0
    five: int = 0
    reciprocal: float = 0

    def add(self, place: int | None) -> None:
        """Count a query whose first right answer is at a place, from 1."""
        self.count += 1
        if place is not None:
            self.first += place == 1
            self.five += place <= 5
            self.reciprocal += 1 / place

    def __str__(self) -> str:
        return f"{self.first / self.count:5.3f} {self.five / self.count:5.3f} {self.reciprocal / self.count:5.3f}"


def read_queries(path: Path) -> list[Query]:
    """The queries of a file."""
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [Query(kind, text, frozenset(right.split()) - {"none"}) for kind, text, right in lines]


def keys(location: str) -> set[str]:
    """The names a location answers to in the file of queries."""
    path, _, anchor = location.partition("#")
    folder, _, name = path.removesuffix(".html").rpartition("/")
    kind, _, own = anchor.partition("-")
    if kind in ("rule", "term"):
        return {f"{kind}:{own}"}
    if kind == "step":
        return {f"step:{name}/{own}"}
    if path.endswith("calculators.html") or name.endswith("-plan") or folder == "year":
        return {f"tool:{anchor or name}"}
    if folder.startswith("handbook/"):
        chapter = folder.removeprefix("handbook/")
        return {f"chapter:{chapter}"} if name == "index" else {f"section:{name}"}
    return {f"question:{anchor}"} if folder == "quiz" else {f"{folder.removesuffix('s')}:{name}"}


def place(query: Query, found: list[list[str]]) -> int | None:
    """Place of the first right answer; first where nothing is right and nothing was found."""
    if not query.right:
        return None if found else 1
    groups = (set().union(*map(keys, group)) for group in found)
    return next((i for i, group in enumerate(groups, 1) if group & query.right), None)


def tallies(queries: list[Query], answers: list[Any], show: Callable[[str], None]) -> dict[str, Tally]:
    """Kind of query → its tally; `all` is all but nonsense."""
    out: dict[str, Tally] = {}
    for query, answer in zip(queries, answers, strict=True):
        at = place(query, answer["found"])
        out.setdefault(query.kind, Tally()).add(at)
        if query.right:
            out.setdefault("all", Tally()).add(at)
        if at != 1:
            show(f"  {at or '-'} {query.kind} {query.text}: {[' '.join(g) for g in answer['found'][:3]]}")
    return out


def material_index(entries: tuple[Entry, ...], jieba: Any) -> dict[str, Any]:
    """The entries as Material's own plugin would write them, with Chinese cut by jieba."""

    def cut(text: str) -> str:
        def words(run: re.Match[str]) -> str:
            return "\u200b" + "\u200b".join(jieba.cut(run.group())) + "\u200b"

        return re.sub("[\u4e00-\u9fff]+", words, text).strip("\u200b")

    docs = [
        {"location": e.location, "title": cut(e.title), "text": cut(" ".join((*e.aliases, *e.everyday, e.text)))}
        for e in entries
    ]
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    separator = "[\\s\\u200b\\-、。，．？！；]+"
    return {"config": {"lang": ["en"], "separator": separator, "pipeline": ["stemmer"], "fields": fields}, "docs": docs}


@contextmanager
def page_at(folder: Path) -> Iterator[Page]:
    """A page of Chromium on a server of the folder."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/page.html")
        yield page
        browser.close()
    server.shutdown()


def lay_out(folder: Path, peers: Path, indexes: dict[str, Any]) -> None:
    """Everything the page needs, in one folder."""
    for name, source in (("ours", SCRIPTS), ("theme", THEME), ("peers", peers)):
        (folder / name).symlink_to(source.resolve())
    for name, value in indexes.items():
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), "utf-8")
    own = (SCRIPTS / "search-worker.js").read_text("utf-8")
    parts = part_names(own)
    (folder / "worker.js").write_text("".join((SCRIPTS / part).read_text("utf-8") for part in parts) + own, "utf-8")
    scripts = [*(f"ours/{part}" for part in parts), "peers/package/dist/umd/index.js", "bench.js"]
    (folder / "bench.js").write_text((Path(__file__).parent / "search_peers.js").read_text("utf-8"), "utf-8")
    tags = "".join(f'<script src="{script}"></script>' for script in scripts)
    (folder / "page.html").write_text(f"<!doctype html><meta charset=utf-8>{tags}", "utf-8")


def contenders(peers: Path, entries: tuple[Entry, ...], indexes: dict[str, Any]) -> dict[str, tuple[str, str, str]]:
    """Name → way to run it, its index, its worker; says what is left out."""
    found = {OURS: (OURS, "real", "worker.js")}
    sys.path.insert(0, str(peers))
    try:
        import jieba
    except ImportError:
        print(f"没有 jieba，不比 Material（取法见 {Path(__file__).name} 开头）")
    else:
        jieba.setLogLevel("ERROR")
        indexes["material"] = material_index(entries, jieba)
        worker = next((THEME / "workers").glob("search.*.min.js")).name
        found["material"] = ("material", "material", f"theme/workers/{worker}")
    if (peers / "package/dist/umd/index.js").is_file():
        found |= {name: (name, "real", "") for name in ("mini", "mini-rewritten")}
    else:
        print(f"没有 MiniSearch，不比它（取法见 {Path(__file__).name} 开头）")
    return found


def main() -> int:
    """Exit status 0 when every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--peers", type=Path, default=ROOT / ".peers")
    parser.add_argument("--misses", action="store_true", help="list queries whose first answer is not right")
    options = parser.parse_args()
    queries = read_queries(options.queries)
    entries = derive(read_handbook(ROOT)[0]).search
    indexes = {"real": search_index(entries), "grown": search_index(grown(entries, 2000))}
    names = contenders(options.peers, entries, indexes)
    with TemporaryDirectory() as made:
        lay_out(Path(made), options.peers, indexes)
        with page_at(Path(made)) as page:
            texts = [query.text for query in queries]

            def run(which: str, index: str, worker: str) -> Any:
                return page.evaluate("([w, i, a, q]) => run(w, i, a, q)", [which, f"{index}.json", worker, texts])

            results = {name: run(*how) for name, how in names.items()}
            results["grown"] = run(OURS, "grown", "worker.js")
    table = {
        name: tallies(queries, result["answers"], print if options.misses and name == OURS else lambda _: None)
        for name, result in results.items()
    }
    print_table(table)
    return verdict(table, results, {name: json.dumps(indexes[name], ensure_ascii=False) for name in ("real", "grown")})


def print_table(table: dict[str, dict[str, Tally]]) -> None:
    """R@1, R@5 and MRR, a line for each kind, a column for each contender."""
    print("R@1 R@5 MRR".ljust(18) + "".join(name.center(20) for name in table))
    for kind, own in table[OURS].items():
        print(f"{kind:12}{own.count:4}  " + "".join(f" {tally[kind]} " for tally in table.values()))


def verdict(table: dict[str, dict[str, Tally]], results: dict[str, Any], texts: dict[str, str]) -> int:
    """Print sizes and times and what misses its bar; 0 where nothing does."""
    own = table[OURS]
    figures = [
        ("R@1", own["all"].first / own["all"].count, 0.85, 1),
        ("R@5", own["all"].five / own["all"].count, 0.97, 1),
    ]
    spelt = [kind for kind in ("pinyin", "initials") if kind in own]
    figures += [(f"R@5 {kind}", own[kind].five / own[kind].count, 0.95, 1) for kind in spelt]
    for name, label, ready in ((OURS, "real", 200), ("grown", "grown", 1000)):
        size = len(gzip.compress(texts[label].encode(), 9))
        times = [answer["ms"] for answer in results[name]["answers"]]
        print(
            f"{label}: {len(texts[label].encode()) / 1e6:.2f} MB, first query {times[0]:.0f} ms, slowest {max(times):.0f} ms"
        )
        figures += [(f"{label} gz kB", size / 1000, 500, -1), (f"{label} ready ms", results[name]["ready"], ready, -1)]
        figures.append((f"{label} median ms", statistics.median(times), 50, -1))
    missed = [name for name, value, bar, sign in figures if (value - bar) * sign < 0]
    for name, value, bar, sign in figures:
        print(f"{name:18}{value:9.3f}  {'≥' if sign > 0 else '≤'} {bar:g}{'   missed' if name in missed else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
