"""Pages of documents in a real Chromium, from a folder and without a network: fill in, check, preview, print, make a Word file."""

from __future__ import annotations

import hashlib
import io
import json
import re
import subprocess
from collections import Counter
from pathlib import Path

import docx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.render.office.filling import Use
from generator.render.office.papers import make_paper, paper_text
from tests.browser.test_document_word import words
from tests.browser.test_site import OVERFLOW, SMALL
from tests.documents_form.papers import data, example, papers, views

RESOLUTION = "branch-resolution-admission"
MINUTES = "meeting-minutes-general"
FITS = OVERFLOW.replace(".xt-flow-scroll", ".xt-flow-scroll, .xt-doc__scroll")
"""What sticks out of the page; wide papers scroll in their own frame."""
LAYOUTS = {
    "official": RESOLUTION,
    "notice": "prospective-member-notice",
    "record": MINUTES,
    "table": "teller-report",
    "roster": "member-roster",
    "ballot": "election-ballot",
    "essay": "theme-day-plan",
}


def visit(page: Page, site_dir: Path, paper: str) -> Page:
    page.goto((site_dir / f"documents/{paper}.html").as_uri())
    return page


def wrong(page: Page) -> list[str]:
    return page.locator("[data-wrong] > li").all_inner_texts()


@pytest.fixture
def offline(context: BrowserContext, page: Page) -> Page:
    """A page that no network answers."""
    context.set_offline(True)
    return page


def type_example(page: Page, paper: str) -> None:
    """Types the example in by hand: every field, every row."""
    for field in data(paper)["fields"]:
        value = example(paper)[field["id"]]
        holder = page.locator(f'[data-field="{field["id"]}"]')
        if field["type"] == "list":
            for i, row in enumerate(value):
                if i:
                    holder.locator("[data-add]").click()
                for column in range(len(field["options"])):
                    if column not in field["hand"]:
                        holder.locator("[data-row]").nth(i).locator(f'[data-column="{column}"]').fill(row[column])
        elif field["type"] == "choice":
            holder.locator("select").select_option(value)
        elif field["type"] == "date":
            year, month, day = map(int, re.findall(r"\d+", value))
            holder.locator("input").fill(f"{year}-{month:02}-{day:02}")
        else:
            holder.locator("input, textarea").fill(value)


@pytest.mark.parametrize("paper", [RESOLUTION, "pre-review-request"])
def test_typed_example_becomes_the_build_s_own_sample(offline: Page, site_dir: Path, paper: str) -> None:
    page = visit(offline, site_dir, paper)
    type_example(page, paper)
    expect(page.locator("[data-summary]")).to_have_text("都填了。")
    with page.expect_download() as download:
        page.click("[data-save]")
    assert download.value.suggested_filename == f"{papers()[paper].title}.docx"
    made = Path(download.value.path()).read_bytes()
    assert words(made) == words(make_paper(paper_text(papers()[paper]), Use.SAMPLE))
    expect(page.locator("[data-say]")).to_have_text(f"已存成 {papers()[paper].title}.docx。")


def test_hostile_values_reach_the_file_whole(offline: Page, site_dir: Path) -> None:
    page = visit(offline, site_dir, RESOLUTION)
    page.click("[data-example]")
    page.fill("#f-name", '李 & <王> ]]> "某"')
    page.fill("#f-performance", "字" * 3000 + "\n第二段")
    with page.expect_download() as download:
        page.click("[data-save]")
    file = docx.Document(io.BytesIO(Path(download.value.path()).read_bytes()))
    text = "\n".join(paragraph.text for paragraph in file.paragraphs)
    assert '关于接收李 & <王> ]]> "某"同志' in text
    assert "字" * 3000 + "\n第二段" in text
    assert page.locator("#sheet b, #sheet script").count() == 0


def test_page_and_script_draw_the_same_paper(browser: Browser, site_dir: Path) -> None:
    """What is in the page without script is what the script makes of the example."""
    plain = browser.new_context(java_script_enabled=False)
    lively = browser.new_context()
    for paper in (LAYOUTS["official"], LAYOUTS["record"], LAYOUTS["roster"], LAYOUTS["essay"]):
        address = (site_dir / f"documents/{paper}.html").as_uri()
        still, moving = plain.new_page(), lively.new_page()
        still.goto(address)
        moving.goto(address)
        moving.click("[data-example]")
        drawn = re.sub(r' style="[^"]*"', "", moving.locator("#sheet").inner_html())
        assert still.locator("#sheet").inner_html() == drawn, paper
        assert not still.locator("document-form form").is_visible()
        expect(still.locator("#sample")).to_be_visible()
        expect(still.locator("noscript, .xt-panel").first).to_be_attached()
        still.close()
        moving.close()
    plain.close()
    lively.close()


