"""The question bank: what each recipe makes, and what holds for every bank."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.derive.questions.bank import RECIPES, derive_bank
from generator.derive.questions.case import COUNTS, enough
from generator.derive.questions.families import grouped, likeness
from generator.derive.questions.fill_in import is_counted_out, wordings
from generator.derive.questions.identity import question_id
from generator.derive.questions.item import Bank, Choice, Item
from generator.derive.questions.multiple import parts
from generator.derive.questions.proofs import faults, prove
from generator.diagnostics import Diagnostic
from generator.load import load, read_files
from generator.model.handbook import Handbook
from generator.model.question import QuestionType
from generator.model.rule import Bound, Evidence, Nature, Quantity, Rule
from generator.model.wording import canonical, meaning, numeral_of, value_of
from generator.structure import structure

QUIZ = Path(__file__).parent / "handbooks" / "quiz"


@cache
def quiz_files() -> Mapping[str, bytes]:
    files, unread = read_files(QUIZ)
    assert not unread
    return files


def handbook(changes: Mapping[str, str] | None = None) -> Handbook:
    """The quiz handbook with some files replaced or added."""
    files = {**quiz_files(), **{path: text.encode() for path, text in (changes or {}).items()}}
    documents, unread = load(dict(sorted(files.items())))
    made, misshapen = structure(documents)
    assert [*unread, *misshapen] == []
    return made


def exchanged(path: str, old: str, new: str) -> dict[str, str]:
    text = quiz_files()[path].decode()
    assert text.count(old) >= 1, old
    return {path: text.replace(old, new)}


def findings(changes: Mapping[str, str]) -> list[str]:
    made = handbook(changes)
    return [str(finding) for finding in prove(made, derive_bank(made))]


def shown(item: Item) -> Iterator[str]:
    """An item as the golden file shows it."""
    yield f"{item.id} {item.family} {item.type} {item.difficulty}{' must-know' if item.must_know else ''}{' written' if item.written else ''}"
    yield f"  {item.stem}"
    for option in item.options:
        yield f"  [{'x' if option.correct else ' '}] {option.text}" + (f" // {option.why}" if option.why else "")
    if not item.options and item.key:
        yield f"  key: {'｜'.join(item.key)}"
    for left, right in item.pairs:
        yield f"  {left} —— {right}"
    yield f"  because: {item.rationale}"
    basis = "，".join(f"{b.source} {b.article or ''}".strip() for b in item.basis)
    yield f"  {item.chapter}/{item.section} | {'，'.join(item.rules)} | {basis} | {item.evidence}"
    yield f"  roles: {'，'.join(item.roles)} | procedures: {'，'.join(item.procedures)}"


@pytest.mark.parametrize("recipe", RECIPES)
def test_recipe_makes_what_it_made_before(recipe: str, golden: Callable[[str, str], None]) -> None:
    made = [item for item in derive_bank(handbook()).items if item.recipe == recipe]
    golden(f"questions/{recipe}.txt", "\n".join(line for item in made for line in shown(item)) + "\n")


def test_unconfirmed_rules_are_never_asked() -> None:
    assert not [item.id for item in derive_bank(handbook()).items if "unsure-notice" in item.rules]


def test_who_does_a_step_is_not_asked_where_two_act() -> None:
    def asked(changes: Mapping[str, str] | None = None) -> list[str]:
        return [item.stem for item in derive_bank(handbook(changes)).items if "“开会表决”这一步由谁来做" in item.stem]

    path, step = "content/procedures/conversion.yaml", "rules: [reception-votes], evidence: text"
    second = f"{step}, parallel: [{{actor: probationary-member, title: 本人到会}}]"
    assert len(asked()) == 1
    assert asked(exchanged(path, step, second)) == []


@pytest.mark.parametrize(("evidence", "article"), [("text", "第三十一条"), ("memory", None), ("conflict", None)])
def test_an_article_that_is_not_confirmed_is_not_told(evidence: str, article: str | None) -> None:
    path, known = "content/rules/process.yaml", "article: 第三十一条}"
    made = derive_bank(handbook(exchanged(path, known, f"article: 第三十一条, article_evidence: {evidence}}}")))
    item = next(item for item in made.items if item.rules[0] == "probation-length")
    assert [(basis.source, basis.article) for basis in item.basis] == [("admission-2026", article)]


def test_rewording_keeps_every_id() -> None:
    path = "content/rules/process.yaml"
    reworded = exchanged(path, "预备党员的预备期有多长？", "预备期一共多长时间？")
    reworded = {path: reworded[path].replace("赞成人数超过应到会", "赞成的人数要超过应到会")}
    reworded[path] = reworded[path].replace("半年是延长预备期的下限。", "半年只是延长时的下限。")
    before, after = derive_bank(handbook()), derive_bank(handbook(reworded))
    assert [item.id for item in after.items] == [item.id for item in before.items]
    assert [item.stem for item in after.items] != [item.stem for item in before.items]


def test_a_changed_answer_gives_new_ids_to_its_questions_only() -> None:
    path = "content/rules/process.yaml"
    text = quiz_files()[path].decode().replace("[[一年]]", "[[两年]]").replace("span: 一年", "span: 两年")
    text = text.replace("accept: [1年, 12个月]", "accept: [2年]").replace("{text: 两年", "{text: 一年")
    text = text.replace("value: 1, unit: 年", "value: 2, unit: 年")
    before = {item.id: item for item in derive_bank(handbook()).items}
    after = {item.id: item for item in derive_bank(handbook({path: text})).items}
    gone = {before[name].rules[0] for name in before.keys() - after.keys()}
    assert gone == {"probation-length"}
    assert {before[name].recipe for name in before.keys() - after.keys()} == {
        "choice",
        "fill-in",
        "true-false",
        "case",
        "short-answer",
    }


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_reordering_everything_keeps_every_id(chance: random.Random) -> None:
    made = handbook()
    mixed = {name: tuple(chance.sample(entities, len(entities))) for name, entities in made.entities.items()}
    mixed |= {name: made.entities[name] for name in ("chapters", "sections")}
    mixed["rules"] = tuple(_mixed(rule, chance) for rule in mixed["rules"] if isinstance(rule, Rule))
    after = derive_bank(Handbook(mixed))
    assert {item.id for item in after.items} == {item.id for item in derive_bank(made).items}


def _mixed(rule: Rule, chance: random.Random) -> Rule:
    lists = ("asks", "misconceptions", "quantities", "basis", "history", "roles")
    return rule.model_copy(update={name: tuple(chance.sample(v := getattr(rule, name), len(v))) for name in lists})


spans = st.sampled_from(["一年", "半年", "三个月", "两名", "半数", "备案", "党员大会", "正式党员三人以上"])
wrongs = st.lists(st.sampled_from(["两年", "十二个月", "五天", "批准", "支委会", "一半", "2名", "四名"]), max_size=4)


@st.composite
def random_rules(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rules as an editor might write them, right and wrong."""
    made = []
    for i in range(draw(st.integers(1, 5))):
        span = draw(spans)
        options = draw(wrongs)
        rule: dict[str, Any] = {"id": f"rule-{i}", "section": "meetings", "text": f"第{i}件事要办到[[{span}]]。"}
        rule |= {
            "basis": [{"source": "admission-2026"}],
            "evidence": draw(st.sampled_from(["text", "memory", "report"])),
        }
        rule["asks"] = [
            {"span": span, "ask": f"第{i}件事要办到什么？", "wrong": [{"text": t, "why": "不对。"} for t in options]}
        ]
        if draw(st.booleans()):
            rule["misconceptions"] = [{"claim": "错。", "truth": "其实不是。", "span": span, "instead": draw(spans)}]
        if draw(st.booleans()):
            rule["history"] = [
                {
                    "year": 2013,
                    "says": "不同。",
                    "change": draw(st.sampled_from(["same", "changed"])),
                    "evidence": "text",
                }
            ]
        made.append(rule)
    return made


