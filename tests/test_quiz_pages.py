"""Pages and bank files of self-testing as values: every type of question, lean markup, whole answers."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.derive.questions.item import Bank, Choice, Item, Retired
from generator.derive.views import Views, derive
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Basis, Evidence
from generator.render.page import Page
from generator.render.quiz_bank import QUESTION, TYPES, bank_files
from generator.render.quiz_pages import five, quiz_pages
from generator.render.quiz_question import LETTERS, basis_words, show
from tests.support import minimal_handbook

BYTES_PER_TEN = 6_000


def item(kind: QuestionType, name: str, **fields: Any) -> Item:
    """A question on the rule of the probation."""
    base: dict[str, Any] = {
        "id": f"q-{name}", "family": name, "type": kind, "stem": f"{name}的题干？", "options": (), "key": (), "pairs": (),
        "rationale": "预备期为一年。", "basis": (Basis(source="admission-2026", article="第三十一条"),),
        "evidence": Evidence.TEXT, "topic": "程序", "chapter": "admission", "section": "admission-process",
        "rules": ("probation-length",), "roles": ("probationary-member",), "procedures": ("conversion",),
        "difficulty": Difficulty.EASY, "must_know": True, "written": False,
    }  # fmt: skip
    return Item(**(base | fields))


OPTIONS = (Choice("半年", False, "半年是延长的下限。"), Choice("一年", True, ""), Choice("两年", False, "没有两年。"))
ITEMS = (
    item(QuestionType.SINGLE, "single", options=OPTIONS, key=("一年",)),
    item(QuestionType.CASE, "case", options=OPTIONS, key=("一年",), must_know=False),
    item(QuestionType.MULTIPLE, "multiple", options=(Choice("甲", True, ""), Choice("乙", False, "不是。"), Choice("丙", True, "")), key=("甲", "丙")),
    item(QuestionType.TRUE_FALSE, "true-false", options=(Choice("对", False, "少了半年。"), Choice("错", True, "")), key=("错",)),
    item(QuestionType.FILL_IN, "fill-in", stem="预备期为______。", key=("一年", "12个月")),
    item(QuestionType.ORDERING, "ordering", key=("申请", "讨论", "审批", "通知")),
    item(QuestionType.MATCHING, "matching", pairs=(("请示", "上级"), ("通知", "下级"), ("函", "平级"))),
    item(QuestionType.SHORT_ANSWER, "short", key=("从大会通过算", "一年")),
)  # fmt: skip


def views_of(items: tuple[Item, ...], retired: tuple[Retired, ...] = ()) -> Views:
    return dataclasses.replace(derive(minimal_handbook()), bank=Bank(items, retired))


def pages_of(views: Views) -> dict[str, Page]:
    return {page.url: page for page in quiz_pages(views)}


VIEWS = views_of(ITEMS, (Retired("q-old", "规定已变。"),))
SECTION = pages_of(VIEWS)["quiz/admission-process.html"].html


def value_of(text: str) -> Any:
    """The JSON that a bank file puts into `window.xtBank`."""
    found = re.fullmatch(r'\(window\.xtBank=window\.xtBank\|\|\{\}\)\["[a-z:-]+"\]=(.*);\n', text)
    assert found
    return json.loads(found.group(1))


def fieldset(name: str) -> str:
    """What a reader without script sees of a question, each element on a line."""
    root = lxml_html.fragment_fromstring(SECTION, create_parent="div")
    (found,) = root.xpath(f"//fieldset[@id='q-{name}']")
    texts = [
        " ".join("".join(node.itertext()).split())
        for node in found.xpath("legend | label | p | details/*/li | details/*[not(li)]")
    ]
    return "\n".join(text for text in texts if text)


END = "\n依据《发展党员细则》第三十一条 已读条文 q-"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (
            "single",
            "1. single的题干？\nA. 半年\nB. 一年\nC. 两年\n看答案和依据\nB，一年。预备期为一年。\nA：半年是延长的下限。\nC：没有两年。"
            + END
            + "single",
        ),
        (
            "multiple",
            "3. （多选）multiple的题干？\nA. 甲\nB. 乙\nC. 丙\n看答案和依据\nA，甲；C，丙。预备期为一年。\nB：不是。"
            + END
            + "multiple",
        ),
        (
            "true-false",
            "4. （判断）true-false的题干？\n对\n错\n看答案和依据\n错。预备期为一年。\n对：少了半年。"
            + END
            + "true-false",
        ),
        ("fill-in", "5. （填空）预备期为______。\n看答案和依据\n一年。预备期为一年。" + END + "fill-in"),
        ("short", "8. （简答）short的题干？\n看答案和依据\n从大会通过算；一年。预备期为一年。" + END + "short"),
    ],
)
def test_question_is_whole_without_script(name: str, shown: str) -> None:
    assert fieldset(name).replace("《" + _source() + "》", "《发展党员细则》") == shown


def _source() -> str:
    return basis_words(ITEMS[0].basis, VIEWS).split("》")[0][1:]


def test_parts_to_order_are_mixed_and_the_answer_puts_them_right() -> None:
    shown = show(ITEMS[5])
    texts = [text for text, _ in shown.parts]
    assert sorted(texts) == sorted(ITEMS[5].key)
    assert texts != list(ITEMS[5].key)
    assert [texts[i] for i in shown.right] == ["申请", "讨论", "审批", "通知"]
    assert shown.answer == "申请 → 讨论 → 审批 → 通知"


def test_pairs_are_mixed_and_the_answer_names_letters() -> None:
    shown = show(ITEMS[6])
    texts = [text for text, _ in shown.parts]
    assert [(left, texts[right]) for left, right in zip(shown.left, shown.right, strict=True)] == list(ITEMS[6].pairs)
    assert shown.answer == "；".join(f"{i}—{LETTERS[j]}" for i, j in enumerate(shown.right, 1))


def test_markup_beyond_the_text_is_small() -> None:
    options = (*OPTIONS, Choice("三个月", False, "三个月是审批的时限。"))
    kinds = (QuestionType.SINGLE,) * 6 + (QuestionType.TRUE_FALSE,) * 2 + (QuestionType.FILL_IN, QuestionType.MULTIPLE)
    made = {
        QuestionType.SINGLE: {"options": options},
        QuestionType.MULTIPLE: {"options": options},
        QuestionType.TRUE_FALSE: {"options": OPTIONS[:2]},
        QuestionType.FILL_IN: {"key": ("一年",)},
    }
    items = tuple(item(kind, f"{n:010}", **made[kind]) for n, kind in enumerate(kinds))
    html = pages_of(views_of(items))["quiz/admission-process.html"].html
    form = html[html.index("<form") : html.index("</form>")]
    text = re.sub(r"<[^>]+>", "", form)
    assert len(form.encode()) - len(text.encode()) <= BYTES_PER_TEN


def test_bank_row_has_what_scripts_need() -> None:
    (row,) = (row for row in value_of(bank_files(VIEWS)["quiz/bank/admission.js"]) if row[0] == "q-single")
    named = dict(zip(QUESTION, row, strict=True))
    assert TYPES[named["type"]] is QuestionType.SINGLE
    assert named["parts"] == [["半年", "半年是延长的下限。"], "一年", ["两年", "没有两年。"]]
    assert named["right"] == [1]
    assert named["key"] == []
    assert named["rule"] == "handbook/admission/admission-process.html#rule-probation-length"
    assert (named["evidence"], named["section"], named["why"]) == ("text", "admission-process", "预备期为一年。")


def test_index_groups_families_and_tells_what_was_retired() -> None:
    twins = (*ITEMS[:2], dataclasses.replace(ITEMS[0], id="q-twin"))
    index = value_of(bank_files(views_of(twins, VIEWS.bank.retired))["quiz/bank/index.js"])
    ((chapter, _, ((section, _, url, rows),)),) = index["chapters"]
    assert (chapter, section, url) == ("admission", "admission-process", "handbook/admission/admission-process.html")
    assert rows == [["q-single", 0, 0, 1], ["q-case", TYPES.index(QuestionType.CASE), 1, 0], ["q-twin", 0, 0, 1]]
    assert index["retired"] == {"q-old": "规定已变。"}


def test_five_questions_take_different_facts_and_types_in_turn() -> None:
    more = tuple(dataclasses.replace(ITEMS[0], id=f"q-more-{n}", family=f"more-{n % 2}") for n in range(6))
    chosen = [shown.item for shown in five(views_of((*more, *ITEMS)), "admission-process")]
    assert [one.type.value for one in chosen] == ["single", "case", "true-false", "multiple", "fill-in"]
    alone = five(views_of(more), "admission-process")
    assert [shown.item.family for shown in alone] == ["more-0", "more-1"]
    assert five(views_of(()), "admission-process") == ()


def test_oral_cards_are_short_answers_on_what_must_be_known() -> None:
    oral = pages_of(VIEWS)["quiz/oral.html"].html
    assert 'id="q-short"' in oral
    hidden = views_of((dataclasses.replace(ITEMS[7], must_know=False),))
    assert "还没有口答题" in pages_of(hidden)["quiz/oral.html"].html


def test_entries_to_pick_name_their_questions() -> None:
    page = lxml_html.fragment_fromstring(pages_of(VIEWS)["quiz/by-role.html"].html, create_parent="div")
    assert page.xpath("//li[@id='probationary-member']/@data-ids") == [" ".join(one.id for one in ITEMS)]
    assert page.xpath("//li[@id='branch-general-meeting']") == []


def test_empty_bank_still_makes_every_page() -> None:
    assert set(pages_of(views_of(()))) == set(pages_of(VIEWS))