def test_an_error_stands_beside_its_field_and_in_the_paper(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, RESOLUTION)
    page.click("[data-example]")
    page.fill("#f-votes-yes", "13")
    message = "赞成13票，应到会26人要至少14票才通过，这里的结论选反了。"
    field = page.locator("#f-result")
    assert field.get_attribute("aria-invalid") == "true"
    error = page.locator("#e-result")
    expect(error).to_contain_text(message)
    assert "e-result" in (field.get_attribute("aria-describedby") or "").split()
    assert error.locator("a").get_attribute("href", timeout=1000) is not None
    expect(page.locator("#sheet .xt-fill--bad").last).to_have_text(example(RESOLUTION)["result"])
    assert wrong(page) == [
        "弃权票：三项票数加起来是15，应当等于实到会加书面意见24人。",
        f"表决结果：{message}",
    ]
    expect(page.locator("[data-summary]")).to_have_text("都填了。有 2 处对不上，照样可以打印，请再看一眼：")
    page.locator("[data-wrong] a").first.click()
    expect(page.locator("#f-votes-abstain")).to_be_focused()
    page.fill("#f-votes-yes", "22")
    assert wrong(page) == []
    expect(error).to_be_hidden()
    assert field.get_attribute("aria-invalid") is None


def test_nothing_is_complained_of_before_it_is_touched(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, RESOLUTION)
    assert page.locator(".xt-bad:visible").count() == 0
    page.focus("#f-name")
    page.keyboard.press("Tab")
    expect(page.locator(".xt-bad:visible")).to_have_text(["这一项还没有填。"])
    page.click("[data-look]")
    assert page.locator(".xt-bad:visible").count() == len(papers()[RESOLUTION].fields)
    expect(page.locator("#f-branch")).to_be_focused()


def test_rows_grow_and_shrink_by_keyboard(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, "pre-review-request")
    rows = page.locator('[data-field="attachments"] [data-row]')
    rows.first.locator("input").focus()
    page.keyboard.type("入党申请书")
    page.keyboard.press("Enter")
    page.keyboard.type("公示材料")
    expect(rows).to_have_count(2)
    expect(page.locator("#sheet .xt-paper__first")).to_have_text("附件：1.入党申请书")
    expect(page.locator("#sheet .xt-paper__more")).to_have_text("2.公示材料")
    rows.first.locator("[data-drop]").press("Enter")
    expect(rows).to_have_count(1)
    expect(rows.first.locator("input")).to_be_focused()
    expect(page.locator("#sheet .xt-paper__first")).to_have_text("附件：公示材料")
    expect(page.locator("[data-say]")).to_have_text("删掉了一行。")


def test_emptying_can_be_taken_back(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, RESOLUTION)
    page.fill("#f-name", "甲某")
    page.click("[data-empty]")
    assert page.input_value("#f-name") == ""
    page.click("[data-say] button")
    assert page.input_value("#f-name") == "甲某"


STORED = "() => Object.keys(localStorage).filter((key) => key.startsWith('xt-document'))"


def test_nothing_is_kept_unless_asked(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, RESOLUTION)
    page.fill("#f-name", "甲某")
    assert page.evaluate(STORED) == []
    page.check("[data-keep]")
    page.fill("#f-name", "乙某")
    assert page.evaluate(STORED) == [f"xt-document-{RESOLUTION}"]
    page.reload()
    assert page.input_value("#f-name") == "乙某"
    expect(page.locator("[data-keep]")).to_be_checked()
    page.click("[data-forget]")
    assert page.evaluate(STORED) == []
    page.reload()
    assert page.input_value("#f-name") == ""


BROKEN_RECORDS = (
    "{",
    '"text"',
    '{"v":9,"values":{}}',
    '{"v":1,"values":{"name":3,"nobody":"x"}}',
    '{"v":1,"values":null}',
)


@pytest.mark.parametrize("record", BROKEN_RECORDS)
def test_a_broken_record_does_no_harm(page: Page, site_dir: Path, record: str) -> None:
    visit(page, site_dir, MINUTES)
    page.evaluate(f"(text) => localStorage.setItem('xt-document-{MINUTES}', text)", record)
    page.reload()
    page.click("[data-example]")
    expect(page.locator("[data-summary]")).to_have_text("都填了。")


def test_refused_storage_is_said(context: BrowserContext, page: Page, site_dir: Path) -> None:
    context.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused'); }});")
    visit(page, site_dir, RESOLUTION)
    page.click("[data-keep]")
    expect(page.locator("[data-say]")).to_have_text("这个浏览器不让记，关掉页面就没有了。")
    expect(page.locator("[data-keep]")).not_to_be_checked()