@given(random_rules())
@settings(max_examples=150, deadline=None)
def test_every_item_of_a_random_handbook_is_sound_or_reported(rules: list[dict[str, Any]]) -> None:
    entities = dict(handbook().entities) | {"rules": tuple(Rule.model_validate(rule) for rule in rules)}
    made = Handbook({**entities, "questions": (), "procedures": (), "documents": (), "terms": (), "roles": ()})
    bank = derive_bank(made)
    assert len({item.id for item in bank.items}) == len(bank.items)
    scored = {rule["id"] for rule in rules if rule["evidence"] != "memory"}
    for item in bank.items:
        assert set(item.rules) <= scored
        assert item.key
        right = {option.text for option in item.options if option.correct}
        assert not item.options or set(item.key) == right
        if item.type is QuestionType.TRUE_FALSE:
            assert [option.text for option in item.options] == ["对", "错"]
        if item.recipe == "true-false":
            assert (item.stem in {r.plain for r in made.rules}) == (item.key == ("对",))
        meanings = [meaning(option.text) for option in item.options]
        assert (len(meanings) == len(set(meanings)) and len(right) <= 1) or list(faults(item))
    assert derive_bank(made) == bank


@pytest.mark.parametrize(
    ("one", "other"),
    [("一年", "12个月"), ("半年", "六个月"), ("１年", "1 年"), ("一年半", "18个月"), ("百分之二十", "五分之一"),
     ("半数", "二分之一"), ("二十四个学时", "24个学时"), ("20%", "1/5")],
)  # fmt: skip
def test_wordings_that_mean_the_same(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(
    ("one", "other"), [("一年", "两年"), ("2026年", "2013年"), ("半数以上", "半数"), ("3.5", "35")]
)
def test_wordings_that_mean_different_things(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


def test_canonical_keeps_decimals_and_drops_marks() -> None:
    assert canonical("“三会一课”，1.5 万元。") == "3会1课1.5万元"


@given(st.integers(0, 9999))
def test_numerals_are_read_back(value: int) -> None:
    assert value_of(numeral_of(value)) == value


@pytest.mark.parametrize(
    ("span", "sentence", "counted"),
    [
        ("五种", "处分有______，由轻到重是警告、严重警告、撤销党内职务、留党察看、开除党籍。", True),
        ("四条", "权利保障坚持______原则：民主和集中相结合，义务和权利相统一。", True),
        ("九章", "条例共______，其中专设一章。", False),
        ("五年", "任期______：三年以后可以提前换届。", False),
    ],
)
def test_amounts_that_a_list_gives_away(span: str, sentence: str, counted: bool) -> None:
    assert is_counted_out(span, sentence) is counted


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("一年", ["一年", "1年", "12个月", "十二个月"]),
        (
            "不少于五个工作日",
            [
                *("不少于五个工作日", "不少于5个工作日", "五个工作日", "5个工作日"),
                *("5工作日", "不得少于5个工作日", "不能少于5个工作日", "不低于5个工作日"),
                *("不得低于5个工作日", "至少5个工作日", "5个工作日以上", "不少于5工作日", "不得少于5工作日"),
                *("不能少于5工作日", "不低于5工作日", "不得低于5工作日", "至少5工作日", "5工作日以上"),
            ],
        ),
        ("百分之二十", ["百分之二十", "1/5", "五分之一", "20%"]),
        (
            "六个月以上",
            [
                *("六个月以上", "6个月以上", "六个月", "6个月", "半年", "不少于6个月", "不得少于6个月"),
                *("不能少于6个月", "不低于6个月", "不得低于6个月", "至少6个月", "不少于半年", "不得少于半年"),
                *("不能少于半年", "不低于半年", "不得低于半年", "至少半年", "半年以上"),
            ],
        ),
        (
            "超过六个月",
            [
                *("超过六个月", "超过6个月", "六个月", "6个月", "半年", "多于6个月", "大于6个月"),
                *("超过半年", "多于半年", "大于半年"),
            ],
        ),
        (
            "在一个月内",
            [
                *("在一个月内", "一个月内", "1个月内", "一个月", "1个月", "不超过1个月", "不得超过1个月"),
                *("不能超过1个月", "不多于1个月", "最多1个月", "1个月以内", "1个月之内", "1个月以下"),
            ],
        ),
        ("五日后", ["五日后", "5日后", "五日", "5日", "5天", "5日以后", "5日之后", "5天后", "5天以后", "5天之后"]),
        (
            "三年至五年",
            [
                "三年至五年",
                *(f"3年{to}5年" for to in ("至", "到", "-", "~")),
                *(f"3{to}5年" for to in ("至", "到", "-", "~")),
            ],
        ),
        ("五至七人", ["五至七人", *(f"5{to}7{unit}" for unit in "人名个位" for to in ("至", "到", "-", "~"))]),
        ("10027.1万名", ["10027.1万名", "10027.1万人", "10027.1万"]),
        ("35毫米", ["35毫米", "35mm"]),
        ("210毫米×297毫米", ["210毫米×297毫米", "210mm×297mm", "210×297毫米"]),
        ("4.0厘米", ["4.0厘米", "4厘米"]),
        ("半数", ["半数", "1/2", "二分之一", "50%", "一半"]),
        ("一年半", ["一年半", "1年半", "18个月", "十八个月"]),
        ("24学时", ["24学时", "24个学时"]),
        ("二十四个学时", ["二十四个学时", "24个学时", "24学时"]),
        ("三天", ["三天", "3天", "3日"]),
        ("九十日", ["九十日", "90日", "90天"]),
        ("两周", ["两周", "2周", "2个星期", "2星期"]),
        ("两个小时", ["两个小时", "2个小时", "2小时"]),
        ("7月1日", ["7月1日"]),
    ],
)
def test_accepted_fillings(phrase: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(wordings(phrase))) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("警告、严重警告和开除党籍", ("警告", "严重警告", "开除党籍")),
        ("党的中央和省、自治区、直辖市委员会", ()),
        ("相对固定的、经常性的", ()),
        ("一年", ()),
    ],
)
def test_parts_of_an_enumeration(phrase: str, expected: tuple[str, ...]) -> None:
    assert parts(phrase) == expected


