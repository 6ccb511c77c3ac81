"""The slide show and the lesson page in a real Chromium: keys, touch, notes, clock, paper, no script, from a folder."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_site import OVERFLOW, SMALL

SLIDES = "lessons/before-conversion/slides.html"
LESSON = "lessons/before-conversion.html"
SHOWN = "document.querySelector('.s.now h2').textContent"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def at(page: Page) -> str:
    return page.locator("[data-count]").inner_text()


def test_a_journey_with_keys(page: Page, site_dir: Path) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto((site_dir / SLIDES).as_uri() + "#20")
    expect(page.locator(".s.now h1, .s.now h2")).to_have_text("转正前辅导：五步手续和三种结果")
    last = int(at(page).split(" / ")[1])
    press(page, "ArrowRight", "ArrowDown", " ")
    assert at(page) == f"4 / {last}"
    press(page, "PageDown")
    truth = page.locator(".s.now [data-step]")
    expect(truth).to_be_hidden()
    press(page, "Enter")
    expect(truth).to_be_visible()
    expect(page.locator(".s-live")).to_contain_text("出现：批准是对党员大会决议的审批")
    press(page, "ArrowLeft")
    expect(truth).to_be_hidden()
    press(page, "PageUp", "ArrowUp", "Shift+ ")
    assert at(page) == f"2 / {last}"
    press(page, "End")
    assert at(page) == f"{last} / {last}"
    expect(page.locator(".s-live")).to_have_text(f"第 {last} 张，共 {last} 张：写在哪里")
    assert page.evaluate("location.hash") == f"#20-{last}"
    press(page, "Home")
    assert at(page) == f"1 / {last}"
    press(page, "?")
    expect(page.locator(".s-help")).to_be_visible()
    press(page, "Escape")
    expect(page.locator(".s-help")).to_be_hidden()
    press(page, "Escape")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".s-bar")).to_be_hidden()


def test_every_length_shows_its_own_slides(page: Page, site_dir: Path) -> None:
    page.goto((site_dir / SLIDES).as_uri())
    counts = []
    for length in ("8", "20", "45", "90"):
        page.get_by_role("link", name=f"{length} 分钟", exact=True).click()
        counts.append(int(at(page).split(" / ")[1]))
        assert counts[-1] == page.locator(f".s[data-lengths~='{length}']").count()
        press(page, "Escape")
    assert counts == sorted(counts)
    page.evaluate("location.hash = '#45-7'")
    expect(page.locator("[data-count]")).to_have_text(re.compile(r"^7 / "))


def test_notes_hold_minutes_words_basis_and_the_clock_can_be_hidden(page: Page, site_dir: Path) -> None:
    page.clock.install()
    page.goto((site_dir / SLIDES).as_uri() + "#20-3")
    press(page, "n", "ArrowRight")
    panel = page.locator(".s-panel")
    expect(panel.locator("[data-plan]")).to_have_text("第 0—3 分钟，几个日子先分清")
    expect(panel).to_contain_text("起止日写到哪一天，细则没有写明")
    expect(panel.get_by_role("link").first).to_have_text(
        re.compile("依据：《发展党员细则》第三十一条；《党章》第七条（已读条文）——预备党员的预备期为一年")
    )
    expect(panel.locator("[data-next]")).to_have_text("预备期从上级党委批准之日算起。")
    page.clock.run_for(65_000)
    expect(panel.locator("[data-clock]")).to_have_text("已讲 1:05")
    expect(panel.locator("[data-pace]")).to_have_text("和计划一致")
    page.clock.run_for(180_000)
    expect(panel.locator("[data-pace]")).to_have_text("比计划慢 2 分钟")
    press(page, "t")
    expect(panel.locator("[data-clock]")).to_be_hidden()
    press(page, "t")
    panel.get_by_role("button", name="从头计时").click()
    expect(panel.locator("[data-clock]")).to_have_text("已讲 0:00")
    press(page, "N")
    expect(panel).to_be_hidden()


def test_all_that_is_projected_can_be_read_from_the_back_row(page: Page, site_dir: Path) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    page.goto((site_dir / SLIDES).as_uri() + "#90")
    found = page.evaluate(
        """() => [...document.querySelectorAll('.s')].flatMap((slide) => {
          document.querySelectorAll('.now').forEach((other) => other.classList.remove('now'));
          slide.classList.add('now');
          const stage = slide.querySelector('.s-stage').getBoundingClientRect();
          return [...slide.querySelectorAll('.s-stage > *')].filter((e) => e.textContent.trim()).map((e) => {
            const range = document.createRange(); range.selectNodeContents(e);
            const slack = parseFloat(getComputedStyle(e).fontSize) / 8;
            const box = range.getBoundingClientRect(), own = e.getBoundingClientRect();
            return [parseFloat(getComputedStyle(e).fontSize),
              box.bottom <= own.bottom + slack && box.top >= own.top - slack && box.right <= stage.right + 1, e.textContent];
          });
        })"""
    )
    assert len(found) > 300
    assert min(size for size, _, _ in found) >= 36
    assert [text for _, fits, text in found if not fits] == []


def test_axe_finds_nothing_while_showing(page: Page, site_dir: Path) -> None:
    page.set_viewport_size({"width": 1366, "height": 768})
    found: list[Any] = []
    for slide, keys in ((1, "?"), (2, "?n"), (3, "n"), (4, ""), (5, "n"), (5, ""), (10, ""), (40, ""), (41, "")):
        page.goto((site_dir / SLIDES).as_uri() + f"#20-{slide}")
        press(page, *keys, "ArrowRight", "ArrowLeft")
        found += Axe().run(page, options=RULES).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found] == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_it_reads_as_a_long_page_on_a_phone(browser: Browser, site_dir: Path, script: bool) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
    page = context.new_page()
    page.goto((site_dir / SLIDES).as_uri())
    expect(page.locator(".s:not([data-shorter])").last).to_be_visible()
    expect(page.locator(".s:not([data-shorter]) .s-notes").nth(3)).to_be_visible()
    expect(page.locator("[data-step]").first).to_be_visible()
    if script:
        assert page.evaluate(OVERFLOW) == []
        assert page.evaluate(SMALL.replace(".md-typeset *", "body *")) == []
        assert Axe().run(page, options=RULES).response["violations"] == []
    else:
        expect(page.locator("header")).to_contain_text("这个浏览器没有开脚本，不能放映")
    context.close()


def test_a_finger_turns_the_slides(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((site_dir / SLIDES).as_uri() + "#8")
    page.touchscreen.tap(330, 300)
    expect(page.locator("[data-count]")).to_have_text(re.compile("^2 / "))
    page.touchscreen.tap(40, 300)
    expect(page.locator("[data-count]")).to_have_text(re.compile("^1 / "))
    swipe = """([from, to]) => {
      const main = document.querySelector('main');
      const touch = (x) => new Touch({identifier: 1, target: main, clientX: x, clientY: 300});
      main.dispatchEvent(new TouchEvent('touchstart', {bubbles: true, changedTouches: [touch(from)]}));
      main.dispatchEvent(new TouchEvent('touchend', {bubbles: true, changedTouches: [touch(to)]}));
    }"""
    page.evaluate(swipe, [300, 100])
    expect(page.locator("[data-count]")).to_have_text(re.compile("^2 / "))
    page.evaluate(swipe, [100, 300])
    expect(page.locator("[data-count]")).to_have_text(re.compile("^1 / "))
    context.close()


def printed(page: Page, folder: Path) -> tuple[int, str]:
    pdf = folder / "slides.pdf"
    page.pdf(path=str(pdf), prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text.count("\f"), re.sub(r"\s+", "", text)


def test_it_prints_ten_slides_a_sheet_and_notes_beside_slides(page: Page, site_dir: Path, tmp_path: Path) -> None:
    page.goto((site_dir / SLIDES).as_uri() + "#20")
    slides = int(at(page).split(" / ")[1])
    sheets, text = printed(page, tmp_path)
    assert sheets == -(-slides // 10)
    assert "批准是对党员大会决议的审批" in text
    assert "起止日写到哪一天" not in text
    press(page, "n")
    more, noted = printed(page, tmp_path)
    assert more > sheets
    assert "起止日写到哪一天" in noted


CLOCK: list[tuple[str, list[Any], Any]] = [
    ("place", ["#45-7", [8, 45]], {"length": 45, "slide": 7}),
    ("place", ["#45", [8, 45]], {"length": 45, "slide": 1}),
    ("place", ["#45-0", [8, 45]], {"length": 45, "slide": 1}),
    ("place", ["#20", [8, 45]], None),
    ("place", ["#s3", [8, 45]], None),
    ("clock", [0], "0:00"),
    ("clock", [65.9], "1:05"),
    ("clock", [3729], "1:02:09"),
    ("pace", [180, {"start": 0, "end": 3}], 0),
    ("pace", [181, {"start": 0, "end": 3}], 1),
    ("pace", [330, {"start": 0, "end": 3}], 3),
    ("pace", [60, {"start": 5, "end": 9}], -4),
    ("pace", [270, {"start": 5, "end": 9}], 0),
    ("filled", ["第 {n} 张，共 {all} 张", {"n": 2, "all": 9}], "第 2 张，共 9 张"),
]


@pytest.fixture(scope="module")
def sums(browser: Browser, site_dir: Path) -> Page:
    page = browser.new_page()
    page.goto((site_dir / SLIDES).as_uri())
    return page


@pytest.mark.parametrize(("name", "given", "expected"), CLOCK, ids=[f"{n} {json.dumps(g)}" for n, g, _ in CLOCK])
def test_sums_of_the_show(sums: Page, name: str, given: list[Any], expected: Any) -> None:
    assert sums.evaluate("([name, given]) => xt.slidesClock[name](...given)", [name, given]) == expected


def test_the_lesson_page_shows_one_length_and_keeps_it_in_the_address(page: Page, site_dir: Path) -> None:
    page.goto((site_dir / LESSON).as_uri())
    expect(page.get_by_role("heading", name="四十五分钟怎么走")).to_be_visible()
    expect(page.get_by_role("heading", name="八分钟怎么走")).to_be_hidden()
    page.get_by_role("link", name="8 分钟", exact=True).click()
    expect(page.get_by_role("heading", name="八分钟怎么走")).to_be_visible()
    expect(page.get_by_role("heading", name="四十五分钟怎么走")).to_be_hidden()
    assert page.locator("a.xt-file:visible").count() == 8
    assert page.evaluate("location.hash") == "#minutes-8"
    expect(page.locator("[data-chosen]")).to_have_text("8 分钟的课")
    page.evaluate("location.hash = '#minutes-90'")
    expect(page.get_by_role("heading", name="九十分钟怎么走")).to_be_in_viewport()


def test_without_script_the_lesson_page_shows_every_length(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site_dir / LESSON).as_uri())
    for words in ("八", "二十", "四十五", "九十"):
        expect(page.get_by_role("heading", name=f"{words}分钟怎么走", exact=True)).to_be_visible()
    assert page.locator("a.xt-file:visible").count() == 17
    context.close()


def test_every_file_of_a_lesson_can_be_had(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{LESSON}")
    links = page.evaluate("[...document.querySelectorAll('a.xt-file[download], .xt-btn[download]')].map((a) => a.href)")
    assert len(links) == 14
    for link in links:
        answer = page.request.get(link)
        assert answer.status == 200
        assert answer.body()[:2] == b"PK"
