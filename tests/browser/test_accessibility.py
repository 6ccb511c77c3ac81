"""Every kind of page for everybody: screen readers, keyboard, large type, zoom, forced colours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_kinds import KINDS, PAGES, kind_of

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS: dict[str, dict[str, Any]] = {
    "light, 320 px": {"viewport": {"width": 320, "height": 800}, "color_scheme": "light"},
    "dark, 1440 px": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "forced colours, 390 px": {"viewport": {"width": 390, "height": 844}, "forced_colors": "active"},
}
BODY_SIZE = (
    "Math.max(...[...document.querySelectorAll('.md-typeset p')].map(p => parseFloat(getComputedStyle(p).fontSize)))"
)
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_every_page_is_of_a_kind_that_is_looked_at(site_dir: Path) -> None:
    urls = [str(path.relative_to(site_dir)) for path in site_dir.rglob("*.html")]
    assert [url for url in urls if kind_of(url) is None] == []
    assert set(KINDS) - {kind_of(url) for url in urls} == set()
    assert {kind: kind_of(example) for kind, (_, example) in KINDS.items() if kind_of(example) != kind} == {}


FORCED = {kind: PAGES[kind] for kind in ("home", "section", "procedure", "document", "exam", "quiz daily")}


@pytest.mark.parametrize(
    ("path", "look"),
    [
        pytest.param(path, look, id=f"{kind}, {look}")
        for look in LOOKS
        for kind, path in (FORCED if "forced" in look else PAGES).items()
    ],
)
def test_axe_finds_nothing(browser: Browser, base_url: str, path: str, look: str) -> None:
    context = browser.new_context(reduced_motion="reduce", **LOOKS[look])
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = Axe().run(page, options={"runOnly": RULES})
    context.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_twice_the_size_needs_no_sideways_scrolling(browser: Browser, base_url: str, path: str) -> None:
    zoomed = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = zoomed.new_page()
    page.goto(f"{base_url}/{path}")
    assert page.evaluate(OVERFLOW) <= 0
    page.evaluate("localStorage.setItem('xt-text-size', '3')")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    assert page.evaluate(BODY_SIZE) >= 25
    assert page.evaluate(OVERFLOW) <= 2  # what rounding leaves of a clipped head of a table
    zoomed.close()


@pytest.mark.parametrize(
    ("name", "path", "part"),
    [
        ("chart", "procedures/heart-talk.html", ".xt-flow"),
        ("quiz", "quiz/overview-role.html", "fieldset >> nth=0"),
    ],
)
def test_what_a_screen_reader_is_given(
    page: Page, base_url: str, golden: Callable[[str, str], None], name: str, path: str, part: str
) -> None:
    page.goto(f"{base_url}/{path}")
    golden(f"accessibility/{name}.yaml", page.locator(part).first.aria_snapshot() + "\n")


def focused(page: Page) -> str:
    """Words of what has the focus."""
    return str(page.evaluate("(document.activeElement.innerText || document.activeElement.value || '').trim()"))


def tab_to(page: Page, words: str, most: int = 80) -> None:
    """Press Tab until what has the focus says some words."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    raise AssertionError(f"{words} is not reached with {most} presses of Tab; the last was {focused(page)!r}")


def test_journey_past_the_head_of_the_page(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{PAGES['section']}")
    page.keyboard.press("Tab")
    assert focused(page) == "跳转至"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, article, .md-content') !== null")


def test_journey_from_the_home_page_to_an_answered_question(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(base_url)
    tab_to(page, "自测")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("自测")
    for words, heading in (("第一章", "第一章 基层党组织概述"), ("基层党组织的地位和作用", "基层党组织的地位和作用")):
        tab_to(page, words)
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_contain_text(heading)
    expect(page.locator(".xt-practice input[type='radio']").first).to_be_visible()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.xt-practice input')"):
            break
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator(".xt-verdict")).to_be_visible()


def test_journey_to_a_basis_and_back(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{PAGES['section']}")
    tab_to(page, "依据", most=150)
    before = focused(page)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("中国共产党章程")
    page.go_back()
    assert page.locator("a.xt-basis", has_text=before.splitlines()[0]).first.is_visible()
