"""Planners and calculators in a real Chromium: the same results as in Python, pages that work, calendar files that are read."""

from __future__ import annotations

import datetime
import json
import random
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.derive.calculators import candidates, dues, plan, setting, term, votes
from generator.derive.calculators.dates import plain_calendar
from generator.derive.calculators.result import Result
from generator.derive.calculators.timetable import Timetable
from generator.render.calculator_data import plain_figures
from tests.browser.test_site import OVERFLOW, SMALL
from tests.figures import FIGURES, TABLE, WORK, span

PLAN = "procedures/conversion-plan.html"
ROAD = "procedures/admission-plan.html"
CALCULATORS = "procedures/calculators.html"
PROCEDURE = "procedures/conversion.html"
FIRST = datetime.date(2023, 1, 1).toordinal()


@pytest.fixture(scope="module")
def calculators(browser: Browser, site_dir: Path) -> Page:
    """The page of calculators, with its scripts loaded."""
    page = browser.new_page()
    page.goto((site_dir / CALCULATORS).as_uri())
    return page


@pytest.fixture(scope="module")
def planner(browser: Browser, site_dir: Path) -> Page:
    """A page of planning, with its scripts loaded."""
    page = browser.new_page()
    page.goto((site_dir / PLAN).as_uri())
    return page


def plain(result: Result) -> dict[str, Any]:
    lines = [{"text": line.text, "rule": line.rule} for line in result.lines]
    return {"verdict": result.verdict.value, "say": result.say, "lines": lines}


def same(page: Page, tool: str, inputs: list[list[Any]], expected: list[Result]) -> None:
    """The page's own data with the tests' figures gives the expected results on every input."""
    found = page.evaluate(
        """([tool, figures, work, inputs]) => {
          const data = JSON.parse(document.querySelector(`[data-tool='${tool}']`).getAttribute('data-with'));
          Object.assign(data, {figures, work});
          return inputs.map((input) => xt.calculators[tool](data, ...input));
        }""",
        [tool, json.loads(json.dumps(plain_figures(FIGURES))), json.loads(json.dumps(plain_calendar(WORK))), inputs],
    )
    for values, here, there in zip(inputs, map(plain, expected), found, strict=True):
        assert here == there, values


def test_votes_are_the_same_in_python_and_browser(calculators: Page) -> None:
    chance = random.Random(1)
    cases = []
    for _ in range(2000):
        due = chance.randint(0, 90)
        present = chance.randint(0, due + (chance.random() < 0.05))
        cases.append(
            (
                chance.choice(list(votes.BALLOTS)),
                votes.Count(due, present, chance.randint(0, present + 1), chance.randint(0, 4)),
            )
        )
    inputs = [[kind, asdict(count)] for kind, count in cases]
    same(calculators, "votes", inputs, [votes.votes(FIGURES, kind, count) for kind, count in cases])


def test_candidates_are_the_same_in_python_and_browser(calculators: Page) -> None:
    same(calculators, "candidates", [[n] for n in range(120)], [candidates.candidates(FIGURES, n) for n in range(120)])


def test_dues_are_the_same_in_python_and_browser(calculators: Page) -> None:
    chance = random.Random(2)
    edges = [0, 1, 299999, 300000, 300001, 500000, 500001, 1000000, 1000001, 99999999]
    cases = [
        (kind, fen) for kind in dues.PAYERS for fen in (*edges, *(chance.randint(1, 3_000_000) for _ in range(150)))
    ]
    same(calculators, "dues", [list(case) for case in cases], [dues.dues(FIGURES, *case) for case in cases])


def test_settings_are_the_same_in_python_and_browser(calculators: Page) -> None:
    cases = [(kind, total, formal) for kind in setting.UNITS for total in (0, 2, 3, 7, 49, 50, 51, 99, 100, 400)
             for formal in (0, 2, 3, 6, 7, 40, 100, 401)]  # fmt: skip
    same(calculators, "setting", [list(case) for case in cases], [setting.setting(FIGURES, *case) for case in cases])


def test_terms_are_the_same_in_python_and_browser(calculators: Page) -> None:
    days = [datetime.date.fromordinal(FIRST + 7 * i) for i in range(220)] + [datetime.date(2024, 2, 29)]
    cases = [(kind, day) for kind in term.COMMITTEES for day in days]
    inputs = [[kind, day.isoformat()] for kind, day in cases]
    same(calculators, "term", inputs, [term.term(FIGURES, *case) for case in cases])


def random_case(chance: random.Random, table: Timetable) -> plan.Case:
    given = {
        node.id: datetime.date.fromordinal(FIRST + chance.randrange(1500))
        for node in table.nodes
        if chance.random() < 0.5
    }
    ticked = frozenset(name for name in ("extend", "move", "special") if chance.random() < 0.4)
    return plan.Case(given, ticked, datetime.date.fromordinal(FIRST + chance.randrange(1500)))


