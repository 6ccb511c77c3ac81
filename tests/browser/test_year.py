"""The year in a real Chromium: the same plans as in Python, a form that works, this month on the home page, calendars."""

from __future__ import annotations

import datetime
import io
import json
import random
from dataclasses import asdict
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.derive.calculators.dates import plain_calendar
from generator.derive.year.plan import year_plan
from generator.derive.year.wish import Fixed, Wish
from generator.render.calendar_file import Event, calendar_file
from generator.render.office.year_plan import year_docx
from generator.render.year_data import plain_book, plain_wish
from generator.render.year_text import plan_calendar
from tests.browser.test_site import OVERFLOW, SMALL
from tests.yearbook import LIFE, read_calendar, tools, views

PLAN = "year/plan.html"
CALENDAR = "year/index.html"


def random_wish(chance: random.Random) -> Wish:
    entries = tools().yearbook.entries
    own = [entry.id for entry in entries if entry.chosen and not entry.movable]
    months = {name: tuple(sorted(chance.sample(range(1, 13), chance.randint(1, 12)))) for name in own
              if chance.random() < 0.4}  # fmt: skip
    ends = datetime.date(2023, 6, 1) + datetime.timedelta(days=chance.randrange(2600))
    theme = (
        Fixed(chance.randint(1, 28)) if chance.random() < 0.5 else Fixed(0, chance.randint(1, 4), chance.randint(1, 7))
    )
    return Wish(
        year=chance.randint(2024, 2030),
        kind=chance.choice(["", "organ-branch", "village-branch", "university-branch"]),
        members=chance.randint(0, 60),
        formal=chance.randint(0, 60),
        groups=chance.random() < 0.5,
        has=frozenset(name for name in ("activists", "mobile", "abroad") if chance.random() < 0.5),
        term_ends=ends if chance.random() < 0.7 else None,
        theme=theme,
        together=chance.random() < 0.6,
        months=months | ({LIFE: (chance.randint(10, 15),)} if chance.random() < 0.7 else {}),
    )


@pytest.fixture(scope="module")
def planner(browser: Browser, site_dir: Path) -> Page:
    """The planner of the year, opened from a folder."""
    page = browser.new_page(locale="zh-CN")
    page.goto((site_dir / PLAN).as_uri())
    return page


def test_plans_are_the_same_in_python_and_browser(planner: Page) -> None:
    chance = random.Random(11)
    wishes = [random_wish(chance) for _ in range(400)]
    found = planner.evaluate(
        "([book, work, wishes]) => wishes.map((wish) => xt.yearPlan(book, wish, work))",
        json.loads(
            json.dumps([plain_book(tools().yearbook), plain_calendar(tools().work), list(map(plain_wish, wishes))])
        ),
    )
    for wish, there in zip(wishes, found, strict=True):
        plan = year_plan(tools().yearbook, wish, tools().work)
        here = {
            "rows": [asdict(row) for row in plan.rows],
            "findings": [asdict(finding) for finding in plan.findings],
            "notes": list(plan.notes),
        }
        assert here == there, wish