@pytest.mark.parametrize(
    ("value", "bound", "base", "expected"),
    [("1/2", Bound.MORE_THAN, 20, 11), ("1/2", Bound.MORE_THAN, 21, 11), ("1/2", Bound.AT_LEAST, 20, 10),
     ("1/2", Bound.AT_LEAST, 21, 11), ("4/5", Bound.AT_LEAST, 23, 19), ("1/3", Bound.AT_MOST, 35, 11)],
)  # fmt: skip
def test_share_that_is_enough(value: str, bound: Bound, base: int, expected: int) -> None:
    assert enough(Quantity(value=value, unit="名", bound=bound, of="赞成"), base) == expected


def test_no_case_states_what_a_rule_says() -> None:
    """Bases are chosen so that the present and the right base give different answers where both are told."""
    for count in COUNTS:
        assert ("{present}" in count.stem) == (count.present != count.base)


def item(**changes: Any) -> Item:
    made = next(item for item in derive_bank(handbook()).items if item.recipe == "choice")
    return dataclasses.replace(made, **changes)


RIGHT, WRONG = Choice("一年", correct=True, why=""), Choice("半年", correct=False, why="短了。")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"options": (WRONG, Choice("两年", correct=False, why="长了。"))}, ["有 0 个正确选项"]),
        ({"options": (RIGHT, WRONG, dataclasses.replace(RIGHT, text="两年"))}, ["有 2 个正确选项"]),
        ({"options": (RIGHT, WRONG, Choice("六个月", correct=False, why="短。"))}, ["有两个选项意思相同"]),
        ({"options": (RIGHT, dataclasses.replace(WRONG, why=""))}, ["的错误选项“半年”没有写错在哪里"]),
        ({"key": ()}, ["没有答案"]),
        ({"type": QuestionType.MULTIPLE, "options": (RIGHT, WRONG)}, ["正确选项太少，或者没有错误选项"]),
        ({"type": QuestionType.MATCHING, "options": (), "pairs": (("a", "一年"), ("b", "12个月"))}, ["有两项可以互换"]),
        ({"type": QuestionType.ORDERING, "options": (), "key": ("一", "二")}, ["要排的项太少，或者有重复"]),
        ({"type": QuestionType.ORDERING, "options": (), "key": ("一", "二", "三", "二")}, ["要排的项太少，或者有重复"]),
        ({"type": QuestionType.ORDERING, "options": (), "key": ("一", "二", "三")}, []),
        ({"type": QuestionType.MULTIPLE, "options": (RIGHT, dataclasses.replace(RIGHT, text="两年"), WRONG)}, []),
        (
            {"type": QuestionType.MULTIPLE, "options": (RIGHT, dataclasses.replace(RIGHT, text="两年"))},
            ["正确选项太少，或者没有错误选项"],
        ),
        ({"key": ("一年", "")}, ["没有答案"]),
        ({}, []),
    ],
)
def test_hard_faults_of_an_item(changes: dict[str, Any], expected: list[str]) -> None:
    assert [message for message, _ in faults(item(**changes))] == expected