def random_table(chance: random.Random) -> Timetable:
    """The tests' timetable with spans of any kind hung on its nodes."""
    names = [node.id for node in TABLE.nodes]
    nodes = []
    for node in TABLE.nodes:
        more = tuple(
            span("限", chance.randint(0, 14), chance.choice(["年", "个月", "天", "个工作日"]) if chance.random() < 0.9 else "天",
                 chance.choice(["earliest", "latest"]), chance.choice(names), only=chance.choice(["", "", "move"]),
                 event=chance.choice(["", "expiry", "extended"]))
            for _ in range(chance.randint(0, 2))
        )  # fmt: skip
        back = tuple(replace(one, back=True) for one in more if one.unit != "个工作日" and chance.random() < 0.3)
        nodes.append(replace(node, spans=node.spans + more + back))
    return replace(TABLE, nodes=tuple(nodes))


def test_plans_are_the_same_in_python_and_browser(planner: Page) -> None:
    chance = random.Random(3)
    tables = [TABLE, *(random_table(chance) for _ in range(40))]
    cases = [(i, random_case(chance, table)) for i, table in enumerate(tables) for _ in range(20)]
    found = planner.evaluate(
        """([tables, words, work, cases]) => cases.map(([i, told]) =>
          xt.timetable(Object.assign({}, tables[i], {words, work}), told))""",
        [
            [{"nodes": [asdict(node) for node in table.nodes], "planned": table.planned} for table in tables],
            dict(plan.WORDS),
            json.loads(json.dumps(plain_calendar(WORK))),
            [[i, {"given": {k: v.isoformat() for k, v in case.given.items()}, "ticked": sorted(case.ticked),
                  "today": case.today.isoformat()}] for i, case in cases],
        ],
    )  # fmt: skip
    for (i, case), told in zip(cases, found, strict=True):
        here = [asdict(row) for row in plan.plan(tables[i], case, WORK)]
        there = [{_snake(key): _frozen(value) for key, value in row.items()} for row in told]
        assert here == there, case


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _snake(name: str) -> str:
    return {"earliestText": "earliest_text", "latestText": "latest_text"}.get(name, name)


def fill_conversion(page: Page) -> None:
    page.get_by_label("党员大会通过接收").fill("2025-12-10")
    page.get_by_label("党员大会讨论转正（开了或者打算开）").fill("2026-12-09")
    page.get_by_role("button", name="排日程").click()