@pytest.mark.parametrize("app", ["; wv) MicroMessenger/8.0.50", ") wxwork/4.1.38"], ids=["WeChat", "WeCom"])
def test_inside_an_app_the_plain_files_stay(browser: Browser, site_dir: Path, app: str) -> None:
    agent = f"Mozilla/5.0 (Linux; Android 14{app} AppleWebKit/537.36 Chrome/142.0 Mobile"
    context = browser.new_context(user_agent=agent, viewport={"width": 390, "height": 844})
    page = visit(context.new_page(), site_dir, RESOLUTION)
    expect(page.locator("[data-save]")).to_be_hidden()
    expect(page.locator("[data-closed]")).to_contain_text("用浏览器打开")
    expect(page.locator("document-form [data-print]")).to_be_hidden()
    files = page.locator(".xt-btns a[download]")
    assert [(site_dir / "documents" / (link.get_attribute("href") or "")).is_file() for link in files.all()] == [
        True,
        True,
    ]
    context.close()


def test_a_record_shows_what_it_must_hold(page: Page, site_dir: Path) -> None:
    visit(page, site_dir, MINUTES)
    page.click("[data-example]")
    expect(page.locator("#elements-sum")).to_have_text("该有的 10 项有了 10 项；另有 4 项表单看不出，要自己看。")
    lines = page.locator("#elements > li:visible")
    expect(lines.filter(has_text="应到、实到人数")).to_contain_text("有")
    assert {line.locator(".xt-tag").inner_text() for line in lines.all()} == {"规则", "惯例", "地方"}
    page.locator("#f-kind").select_option("党课")
    expect(lines.filter(has_text="讲授人和讲授提纲")).to_be_visible()
    page.locator('[data-field="absent"] [data-column="1"]').first.fill("")
    expect(lines.filter(has_text="应到、实到人数")).to_contain_text("还缺")


BBOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def printed(page: Page, folder: Path) -> list[list[tuple[float, str]]]:
    """Lines of each printed page, from the top: where they stand in points, and their text."""
    file = folder / "paper.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    boxes = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = []
    for sheet in boxes.split("<page ")[1:]:
        lines: dict[int, str] = {}
        for _, top, _, _, text in BBOX.findall(sheet):
            lines[round(float(top))] = lines.get(round(float(top)), "") + text
        pages.append(sorted((float(top), text) for top, text in lines.items()))
    return pages


def test_a_letter_prints_22_lines_of_28_characters(page: Page, site_dir: Path, tmp_path: Path) -> None:
    visit(page, site_dir, RESOLUTION)
    page.click("[data-example]")
    page.fill("#f-performance", "国" * 1500)
    second = printed(page, tmp_path)[1]
    body, number = second[:-1], second[-1][1]
    assert Counter(len(text) for _, text in body) == {28: 22}
    assert number == "—2—"


@pytest.mark.parametrize("paper", [LAYOUTS["record"], LAYOUTS["roster"], LAYOUTS["ballot"]])
def test_only_the_paper_is_printed(page: Page, site_dir: Path, tmp_path: Path, paper: str) -> None:
    visit(page, site_dir, paper)
    page.click("[data-example]")
    text = re.sub(r"\s|—\d+—", "", "".join(text for lines in printed(page, tmp_path) for _, text in lines))
    for alien in ("支部学堂", "照着填", "容易写错", "存成Word", "版式预览"):
        assert alien not in text
    assert "某某" in text


@pytest.mark.parametrize("paper", LAYOUTS.values(), ids=LAYOUTS)
def test_page_fits_every_screen(page: Page, site_dir: Path, paper: str) -> None:
    visit(page, site_dir, paper)
    page.click("[data-example]")
    for width in (320, 390, 768, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert (width, page.evaluate(FITS)) == (width, [])
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("paper", [RESOLUTION, MINUTES])
def test_page_with_errors_passes_axe(browser: Browser, site_dir: Path, paper: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = visit(context.new_page(), site_dir, paper)
    page.click("[data-look]")
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    context.close()


def test_papers_of_other_kinds_have_no_form(page: Page, site_dir: Path) -> None:
    others = [document.id for document in views().handbook.documents if document.layout is None]
    for paper in others:
        html = (site_dir / f"documents/{paper}.html").read_text(encoding="utf-8")
        assert "document-form" not in html
        assert not list((site_dir / "documents/files").glob(f"{paper}-*"))
    assert len(others) == 13


def test_no_request_leaves_the_page(offline: Page, site_dir: Path) -> None:
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    visit(offline, site_dir, RESOLUTION)
    offline.click("[data-example]")
    with offline.expect_download():
        offline.click("[data-save]")
    assert [url for url in asked if not url.startswith(("file://", "blob:", "data:"))] == []
    form = [url for url in asked if url.endswith(("fflate.js", f"{RESOLUTION}-form.js"))]
    assert len(form) == 2, json.dumps(asked)


def test_the_archive_library_is_the_one_that_was_fetched() -> None:
    """fflate 0.8.3 as npm has it, below its licence."""
    text = (Path(__file__).parents[2] / "theme_overrides/assets/javascripts/vendor/fflate.js").read_bytes()
    licence, _, library = text.partition(b" */\n")
    assert b"MIT License" in licence
    assert hashlib.sha256(library).hexdigest() == "462ef8041fc970e3615a20a9dd2b2e3047a073b2da729ef4f02b634bba8b7b83"