def test_a_second_true_option_is_found_at_its_rule() -> None:
    assert findings(exchanged("content/rules/process.yaml", "{text: 半年, why", "{text: 十二个月, why"))[:1] == [
        f"content/rules/process.yaml:3:9: error: 题目 {first().id}“预备党员的预备期有多长？”有两个选项意思相同 [question-proof]\n"
        "    换掉其中一个。"
    ]


def first() -> Item:
    return next(item for item in derive_bank(handbook()).items if item.recipe == "choice")


def test_an_editor_vetoes_and_rewords_by_id() -> None:
    chosen = first()
    wrong = next(option.text for option in chosen.options if not option.correct)
    review = f"- {{id: {chosen.id}, stem: 换个问法？, options: [{{was: {wrong}, now: 别的写法}}]}}\n"
    made = {i.id: i for i in derive_bank(handbook({"quizzes/review.yaml": review})).items}[chosen.id]
    assert made.stem == "换个问法？"
    assert {option.text for option in made.options} == {o.text for o in chosen.options} - {wrong} | {"别的写法"}
    veto = f"- {{id: {chosen.id}, veto: true, why: 重复}}\n"
    assert chosen.id not in {i.id for i in derive_bank(handbook({"quizzes/review.yaml": veto})).items}


def test_reasons_follow_reworded_options() -> None:
    asked = next(i for i in derive_bank(handbook()).items if i.type.value == "multiple")
    other, own = [option.text for option in asked.options if not option.correct][:2]
    words = f"[{{was: {other}, now: 停止工作}}, {{was: {own}, now: 限期改正, why: 那是另一种处置。}}]"
    bank = derive_bank(handbook({"quizzes/review.yaml": f"- id: {asked.id}\n  options: {words}\n"}))
    found = next(i for i in bank.items if i.id == asked.id)
    reasons = {option.text: option.why for option in found.options}
    assert reasons["停止工作"].endswith("不包括“停止工作”。")
    assert reasons["限期改正"] == "那是另一种处置。"


