"""The scripts of self-testing that compute: called in a page, compared with tables, with Python and with published FSRS."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fsrs import Card, Rating, Scheduler
from playwright.sync_api import Browser, Page

from generator.derive.drawing import draw, numbers
from generator.derive.views import derive
from generator.model.question import Blueprint, BlueprintPart, ChapterShare, QuestionType
from generator.pipeline import read_handbook
from generator.publish.scripts import lean
from generator.render.quiz_bank import bank_files, words
from generator.render.quiz_scripts import FILES, JOINED, SCRIPTS, quiz_scripts
from generator.render.quiz_words import ICONS, WORDS
from tests.support import minimal_handbook

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "theme_overrides" / "assets" / "javascripts"
LIMIT = 25_000


@pytest.fixture(scope="module")
def lab(browser: Browser) -> Iterator[Page]:
    """An empty page with every script of self-testing."""
    page = browser.new_page(locale="zh-CN", timezone_id="Asia/Shanghai")
    page.set_content("<!doctype html><title>lab</title>")
    page.evaluate("words => { window.xtBank = { words } }", words(derive(minimal_handbook())))
    for text in sent(FILES):
        page.add_script_tag(content=text)
    yield page
    page.close()


# Scripts as files


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_is_short_and_keeps_to_the_floor(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert text.count("\n") <= 200
    banned = r"\.at\(|structuredClone|randomUUID|toSorted|groupBy|findLast|\(\?<[=!]|Intl\.Segmenter|popover|innerHTML|fetch\(|import\(|\bstatic\b|\n    #|[\u4e00-\u9fff]"
    found = [
        hit
        for hit in re.findall(banned, re.sub(r"/\*\*.*?\*/", "", text, flags=re.DOTALL))
        if name not in {"quiz-scoring.js"} or not re.match(r"[\u4e00-\u9fff]", hit)
    ]
    assert [hit for hit in found if hit not in "，；、　…—" and not (name == "quiz-paper.js" and hit in "至到")] == []


def test_only_the_store_touches_local_storage() -> None:
    assert [name for name in SCRIPTS if "localStorage." in (FOLDER / name).read_text(encoding="utf-8")] == [
        "progress-store.js"
    ]


def sent(names: Iterable[str]) -> list[str]:
    """Scripts as they are published: without comments, and what is joined in one file."""
    return [
        "".join(lean((FOLDER / part).read_text(encoding="utf-8")) for part in JOINED.get(name, (name,)))
        for name in names
    ]


def test_files_are_small_each_compressed_by_itself() -> None:
    """The screen for a room is a page of its own, with its own measure."""
    own = [name for name in FILES if not name.startswith("room-")]
    assert sum(len(gzip.compress(text.encode(), 9)) for text in sent(own)) <= LIMIT


@pytest.mark.parametrize("part", ["practice", "exam", "papers", "today", "list", "data", "oral"])
def test_each_page_carries_few_bytes_of_script(part: str) -> None:
    assert sum(len(gzip.compress(text.encode(), 9)) for text in sent(quiz_scripts([part]))) <= 16_000


@pytest.mark.parametrize("name", SCRIPTS)
def test_script_does_the_same_without_its_comments(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert all(line.count("`") % 2 == 0 for line in lean(text).splitlines())
    assert not re.search(r"^\s*(/\*\*|//)", lean(text), re.MULTILINE)
    assert '"use strict";' in lean(text)


def test_every_string_and_icon_is_used_and_every_used_one_is_there() -> None:
    text = "".join((FOLDER / name).read_text(encoding="utf-8") for name in SCRIPTS)
    literal = set(re.findall(r'"([a-z][a-z-]*)"', text))
    prefixes = tuple(re.findall(r'"([a-z-]+-)"', text))
    assert {key for key in WORDS if key not in literal and not key.startswith(prefixes)} == set()
    said = set(re.findall(r'say\("([a-z-]*[a-z])"', text))
    assert said - set(WORDS) == set()
    shown = set(re.findall(r'icon\("([a-z-]+)"', text))
    assert shown - set(ICONS) == set()


# Scoring


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("1年", "一年"),
        ("１ 年", "一年"),
        ("12个月", "一年"),
        ("十二个月", "一年"),
        ("两年", "24个月"),
        ("五个工作日", "5 个工作日"),
        ("5工作日", "五个工作日"),
        ("2/3", "三分之二"),
        ("80％", "百分之八十"),
        ("二十四学时", "24学时"),
        ("24个学时", "24学时"),
        ("3月", "三个月"),
        ("一百二十", "120"),
        ("一百零五", "105"),
        ("《发展党员工作细则》", "发展党员工作细则"),
        ("党支部，党员大会", "党支部党员大会"),
        ("1—2名", "1-2名"),
        ("１～２名", "1-2名"),
        ("210x297毫米", "210毫米×297毫米"),
        ("210mm*297MM", "210毫米×297毫米"),
    ],
)  # fmt: skip
def test_fill_in_takes_other_ways_to_write_the_same(lab: Page, typed: str, key: str) -> None:
    assert lab.evaluate("([a, b]) => xt.scoring.normalise(a) === xt.scoring.normalise(b)", [typed, key])


@pytest.mark.parametrize(
    ("typed", "key"), [("两年", "一年"), ("半年", "一年"), ("三个月", "四个月"), ("1/3", "2/3"), ("2013年", "2014年")]
)
def test_fill_in_keeps_different_answers_apart(lab: Page, typed: str, key: str) -> None:
    assert not lab.evaluate("([a, b]) => xt.scoring.normalise(a) === xt.scoring.normalise(b)", [typed, key])


CHOICE = {"parts": [{"text": t} for t in "甲乙丙丁"], "key": []}


@pytest.mark.parametrize(
    ("question", "answer", "mark"),
    [
        ({**CHOICE, "type": "single", "right": [2]}, [2], 3),
        ({**CHOICE, "type": "single", "right": [2]}, [1], 1),
        ({**CHOICE, "type": "single", "right": [2]}, [], 1),
        ({**CHOICE, "type": "true-false", "right": [0]}, [0], 3),
        ({**CHOICE, "type": "case", "right": [0]}, [3], 1),
        ({**CHOICE, "type": "multiple", "right": [0, 2]}, [2, 0], 3),
        ({**CHOICE, "type": "multiple", "right": [0, 2]}, [0], 1),
        ({**CHOICE, "type": "multiple", "right": [0, 2]}, [0, 2, 3], 1),
        ({**CHOICE, "type": "ordering", "right": [3, 0, 1, 2]}, [3, 0, 1, 2], 3),
        ({**CHOICE, "type": "ordering", "right": [3, 0, 1, 2]}, [0, 1, 2, 3], 1),
        ({**CHOICE, "type": "matching", "right": [1, 0]}, [1, 0], 3),
        ({**CHOICE, "type": "matching", "right": [1, 0]}, [1, -1], 1),
        ({"type": "fill-in", "parts": [], "right": [], "key": ["一年", "12个月"]}, ["１年"], 3),
        ({"type": "fill-in", "parts": [], "right": [], "key": ["一年"]}, [""], 1),
        ({"type": "short-answer", "parts": [], "right": [], "key": ["a", "b", "c"]}, [True, True, True], 3),
        ({"type": "short-answer", "parts": [], "right": [], "key": ["a", "b", "c"]}, [True, True, False], 2),
        ({"type": "short-answer", "parts": [], "right": [], "key": ["a", "b", "c"]}, [True, False, False], 1),
        ({"type": "short-answer", "parts": [], "right": [], "key": ["a"]}, [], 1),
    ],
)  # fmt: skip
def test_mark_of_an_answer(lab: Page, question: dict[str, Any], answer: list[Any], mark: int) -> None:
    assert lab.evaluate("([q, a]) => xt.scoring.score(q, a)", [question, answer]) == mark


# Schedule


def histories(count: int) -> list[list[list[int]]]:
    """Random histories of (rating, days since the last review)."""
    chance = random.Random(5)
    return [
        [[chance.choice([1, 2, 3, 3, 3, 4]), chance.choice([0, 0, 1, 1, 2, 3, 7, 20, 90, 400])] for _ in range(chance.randint(1, 12))]
        for _ in range(count)
    ]  # fmt: skip


def test_schedule_is_that_of_the_published_package(lab: Page) -> None:
    made = histories(10_000)
    ours = lab.evaluate(
        """all => all.map(history => { let m = null; const out = [];
        for (const [rating, days] of history) { m = xt.schedule.review(m, rating, m ? days : 0); out.push([m.s, m.d, xt.schedule.interval(m.s)]) }
        return out })""",
        made,
    )
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for history, results in zip(made, ours, strict=True):
        card, now = Card(), datetime(2026, 1, 1, tzinfo=UTC)
        for i, ((rating, days), (stability, difficulty, interval)) in enumerate(zip(history, results, strict=True)):
            now += timedelta(days=days if i else 0)
            card, _ = scheduler.review_card(card, Rating(rating), now)
            assert card.stability == pytest.approx(stability, rel=1e-9)
            assert card.difficulty == pytest.approx(difficulty, rel=1e-9)
            assert (card.due - now).days == interval, history


# Drawing


def test_numbers_are_those_of_python(lab: Page) -> None:
    for seed in (0, 1, 20261122, 2**32 - 1):
        stream = numbers(seed)
        assert lab.evaluate("s => { const n = xt.draw.numbers(s); return Array.from({ length: 50 }, n) }", seed) == [
            next(stream) for _ in range(50)
        ]


def test_papers_are_those_of_python(lab: Page) -> None:
    handbook, _ = read_handbook(ROOT)
    views = derive(handbook)
    files = bank_files(views)
    parts = tuple(
        BlueprintPart(type=kind, count=n, marks=1)
        for kind, n in ((QuestionType.SINGLE, 30), (QuestionType.TRUE_FALSE, 25), (QuestionType.MULTIPLE, 5))
    )
    base = {"title": "试", "modelled_on": "试", "minutes": 1, "total": 60, "pass_mark": 1, "parts": parts}
    shares = tuple(ChapterShare(chapter=c.id, weight=i + 1) for i, c in enumerate(handbook.chapters[:3]))
    blueprints = [
        Blueprint(id="a", **base),
        Blueprint(id="b", sections=(handbook.sections[0].id, handbook.sections[8].id), **base),
        Blueprint(id="c", shares=shares, **base),
    ]
    lab.evaluate("text => { (0, eval)(text) }", files["quiz/bank/index.js"])
    for blueprint in blueprints:
        plain = {
            "parts": [[p.type.value, p.count, p.marks] for p in blueprint.parts],
            "sections": list(blueprint.sections),
            "shares": [[s.chapter, s.weight] for s in blueprint.shares],
        }
        for seed, forms in ((1, 1), (7, 2), (4294967295, 2)):
            ours = lab.evaluate(
                "([b, seed, forms]) => xt.draw.paper(b, xt.bank.index(), seed, forms).map(f => f.map(p => p.map(q => q.id)))",
                [plain, seed, forms],
            )
            theirs = [
                [[item.id for item in part] for part in form] for form in draw(blueprint, views.bank.items, seed, forms)
            ]
            assert ours == theirs


# Plan: answers are seconds × 10 + mark; day 1 of the tests is 2026-01-01 in Shanghai


def at(day: int, mark: int, second: int = 0) -> int:
    return (int(datetime(2026, 1, 1, 2, tzinfo=UTC).timestamp()) + day * 86400 + second) * 10 + mark


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([at(0, 3)], {"book": False, "mastered": False}),
        ([at(0, 3), at(0, 3, 9)], {"book": False, "mastered": False}),
        ([at(0, 3), at(1, 3)], {"book": False, "mastered": True}),
        ([at(0, 1)], {"book": True, "mastered": False, "wrongs": 1}),
        ([at(0, 2)], {"book": True, "unsure": 1}),
        ([at(0, 1), at(0, 3, 9), at(0, 3, 20)], {"book": True, "mastered": False}),
        ([at(0, 1), at(0, 3, 9), at(3, 3)], {"book": False, "mastered": True}),
        ([at(0, 1), at(0, 3, 9), at(1, 2), at(2, 3)], {"book": True, "mastered": False}),
        ([at(0, 1), at(1, 3), at(2, 3), at(9, 1)], {"book": True, "wrongs": 2}),
        ([at(0, 8)], {"seen": False, "aside": True}),
        ([at(0, 8), at(1, 9)], {"aside": False}),
    ],
)  # fmt: skip
def test_what_answers_mean(lab: Page, events: list[int], expected: dict[str, Any]) -> None:
    found = lab.evaluate("e => xt.plan.replay(e)", events)
    assert {key: found[key] for key in expected} == expected


def plan(
    lab: Page, answers: dict[str, list[int]], settings: dict[str, Any], day: int, index: list[dict[str, Any]]
) -> Any:
    today = lab.evaluate("s => xt.plan.dayOf(s)", at(day, 0) // 10)
    return lab.evaluate("([i, a, s, t]) => xt.plan.today(i, a, s, t)", [index, answers, settings, today])


def questions(count: int, must: bool = False) -> list[dict[str, Any]]:
    return [{"id": f"q-{i:03}", "family": i // 2, "must": must} for i in range(count)]


def test_day_brings_no_more_than_the_cap_and_the_rest_is_spread(lab: Page) -> None:
    answers = {f"q-{i:03}": [at(0, 1)] for i in range(100)}
    found = plan(lab, answers, {"cap": 12}, 30, questions(100))
    assert (len(found["ids"]), found["minutes"], found["backlog"]) == (12, 6, 38)
    assert found["ahead"] == [12, 12, 12, 2, 0, 0]


def test_one_of_each_family_is_asked(lab: Page) -> None:
    answers = {f"q-{i:03}": [at(0, 1)] for i in range(6)}
    assert plan(lab, answers, {}, 30, questions(6))["ids"] == ["q-000", "q-002", "q-004"]


def test_day_entered_caps_intervals_and_brings_what_must_be_known(lab: Page) -> None:
    answers = {"q-000": [at(0, 3)]}
    assert plan(lab, answers, {}, 1, questions(2))["ids"] == []
    long = {"q-000": [at(0, 3), at(3, 3), at(20, 3)]}
    assert plan(lab, long, {}, 28, questions(2))["ids"] == []
    assert plan(lab, long, {"until": "2026-01-30"}, 28, questions(2))["ids"] == ["q-000"]
    found = plan(lab, {}, {"until": "2026-01-11"}, 0, questions(40, must=True))
    assert found["ids"] == ["q-000", "q-002"]


def test_pause_asks_nothing_and_comes_back_capped(lab: Page) -> None:
    answers = {f"q-{i:03}": [at(0, 1)] for i in range(100)}
    assert plan(lab, answers, {"pause": "2026-02-01"}, 30, questions(100))["paused"]
    assert len(plan(lab, answers, {"pause": "2026-02-01"}, 31, questions(100))["ids"]) == 20


# Store


GOOD: dict[str, Any] = {"v": 1, "a": {"q-1": [at(0, 3)]}, "s": {"cap": [12, 5]}, "x": None, "h": []}


@pytest.mark.parametrize(
    ("record", "found"),
    [
        ("{\n \"v\": 1,\n \"a\": {", {"problem": "json"}),
        (json.dumps({**GOOD, "v": 2}), {"problem": "newer"}),
        ("[]", {"problem": "shape", "place": "{}"}),
        (json.dumps({"cards": []}), {"problem": "shape", "place": "a"}),
        (json.dumps({**GOOD, "a": {"q-1": [at(0, 3), 7.5]}}), {"problem": "shape", "place": "a → q-1 → 2"}),
        (json.dumps({**GOOD, "a": {"q-1": [at(0, 5)]}}), {"problem": "shape", "place": "a → q-1 → 1"}),
        (json.dumps({**GOOD, "a": {"<b>": []}}), {"problem": "shape", "place": "a → <b>"}),
        (json.dumps({**GOOD, "s": {"evil": [1, 1]}}), {"problem": "shape", "place": "s → evil"}),
        (json.dumps({**GOOD, "x": 5}), {"problem": "shape", "place": "x"}),
        (json.dumps({**GOOD, "h": [1]}), {"problem": "shape", "place": "h"}),
        (json.dumps({**GOOD, "a": {f"q-{i}": [] for i in range(20_001)}}), {"problem": "shape", "place": "a"}),
        (" " * 3_000_001, {"problem": "long"}),
    ],
)  # fmt: skip
def test_what_is_not_a_record_is_refused_with_its_place(lab: Page, record: str, found: dict[str, str]) -> None:
    result = lab.evaluate("text => xt.record.parse(text)", record)
    assert {key: result.get(key) for key in found} == found


def test_record_cut_short_is_told_by_line(lab: Page) -> None:
    assert lab.evaluate("text => xt.record.parse(text).place", '{"v": 1,\n "a": {]') == "2:8"


def test_record_of_an_earlier_version_is_raised_step_by_step(lab: Page) -> None:
    assert lab.evaluate(
        "xt.record.migrate({ a: {} }, [o => ({ ...o, v: 1, one: 1 }), o => ({ ...o, v: 2, two: o.one + 1 })])"
    ) == {"a": {}, "v": 2, "one": 1, "two": 2}
    assert lab.evaluate('xt.record.parse(\'{"a": {"q-1": [17672328003]}}\').record') == {
        "v": 1,
        "a": {"q-1": [17672328003]},
        "s": {},
        "x": None,
        "h": [],
    }


def test_merging_loses_nothing_and_takes_the_later_word(lab: Page) -> None:
    one = {**GOOD, "a": {"q-1": [at(0, 3)], "q-2": [at(1, 1)]}, "s": {"cap": [12, 5]}, "h": [{"at": 5}]}
    other = {
        **GOOD,
        "a": {"q-1": [at(0, 2), at(4, 3)]},
        "s": {"cap": [30, 9], "until": ["2026-05-01", 1]},
        "h": [{"at": 3}, {"at": 5}],
    }
    merged = {
        "v": 1,
        "a": {"q-1": [at(0, 2), at(4, 3)], "q-2": [at(1, 1)]},
        "s": {"cap": [30, 9], "until": ["2026-05-01", 1]},
        "x": None,
        "h": [{"at": 3}, {"at": 5}],
    }
    for pair in ([one, other], [other, one]):
        assert lab.evaluate("([a, b]) => xt.record.merge(a, b)", pair) == merged
        assert lab.evaluate("([a, b]) => xt.record.merge(xt.record.merge(a, b), b)", pair) == merged


def test_wrong_numbers_are_read_from_what_people_type(lab: Page) -> None:
    assert lab.evaluate("xt.paper.numbersIn('3、７ 12-14，99，第5题', 20)") == [2, 6, 11, 12, 13, 4]


# Sets


def test_daily_ten_is_the_same_for_everybody_and_new_each_day(lab: Page) -> None:
    index = [{**q, "type": "single"} for q in questions(100)]
    pick = "([i, a, s]) => xt.sets.pick('daily', { index: i, answers: a, settings: {}, seconds: s, own: [] })"
    mine = lab.evaluate(pick, [index, {}, at(0, 0) // 10])
    yours = lab.evaluate(pick, [index, {"q-000": [at(0, 1)]}, at(0, 0) // 10 + 3600])
    assert mine == yours
    assert len(mine) == 10
    assert len({int(q[2:]) // 2 for q in mine}) == 10
    assert lab.evaluate(pick, [index, {}, at(1, 0) // 10]) != mine


def test_weak_spots_are_the_sections_with_most_wrong_answers(lab: Page) -> None:
    index = [{**q, "type": "single", "section": f"s{int(q['id'][2:]) // 10}"} for q in questions(60)]
    answers = {"q-011": [at(0, 1), at(1, 1)], "q-020": [at(0, 3)]}
    ids = lab.evaluate(
        "([i, a]) => xt.sets.pick('weak', { index: i, answers: a, settings: {}, seconds: 1, own: [] })",
        [index, answers],
    )
    assert set(ids) <= {f"q-{i:03}" for i in range(10, 20)}
    assert ids != []


def test_thousands_of_questions_are_planned_in_time(lab: Page) -> None:
    index = [
        {"id": f"q-{i}", "family": i, "must": False, "type": "single", "section": "s", "chapter": "c"}
        for i in range(5000)
    ]
    answers = {f"q-{i}": [at(0, 1), at(2, 3), at(9, 3)] for i in range(5000)}
    spent = lab.evaluate(
        """([index, answers]) => { const t = performance.now(); xt.plan.today(index, answers, {}, 20500); return performance.now() - t }""",
        [index, answers],
    )
    assert spent < 500
