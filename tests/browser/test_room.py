"""The screen for the room in a real Chromium: keyboard, hands, answers, from a folder, nothing stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

ROOM = "quiz/room.html"
KIT = "lesson:before-conversion"


def opened(page: Page, address: str, source: str = KIT) -> None:
    page.goto(address)
    page.get_by_label("从哪里出题").select_option(source)
    page.get_by_role("button", name="上大屏").click()
    expect(page.locator(".xt-room__stem")).to_be_visible()


def test_meeting_runs_by_keyboard(page: Page, base_url: str) -> None:
    opened(page, f"{base_url}/{ROOM}")
    screen = page.get_by_role("dialog", name="会场大屏")
    expect(screen).to_be_focused()
    stem = page.locator(".xt-room__stem").inner_text()
    expect(page.locator(".xt-room__why")).to_be_hidden()
    expect(page.locator(".xt-room__r:visible")).to_have_count(0)
    for keys in ("a", "1", "2", "Enter", "3", "c", "8"):
        page.keyboard.press(keys)
    assert page.locator(".xt-room__c").all_inner_texts()[:3] == ["12 人", "3 人", "8 人"]
    widths = page.locator(".xt-room__bar").evaluate_all("bars => bars.map(bar => parseFloat(bar.style.width))")
    assert [round(width, 1) for width in widths[:3]] == [52.2, 13.0, 34.8]
    page.keyboard.press("n")
    assert "".join(page.locator(".xt-room__c").all_inner_texts()) == ""
    expect(page.locator(".xt-room__n:visible")).to_have_count(0)
    page.keyboard.press("n")
    assert page.locator(".xt-room__c").first.inner_text() == "12 人"
    page.keyboard.press("Space")
    expect(page.locator(".xt-room__why")).to_be_visible()
    expect(page.locator(".xt-room__o--right .xt-room__r")).to_have_text("正确答案")
    expect(page.locator(".xt-room__basis")).to_contain_text("依据 《")
    expect(screen.get_by_role("status")).to_contain_text("答案：")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".xt-room__head")).to_contain_text("第 2 题，共 10 题")
    expect(page.locator(".xt-room__why")).to_be_hidden()
    page.keyboard.press("PageUp")
    expect(page.locator(".xt-room__stem")).to_have_text(stem)
    assert page.locator(".xt-room__n").first.input_value() == "12"
    expect(page.locator(".xt-room__why")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".xt-room")).to_have_count(0)
    expect(page.get_by_role("button", name="上大屏")).to_be_focused()


def test_tab_stays_on_the_screen_and_buttons_do_what_keys_do(page: Page, base_url: str) -> None:
    opened(page, f"{base_url}/{ROOM}", KIT)
    for _ in range(14):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.xt-room') !== null")
    for _ in range(14):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.closest('.xt-room') !== null")
    page.get_by_role("button", name="看答案").click()
    expect(page.locator(".xt-room__why")).to_be_visible()
    page.get_by_role("button", name="下一题").click()
    expect(page.locator(".xt-room__head")).to_contain_text("第 2 题")
    page.get_by_role("button", name="退出").click()
    expect(page.locator(".xt-room")).to_have_count(0)


def test_two_presses_open_one_screen(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{ROOM}")
    start = page.get_by_role("button", name="上大屏")
    start.evaluate("button => { button.click(); button.click(); }")
    expect(page.locator(".xt-room")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".xt-room")).to_have_count(0)


@pytest.mark.parametrize("kind", ["section", "chapter", "paper", "must"])
def test_questions_come_from_where_one_chose(page: Page, base_url: str, kind: str) -> None:
    page.goto(f"{base_url}/{ROOM}")
    source = page.locator(f"#room-from option[value^='{kind}:']").first.get_attribute("value")
    assert source
    page.get_by_label("几题").select_option("5")
    opened_again = page.get_by_label("从哪里出题")
    opened_again.select_option(source)
    page.get_by_role("button", name="上大屏").click()
    expect(page.locator(".xt-room__head")).to_contain_text("共 5 题")
    assert page.locator(".xt-room__o").count() >= 2


def test_opens_from_a_folder_offline_at_the_kit_in_the_address_and_stores_nothing(
    context: BrowserContext, site_dir: Path
) -> None:
    context.set_offline(True)
    page = context.new_page()
    page.goto((site_dir / ROOM).as_uri() + f"#{KIT}")
    before = page.evaluate("JSON.stringify(localStorage)")
    assert page.get_by_label("从哪里出题").input_value() == KIT
    page.get_by_role("button", name="上大屏").click()
    expect(page.locator(".xt-room__stem")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.type("7")
    page.keyboard.press("Space")
    expect(page.locator(".xt-room__why")).to_be_visible()
    assert page.evaluate("JSON.stringify(localStorage)") == before


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768), (390, 844)])
def test_every_question_of_a_kit_fits_the_screen_in_large_letters(
    page: Page, base_url: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    opened(page, f"{base_url}/{ROOM}")
    for _ in range(10):
        page.keyboard.press("Space")
        size = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.xt-room__t')).fontSize)")
        assert size >= {1920: 26, 1024: 16, 390: 9}[width]
        assert page.evaluate("document.querySelector('.xt-room').scrollWidth <= innerWidth")
        if width == 1920:
            assert page.evaluate(
                "(b => b.scrollHeight <= b.clientHeight + 1)(document.querySelector('.xt-room__body'))"
            )
        page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_screen(browser: Browser, base_url: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    opened(page, f"{base_url}/{ROOM}")
    for key in ("a", "7", "Space"):
        page.keyboard.press(key)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    context.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == []


def test_without_script_the_page_leads_to_the_questions(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((site_dir / ROOM).as_uri())
    expect(page.locator("room-screen form")).to_be_hidden()
    page.locator(".xt-plain ul a").first.click()
    expect(page.locator("fieldset").first).to_be_visible()
    context.close()
