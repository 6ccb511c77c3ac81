"""Flow charts as readers meet them: wide, narrow, by keyboard, by ear, on paper, without script, from a folder."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

CHART = "procedures/admission.html"
PICTURE = "procedures/admission-picture.html"
CHECKLIST = "procedures/conversion-checklist.html"
PRACTICE = "procedures/conversion-practice.html"
PAGES = {"chart": CHART, "picture": PICTURE, "checklist": CHECKLIST, "practice": PRACTICE}
SHORT = (
    "procedures/conversion.html#step-general-meeting",
    "procedures/group-meeting-picture.html",
    CHECKLIST,
    PRACTICE,
)
"""One page of each kind, short, since axe measures every text; test_site.py takes the longest chart."""
ALL = sorted(path.stem for path in (Path(__file__).parents[2] / "content" / "procedures").glob("*.yaml"))

OPEN = "document.querySelectorAll('main details').forEach(fold => { fold.open = true })"

SIDEWAYS = """() => [document.documentElement.scrollWidth - document.documentElement.clientWidth,
  [...document.querySelectorAll('main *')].filter(e => !e.closest('.xt-flow-scroll') && e.getClientRects().length
    && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).map(e => e.className).slice(0, 3)]"""

LANES = """() => {
  const centre = box => (box.left + box.right) / 2, box = e => e.getBoundingClientRect();
  const heads = [...document.querySelectorAll('.xt-flow__lanes > span')].map(e => centre(box(e)));
  const wrong = [];
  for (const row of document.querySelectorAll('.xt-flow__row')) {
    const lane = parseInt(row.style.getPropertyValue('--t')) - 1;
    const parts = [...row.querySelectorAll('.xt-flow__card, .xt-flow__beside, .xt-flow__say, .xt-flow__ask')];
    if (Math.abs(centre(box(row.querySelector('.xt-flow__card'))) - heads[lane]) > 2) wrong.push(row.id + ' not in lane');
    parts.forEach((one, i) => parts.slice(i + 1).forEach(other => {
      const a = box(one), b = box(other);
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        wrong.push(row.id + ': ' + one.className + ' on ' + other.className);
    }));
    for (const e of parts) if (!e.classList.contains('xt-flow__beside') && e.scrollWidth > e.clientWidth + 1) wrong.push(row.id + ': too wide ' + e.className);
  }
  return wrong;
}"""

TEXT_IN_SHAPES = """() => {
  const wrong = [];
  for (const link of document.querySelectorAll('.xt-flow-pic a')) {
    const shape = link.querySelector('.s').getBBox(), diamond = link.getAttribute('class') === 'decision';
    for (const text of link.querySelectorAll('text')) {
      const box = text.getBBox();
      const out = diamond
        ? box.width / shape.width + (box.height - 8) / shape.height > 1.02
        : box.x < shape.x || box.x + box.width > shape.x + shape.width + 1 || box.y + 4 < shape.y || box.y + box.height > shape.y + shape.height + 1;
      if (out) wrong.push(text.textContent);
    }
  }
  return wrong;
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440])
def test_no_chart_page_scrolls_sideways(page: Page, base_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in PAGES.values():
        page.goto(f"{base_url}/{path}")
        page.evaluate(OPEN)
        assert page.evaluate(SIDEWAYS) == [0, []], path


def test_the_largest_type_fits_too(page: Page, base_url: str) -> None:
    page.add_init_script("localStorage.setItem('xt-text-size', '3')")
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for path in PAGES.values():
            page.goto(f"{base_url}/{path}")
            assert page.evaluate(SIDEWAYS) == [0, []], (width, path)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing(browser: Browser, base_url: str, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    for path in SHORT:
        page.goto(f"{base_url}/{path}")
        page.evaluate(OPEN)
        found = Axe().run(
            page, ".md-content", {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}
        )
        assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found.response["violations"]] == [], path
    context.close()


@pytest.mark.parametrize("name", ALL)
def test_every_chart_in_lanes_and_its_picture(page: Page, base_url: str, name: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/procedures/{name}.html")
    page.evaluate("document.getElementById('whole').open = true")
    assert page.evaluate(SIDEWAYS) == [0, []]
    assert page.evaluate(LANES) == []
    assert page.evaluate(TEXT_IN_SHAPES) == []
    links = page.eval_on_selector_all(".xt-flow-pic a", "all => all.map(a => a.getAttribute('href').slice(1))")
    assert [anchor for anchor in links if page.locator(f"#{anchor}").count() != 1] == []


def test_on_a_phone_the_chart_is_one_column_without_the_picture(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHART}")
    lefts = page.eval_on_selector_all(
        ".xt-flow__box", "all => all.map(e => Math.round(e.getBoundingClientRect().left))"
    )
    assert len(lefts) == 26
    assert len(set(lefts)) == 1
    expect(page.locator(".xt-flow__lanes")).to_be_hidden()
    expect(page.locator("#whole")).to_be_hidden()


def test_tab_follows_the_numbers(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/procedures/conversion.html")
    page.locator(".xt-flow__skip > a").focus()
    expect(page.locator(".xt-flow__skip > a")).to_be_in_viewport()
    reached = []
    for _ in range(60):
        page.keyboard.press("Tab")
        step = page.evaluate("(document.activeElement.closest('.xt-flow__row') || {}).value || 0")
        if step and (not reached or reached[-1] != step):
            reached.append(step)
    assert reached == sorted(set(reached))
    assert reached[:5] == [1, 2, 3, 4, 5]


def test_the_picture_is_walked_in_order_of_the_steps(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/procedures/conversion.html")
    page.locator("#whole > summary").click()
    page.locator("#whole .xt-flow-scroll").focus()
    numbers = []
    for _ in range(14):
        page.keyboard.press("Tab")
        number = page.evaluate("(document.activeElement.querySelector('.number') || {}).textContent")
        if number:
            numbers.append(int(number))
    assert numbers == sorted(numbers)
    assert numbers[0] == 1


def test_a_step_reached_by_link_says_where_one_is(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{CHART}#step-committee-review")
    row = page.locator("#step-committee-review")
    expect(row.locator(".xt-flow__here")).to_have_text("你在第 13 步，共 26 步")
    assert page.locator(".xt-flow__here:visible").count() == 1
    top = row.locator(".xt-flow__card").bounding_box()
    bar = page.locator(".xt-flow__lanes").bounding_box()
    assert top
    assert bar
    assert top["y"] >= bar["y"] + bar["height"]
    row.get_by_role("link", name="下一步：基层党委预审").click()
    expect(page.locator("#step-pre-review .xt-flow__here")).to_be_visible()


def test_what_a_reader_hears(page: Page, base_url: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{base_url}/{CHART}")
    heard = page.locator("#step-recommend-activist").aria_snapshot()
    for words in (
        'heading "第 3 步 推荐和研究确定" [level=3]',
        "负责：",
        'link "党支部委员会"',
        "同时",
        'group "判断"',
        "是否确定为入党积极分子？",
        'link "第 2 步 派人谈话"',
        'link "上一步：派人谈话"',
        'link "下一步：报上级党委备案"',
    ):
        assert words in heard
    stage = page.locator("section.xt-flow").aria_snapshot()
    assert stage.count("- listitem") >= 26
    assert 'list "阶段二 入党积极分子的确定和培养教育 第 3—6 步"' in stage
    page.evaluate("document.getElementById('whole').open = true")
    picture = page.locator(".xt-flow-pic").aria_snapshot()
    assert picture.startswith('- group "发展党员流程图 5 个阶段 26 步')


def test_without_script_everything_is_there(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(f"{base_url}/{CHART}")
    assert page.locator(".xt-flow__row").count() == 26
    page.locator("#whole > summary").click()
    expect(page.locator(".xt-flow-pic")).to_be_visible()
    page.goto(f"{base_url}/{CHECKLIST}")
    assert page.locator(".xt-checklist__tick input").count() == page.locator(".xt-checklist > li").count() > 5
    expect(page.locator("noscript p")).to_contain_text("打印出来用笔打勾")
    expect(page.locator("[data-carry]")).to_be_hidden()
    page.goto(f"{base_url}/{PRACTICE}")
    expect(page.locator("[data-tools]")).to_be_hidden()
    first = page.locator(".xt-blanks details").first
    expect(first.locator("b")).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator("b")).to_be_visible()
    context.close()


@pytest.mark.parametrize("name", ["admission", "conversion", "branch-election"])
def test_the_picture_prints_on_one_sheet(page: Page, base_url: str, name: str) -> None:
    page.goto(f"{base_url}/procedures/{name}-picture.html")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 1


def test_document_pages_say_where_in_a_procedure_they_stand(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/documents/conversion-application.html")
    line = page.locator("li", has_text="预备党员转正").filter(has_text="共 10 步").first
    expect(line).to_contain_text("第 1 步（共 10 步）")
    line.get_by_role("link", name=re.compile("^下一步：")).click()
    expect(page.locator(".xt-flow__row:target .xt-flow__here")).to_have_text("你在第 2 步，共 10 步")


REFUSE = """for (const name of ['getItem', 'setItem', 'removeItem']) {
  const real = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) {
    if (key.startsWith('xt-checklist')) throw new DOMException('refused', 'SecurityError');
    return real.call(this, key, ...rest);
  };
}"""


def tick(page: Page, number: int) -> None:
    page.locator(f"[data-number='{number}'] .xt-checklist__tick input").check()


def test_a_checklist_is_kept_and_carried(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHECKLIST}")
    expect(page.locator("[data-kept]")).to_be_visible()
    expect(page.locator("[data-refused]")).to_be_hidden()
    page.get_by_label("这份清单给谁用（可不填）").fill("张三")
    tick(page, 1)
    page.get_by_label("第 1 步的日期").fill("2026-11-02")
    page.get_by_label("第 2 步的备注").fill("等介绍信")
    page.reload()
    expect(page.locator("procedure-checklist [data-count]")).to_have_text("已办 1 步，共 10 步")
    expect(page.get_by_label("第 1 步的日期")).to_have_value("2026-11-02")
    stored = json.loads(page.evaluate("localStorage.getItem('xt-checklist-conversion')"))
    assert stored["v"] == 1
    assert stored["name"] == "张三"
    assert stored["steps"]["apply"] == {"done": True, "date": "2026-11-02", "note": ""}
    page.locator("[data-carry] summary").click()
    text = page.locator("#checklist-text").input_value()
    assert text.split("\n")[:6] == [
        "支部学堂打勾清单",
        "流程：预备党员转正（conversion）",
        "给谁用：张三",
        "[x] 第 1 步 书面提出转正申请（apply）",
        "    日期：2026-11-02",
        "[ ] 第 2 步 核对预备期和是否转入（check-dates）",
    ]
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="全部清空").click()
    expect(page.locator("[data-told]")).to_have_text("已清空。")
    expect(page.locator("procedure-checklist [data-count]")).to_have_text("已办 0 步，共 10 步")
    assert page.evaluate("localStorage.getItem('xt-checklist-conversion')") is None
    page.locator("#checklist-text").fill(text + "[x] 第 99 步 没有了（no-such-step）\n")
    page.get_by_role("button", name="读入文字").click()
    expect(page.locator("[data-told]")).to_have_text("已读入，勾了 1 步。有 1 步现在的流程里没有，没有读入。")
    expect(page.get_by_label("第 2 步的备注")).to_have_value("等介绍信")
    with page.expect_download() as download:
        page.get_by_role("button", name="存成文件").click()
    assert download.value.suggested_filename == "预备党员转正.txt"
    assert Path(download.value.path()).read_text(encoding="utf-8") == text
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="读入文件").click()
    chooser.value.set_files({"name": "a.txt", "mimeType": "text/plain", "buffer": "随便".encode()})
    expect(page.locator("[data-told]")).to_have_text("这段文字不是打勾清单，没有读入。")
    page.locator("#checklist-text").fill(text.replace("预备党员转正（conversion）", "发展党员（admission）"))
    page.get_by_role("button", name="读入文字").click()
    expect(page.locator("[data-told]")).to_have_text("这是「发展党员」的清单，没有读入。")


def test_a_checklist_works_where_storage_is_refused(page: Page, base_url: str) -> None:
    page.add_init_script(REFUSE)
    page.goto(f"{base_url}/{CHECKLIST}")
    expect(page.locator("[data-refused]")).to_be_visible()
    expect(page.locator("[data-kept]")).to_be_hidden()
    tick(page, 3)
    expect(page.locator("procedure-checklist [data-count]")).to_have_text("已办 1 步，共 10 步")
    page.locator("[data-carry] summary").click()
    assert "[x] 第 3 步" in page.locator("#checklist-text").input_value()


def test_a_newer_record_is_left_alone(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHECKLIST}")
    newer = '{"v":2,"something":"else"}'
    page.evaluate("text => localStorage.setItem('xt-checklist-conversion', text)", newer)
    page.reload()
    tick(page, 1)
    expect(page.locator("[data-refused]")).to_be_visible()
    assert page.evaluate("localStorage.getItem('xt-checklist-conversion')") == newer


def test_text_of_a_checklist_is_read_back_as_written(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{CHECKLIST}")
    seed = random.Random(4)
    notes = [
        "",
        "等介绍信",
        "日期：2026-01-01",
        "[x] 第 2 步 假的（apply）",
        "（括号）",
        "a  b\tc",
        "流程：别的（other）",
    ]
    plan = {
        "id": "p",
        "title": "某流程（试）",
        "steps": [{"id": f"s{i}", "number": str(i), "name": f"第{i}件（甲）"} for i in range(8)],
    }
    lists = [
        {
            "name": seed.choice(["", "张三", "李 四"]),
            "steps": {
                step["id"]: {
                    "done": seed.random() < 0.5,
                    "date": seed.choice(["", "2026-02-28"]),
                    "note": seed.choice(notes),
                }
                for step in plan["steps"]
            },
        }
        for _ in range(200)
    ]
    wrong = page.evaluate(
        """([lists, plan]) => {
          const words = JSON.parse(document.querySelector('procedure-checklist').dataset.words);
          const plain = list => JSON.stringify([list.name, Object.entries(list.steps).map(([id, tick]) => [id, tick.done, tick.date, tick.note.replace(/\\s+/g, ' ')])]);
          return lists.filter(list => {
            const read = xt.checklistText.parse(xt.checklistText.format(list, plan, words), plan, words);
            return read.problem || read.gone || plain(read) !== plain(list);
          });
        }""",
        [lists, plan],
    )
    assert wrong == []


def test_blank_out_by_keyboard(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{PRACTICE}")
    status = page.locator("blank-out [role=status]")
    expect(status).to_have_text("已揭开 0 步，共 10 步")
    following = page.get_by_role("button", name="揭开下一步")
    following.focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("第 1 步：书面提出转正申请。已揭开 1 步，共 10 步")
    page.keyboard.press("Space")
    expect(status).to_have_text("第 2 步：核对预备期和是否转入。已揭开 2 步，共 10 步")
    expect(following).to_be_focused()
    third = page.locator("details[data-number='4'] > summary")
    third.focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("第 4 步：征求意见。已揭开 3 步，共 10 步")
    page.get_by_role("button", name="全部揭开").click()
    expect(status).to_contain_text("都揭开了。")
    page.get_by_role("button", name="重新遮住").click()
    expect(status).to_have_text("已揭开 0 步，共 10 步")


def test_from_a_folder_without_network(context: BrowserContext, site_dir: Path) -> None:
    context.set_offline(True)
    page = context.new_page()
    page.set_viewport_size({"width": 1440, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site_dir / CHART).as_uri())
    assert page.evaluate(LANES) == []
    page.goto((site_dir / CHECKLIST).as_uri())
    tick(page, 2)
    page.reload()
    expect(page.locator("procedure-checklist [data-count]")).to_have_text("已办 1 步，共 10 步")
    page.goto((site_dir / PRACTICE).as_uri())
    page.get_by_role("button", name="揭开下一步").click()
    expect(page.locator("details[data-number='1'] b")).to_be_visible()
    page.goto((site_dir / "procedures" / "admission.svg").as_uri())
    assert page.evaluate("document.documentElement.getAttribute('class')") == "xt-flow-pic"
    assert errors == []
