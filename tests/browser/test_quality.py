"""What Lighthouse looks at, over every kind of page: head, first paint, nothing that blocks or jumps, targets for fingers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_site import PAGES

KINDS = {
    **PAGES,
    "quiz": "quiz/index.html",
    "quiz section": "quiz/overview-role.html",
    "exams": "quiz/exams.html",
    "review": "quiz/data.html",
    "calculators": "procedures/calculators.html",
    "planner": "procedures/conversion-plan.html",
    "picture": "procedures/conversion-picture.html",
    "lesson": "lessons/first-steps.html",
    "offline": "about/offline.html",
}

WATCH = """
window.xtShift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.xtShift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
SEEN = """() => ({
  shift: window.xtShift,
  paint: performance.getEntriesByName("first-contentful-paint").length,
  blocking: performance.getEntriesByType("resource").filter((entry) => entry.renderBlockingStatus === "blocking")
    .map((entry) => entry.name.split("/").pop().split("?")[0]),
  h1: document.querySelectorAll("h1").length,
})"""
SMALL = """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), textarea, summary, a.xt-btn, a.xt-chip, a.xt-door__a, a.xt-file, .md-tabs__link, .md-nav__link, [role=button]")]
  .filter((node) => {
    const target = node.matches("input[type=radio], input[type=checkbox]") ? node.closest(".xt-opt") || node.closest("label") || node : node;
    const box = target.getBoundingClientRect();
    const style = getComputedStyle(target);
    return !node.closest(".md-search") && box.width > 1 && box.height > 1 && style.visibility !== "hidden" && box.height < 43.5;
  })
  .map((node) => node.tagName + "." + node.className + " " + Math.round(node.getBoundingClientRect().height) + " " + (node.textContent || "").trim().slice(0, 12))
  .slice(0, 5)"""


def heads(folder: Path) -> dict[str, str]:
    """Path → head of every page but slides, which fill the screen and are opened from their lesson."""
    pages = (path for path in folder.rglob("*.html") if path.name != "slides.html")
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8").partition("</head>")[0] for p in pages}


def test_every_page_has_language_viewport_and_a_title_of_its_own(site_dir: Path) -> None:
    titles: Counter[str] = Counter()
    for path, head in heads(site_dir).items():
        assert re.search(r'<html lang="zh(-CN)?"', head), path
        assert 'name="viewport" content="width=device-width,initial-scale=1"' in head, path
        found = re.search(r"<title>([^<]+) - 支部学堂</title>|<title>(支部学堂)</title>", head)
        assert found, path
        titles[found[0]] += 1
    assert {title: n for title, n in titles.items() if n > 1} == {}


def test_every_page_has_a_description(site_dir: Path) -> None:
    for path, head in heads(site_dir).items():
        found = re.search(r'<meta name="description" content="([^"]+)"', head)
        assert found, path
        assert 8 <= len(found[1]) <= 200, path


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_text_is_painted_at_once_and_stays_where_it_is(browser: Browser, base_url: str, path: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, service_workers="block", reduced_motion="reduce"
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(f"{base_url}/{path}", wait_until="load")
    page.wait_for_timeout(250)
    seen: dict[str, Any] = page.evaluate(SEEN)
    small = page.evaluate(SMALL)
    context.close()
    assert seen["h1"] == 1
    assert seen["paint"] == 1
    assert seen["shift"] <= 0.02
    assert [name for name in seen["blocking"] if not name.endswith(".css")] == ["start.js"]
    assert small == []