def test_editors_are_told_of_reviews_and_published_ids_that_no_longer_fit() -> None:
    chosen = first()
    assert findings(
        {
            "quizzes/review.yaml": f"- {{id: q-0000000000, veto: true}}\n- id: {chosen.id}\n  options: [{{was: 没有, now: 有}}]\n",
            "quizzes/published.yaml": f"- id: q-1111111111\n- id: q-2222222222\n- id: {chosen.id}\n",
            "quizzes/retired.yaml": f"- {{id: q-2222222222, note: 规定已变。}}\n- {{id: {chosen.id}, note: 误停。}}\n",
        }
    ) == [
        "quizzes/review.yaml:1:8: warning: 题库里没有 q-0000000000 这道题 [question-proof]\n"
        "    它的答案变了，或者已经不出；删掉这条意见。",
        f"quizzes/review.yaml:3:19: error: 题目 {chosen.id} 没有“没有”这个选项 [question-proof]\n"
        f"    可以改写：{'、'.join(option.text for option in chosen.options)}。",
        "quizzes/published.yaml:1:3: warning: 已经发布的题目 q-1111111111 不再出了，学员不知道为什么 [question-proof]\n"
        "    在 quizzes/retired.yaml 写上它的编号和说明，如“规定已变”。",
        f"quizzes/retired.yaml:2:8: error: 题目 {chosen.id} 还在出，不能又说停用 [question-proof]\n"
        "    删掉这一条，或否决这道题。",
    ]