def test_plan_fills_in_the_days_and_says_what_is_too_early(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    meeting = page.locator("[data-node='general-meeting']")
    blank = meeting.locator("[data-earliest]").inner_text()
    fill_conversion(page)
    expect(meeting.locator("[data-earliest]")).to_have_text("2026-12-10 周四")
    expect(meeting.locator("[data-latest]")).to_have_text("规则没写")
    expect(page.locator(".xt-plan-faults")).to_be_focused()
    fault = page.locator(".xt-plan-faults li")
    expect(fault).to_have_count(1)
    expect(fault).to_contain_text("党员大会讨论表决 定在 2026-12-09 周三，早了：")
    expect(fault).to_contain_text("最早 2026-12-10 周四。")
    expect(page.locator("[data-node='approve-conversion'] [data-latest]")).to_have_text("2027-03-09 周二")
    expect(page.locator("[data-node='postpone']")).to_be_hidden()
    page.get_by_label("预备期里转入本支部，认为有必要推迟讨论").check()
    expect(page.locator("[data-node='postpone'] [data-latest]")).to_have_text("2027-06-10 周四")
    page.locator("plan-page button[type=reset]").click()
    expect(meeting.locator("[data-earliest]")).to_have_text(blank)
    expect(page.locator(".xt-plan-faults li")).to_have_count(0)


def read_calendar(text: str) -> list[dict[str, str]]:
    """The events of an iCalendar file, read by the rules of RFC 5545."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events:
            events[-1][name] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return events


def saved(page: Page, folder: Path) -> list[dict[str, str]]:
    with page.expect_download() as download:
        page.get_by_role("button", name="存成日历文件").click()
    file = folder / "plan.ics"
    download.value.save_as(file)
    return read_calendar(file.read_bytes().decode())


def test_calendar_file_holds_whole_days_under_stable_names(
    context: BrowserContext, site_dir: Path, tmp_path: Path
) -> None:
    context.set_offline(True)
    page = context.new_page()
    page.goto((site_dir / PLAN).as_uri())
    fill_conversion(page)
    events = {event["SUMMARY"]: event for event in saved(page, tmp_path)}
    latest = events["最晚办完：党委审批"]
    assert latest["DTSTART;VALUE=DATE"] == "20270309"
    assert latest["DTEND;VALUE=DATE"] == "20270310"
    assert latest["UID"] == "conversion-approve-conversion-latest@zhibu-xuetang"
    assert events["预备期满"]["DTSTART;VALUE=DATE"] == "20261210"
    assert "或者前一天 2026-12-09 周三" in events["预备期满"]["DESCRIPTION"]
    again = {event["SUMMARY"]: event["UID"] for event in saved(page, tmp_path)}
    assert again == {title: event["UID"] for title, event in events.items()}
    page.get_by_label("给谁排").fill("张三，李四；\\测试")
    named = saved(page, tmp_path)
    assert {event["UID"] for event in named}.isdisjoint(again.values())
    assert named[0]["SUMMARY"].startswith("张三，李四；\\测试 ")


def test_publicity_is_counted_in_working_days(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{ROAD}")
    page.get_by_label("开始公示").fill("2026-09-28")
    row = page.locator("[data-node='publicise-prospect']")
    expect(row.locator("[data-earliest]")).to_have_text("2026-10-10 周六")
    expect(row.locator("[data-notes] li").first).to_contain_text("当天也算第一天的，到 2026-10-09 周五")
    page.get_by_label("开始公示").fill("2027-01-04")
    expect(row.locator("[data-notes]")).to_contain_text("2027 年的放假安排，本站还没有数据")


def test_next_step_of_a_procedure(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PROCEDURE}")
    page.get_by_label("刚办完哪一步").select_option("general-meeting")
    page.get_by_label("哪一天").fill("2026-11-30")
    page.get_by_role("button", name="看下一步").click()
    out = page.locator(".xt-next-step__out")
    expect(out).to_be_focused()
    expect(out.locator("li.xt-next-step__list, .xt-next-step__list > li").first).to_contain_text(
        "第 7 步 报上级党委审批"
    )
    approval = out.locator(".xt-next-step__list > li", has_text="第 8 步 党委审批")
    expect(approval).to_contain_text("2027-02-28 周日")
    expect(approval.get_by_role("link", name="看依据：《发展党员细则》第三十三条")).to_be_visible()


def test_expiry_as_the_day_reached_gives_dates(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/procedures/admission.html")
    page.get_by_label("刚办完哪一步").select_option("expiry")
    page.get_by_label("哪一天").fill("2026-12-10")
    page.get_by_role("button", name="看下一步").click()
    steps = page.locator(".xt-next-step__list > li")
    expect(steps.first).to_contain_text("转正申请和审查")
    expect(steps.filter(has_text="党员大会表决和党委审批")).to_contain_text("最早2026-12-10 周四")


def test_limit_names_the_date_it_lacks(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/procedures/admission.html")
    page.get_by_label("刚办完哪一步").select_option("fill-admission-form")
    page.get_by_role("button", name="看下一步").click()
    step = page.locator(".xt-next-step__list > li").first
    expect(step).to_contain_text("预审合格后一个月内开会（从“基层党委预审”那天数起，还没有这个日期）")


def test_limits_of_a_circumstance_are_listed_only_where_it_is_ticked(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PLAN}")
    meeting = page.locator("[data-node='general-meeting']")
    postponed = meeting.locator(".xt-list > li", has_text="推迟讨论的，期满后六个月以内")
    expect(postponed).to_be_hidden()
    page.get_by_label("预备期里转入本支部，认为有必要推迟讨论").check()
    expect(postponed).to_be_visible()
    expect(page.locator("[data-node='apply'] .xt-list")).to_contain_text("提前几天交规则没写")
    page.goto(f"{base_url}/{PROCEDURE}")
    page.get_by_label("刚办完哪一步").select_option("committee-review")
    page.get_by_role("button", name="看下一步").click()
    expect(page.locator(".xt-next-step__list > li").first).to_contain_text(
        "如果预备期里转入本支部，认为有必要推迟讨论："
    )


def test_calendar_has_the_deadline_counted_from_a_day_and_no_empty_lines(
    page: Page, base_url: str, tmp_path: Path
) -> None:
    page.goto(f"{base_url}/{ROAD}")
    page.get_by_label("党员大会讨论转正").fill("2026-12-20")
    events = {event["SUMMARY"]: event for event in saved(page, tmp_path)}
    deadline = events["到期：党员大会表决和党委审批，党委三个月内审批"]
    assert deadline["DTSTART;VALUE=DATE"] == "20270320"
    assert deadline["UID"] == "admission-discuss-conversion-deadline-0@zhibu-xuetang"
    assert all(line.strip() for event in events.values() for line in event["DESCRIPTION"].split("\n"))


@pytest.mark.parametrize("name", ["dues-collection", "relation-transfer", "admission"])
def test_picture_opens_on_a_phone_where_the_first_step_can_be_read(page: Page, base_url: str, name: str) -> None:
    page.goto(f"{base_url}/procedures/{name}-picture.html")
    seen = """() => {
      const step = document.querySelector(".xt-flow-poster a[href*='#step-']").getBoundingClientRect();
      return step.left >= 0 && step.right <= innerWidth;
    }"""
    assert page.evaluate(seen)


def test_picture_opens_at_the_step_in_the_address(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/procedures/admission-picture.html#step-take-oath")
    assert page.evaluate(
        """() => {
          const step = document.querySelector(".xt-flow-poster a[href$='#step-take-oath']").getBoundingClientRect();
          return step.left >= 0 && step.right <= innerWidth;
        }"""
    )


CASES = {
    "votes": (
        {"应到会": "26", "实到会": "21", "会上赞成票": "12", "书面意见赞成": "2"},
        "赞成 14 票，超过应到会的半数，通过。",
    ),
    "candidates": ({"应选委员几名": "3"}, "候选人至少 4 名。"),
    "term": ({"本届哪天选出": "2024-02-29"}, "算到 2027-02-28 周日 届满"),
    "dues": ({"基数（元）": "6000"}, "每月应交党费 90 元。"),
    "setting": ({"党员总数": "9", "其中正式党员": "6"}, "设党支部，不设支部委员会。"),
}


@pytest.mark.parametrize("tool", CASES)
def test_calculator(page: Page, base_url: str, tool: str) -> None:
    page.goto(f"{base_url}/{CALCULATORS}")
    form = page.locator(f"[data-tool='{tool}']")
    for label, value in CASES[tool][0].items():
        form.get_by_label(label).fill(value)
    form.get_by_role("button", name="算一算").press("Enter")
    expect(form.locator(".xt-calc__say")).to_contain_text(CASES[tool][1])
    expect(form.locator(".xt-calc__lines a").first).to_be_visible()


def test_calculator_asks_only_what_the_kind_needs(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CALCULATORS}")
    form = page.locator("[data-tool='votes']")
    form.get_by_label("表决什么").select_option("election")
    expect(form.get_by_label("书面意见赞成")).to_be_hidden()
    for label, value in {"应到会": "26", "实到会": "21", "会上赞成票": "11"}.items():
        form.get_by_label(label).fill(value)
    form.get_by_role("button", name="算一算").click()
    expect(form.locator(".xt-calc__say--unsure")).to_contain_text("按上级党组织批准的选举办法定")
    expect(form.locator(".xt-calc__lines")).to_contain_text("（有分歧）")


@pytest.mark.parametrize("path", [PLAN, ROAD, CALCULATORS, PROCEDURE])
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_page_fits_its_width(page: Page, base_url: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{base_url}/{path}")
    if path == PLAN:
        fill_conversion(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize(("path", "scheme"), [(PLAN, "dark"), (CALCULATORS, "light")])
def test_axe_finds_nothing_in_results(browser: Browser, base_url: str, path: str, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    if path == PLAN:
        fill_conversion(page)
    else:
        for tool, (values, _) in CASES.items():
            for label, value in values.items():
                page.locator(f"[data-tool='{tool}']").get_by_label(label).fill(value)
            page.locator(f"[data-tool='{tool}']").get_by_role("button", name="算一算").click()
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    context.close()
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == []


@pytest.mark.parametrize("path", [PLAN, CALCULATORS, PROCEDURE])
def test_without_script_the_tables_and_rules_remain(browser: Browser, base_url: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    assert page.locator("plan-page form:visible, next-step form:visible, calculator-form form:visible").count() == 0
    if path == PLAN:
        expect(page.locator("[data-node='general-meeting'] [data-earliest]")).to_contain_text("期满")
        expect(page.locator("[data-node='postpone']")).to_contain_text("只在这种情形：预备期里转入本支部")
        assert page.locator("[data-node] a").count() > 30
    if path == CALCULATORS:
        page.get_by_text("查表：应到会 3—60 人").click()
        expect(page.get_by_role("row", name="26 14 13 21 14")).to_be_visible()
        expect(page.get_by_role("row", name="5 名 5 加 1，至少 6 名")).to_be_visible()
    context.close()


def test_targets_are_large_enough(page: Page, base_url: str) -> None:
    small = """() => [...document.querySelectorAll('plan-page button, plan-page input, calculator-form button,'
      + 'calculator-form input, calculator-form select, .xt-check')].filter(e => e.getClientRects().length
      && !(e.type === 'checkbox') && e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 60))"""
    for path in (PLAN, CALCULATORS):
        page.goto(f"{base_url}/{path}")
        assert page.evaluate(small) == []