def test_script_writes_the_tables_that_the_page_came_with(browser: Browser, site_dir: Path) -> None:
    texts = []
    for script in (False, True):
        context = browser.new_context(java_script_enabled=script, viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.goto((site_dir / PLAN).as_uri())
        tables = page.locator("year-page table")
        expect(tables).to_have_count(2)
        texts.append(
            [[" ".join(row.split()) for row in table.locator("tr").all_inner_texts()] for table in tables.all()]
        )
        assert page.locator("year-page form").is_visible() is script
        context.close()
    assert texts[0] == texts[1]
    assert len(texts[0][0]) >= 13


def test_calendar_of_the_page_is_that_of_the_command(page: Page, base_url: str, tmp_path: Path) -> None:
    page.goto(f"{base_url}/{PLAN}")
    page.get_by_label("党员总数").fill("26")
    page.get_by_label("其中正式党员").fill("24")
    page.get_by_label("本届哪天届满").fill("2027-09-16")
    page.get_by_label("主题党日固定在").select_option("w2-5")
    page.get_by_label("组织生活会放在").select_option("14")
    with page.expect_download() as download:
        page.get_by_role("button", name="存成日历文件").click()
    assert download.value.suggested_filename == "2027 年「三会一课」年度计划.ics"
    expect(page.locator("[data-saved]")).to_have_text("已存成 2027 年「三会一课」年度计划.ics。")
    download.value.save_as(tmp_path / "plan.ics")
    data = (tmp_path / "plan.ics").read_bytes()
    wish = Wish(
        2027, members=26, formal=24, term_ends=datetime.date(2027, 9, 16), theme=Fixed(0, 2, 5), months={LIFE: (14,)}
    )
    stamp = read_calendar(data)[0]["DTSTAMP"]
    plan = year_plan(views().tools.yearbook, wish, views().tools.work)
    assert data.decode() == plan_calendar(plan, wish, views(), stamp)


def word_file(planner: Page, path: Path) -> bytes:
    with planner.expect_download() as download:
        planner.get_by_role("button", name="存成 Word").click()
    assert download.value.suggested_filename == "2027 年「三会一课」年度计划.docx"
    expect(planner.locator("[data-saved]")).to_have_text("已存成 2027 年「三会一课」年度计划.docx。")
    download.value.save_as(path)
    return path.read_bytes()


def word_text(data: bytes) -> tuple[list[str], list[list[list[str]]]]:
    """Paragraphs and tables of a Word file."""
    document = Document(io.BytesIO(data))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return [paragraph.text for paragraph in document.paragraphs], tables


def test_word_file_of_the_page_is_that_of_the_plan_it_shows(planner: Page, site_dir: Path, tmp_path: Path) -> None:
    planner.reload()
    usual = word_text(word_file(planner, tmp_path / "usual.docx"))
    assert usual == word_text((site_dir / "year/files/plan-2027-groups.docx").read_bytes())
    planner.get_by_label("哪一类支部").select_option("organ-branch")
    planner.get_by_label("党员总数").fill("6")
    planner.get_by_label("其中正式党员").fill("5")
    planner.get_by_label("分了党小组").uncheck()
    planner.get_by_label("本届哪天届满").fill("2027-09-16")
    planner.get_by_label("组织生活会放在").select_option("14")
    planner.get_by_text("改各项会议的月份").click()
    planner.locator(".xt-year-months", has_text="支部党员大会").get_by_label("9 月", exact=True).uncheck()
    data = word_file(planner, tmp_path / "own.docx")
    assert data == word_file(planner, tmp_path / "again.docx")
    wish = Wish(
        2027,
        kind="organ-branch",
        members=6,
        formal=5,
        groups=False,
        term_ends=datetime.date(2027, 9, 16),
        months={LIFE: (14,), "general-meeting": (3, 6, 12)},
    )
    plan = year_plan(views().tools.yearbook, wish, views().tools.work)
    assert word_text(data) == word_text(year_docx(plan, wish, views()))
    shown = planner.locator(".xt-year tbody tr").evaluate_all(
        "rows => rows.map(row => [row.cells[0].innerText, ...Array.from(row.querySelectorAll('td:not(:last-child)'),"
        " cell => Array.from(cell.children, part => part.innerText).join('　'))])"
    )
    assert [row[:-1] for row in word_text(data)[1][0][1:]] == shown


def test_calendar_files_are_the_same_for_any_text(planner: Page) -> None:
    chance = random.Random(4)
    signs = "支部党课，；：\\;,\n a1é😀𠀀"
    texts = ["".join(chance.choice(signs) for _ in range(chance.randint(0, 120))) or "空" for _ in range(200)]
    day = datetime.date(2026, 12, 31)
    found = planner.evaluate(
        """(texts) => texts.map((text) => xt.calendarFile([{uid: "u", day: "2026-12-31", title: text, note: text}],
          {product: "-//Zhibu Xuetang//Plan//ZH", name: text}, "20261122T000000Z"))""",
        texts,
    )
    assert found == [calendar_file([Event("u", day, text, text)], text, "20261122T000000Z") for text in texts]


def test_too_few_meetings_are_said_and_the_rule_is_linked(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    expect(page.locator("[data-fits]")).to_be_visible()
    page.get_by_text("改各项会议的月份").click()
    meetings = page.locator(".xt-year-months", has_text="支部党员大会")
    meetings.get_by_label("9 月", exact=True).uncheck()
    finding = page.locator("[data-findings] li")
    expect(finding).to_have_text("支部党员大会：第三季度排得不够，规定每季度一般 1 次。看依据")
    expect(page.locator("[data-fits]")).to_be_hidden()
    page.get_by_role("button", name="排计划").press("Enter")
    expect(page.locator("[data-findings]")).to_be_focused()
    page.locator("[data-findings]").get_by_role("link").click()
    expect(page.locator("#rule-general-meeting-frequency")).to_be_in_viewport()
    page.go_back()
    page.get_by_role("button", name="恢复原样").click()
    expect(finding).to_have_count(0)


def test_branch_without_committee_or_groups(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    heads = page.locator(".xt-year thead th")
    page.get_by_label("其中正式党员").fill("5")
    page.get_by_label("分了党小组").uncheck()
    page.get_by_role("button", name="排计划").click()
    expect(page.locator("[data-title]")).to_be_focused()
    texts = " ".join(heads.all_inner_texts())
    assert ("支委会" in texts, "党小组会" in texts, "党员大会" in texts) == (False, False, True)


def test_whole_form_by_keyboard(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    page.get_by_label("哪一年").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("2026")
    page.keyboard.press("Tab")
    page.keyboard.type("机关")
    page.keyboard.press("Enter")
    expect(page.locator("[data-title]")).to_have_text("2026 年「三会一课」年度计划")
    assert page.get_by_label("哪一类支部").input_value() in ("organ-branch", "")


@pytest.mark.parametrize("path", [PLAN, CALENDAR])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_page_fits_its_width(page: Page, base_url: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize(("path", "scheme"), [(PLAN, "dark"), (PLAN, "light"), (CALENDAR, "light")])
def test_axe_finds_nothing(browser: Browser, base_url: str, path: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    if path == PLAN:
        page.locator(".xt-year-months", has_text="支部党员大会").get_by_label("9 月", exact=True).uncheck()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    context.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == []


def test_calendar_of_the_year_is_filtered_by_role(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CALENDAR}")
    page.get_by_label("谁的事").select_option("group-leader")
    visible = page.locator("#year-list li:visible")
    expect(visible.first).to_contain_text("党小组会")
    roles = visible.evaluate_all("rows => rows.map(row => row.dataset.role)")
    assert roles
    assert all("group-leader" in found.split() for found in roles)


@pytest.mark.parametrize("month", [1, 7, 12])
def test_home_page_shows_this_month_by_the_date_of_the_device(
    context: BrowserContext, base_url: str, month: int
) -> None:
    page = context.new_page()
    page.clock.set_fixed_time(datetime.datetime(2027, month, 15, 12, tzinfo=datetime.UTC))
    page.goto(f"{base_url}/index.html")
    shown = page.locator("month-now [data-now]")
    expect(shown.locator("h3")).to_have_text(f"{month} 月")
    expected = page.locator(f"details [data-month='{month}'] li").all_text_contents()
    assert shown.locator("li").all_text_contents() == expected
    ids = page.locator("month-now [id]").evaluate_all("nodes => nodes.map(node => node.id)")
    assert len(ids) == len(set(ids))


def test_home_page_without_script_has_all_twelve_months(browser: Browser, site_dir: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((site_dir / "index.html").as_uri())
    expect(page.locator("month-now").get_by_text("支部委员会会议", exact=False).first).to_be_visible()
    assert page.locator("month-now details [data-month]").count() == 12
    page.get_by_role("link", name="看全年年历").click()
    expect(page.locator("h2#month-12")).to_be_visible()
    context.close()


def test_plan_prints_without_the_form(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    page.emulate_media(media="print")
    expect(page.locator("year-page form")).to_be_hidden()
    expect(page.locator(".xt-year")).to_be_visible()
