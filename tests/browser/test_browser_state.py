"""What a browser may hold from before: foreign, damaged, older, newer, from tomorrow; no page may stumble over it."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

PAGES = (
    "index.html",
    "quiz/index.html",
    "quiz/daily.html",
    "quiz/exam-activist-course.html",
    "quiz/review.html",
    "quiz/wrong.html",
    "quiz/weak.html",
    "quiz/map.html",
    "quiz/oral.html",
    "quiz/data.html",
    "quiz/admission-process.html",
    "procedures/conversion-checklist.html",
    "documents/applicant-talk-record.html",
)
"""One page of each kind that keeps something in the browser."""
NOW = int(time.time())
TOMORROW = (NOW + 86_400) * 10 + 3
LONG_AGO = 10 + 3
EMPTY: dict[str, Any] = {"v": 1, "a": {}, "s": {}, "x": None, "h": []}
QUIZ = {
    "answers of tomorrow": {**EMPTY, "a": {"q-1": [TOMORROW], "q-2": [TOMORROW, TOMORROW + 10]}},
    "answers of 1970": {**EMPTY, "a": {"q-1": [LONG_AGO]}},
    "questions nobody knows": {**EMPTY, "a": {f"gone-{i}": [NOW * 10 + 1] for i in range(2_000)}},
    "strange settings": {
        **EMPTY, "s": {"until": ["<b>明天</b>", 1], "cap": [-5, 1], "pause": ["9999-99-99", 1], "clock": ["x", 1]},
    },
    "settings of another kind": {**EMPTY, "s": {"until": [5, 1], "cap": ["很多", 1], "pause": [True, 1], "clock": [1e300, 1]}},
    "an exam of nothing": {**EMPTY, "x": {"answers": {}, "at": 5}},
    "an exam of another shape": {
        **EMPTY, "x": {"answers": {"q-1": {"a": []}}, "at": NOW * 1000, "blueprint": 7, "seed": "x", "items": None, "left": -1},
    },
    "an exam begun tomorrow": {
        **EMPTY, "x": {"answers": {}, "at": (NOW + 86_400) * 1000, "blueprint": "activist-course", "seed": 1, "start": NOW * 2},
    },
    "an exam of this paper, damaged": {
        **EMPTY, "x": {"b": "activist-course", "answers": {}, "at": NOW * 1000, "parts": "x", "seed": 1, "left": 60, "now": 0},
    },
    "an exam of this paper, its questions gone": {
        **EMPTY, "x": {"b": "activist-course", "answers": {}, "at": NOW * 1000, "parts": [["gone-1"]], "seed": 1, "left": 60, "now": 7},
    },
    "results without results": {**EMPTY, "h": [{"at": 1}, {"at": NOW * 1000, "marks": "x", "blueprint": None}]},
    "an older record": {"a": {"q-1": [NOW * 10 + 3]}},
    "no object": [],
    "a word": "x",
    "null": None,
    "a foreign record": {"cards": [{"due": "2026-01-01"}], "v": 1},
}  # fmt: skip
"""Name → what the record of self-testing may hold."""
OTHER = {
    "xt-checklist-conversion": [
        "{", "null", "5", '{"v":1,"name":5,"steps":[]}', '{"v":1,"name":null,"steps":{"review":5,"x":null}}', '{"v":9}',
    ],
    "xt-document-applicant-talk-record": [
        "{", "null", "5", '{"v":1,"values":null}', '{"v":1,"values":[1]}', '{"v":1,"values":{"date":{},"place":[[]]}}', '{"v":9}',
    ],
    "xt-text-size": ["", "9", "<b>", "null"],
    "xt-search-recent": ["{", "5", "[5,null,{}]", '["' + "长" * 5000 + '"]'],
}  # fmt: skip
"""Key → texts that another version, another site or a fault may have left under it."""


def hold(page: Page, key: str, text: str) -> None:
    page.add_init_script(f"try {{ localStorage.setItem({json.dumps(key)}, {json.dumps(text)}) }} catch (refused) {{}}")


@pytest.mark.parametrize("record", QUIZ.values(), ids=QUIZ)
def test_pages_open_and_work_whatever_the_record_holds(page: Page, base_url: str, record: object) -> None:
    hold(page, "xt-quiz", json.dumps(record))
    for path in PAGES[:-2]:
        page.goto(f"{base_url}/{path}")
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_timeout(60)
        for name in ("接着上次的", "开始考试"):
            if (button := page.get_by_role("button", name=name)).count():
                button.first.click()
                page.wait_for_timeout(60)


def test_pages_open_whatever_other_keys_hold(context: BrowserContext, base_url: str) -> None:
    for turn in range(max(map(len, OTHER.values()))):
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        for key, texts in OTHER.items():
            hold(page, key, texts[turn % len(texts)])
        for path in (PAGES[0], *PAGES[-2:]):
            page.goto(f"{base_url}/{path}")
            expect(page.locator("h1")).to_be_visible()
            page.wait_for_timeout(60)
        assert errors == [], (turn, errors)
        page.close()


def test_a_clock_set_back_loses_nothing_and_asks_on(page: Page, base_url: str) -> None:
    page.clock.install(time=NOW + 86_400 * 30)
    page.goto(f"{base_url}/quiz/admission-process.html")
    for _ in range(2):
        page.get_by_role("button", name="已会").click()
    before = json.loads(page.evaluate("localStorage.getItem('xt-quiz')"))["a"]
    assert len(before) == 2
    page.clock.set_system_time(NOW)
    page.reload()
    page.get_by_role("button", name="已会").click()
    after = json.loads(page.evaluate("localStorage.getItem('xt-quiz')"))["a"]
    assert len(after) == 3
    assert all(set(answers) <= set(after[name]) for name, answers in before.items())
    page.goto(f"{base_url}/quiz/review.html")
    expect(page.locator("h1")).to_be_visible()


def test_a_checklist_of_another_kind_or_size_is_refused(page: Page, base_url: str) -> None:
    page.goto(f"{base_url}/procedures/conversion-checklist.html")
    page.locator("procedure-checklist details[data-carry] summary").click()
    box = page.locator("procedure-checklist textarea").first
    before = page.evaluate("document.querySelectorAll('procedure-checklist input:checked').length")
    page.locator("procedure-checklist input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x" * 500_000}
    )
    expect(page.get_by_text("这段文字太长，不是本页写出的清单，没有读入。")).to_be_visible()
    page.locator("procedure-checklist input[type=file]").set_input_files(
        {"name": "a.txt", "mimeType": "text/plain", "buffer": ("[x] （" * 20_000).encode()}
    )
    expect(page.get_by_text("没有读入")).to_be_visible()
    page.locator("procedure-checklist input[type=file]").set_input_files(
        {"name": "a.bin", "mimeType": "application/zip", "buffer": b"PK\x03\x04" + bytes(range(256)) * 20}
    )
    expect(page.get_by_text("这段文字不是打勾清单，没有读入。")).to_be_visible()
    assert page.evaluate("document.querySelectorAll('procedure-checklist input:checked').length") == before
    assert box.count() == 1
