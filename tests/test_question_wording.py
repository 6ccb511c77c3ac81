"""How the recipes word a question and choose its wrong options."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from generator.derive.questions import case, document_facts, procedure_facts, true_false
from generator.derive.questions.ground import Draft, lay_ground
from generator.model.document import DocumentKind
from generator.model.handbook import Handbook
from generator.model.rule import Bound, Misconception, Quantity
from tests.test_questions import handbook


def options_of(draft: Draft) -> list[str]:
    return [choice.text for choice in draft.options]


@pytest.mark.parametrize(
    ("name", "base", "value", "bound", "options", "because"),
    [
        ("appraisal-excellent-share", 35, "1/3", Bound.AT_MOST,
         ["11名", "12名", "23名", "28名"], "党员总数35名，不超过其中的三分之一，所以最多是11名。"),
        ("reception-quorum", 18, "1/2", Bound.MORE_THAN,
         ["10名", "9名", "13名", "15名"], "党员总数18名，要超过其中的半数，所以至少是10名。"),
        ("election-quorum", 23, "4/5", Bound.AT_LEAST,
         ["19名", "18名", "16名", "12名"], "党员总数23名，要达到其中的五分之四，所以至少是19名。"),
        ("delegate-surplus", 15, "1/5", Bound.AT_LEAST,
         ["18名", "15名", "25名", "27名"], "党员总数15名，多出的要达到其中的五分之一，即3名，合起来至少18名。"),
    ],
    ids=["at-most", "more-than", "at-least", "surplus"],
)  # fmt: skip
def test_count_is_rounded_by_its_bound(
    name: str, base: int, value: str, bound: Bound, options: list[str], because: str
) -> None:
    ground = lay_ground(handbook())
    share = Quantity(name=name, value=value, unit="党员总数", bound=bound, of="人数")
    rule = ground.scored[0].model_copy(update={"quantities": (share,), "text": "句子"})
    drafts = case.drafts(dataclasses.replace(ground, scored=(rule,)))
    made = next(draft for draft in drafts if f"{base}名" in draft.stem)
    assert (sorted(options_of(made)), made.rationale) == (sorted(options), f"{because}句子")


def test_why_of_a_wrong_sentence_stands_before_the_right_words() -> None:
    ground = lay_ground(handbook())
    why = "那是旧的说法。"
    beliefs = {"misconceptions": (Misconception(span="一年", instead="两年", claim="预备期两年。", truth=why),)}
    made = [
        draft.rationale
        for number in range(8)
        for rule in ground.scored
        if rule.id == "probation-length"
        for draft in true_false.drafts(
            dataclasses.replace(ground, scored=(rule.model_copy(update={"id": f"r{number}", **beliefs}),))
        )
        if draft.answer.startswith(true_false.WRONG)
    ]
    assert set(made) == {"“两年”不对：那是旧的说法。应当是“一年”。"}


def with_documents(changes: dict[str, dict[str, Any]], *more: dict[str, Any]) -> Handbook:
    """The quiz handbook with documents changed by id, and others like its first one added."""
    book = handbook()
    kept = tuple(d.model_copy(update=changes.get(d.id, {})) for d in book.documents)
    added = tuple(kept[0].model_copy(update=new) for new in more)
    return Handbook({**book.entities, "documents": (*kept, *added)}, book.origins)


def test_document_stands_among_its_siblings() -> None:
    letters = [{"id": f"letter-{n}", "title": t, "when": t, "purpose": f"用处{n}。"} for n, t in enumerate("甲乙丙")]
    book = with_documents({}, *letters)
    made = {draft.fact: options_of(draft) for draft in document_facts.drafts(lay_ground(book))}
    assert sorted(made["conversion-application"]) == sorted(["转正申请书", "甲", "乙", "丙"])
    elsewhere = with_documents({}, *({**letter, "section": "meetings"} for letter in letters))
    made = {draft.fact: options_of(draft) for draft in document_facts.drafts(lay_ground(elsewhere))}
    assert sorted(made["conversion-application"]) == sorted(["转正申请书", "甲", "乙", "丙"])


def papers_of(book: Handbook) -> dict[str, list[str]]:
    drafts = procedure_facts.drafts(lay_ground(book))
    return {draft.answer: options_of(draft) for draft in drafts if "哪一份文书" in draft.stem}


def test_record_is_never_a_wrong_paper_and_a_sibling_makes_up_for_it() -> None:
    letter = {"conversion-application": {"title": "期满信"}}
    table = papers_of(with_documents({**letter, "opinion-record": {"title": "意见登记表"}}))
    assert sorted(table["conversion-application"]) == sorted(["期满信", "意见登记表", "支部决议", "审批请示"])
    assert papers_of(with_documents(letter)) == {}
    added = ({"id": "far", "title": "会议通知", "kind": DocumentKind.A}, {"id": "near", "title": "思想汇报"})
    sibling = papers_of(with_documents(letter, *added))
    assert sorted(sibling["conversion-application"]) == sorted(["期满信", "思想汇报", "支部决议", "审批请示"])


def test_branch_is_asked_in_whole_sentences() -> None:
    stems = [draft.stem for draft in procedure_facts.drafts(lay_ground(handbook())) if "怎么办" in draft.stem]
    assert stems[0] == (
        "按“预备党员转正”的程序，“审查材料”这一步要先弄清：要不要再了解？如果回答是“要”，接下来怎么办？"
    )
