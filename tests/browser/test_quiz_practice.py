"""Practice as learners meet it: every type of question, the wrong-answer book, review, storage and its troubles."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

SECTION = "quiz/overview-role.html"
DAY = 86_400

RIGHT = """() => { const form = document.querySelector('.xt-practice fieldset'); const stem = form.querySelector('legend').textContent;
  for (const key of Object.keys(window.xtBank)) { if (!key.startsWith('bank:')) continue;
    const row = window.xtBank[key].find(r => r[2] === stem); if (row) return { id: row[0], type: xtBank.words.types[row[1]], right: row[5], key: row[6], parts: row[3].length } } }"""
"""The question on the screen, looked up in the bank."""


OVERFLOW_AND_SMALL = """() => { const all = [...document.querySelectorAll('.md-content *')].filter(e => e.getClientRects().length && !e.closest('svg'));
  const name = e => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 16);
  return {
    wide: all.filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !e.closest('.md-typeset__scrollwrap')).slice(0, 3).map(name),
    small: all.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && parseFloat(getComputedStyle(e).fontSize) < 15.9).slice(0, 3).map(name),
    tight: all.filter(e => e.matches('button, select, textarea, summary, .xt-btn, input:not([type=radio]):not([type=checkbox])') && e.getBoundingClientRect().height < 43.5).slice(0, 3).map(name),
  } }"""
"""What sticks out at the right, text below 16 px, controls below 44 px."""


def current(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(RIGHT)
    return found


def stored(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate("localStorage.getItem('xt-quiz')") or "{}")
    return found


def choose(page: Page, positions: list[int]) -> None:
    for position in positions:
        page.locator(".xt-practice .xt-opt label").nth(position).click()


def answer(page: Page, *, right: bool) -> None:
    """Answers a question with options on the screen."""
    found = current(page)
    wrong = [next(i for i in range(found["parts"]) if i not in found["right"])]
    choose(page, found["right"] if right else wrong)
    page.get_by_role("button", name="看对错").click()


def open_with(
    page: Page, base_url: str, path: str, answers: dict[str, list[int]], settings: dict[str, Any] | None = None
) -> None:
    """Opens a page with answers already stored."""
    page.goto(f"{base_url}/quiz/data.html")
    record = {"v": 1, "a": answers, "s": {k: [v, 1] for k, v in (settings or {}).items()}, "x": None, "h": []}
    page.evaluate("text => localStorage.setItem('xt-quiz', text)", json.dumps(record))
    page.goto(f"{base_url}/{path}")


def ids(page: Page, base_url: str, kind: str | None = None) -> list[str]:
    """Ids of the questions of a type, or of all."""
    page.goto(f"{base_url}/quiz/data.html")
    found: list[str] = page.evaluate(
        "kind => xt.bank.index().filter(q => !kind || q.type === kind).map(q => q.id)", kind
    )
    return found


def ago(days: int, mark: int) -> int:
    return (int(time.time()) - days * DAY) * 10 + mark


def verdict(page: Page) -> Locator:
    return page.locator(".xt-verdict")


def test_wrong_answer_is_explained_at_once(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    answer(page, right=False)
    expect(verdict(page)).to_contain_text("不对。应是")
    expect(verdict(page)).to_be_focused()
    expect(page.locator("[role=status] .xt-verdict")).to_have_count(1)
    expect(page.locator(".xt-opt--mine .xt-opt__v")).to_have_text("你选的")
    expect(page.locator(".xt-opt--right .xt-opt__v")).to_have_text("正确答案")
    expect(page.locator(".xt-explain")).to_contain_text("为什么")
    expect(page.locator(".xt-explain .xt-ev")).to_be_visible()
    link = page.locator(".xt-explain a.xt-basis")
    link.click()
    expect(page.locator("article.xt-rule:target")).to_be_visible()


def test_right_answer_can_be_marked_not_sure_and_comes_back(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    question = current(page)["id"]
    answer(page, right=True)
    expect(verdict(page)).to_contain_text("对了。")
    assert [event % 10 for event in stored(page)["a"][question]] == [3]
    page.get_by_role("button", name="拿不准").click()
    expect(page.get_by_text("记下了，过两天再出")).to_be_visible()
    assert [event % 10 for event in stored(page)["a"][question]] == [2]
    expect(page.get_by_role("button", name="下一题")).to_be_focused()
    page.goto(f"{base_url}/quiz/wrong.html")
    expect(page.locator("quiz-list li b").first).to_be_visible()


@pytest.mark.parametrize(("right", "kept"), [(True, 2), (False, 1)])
def test_not_sure_can_be_said_before_the_answer(page: Page, base_url: str, right: bool, kept: int) -> None:
    page.goto(f"{base_url}/{SECTION}")
    question = current(page)["id"]
    doubt = page.get_by_role("button", name="拿不准")
    expect(doubt).to_have_attribute("aria-pressed", "false")
    doubt.click()
    expect(doubt).to_have_attribute("aria-pressed", "true")
    answer(page, right=right)
    expect(verdict(page)).to_contain_text("对了，你说拿不准。" if right else "不对。")
    expect(page.get_by_text("记下了，过两天再出")).to_be_visible()
    assert [event % 10 for event in stored(page)["a"][question]] == [kept]
    expect(page.get_by_role("button", name="拿不准")).to_have_count(0)


def test_keyboard_alone_answers_and_goes_on(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    first = page.locator(".xt-q__stem").inner_text()
    page.keyboard.press("b")
    assert page.locator(".xt-opt input").nth(1).is_checked()
    page.keyboard.press("3")
    assert page.locator(".xt-opt input").nth(2).is_checked()
    page.keyboard.press("ArrowUp")
    assert page.locator(".xt-opt input").nth(1).is_checked()
    page.keyboard.press("Enter")
    expect(verdict(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 2 题，共 10 题")
    expect(page.locator(".xt-q__stem")).to_be_focused()
    assert page.locator(".xt-q__stem").inner_text() != first
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(verdict(page)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 3 题，共 10 题")


def test_nothing_chosen_is_said_not_marked(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    page.get_by_role("button", name="看对错").click()
    expect(page.get_by_text("还没有作答")).to_be_visible()
    assert stored(page) == {}


def test_group_ends_with_what_to_look_at_again(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/overview-tasks.html")
    total = int(page.locator(".xt-quiz__n b").inner_text().rstrip(" 题").rsplit(" ", 1)[1])
    for n in range(total):
        found = current(page)
        if found["type"] in {"single", "multiple", "true-false", "case"}:
            answer(page, right=n > 0)
        else:
            page.get_by_role("button", name="背题").click()
            page.get_by_role("button", name="做题").click()
            page.evaluate("document.querySelector('quiz-practice').move(1)")
            continue
        page.get_by_role("button", name="下一题").click()
    expect(page.get_by_role("heading", name="这一组做完了")).to_be_focused()
    expect(page.locator(".xt-practice .xt-list li")).not_to_have_count(0)
    page.get_by_role("button", name="再练一组").click()
    expect(page.locator(".xt-q__stem")).to_be_focused()


def test_what_is_known_is_set_aside(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    question = current(page)["id"]
    page.get_by_role("button", name="已会").click()
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 2 题，共 10 题")
    assert [event % 10 for event in stored(page)["a"][question]] == [8]
    page.reload()
    seen = page.evaluate(
        "xt.sets.pick('own', { index: xt.bank.index(), answers: xt.progress.read().a, settings: {}, seconds: 1, own: xt.bank.index().map(q => q.id) })"
    )
    assert question not in seen


def test_reading_mode_shows_answers_and_stores_nothing(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/{SECTION}")
    page.get_by_role("button", name="背题").click()
    expect(page.locator(".xt-opt--right, .xt-verdict")).not_to_have_count(0)
    expect(page.locator(".xt-explain")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 2 题，共 10 题")
    page.get_by_role("button", name="看全部题").click()
    expect(page.locator(".xt-quiz--all fieldset").first).to_be_visible()
    assert stored(page) == {}


def ask_only(page: Page, base_url: str, question: str) -> None:
    """Opens the wrong-answer book with one question in it and starts."""
    open_with(page, base_url, "quiz/wrong.html", {question: [ago(3, 1)]})
    page.get_by_role("button", name="开始").click()
    expect(page.locator(".xt-practice fieldset")).to_be_visible()


def test_fill_in_takes_another_way_to_write(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "fill-in")[0]
    ask_only(page, base_url, question)
    page.get_by_label("填空").fill(f" {current(page)['key'][0]} ")
    page.keyboard.press("Enter")
    expect(verdict(page)).to_contain_text("对了")


def test_filling_that_means_the_same_is_taken_as_right_and_else_counts_as_wrong(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "fill-in")[0]
    for same in (True, False):
        ask_only(page, base_url, question)
        page.get_by_label("填空").fill("换一种说法")
        page.keyboard.press("Enter")
        expect(verdict(page)).to_contain_text("同参考答案不一样。参考答案：")
        assert len(stored(page)["a"][question]) == 1
        if same:
            page.get_by_role("button", name="意思一样，算答对").click()
            expect(verdict(page)).to_contain_text("对了")
            expect(verdict(page)).to_be_focused()
        else:
            page.get_by_role("button", name="下一题").click()
        assert [event % 10 for event in stored(page)["a"][question]] == [1, 3 if same else 1]


def test_filling_taken_for_wrong_is_kept_when_the_page_is_left(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "fill-in")[0]
    ask_only(page, base_url, question)
    page.get_by_label("填空").fill("换一种说法")
    page.keyboard.press("Enter")
    page.goto(f"{base_url}/quiz/wrong.html")
    assert [event % 10 for event in stored(page)["a"][question]] == [1, 1]


def test_ordering_is_done_by_buttons(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "ordering")[0]
    ask_only(page, base_url, question)
    wanted = current(page)["right"]
    order = list(range(len(wanted)))
    for to, part in enumerate(wanted):
        at = order.index(part)
        while at > to:
            page.locator(".xt-order > li").nth(at).get_by_role("button", name="上移").click()
            order[at - 1 : at + 1] = [order[at], order[at - 1]]
            at -= 1
            expect(page.locator(".xt-order").locator(":focus")).to_have_count(1)
    page.get_by_role("button", name="看对错").click()
    expect(verdict(page)).to_contain_text("对了")


def test_matching_is_done_by_lists(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "matching")[0]
    ask_only(page, base_url, question)
    right = current(page)["right"]
    for i, position in enumerate(right[:-1]):
        page.locator(".xt-match select").nth(i).select_option(str(position))
    page.get_by_role("button", name="看对错").click()
    expect(page.get_by_text("还没有作答")).to_be_visible()
    page.locator(".xt-match select").last.select_option(str(right[-1]))
    page.get_by_role("button", name="看对错").click()
    expect(verdict(page)).to_contain_text("对了")


def test_short_answer_is_compared_with_key_points(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "short-answer")[0]
    ask_only(page, base_url, question)
    page.get_by_label("作答").fill("先说一遍")
    page.get_by_role("button", name="看对错").click()
    boxes = page.locator(".xt-points input")
    expect(boxes.first).to_be_visible()
    for i in range(boxes.count()):
        boxes.nth(i).check()
    page.get_by_role("button", name="看对错").click()
    expect(verdict(page)).to_contain_text("要点都说到了")
    assert "先说一遍" not in page.evaluate("localStorage.getItem('xt-quiz')")


def test_multiple_choice_wants_all_and_only_the_right_ones(page: Page, base_url: str) -> None:
    question = ids(page, base_url, "multiple")[0]
    ask_only(page, base_url, question)
    choose(page, current(page)["right"][:1])
    page.get_by_role("button", name="看对错").click()
    expect(verdict(page)).to_contain_text("不对")
    expect(page.locator(".xt-opt--right")).to_have_count(len(current(page)["right"]))


def test_wrong_book_gives_back_what_was_right_on_two_days(page: Page, base_url: str) -> None:
    first, second = ids(page, base_url, "single")[:40:20]
    open_with(
        page, base_url, "quiz/wrong.html", {first: [ago(5, 1), ago(4, 3)], second: [ago(5, 1), ago(4, 3), ago(3, 3)]}
    )
    expect(page.locator("quiz-list > ul > li")).to_have_count(1)
    page.get_by_role("button", name="开始（1 题）").click()
    answer(page, right=True)
    expect(page.locator("quiz-list > ul > li")).to_have_count(0)


def test_learner_is_told_of_a_question_whose_rule_changed(page: Page, base_url: str) -> None:
    open_with(page, base_url, "quiz/wrong.html", {"q-old": [ago(5, 1)]})
    expect(page.get_by_role("heading", name="规定已变")).to_have_count(0)
    page.evaluate(
        "xtBank.index.retired['q-old'] = '2026 年 5 月起改为五个工作日。'; window.dispatchEvent(new Event('xt-progress'))"
    )
    expect(page.get_by_role("heading", name="规定已变，不再出的题")).to_be_visible()
    expect(page.get_by_text("2026 年 5 月起改为五个工作日。")).to_be_visible()


def test_review_card_counts_and_puts_off(page: Page, base_url: str) -> None:
    some = ids(page, base_url, "single")[::40][:12]
    open_with(page, base_url, "index.html", {question: [ago(9, 1)] for question in some})
    expect(page.locator(".xt-today__n")).to_have_text("12 题，约 6 分钟")
    expect(page.locator(".xt-today li").first).to_contain_text("上次答错")
    page.get_by_role("button", name="今天不学").click()
    expect(page.get_by_text("题目顺延")).to_be_visible()
    page.get_by_role("button", name="恢复复习").click()
    page.get_by_role("link", name="开始复习").click()
    page.get_by_role("button", name="开始（10 题）").click()
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 1 题，共 10 题")


def test_challenge_ends_at_the_first_wrong_answer(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/challenge.html")
    for _ in range(60):
        if current(page)["type"] in {"single", "case", "true-false"}:
            break
        page.get_by_role("button", name="已会").click()
    answer(page, right=True)
    page.get_by_role("button", name="下一题").click()
    for _ in range(60):
        if current(page)["type"] in {"single", "case", "true-false"}:
            break
        page.get_by_role("button", name="已会").click()
    answer(page, right=False)
    page.get_by_role("button", name="下一题").click()
    expect(page.get_by_text("连着答对 1 题")).to_be_visible()


def test_role_in_the_address_asks_its_questions(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/by-role.html")
    expect(page.locator(".xt-practice")).to_be_hidden()
    entry = page.locator(".xt-pick > li").first
    wanted = (entry.get_attribute("data-ids") or "").split()
    entry.locator("> a").click()
    expect(page.locator(".xt-q__stem")).to_be_visible()
    assert current(page)["id"] in wanted


def test_map_and_contrast_know_the_learner(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/contrast.html")
    pair = page.locator(".xt-pair").last
    question = (pair.get_attribute("data-ids") or "").split()[0]
    text = pair.inner_text()
    open_with(page, base_url, "quiz/contrast.html", {question: [ago(2, 1)]})
    confused = page.locator(".xt-confused .xt-pair")
    assert text in confused.all_inner_texts()
    page.goto(f"{base_url}/quiz/map.html")
    assert sum("已学 1，" in text for text in page.locator(".xt-map").all_inner_texts()) == 1


def test_oral_cards_are_drawn_and_opened(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/oral.html")
    page.get_by_role("button", name="抽 4 张").click()
    cards = page.locator("quiz-oral details[id]:visible")
    expect(cards).to_have_count(4)
    cards.first.locator("summary").click()
    expect(cards.first.locator("li").first).to_be_visible()


def test_five_questions_end_a_section(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/handbook/admission/admission-policy.html")
    page.get_by_role("heading", name="学完自测").scroll_into_view_if_needed()
    expect(page.locator(".xt-practice .xt-quiz__n b")).to_have_text("第 1 题，共 5 题")
    assert page.evaluate("!document.querySelector('.xt-practice').contains(document.activeElement)")
    answer(page, right=False)
    expect(verdict(page)).to_contain_text("不对")


# Storage


def test_backup_moves_to_another_device(browser: Browser, base_url: str, tmp_path: Path) -> None:
    first = browser.new_page()
    some = ids(first, base_url, "single")[:2]
    open_with(first, base_url, "quiz/data.html", {some[0]: [ago(3, 1)]}, {"cap": 12})
    with first.expect_download() as info:
        first.get_by_role("button", name="下载备份文件").click()
    file = tmp_path / "backup.json"
    info.value.save_as(file)
    assert info.value.suggested_filename.startswith("支部学堂-学习记录-")
    second = browser.new_context().new_page()
    open_with(second, base_url, "quiz/data.html", {some[1]: [ago(2, 3)]})
    second.get_by_label("从备份文件恢复").set_input_files(file)
    expect(second.get_by_text("恢复了 1 题的记录")).to_be_visible()
    assert set(stored(second)["a"]) == set(some)
    assert stored(second)["s"]["cap"] == [12, 1]
    second.context.close()
    first.close()


def test_pasted_text_is_restored_or_refused_with_its_place(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/data.html")
    field = page.get_by_label("备份文字")
    field.fill('{"v":1,"a":{"q-1":[17672328003,"x"]},"s":{},"x":null,"h":[]}')
    page.get_by_role("button", name="从文字恢复").click()
    expect(page.get_by_text("a → q-1 → 2 这一处不对")).to_be_visible()
    field.fill('{"v":1,')
    page.get_by_role("button", name="从文字恢复").click()
    expect(page.get_by_text("第 1:8（行:字）附近断了")).to_be_visible()
    assert stored(page) == {}
    field.fill('{"v":1,"a":{"q-1":[17672328003]},"s":{},"x":null,"h":[]}')
    page.get_by_role("button", name="从文字恢复").click()
    expect(page.get_by_text("恢复了 1 题的记录")).to_be_visible()
    assert stored(page)["a"] == {"q-1": [17672328003]}


def test_wiping_asks_once_more_and_leaves_nothing(page: Page, base_url: str) -> None:
    open_with(page, base_url, "quiz/data.html", {"q-1": [ago(1, 3)]})
    page.get_by_role("button", name="清除全部记录").click()
    expect(page.get_by_role("button", name="先不清除")).to_be_focused()
    page.get_by_role("button", name="清除，不留").click()
    expect(page.get_by_text("清除了，这台设备上没有学习记录了。")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(k => k.startsWith('xt-quiz'))") == []


def test_two_tabs_lose_nothing(context: BrowserContext, base_url: str) -> None:
    tabs = [context.new_page(), context.new_page()]
    for tab in tabs:
        tab.goto(f"{base_url}/{SECTION}")
    met = set()
    for _ in range(3):
        for tab in tabs:
            met.add(current(tab)["id"])
            tab.keyboard.press("a")
            tab.get_by_role("button", name="已会").click()
    other = context.new_page()
    other.goto(f"{base_url}/quiz/overview-setup.html")
    met.add(current(other)["id"])
    other.get_by_role("button", name="已会").click()
    assert set(stored(tabs[0])["a"]) == met
    tabs[0].goto(f"{base_url}/quiz/data.html")
    expect(tabs[0].locator(".xt-stats dd").first).to_have_text(str(len(met)))
    tabs[1].get_by_role("button", name="已会").click()
    expect(tabs[0].locator(".xt-stats dd").nth(1)).to_have_text(str(sum(len(v) for v in stored(tabs[1])["a"].values())))


REFUSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })"
FULL = "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') }"
BROKEN = "if (!sessionStorage.getItem('once')) { sessionStorage.setItem('once', '1'); localStorage.setItem('xt-quiz', '{\"v\":1,') }"
NEWER = "localStorage.setItem('xt-quiz', '{\"v\":99,\"a\":{}}')"


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(REFUSED, "浏览器不让本站存东西"), (FULL, "存储满了"), (BROKEN, "读不出来"), (NEWER, "更新的版本写的")],
    ids=["refused", "full", "corrupt", "newer"],
)
def test_trouble_with_storage_is_said_and_practice_goes_on(
    context: BrowserContext, base_url: str, trouble: str, words: str
) -> None:
    page = context.new_page()  # the theme itself complains of refused storage, so errors are not counted here
    page.add_init_script(trouble)
    page.goto(f"{base_url}/{SECTION}")
    answer(page, right=False)
    expect(verdict(page)).to_contain_text("不对")
    page.get_by_role("button", name="下一题").click()
    expect(page.get_by_text(words)).to_be_visible()
    answer(page, right=True)
    expect(page.locator(".xt-stats dd").first).to_have_text("1")


def test_record_that_cannot_be_read_is_kept_aside(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/data.html")
    page.evaluate("localStorage.setItem('xt-quiz', '{\"v\":1,')")
    page.reload()
    expect(page.get_by_text("读不出来")).to_be_visible()
    assert page.evaluate("localStorage.getItem('xt-quiz-unread')") == '{"v":1,'


# Without script, from a folder


@pytest.mark.parametrize(
    "path",
    [
        SECTION,
        "quiz/index.html",
        "quiz/daily.html",
        "quiz/exams.html",
        "quiz/oral.html",
        "quiz/by-role.html",
        "quiz/data.html",
    ],
)
def test_page_is_whole_without_script(browser: Browser, base_url: str, path: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{base_url}/{path}")
    expect(page.locator("h1")).to_be_visible()
    assert len(page.locator("main").inner_text()) > 200
    context.close()


def test_answer_is_read_without_script(browser: Browser, base_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base_url}/{SECTION}")
    first = page.locator("fieldset.xt-q").first
    first.locator("label").nth(1).click()
    assert first.locator("input").nth(1).is_checked()
    first.locator("summary").click()
    expect(first.locator("details b").first).to_be_visible()
    expect(first.locator("details a")).to_contain_text("依据")
    context.close()


def test_practice_works_from_a_folder_without_network(context: BrowserContext, site_dir: Path) -> None:
    context.set_offline(True)
    page = context.new_page()
    for path in (SECTION, "quiz/daily.html", "handbook/admission/admission-policy.html"):
        page.goto((site_dir / path).as_uri())
        stem = page.locator(".xt-practice .xt-q__stem")
        page.locator("quiz-practice").scroll_into_view_if_needed()
        expect(stem).to_be_visible()
    page.goto((site_dir / "quiz/data.html").as_uri())
    expect(page.get_by_text("同一个账户的人都能看到这些记录")).to_be_visible()
