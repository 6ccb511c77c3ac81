"""Browsers below the floor, browsers inside other apps, and browsers that refuse storage: told, and given what works."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

SCRIPTS = Path(__file__).parents[2] / "theme_overrides" / "assets" / "javascripts"
WECHAT = "Mozilla/5.0 (Linux; Android 14; V2301A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/138.0 Mobile Safari/537.36 XWEB/1380 MMWEBSDK/20250904 MicroMessenger/8.0.64 NetType/WIFI"
AGENTS = {
    "wechat": WECHAT,
    "wecom": WECHAT.replace("MicroMessenger/8.0.64", "wxwork/4.1.38"),
    "qq": WECHAT.replace("MicroMessenger/8.0.64", "QQ/9.1.0 V1_AND"),
    "dingtalk": WECHAT.replace("MicroMessenger/8.0.64", "AliApp(DingTalk/7.6)"),
    "webview": "Mozilla/5.0 (Linux; Android 13; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36".replace(
        "; wv)", "; X Build/1; wv)"
    ),
}
BROWSERS = {
    "chrome": "Mozilla/5.0 (Windows NT 6.1; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/109.0.0.0 Safari/537.36",
    "qq browser": "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0 Safari/537.36 QQBrowser/19.7",
    "safari": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Mobile/15E148 Safari/604.1",
}


@pytest.fixture
def wechat(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        user_agent=WECHAT, viewport={"width": 390, "height": 844}, service_workers="block", accept_downloads=True
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("agent", "inside"),
    [*((a, True) for a in AGENTS.values()), *((a, False) for a in BROWSERS.values())],
    ids=[*AGENTS, *BROWSERS],
)
def test_browsers_inside_apps_are_known(browser: Browser, base_url: str, agent: str, inside: bool) -> None:
    context = browser.new_context(user_agent=agent, service_workers="block")
    page = context.new_page()
    page.goto(f"{base_url}/procedures/conversion-picture.html")
    assert page.evaluate("xt.device.inApp") is inside
    assert page.evaluate("xt.device.prints") is not inside
    assert (page.locator("[data-print]:not([hidden])").count() == 0) is inside
    context.close()


def test_in_wechat_a_calendar_becomes_text_to_copy(wechat: Page, base_url: str) -> None:
    wechat.goto(f"{base_url}/procedures/conversion-plan.html")
    wechat.locator("plan-page input[type='date']").first.fill("2026-03-10")
    wechat.evaluate("document.querySelector('plan-page').save()")
    dialogue = wechat.locator("#xt-save")
    expect(dialogue).to_be_visible()
    expect(dialogue).to_contain_text("用浏览器打开")
    assert dialogue.locator("textarea").input_value().startswith("BEGIN:VCALENDAR")
    wechat.get_by_role("button", name="复制文字").click()
    expect(dialogue.get_by_role("status")).not_to_be_empty()
    dialogue.get_by_role("button", name="关闭").click()
    expect(dialogue).to_be_hidden()


def test_in_wechat_the_backup_becomes_text_to_copy(wechat: Page, base_url: str) -> None:
    wechat.goto(f"{base_url}/quiz/data.html")
    wechat.evaluate("document.querySelector('quiz-data').download()")
    expect(wechat.locator("#xt-save textarea")).to_have_value(re.compile(r"^\{|^[A-Za-z0-9]"))


def test_in_wechat_a_file_that_is_no_text_is_explained(wechat: Page, base_url: str) -> None:
    wechat.goto(f"{base_url}/index.html")
    assert wechat.evaluate("xt.save('a.docx', new Blob([new Uint8Array(3)]))") is False
    expect(wechat.locator("#xt-save")).to_be_visible()
    expect(wechat.locator("#xt-save textarea")).to_be_hidden()
    expect(wechat.get_by_role("button", name="复制文字")).to_be_hidden()
    wechat.keyboard.press("Escape")
    expect(wechat.locator("#xt-save")).to_be_hidden()


def test_elsewhere_the_file_is_saved(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/procedures/conversion-plan.html")
    page.locator("plan-page input[type='date']").first.fill("2026-03-10")
    with page.expect_download() as found:
        page.evaluate("document.querySelector('plan-page').save()")
    assert found.value.suggested_filename.endswith(".ics")
    assert Path(found.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


OLD = {
    "internet explorer": "Object.defineProperty(document, 'documentMode', { value: 11 })",
    "chromium 84": "delete String.prototype.replaceAll",
}


@pytest.mark.parametrize("engine", OLD.values(), ids=OLD)
@pytest.mark.parametrize("width", [390, 1440])
def test_old_engines_are_told_to_change_the_mode(browser: Browser, base_url: str, engine: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, service_workers="block")
    context.add_init_script(engine)
    page = context.new_page()
    page.goto(f"{base_url}/handbook/overview/overview-setup.html")
    bar = page.locator("#xt-old")
    expect(bar).to_be_visible()
    expect(bar).to_contain_text("请切换到「极速模式」")
    box = bar.bounding_box()
    assert box is not None
    assert box["y"] < 10
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_current_engines_see_no_bar(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    expect(page.locator("#xt-old")).to_be_hidden()


def test_the_first_script_is_es3_so_that_internet_explorer_reads_it() -> None:
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", (SCRIPTS / "start.js").read_text(encoding="utf-8"), flags=re.DOTALL)
    new = r"\b(?:let|const|class|async|await|of|import|export)\b|=>|`|\?\?|\?\.|\.\.\.|,\s*[}\]]|\.(?:catch|finally|default)\b"
    assert [m.group() for m in re.finditer(new, text)] == []


def test_dual_engine_browsers_are_asked_for_the_fast_engine(site_dir: Path) -> None:
    head = (site_dir / "index.html").read_text(encoding="utf-8").partition("<body")[0]
    assert '<meta name="renderer" content="webkit">' in head
    assert head.index("charset") < 1024


@pytest.mark.parametrize("stored", ["{", '{"index":"x"}', '{"index":9,"color":{"scheme":"slate"}}', "null", "[]"])
def test_damaged_colours_do_no_harm(page: Page, base_url: str, stored: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.evaluate("stored => localStorage.setItem(__md_scope.pathname + '.__palette', stored)", stored)
    page.goto(f"{base_url}/roles/index.html")
    expect(page.locator("h1")).to_be_visible()


def test_chosen_colours_and_size_are_there_before_anything_is_drawn(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/index.html")
    page.evaluate("document.querySelector('#__palette_1').click()")
    page.evaluate("localStorage.setItem('xt-text-size', '3')")
    page.route("**/bundle*.js", lambda route: route.abort())
    page.route("**/text-size.js*", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.route("**/bundle*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{base_url}/roles/index.html")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    assert page.get_attribute("html", "data-xt-size") == "3"


def test_dark_devices_start_dark(browser: Browser, base_url: str) -> None:
    context = browser.new_context(color_scheme="dark", service_workers="block")
    page = context.new_page()
    page.route("**/bundle*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{base_url}/roles/index.html")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    context.close()