def test_a_blueprint_that_asks_for_more_than_there_is() -> None:
    assert findings(
        exchanged("quizzes/blueprints/short.yaml", "{type: single, count: 2", "{type: ordering, count: 9")
    ) == [
        "quizzes/blueprints/short.yaml:7:33: warning: 题库里这种题不够 9 道，只抽得出 2 道 [question-proof]\n"
        "    减少题数，或放宽 sections。"
    ]


def test_a_retired_question_keeps_its_note_for_the_learner() -> None:
    bank = derive_bank(handbook({"quizzes/retired.yaml": "- {id: q-2222222222, note: 规定已变：现在是一年。}\n"}))
    assert [(r.id, r.note) for r in bank.retired] == [("q-2222222222", "规定已变：现在是一年。")]


def test_questions_that_ask_nearly_the_same_become_one_family() -> None:
    one = item(id="q-1", family="rule-a", stem="预备党员的预备期一共有多长时间？")
    other = item(id="q-2", family="rule-b", stem="预备党员的预备期一共有多长的时间？")
    apart = item(id="q-3", family="rule-c", stem="党员大会由谁召集？")
    assert likeness(one.stem, other.stem) >= 0.7
    assert [found.family for found in grouped((one, other, apart))] == ["rule-a", "rule-a", "rule-c"]


def test_an_id_says_what_is_asked_and_nothing_else() -> None:
    assert question_id("choice", "probation-length", "一年") == question_id("choice", "probation-length", "1 年")
    assert question_id("choice", "probation-length", "一年") != question_id("fill-in", "probation-length", "一年")
    assert question_id("choice", "probation-length", "一年") != question_id("choice", "probation-length", "两年")


def test_the_bank_of_no_rules_is_empty() -> None:
    assert derive_bank(Handbook({})) == Bank((), ())


def test_every_finding_has_a_manual_entry() -> None:
    from generator.manual import entries

    made = findings({"quizzes/published.yaml": "- id: q-1111111111\n"})
    assert made[0].split("[")[1].split("]")[0] in {entry.id for entry in entries()}
    assert isinstance(next(iter(prove(handbook(), derive_bank(handbook()))), None), Diagnostic | None)


@pytest.mark.parametrize("change", [{"evidence": Evidence.MEMORY}, {"nature": Nature.CUSTOM}], ids=["memory", "custom"])
def test_duty_that_no_confirmed_rule_sets_is_not_matched(change: dict[str, Any]) -> None:
    book = handbook()
    stem = "下面每句话说的是谁？请配起来。"
    assert stem in [item.stem for item in derive_bank(book).items]
    roles = tuple(
        role.model_copy(update={"duties": tuple(duty.model_copy(update=change) for duty in role.duties)})
        for role in book.roles
    )
    changed = Handbook({**book.entities, "roles": roles}, book.origins)
    assert stem not in [item.stem for item in derive_bank(changed).items]
