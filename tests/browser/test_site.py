"""Every kind of page as a reader meets it: quiet, reachable, readable, without network or script."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

PAGES = {
    "home": "index.html",
    "study": "study/index.html",
    "chapter": "handbook/overview/index.html",
    "section": "handbook/overview/overview-setup.html",
    "long section": "handbook/admission/admission-process.html",
    "roles": "roles/index.html",
    "role": "roles/branch-secretary.html",
    "terms": "terms/index.html",
    "sources": "sources/index.html",
    "source": "sources/admission-2026.html",
    "changes": "changes.html",
    "open": "open.html",
    "updates": "updates.html",
    "about": "about/index.html",
    "editing": "about/editing.html",
    "procedures": "procedures/index.html",
    "procedure": "procedures/admission.html",
    "documents": "documents/index.html",
    "document": "documents/application-letter.html",
}

OVERFLOW = """() => [...document.querySelectorAll('body *')].filter(e => {
  const r = e.getBoundingClientRect();
  return r.width > 0 && r.right > document.documentElement.clientWidth + 1 && !e.closest('.md-tabs, pre, .md-typeset__scrollwrap, .md-search, .md-sidebar, .xt-flow-scroll');
}).slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))"""

SMALL = """() => [...document.querySelectorAll('.md-typeset *')].filter(e =>
  [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length
  && !e.closest('svg') && parseFloat(getComputedStyle(e).fontSize) < 15.9
).slice(0, 3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 20))"""


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_page_fits_its_width_and_no_text_is_small(page: Page, base_url: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("path", [PAGES["home"], PAGES["section"], PAGES["procedure"]])
def test_opens_by_double_click_without_network(context: BrowserContext, site_dir: Path, path: str) -> None:
    context.set_offline(True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site_dir / path).as_uri())
    expect(page.locator("h1")).to_be_visible()
    links = page.locator(".md-content a[href$='.html']")
    assert links.count() >= 3
    links.first.click()
    expect(page.locator("h1")).to_be_visible()
    assert errors == []


@pytest.mark.parametrize("path", [PAGES["home"], PAGES["section"], PAGES["changes"], PAGES["procedure"]])
def test_readable_without_script(browser: Browser, base_url: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 300
    assert page.locator("form.xt-filter:visible").count() == 0
    context.close()


def test_text_size_is_kept_between_pages(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGES['section']}")
    before = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.md-typeset p')).fontSize)")
    page.get_by_role("button", name="字号").click()
    page.get_by_role("button", name="特大").click()
    page.goto(f"{base_url}/{PAGES['role']}")
    after = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.md-typeset table')).fontSize)")
    assert after > before * 1.2
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_term_is_explained_on_focus(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{PAGES['section']}")
    term = page.locator("a.xt-term").first
    term.focus()
    expect(page.locator(".xt-tip")).to_be_visible()
    assert page.locator(".xt-tip").inner_text().strip() != ""
    page.keyboard.press("Escape")
    expect(page.locator(".xt-tip")).to_be_hidden()


def test_changes_can_be_narrowed_to_a_chapter(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PAGES['changes']}")
    rows = page.locator("#changes-list tbody tr:visible")
    everything = rows.count()
    page.get_by_label("章").select_option("admission")
    narrowed = rows.count()
    assert 0 < narrowed < everything
    expect(page.locator(".xt-filter__n")).to_have_text(f"共 {narrowed} 条")


def test_everything_is_reached_by_tab(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{PAGES['home']}")
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent.trim().slice(0, 8)"))
    assert any("我要学习" in text for text in reached)
    assert page.evaluate(
        "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 })()"
    )
