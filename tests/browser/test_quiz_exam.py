"""The mock exam from the first question to the result, left and taken up again; papers; every state before axe."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_quiz_practice import OVERFLOW_AND_SMALL, SECTION, ago, answer, ids, open_with, stored

EXAM = "quiz/exam-activist-course.html"
SHORT = "quiz/exam-branch-friday.html"
WRITTEN = "quiz/exam-prospect-course.html"
"""An exam with fill-ins and short answers."""


def begin(page: Page, base_url: str, seed: int = 7, exam: str = EXAM) -> None:
    page.goto(f"{base_url}/{exam}")
    page.get_by_label("卷号").fill(str(seed))
    page.get_by_role("button", name="开始考试").click()
    expect(page.locator(".xt-q__stem")).to_be_focused()


def test_exam_is_left_taken_up_and_handed_in(page: Page, base_url: str) -> None:
    begin(page, base_url)
    expect(page.locator(".xt-exam__bar")).to_contain_text("60 题 · 100 分 · 60 分合格 · 卷号 7")
    expect(page.locator(".xt-cell[aria-label]")).to_have_count(60)
    first = page.locator(".xt-q__stem").inner_text()
    page.keyboard.press("b")
    expect(page.locator(".xt-opt__v:visible")).to_have_text("已选")
    expect(page.locator(".xt-opt--right, .xt-opt--mine")).to_have_count(0)
    page.get_by_role("button", name="标记，回头再看").click()
    expect(page.get_by_label("第 1 题，已答，标记")).to_be_visible()
    page.get_by_role("button", name="下一题").click()
    page.keyboard.press("a")
    page.reload()
    page.get_by_role("button", name="开始考试").click()
    expect(page.get_by_role("button", name="再按一次：放下没做完的，另开一份")).to_be_visible()
    page.get_by_role("button", name="接着上次的（已答 2 题）").click()
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 2 题")
    page.get_by_role("button", name="上一题").click()
    assert page.locator(".xt-q__stem").inner_text() == first
    assert page.locator(".xt-opt input").nth(1).is_checked()
    expect(page.get_by_label("第 1 题，已答，标记")).to_be_visible()
    page.get_by_role("button", name="交卷").click()
    expect(page.get_by_text("还有 58 题没有答：第 3、4、5")).to_be_visible()
    page.get_by_role("button", name="回去接着答").click()
    expect(page.locator(".xt-quiz__n b")).to_have_text("第 3 题")
    page.get_by_role("button", name="交卷").click()
    page.get_by_role("button", name="交卷，看结果").click()
    expect(page.get_by_role("heading", name="结果")).to_be_focused()
    expect(page.locator(".xt-score")).to_contain_text("满分 100，60 分合格")
    expect(page.locator("table.xt-table tr")).not_to_have_count(0)
    assert page.locator("details.xt-fold summary").filter(has_text="没有答").count() == 58
    record = stored(page)
    assert record["x"] is None
    assert [(exam["b"], exam["seed"]) for exam in record["h"]] == [("activist-course", 7)]
    assert len(record["a"]) == 2
    expect(page.get_by_text("没有答的 58 题不给分，也没有记进错题本。")).to_be_visible()
    expect(page.get_by_text("简答题")).to_have_count(0)
    wrong = sum(events[-1] % 10 == 1 for events in record["a"].values())
    page.goto(f"{base_url}/quiz/wrong.html")
    expect(page.locator("quiz-list > ul > li")).to_have_count(wrong)


def test_blank_questions_enter_the_book_where_the_learner_says_so(page: Page, base_url: str) -> None:
    begin(page, base_url, exam=SHORT)
    page.keyboard.press("b")
    page.get_by_role("button", name="交卷").click()
    expect(page.get_by_text("还有 17 题没有答：第 2、3、4、5、6、7、8、9、10、11、12、13……")).to_be_visible()
    page.get_by_label("没有答的题也记进错题本").check()
    page.get_by_role("button", name="交卷，看结果").click()
    expect(page.get_by_text("没有答的 17 题也记进了错题本。")).to_be_visible()
    marks = [events[-1] % 10 for events in stored(page)["a"].values()]
    assert len(marks) == 18
    assert marks.count(1) >= 17


def test_a_lucky_guess_of_an_exam_comes_back(page: Page, base_url: str) -> None:
    begin(page, base_url, exam=SHORT)
    page.evaluate(
        """() => { const exam = document.querySelector('quiz-exam'); const q = exam.questions[0];
        exam.state.answers[q.id] = q.right; exam.go(0); exam.ask() }"""
    )
    page.get_by_role("button", name="交卷，看结果").click()
    page.get_by_text("第 1 题：答对").click()
    page.get_by_role("button", name="拿不准，过两天再考我").click()
    expect(page.get_by_text("记下了，过两天再出")).to_be_visible()
    assert [[event % 10 for event in events] for events in stored(page)["a"].values()] == [[2]]


def test_a_filling_of_the_same_meaning_is_taken_as_right(page: Page, base_url: str) -> None:
    begin(page, base_url, exam=WRITTEN)
    gap, met = page.evaluate(
        """() => { const exam = document.querySelector('quiz-exam');
        for (const q of exam.questions) if (q.type !== 'short-answer') exam.state.answers[q.id] = q.type === 'fill-in' ? [q.key[0]] : q.right;
        const at = exam.questions.findIndex((q) => q.type === 'fill-in');
        exam.state.answers[exam.questions[at].id] = ['换一种说法']; exam.go(0); exam.ask();
        return [at + 1, exam.questions[at].id] }"""
    )
    page.get_by_role("button", name="交卷，看结果").click()
    before = int(page.locator(".xt-score b").inner_text())
    assert stored(page)["h"][-1]["got"] == before
    assert stored(page)["a"][met][-1] % 10 == 1
    page.get_by_role("button", name="意思一样，算答对").click()
    expect(page.get_by_text("算答对了，不进错题本。")).to_be_focused()
    expect(page.get_by_text(f"第 {gap} 题：答对")).to_be_visible()
    after = int(page.locator(".xt-score b").inner_text())
    assert after > before
    assert [(exam["b"], exam["got"]) for exam in stored(page)["h"]] == [("prospect-course", after)]
    assert [event % 10 for event in stored(page)["a"][met]] == [3]
    for point in page.locator(".xt-points input").all():
        point.check()
    expect(page.locator(".xt-score b")).to_have_text("100")
    assert [exam["got"] for exam in stored(page)["h"]] == [100]


def test_full_marks_for_all_right(page: Page, base_url: str) -> None:
    begin(page, base_url)
    page.evaluate(
        """() => { const exam = document.querySelector('quiz-exam');
        for (const q of exam.questions) exam.state.answers[q.id] = q.right; exam.go(0); exam.ask() }"""
    )
    page.get_by_role("button", name="交卷，看结果").click()
    expect(page.locator(".xt-score b")).to_have_text("100")
    expect(page.locator(".xt-score")).to_contain_text("合格了")


def test_time_is_hidden_lengthened_and_never_forces(page: Page, base_url: str) -> None:
    begin(page, base_url)
    expect(page.locator(".xt-clock")).to_contain_text("40 分钟")
    page.get_by_role("button", name="延长一半").click()
    expect(page.locator(".xt-clock")).to_contain_text("60 分钟")
    expect(page.get_by_role("button", name="延长一半")).to_have_count(0)
    page.get_by_role("button", name="不看时间").click()
    expect(page.locator(".xt-clock")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="接着上次的").click()
    expect(page.locator(".xt-clock")).to_have_count(0)
    page.get_by_role("button", name="看时间").click()
    expect(page.locator(".xt-clock")).to_contain_text("60 分钟")
    page.evaluate("document.querySelector('quiz-exam').state.left = 0; document.querySelector('quiz-exam').tellTime()")
    expect(page.locator(".xt-clock")).to_contain_text("0 分钟，可以接着答")
    expect(page.locator(".xt-q__stem")).to_be_visible()


def test_two_tabs_of_one_exam_keep_both_answers(page: Page, base_url: str) -> None:
    begin(page, base_url)
    other = page.context.new_page()
    other.goto(f"{base_url}/{EXAM}")
    other.get_by_role("button", name="接着上次的").click()
    other.get_by_label("第 5 题，未答").click()
    other.keyboard.press("a")
    page.keyboard.press("b")
    assert len(stored(page)["x"]["answers"]) == 2


def open_papers(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/quiz/papers.html")
    page.get_by_label("哪一种卷").select_option(label="入党积极分子培训班结业考试（仿真）")
    page.get_by_label("卷号").fill("11")


def test_paper_is_printed_in_two_forms_without_a_shared_question(page: Page, base_url: str) -> None:
    open_papers(page, base_url)
    page.get_by_role("button", name="出 A、B 卷和答案").click()
    sheets = page.locator(".xt-exampaper")
    expect(sheets).to_have_count(6)
    stems = [sheets.nth(i).locator(".xt-exampaper__q > p:first-child").all_inner_texts() for i in (0, 3)]
    assert [len(form) for form in stems] == [60, 60]
    plain = [{re.sub(r"^\d+\. ", "", stem) for stem in form} for form in stems]
    assert not plain[0] & plain[1]
    expect(sheets.first).to_contain_text("卷号 11")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="1 号卷的 Word 文件")).to_be_hidden()
    expect(page.get_by_label("哪一种卷")).to_be_hidden()
    expect(sheets.first).to_be_visible()


def test_wrong_numbers_of_a_paper_enter_the_book(page: Page, base_url: str) -> None:
    open_papers(page, base_url)
    page.get_by_label("哪一份卷").select_option(label="（B 卷）")
    page.get_by_label("错了的题号").fill("3、7 10-12")
    page.get_by_role("button", name="记进错题本").click()
    expect(page.get_by_text("记好了：共 60 题，错 5 题。")).to_be_visible()
    page.goto(f"{base_url}/quiz/wrong.html")
    expect(page.locator("quiz-list > ul > li")).to_have_count(5)


# Every state before axe, at both widths


def states(page: Page, base_url: str, state: str) -> None:
    """Brings a page into a state."""
    if state == "answered":
        page.goto(f"{base_url}/{SECTION}")
        answer(page, right=False)
    elif state == "right":
        page.goto(f"{base_url}/{SECTION}")
        answer(page, right=True)
    elif state in {"fill-in", "ordering", "matching", "short-answer", "multiple", "case"}:
        question = ids(page, base_url, state)[0]
        open_with(page, base_url, "quiz/wrong.html", {question: [ago(3, 1)]})
        page.get_by_role("button", name="开始").click()
        expect(page.locator(".xt-practice fieldset")).to_be_visible()
        if state == "short-answer":
            page.get_by_role("button", name="看对错").click()
    elif state == "exam":
        begin(page, base_url, exam=SHORT)
        page.keyboard.press("b")
        page.get_by_role("button", name="标记，回头再看").click()
    elif state == "sure":
        begin(page, base_url, exam=SHORT)
        page.get_by_role("button", name="交卷").click()
    elif state == "result":
        begin(page, base_url, exam=SHORT)
        page.get_by_role("button", name="交卷").click()
        page.get_by_role("button", name="交卷，看结果").click()
    elif state == "paper":
        open_papers(page, base_url)
        page.get_by_role("button", name="出 A、B 卷和答案").click()
        expect(page.locator(".xt-exampaper").first).to_be_visible()
    elif state == "home":
        open_with(
            page, base_url, "index.html", {question: [ago(9, 1)] for question in ids(page, base_url, "single")[::50]}
        )
    elif state == "review":
        open_with(
            page,
            base_url,
            "quiz/review.html",
            {question: [ago(9, 1)] for question in ids(page, base_url, "single")[::50]},
        )
    elif state in {"wrong", "map", "contrast"}:
        open_with(
            page, base_url, f"quiz/{state}.html", {question: [ago(9, 1)] for question in ids(page, base_url)[::60]}
        )
    else:
        page.goto(f"{base_url}/quiz/{state}.html")


STATES = ["index", "admission", "admission-policy", "answered", "right", "fill-in", "ordering", "matching", "short-answer", "multiple", "case", "exams", "exam-branch-friday", "exam", "sure", "result", "paper", "home", "review", "wrong", "map", "contrast", "oral", "data", "papers", "admission-process", "by-role", "must-know", "daily"]  # fmt: skip


@pytest.mark.parametrize("state", STATES)
def test_state_is_clean(browser: Browser, base_url: str, state: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN", reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    states(page, base_url, state)
    found: Any = [page.evaluate(OVERFLOW_AND_SMALL)]
    for scheme, rules in (("light", ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        result = Axe().run(page, context=".md-content", options={"runOnly": rules})
        found += [(scheme, v["id"], [n["target"] for n in v["nodes"]][:3]) for v in result.response["violations"]]
    context.close()
    assert json.dumps(found[1:], ensure_ascii=False) == "[]"
    assert found[0] == {"wide": [], "small": [], "tight": []}
    assert errors == []
