"""Hostile text in every field, in a real Chromium: it is read, never run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

from generator.pipeline import Site
from generator.publish.mkdocs_build import publish_with_mkdocs
from generator.render.site import render
from tests.faults.hostile import SHOWN
from tests.faults.poison import Poisoned, poison, poisoned_text
from tests.support import minimal_files

ROOT = Path(__file__).parents[2]
PRESSED = """
() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const seen = [...document.querySelectorAll("main button, main [role=button]")].filter(b => b.offsetParent);
  for (const button of seen.slice(0, 12)) button.click();
}
"""
"""Opens every fold and presses the first buttons of a page."""


@pytest.fixture(scope="module")
def poisoned() -> Poisoned:
    """The small handbook with everything hostile at once in every field."""
    return poison(minimal_files(), 0, ("all",))


@pytest.fixture(scope="module")
def folder(poisoned: Poisoned, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It, built with the real theme."""
    out = tmp_path_factory.mktemp("hostile") / "site"
    publish_with_mkdocs(Site(poisoned.views, render(poisoned.views), ()), ROOT, out)
    return out


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page that notes what a hostile text would like to do."""
    context = browser.new_context(locale="zh-CN", reduced_motion="reduce", accept_downloads=True)
    made = context.new_page()
    harm: list[str] = []

    def noted(request: Request) -> None:
        if not request.url.startswith((folder.as_uri(), "data:", "blob:")) or request.url.endswith("/x"):
            harm.append(request.url)

    def asked(dialog: Dialog) -> None:
        if dialog.type == "alert":  # our own pages only ask
            harm.append(f"dialog {dialog.message}")
        dialog.dismiss()

    made.on("request", noted)
    made.on("dialog", asked)
    made.on("pageerror", lambda error: harm.append(str(error)))
    yield made
    context.close()
    assert harm == []


def test_no_page_runs_what_editors_typed(page: Page, folder: Path, poisoned: Poisoned) -> None:
    shown: set[str] = set()
    for path in sorted(folder.rglob("*.html")):
        if path.name == "404.html":  # meant for a web server: its addresses begin at the root
            continue
        page.goto(path.as_uri(), wait_until="load")
        text = page.evaluate("document.documentElement.textContent")
        shown |= {dose.mark for dose in poisoned.taken if poisoned_text(dose) in text}
        page.evaluate(PRESSED)
        page.wait_for_timeout(30)
        assert page.evaluate("typeof window.xtHarm") == "undefined", path
        assert page.evaluate("document.querySelectorAll('img[src=x], [onerror], [onload], svg[onload]').length") == 0, (
            path
        )
    assert len(shown) > 60


def test_search_shows_hostile_text_as_text(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("/")
    box = page.locator("input[name=query]").first
    box.fill(SHOWN["all"][:40])
    page.wait_for_timeout(600)
    box.fill("预备期")
    page.wait_for_timeout(900)
    assert page.evaluate("typeof window.xtHarm") == "undefined"
    assert page.locator(".md-search-result__list li, [data-md-component=search-result] li").count() > 0
