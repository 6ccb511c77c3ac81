"""The edition for sticks, unpacked where Windows users unpack things, opened without network, with and without scripts."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.pipeline import read_views
from generator.publish.usb import LARGEST, SITE, usb_files, usb_zip
from generator.render.start_page import start_page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def stick(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition, unpacked in a path of Chinese characters and blanks."""
    views, _ = read_views(ROOT)
    data = usb_zip(usb_files(site_dir, start_page(views, SITE)), date(2026, 11, 22))
    assert len(data) <= LARGEST
    folder = tmp_path_factory.mktemp("U 盘") / "支部 学堂（第 1 版）#100%"
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        held.extractall(folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without network in which any error or request that leaves the folder fails the test."""
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    made = context.new_page()
    faults: list[str] = []
    made.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on(
        "request",
        lambda asked: None if asked.url.startswith(("file://", "data:", "blob:")) else faults.append(asked.url),
    )
    yield made
    context.close()
    assert faults == []


def test_start_page_opens_the_site_and_search_finds(page: Page, stick: Path) -> None:
    page.goto((stick / "start.html").as_uri())
    expect(page.locator(".bad")).to_be_hidden()
    page.get_by_role("link", name="打开学堂").click()
    expect(page.locator("h1")).to_contain_text("规定读明白")
    page.click(".xt-hb--search")
    page.fill("site-search input", "怎么入党")
    expect(page.locator(".md-search-result__meta")).to_contain_text("找到")
    page.locator(".md-search-result__link").first.click()
    expect(page.locator("mark.xt-found").first).to_be_visible()


def test_question_is_answered_and_kept(page: Page, stick: Path) -> None:
    page.goto((stick / SITE / "quiz" / "overview-role.html").as_uri())
    page.locator(".xt-practice .xt-opt label").first.click()
    page.get_by_role("button", name="看对错").click()
    expect(page.locator(".xt-verdict").first).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('xt-'))")


def test_chart_and_document_stand_there(page: Page, stick: Path) -> None:
    page.goto((stick / SITE / "procedures" / "admission.html").as_uri())
    assert page.locator(".xt-flow li, .xt-flow [id^='step-']").count() > 20
    page.goto((stick / SITE / "documents" / "application-letter.html").as_uri())
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1440])
def test_start_page_works_without_scripts_and_fits(browser: Browser, stick: Path, width: int) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 844}, offline=True)
    page = context.new_page()
    page.goto((stick / "start.html").as_uri())
    expect(page.locator(".bad")).to_be_hidden()
    for link in page.locator(".doors a, .go").all():
        assert link.bounding_box()["height"] >= 44  # type: ignore[index]
    page.get_by_role("link", name="打开学堂").click()
    expect(page.locator("h1")).to_contain_text("规定读明白")
    context.close()


def test_start_page_alone_says_that_it_must_be_unpacked(browser: Browser, stick: Path, tmp_path: Path) -> None:
    """Windows unpacks just the one file that is opened inside a zip."""
    shutil.copy(stick / "start.html", tmp_path)
    context = browser.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "start.html").as_uri())
    expect(page.locator(".bad")).to_be_visible()
    expect(page.locator(".bad")).to_contain_text("全部解压缩")
    box = page.locator(".bad").bounding_box()
    assert box is not None
    assert box["width"] > 300
    assert page.locator("h1").bounding_box()["y"] > box["y"] + box["height"]  # type: ignore[index]
    context.close()
