"""Papers: the same seed draws the same paper everywhere; forms are parallel and share no fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from generator.cli import main
from generator.derive.drawing import SEEDS, draw, numbers, quotas, shuffle
from generator.derive.papers import derive_paper, edition_of
from generator.derive.questions.item import Item
from generator.derive.views import Views, derive
from generator.model.question import Blueprint, Difficulty, QuestionType
from generator.model.rule import Evidence
from generator.render.paper_text import paper_html, paper_markdown
from tests.test_questions import QUIZ, handbook

seeds = st.integers(0, SEEDS - 1)


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        (0, [1144304738, 1416247, 958946056, 627933444]),
        (1, [2693262067, 11749833, 2265367787, 4213581821]),
        (20261122, [3594863774, 452285765, 13612445, 3823277520]),
        (4294967295, [3850105811, 813802916, 3073704848, 4054706436]),
    ],
)
def test_numbers_are_those_of_mulberry32_in_javascript(seed: int, expected: list[int]) -> None:
    assert list(islice(numbers(seed), 4)) == expected


def test_shuffle_is_that_of_javascript() -> None:
    assert shuffle(range(10), numbers(7)) == [6, 5, 8, 1, 2, 3, 4, 7, 9, 0]


@pytest.mark.parametrize(
    ("count", "weights", "expected"),
    [
        (10, {"a": 1, "b": 1, "c": 1}, {"a": 4, "b": 3, "c": 3}),
        (5, {"a": 7, "b": 2, "c": 1}, {"a": 4, "b": 1, "c": 0}),
        (0, {"a": 7}, {"a": 0}),
        (3, {}, {}),
    ],
)
def test_quotas(count: int, weights: dict[str, int], expected: dict[str, int]) -> None:
    assert quotas(count, weights) == expected


@given(st.integers(0, 200), st.dictionaries(st.text("abc", min_size=1), st.integers(1, 99), min_size=1))
def test_quotas_add_up_and_keep_to_their_weight(count: int, weights: dict[str, int]) -> None:
    shares = quotas(count, weights)
    assert sum(shares.values()) == count
    assert all(abs(shares[key] - count * weight / sum(weights.values())) < 1 for key, weight in weights.items())


def item(number: int, chapter: str, family: int, kind: QuestionType) -> Item:
    return Item(
        id=f"q-{number}", family=f"f-{family}", type=kind, stem="？", options=(), key=("对",), pairs=(), rationale="因为。",
        basis=(), evidence=Evidence.TEXT, topic="节", chapter=chapter, section=f"{chapter}-1", rules=("r",), roles=(),
        procedures=(), difficulty=Difficulty.EASY, must_know=False, written=False,
    )  # fmt: skip


kinds = st.sampled_from([QuestionType.SINGLE, QuestionType.MULTIPLE])
banks = st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 40), kinds), max_size=80).map(
    lambda drawn: [item(i, *found) for i, found in enumerate(drawn)]
)
plans = st.lists(
    st.tuples(kinds, st.integers(1, 8)), min_size=1, max_size=3
).map(
    lambda parts: Blueprint.model_validate(
        {"id": "p", "title": "卷", "modelled_on": "以本单位通知为准", "minutes": 10, "total": 1, "pass_mark": 0,
         "parts": [{"type": kind, "count": count, "marks": 1} for kind, count in parts]}
    )
)  # fmt: skip


@given(banks, plans, seeds, st.integers(1, 3))
@settings(max_examples=150, deadline=None)
def test_what_is_drawn_fits_the_blueprint(bank: list[Item], plan: Blueprint, seed: int, forms: int) -> None:
    drawn = draw(plan, bank, seed, forms)
    assert draw(plan, bank, seed, forms) == drawn
    families = [found.family for form in drawn for part in form for found in part]
    assert len(families) == len(set(families))
    for form in drawn:
        for part, items in zip(plan.parts, form, strict=True):
            assert {found.type for found in items} <= {part.type}
            assert len(items) <= part.count
    for i, part in enumerate(plan.parts):
        short = sum(part.count - len(form[i]) for form in drawn)
        left = {found.family for found in bank if found.type is part.type} - set(families)
        assert not (short and left), "a place stays open only where no question is left"


@given(seeds)
@settings(max_examples=30, deadline=None)
def test_parallel_forms_have_as_many_questions_of_each_chapter(seed: int) -> None:
    bank = [item(i, "xyz"[i % 3], i, QuestionType.SINGLE) for i in range(90)]
    plan = Blueprint.model_validate(
        {"id": "p", "title": "卷", "modelled_on": "以本单位通知为准", "minutes": 10, "total": 10, "pass_mark": 6,
         "parts": [{"type": "single", "count": 10, "marks": 1}],
         "shares": [{"chapter": "y", "weight": 7}, {"chapter": "x", "weight": 3}]}
    )  # fmt: skip
    forms = draw(plan, bank, seed, 2)
    assert [Counter(found.chapter for found in form[0]) for form in forms] == [{"y": 7, "x": 3}] * 2


def views() -> Views:
    return derive(handbook())


@pytest.mark.parametrize("letter", ["A", "B"])
def test_paper_as_printed(letter: str, golden: Callable[[str, str], None]) -> None:
    made = views()
    paper = derive_paper(made.handbook.blueprints[0], made.bank, 20261122, "AB")
    form = next(form for form in paper.forms if form.letter == letter)
    golden(f"papers/short-{letter}.md", paper_markdown(paper, form, made))


def test_printed_page_has_three_parts_and_escapes_what_editors_wrote() -> None:
    hostile = {
        "quizzes/typed.md": "---\nsection: meetings\n---\n\n## <b>*对*</b>吗？\n\n编号：hostile\n答案：对\n解析：<script>\n依据：oath-flag\n"
    }
    made = derive(handbook(hostile))
    plan = made.handbook.blueprints[0].model_copy(update={"parts": made.handbook.blueprints[0].parts[1:2]})
    written = [found for found in made.bank.items if found.rules == ("oath-flag",)]
    bank = type(made.bank)(tuple(written), ())
    paper = derive_paper(plan, bank, 1)
    page = lxml_html.document_fromstring(paper_html(paper, paper.forms[0], made))
    assert len(page.xpath("//section")) == 3
    assert page.xpath("//b | //em | //script") == []
    assert "<b>*对*</b>吗？" in page.text_content()


def test_edition_changes_with_questions_but_not_with_words() -> None:
    bank = views().bank
    assert edition_of(bank) == edition_of(bank)
    assert edition_of(type(bank)(bank.items[1:], ())) != edition_of(bank)


def test_too_small_a_bank_says_what_is_missing() -> None:
    made = views()
    plan = made.handbook.blueprints[0].model_copy(
        update={"parts": (made.handbook.blueprints[0].parts[0].model_copy(update={"count": 100}),)}
    )
    paper = derive_paper(plan, made.bank, 1)
    assert paper.missing == ((QuestionType.SINGLE, 100 - len(paper.forms[0].parts[0].items)),)


def test_commands_write_a_report_a_paper_and_the_list_of_published_ids(tmp_path: Path) -> None:
    import shutil

    root = tmp_path / "hb"
    shutil.copytree(QUIZ, root)
    run = CliRunner()
    told = run.invoke(main, ["quiz", "report", "--root", str(root)])
    assert told.exit_code == 0
    assert "没有出题的规定" in told.stdout
    assert "| oath-flag | 配对、判断 | — |" in told.stdout
    paper = run.invoke(
        main, ["paper", "short", "--seed", "7", "--forms", "A,B", "--out", str(tmp_path), "--root", str(root)]
    )
    assert paper.exit_code == 0, paper.output
    kinds = ("试卷.docx", "答题卡.docx", "答案和解析.docx")
    assert {p.name for p in tmp_path.iterdir() if p.is_file()} == {
        *(f"short-7-{letter}-{kind}" for letter in "AB" for kind in kinds),
        "short-7-A.html",
        "short-7-B.html",
    }
    assert "种子 7" in (tmp_path / "short-7-A.html").read_text(encoding="utf-8")
    on_screen = run.invoke(main, ["paper", "short", "--seed", "7", "--root", str(root)])
    assert on_screen.stdout.startswith("# 小测（A 卷）") or "（A 卷）" in on_screen.stdout.splitlines()[0]
    assert run.invoke(main, ["quiz", "freeze", "--root", str(root)]).exit_code == 0
    frozen = (root / "quizzes" / "published.yaml").read_text(encoding="utf-8")
    assert frozen.count("- id: q-") == len(views().bank.items)
    assert run.invoke(main, ["check", "--root", str(root)]).exit_code == 0


def test_commands_say_what_is_wrong_with_their_arguments() -> None:
    run = CliRunner()
    unknown = run.invoke(main, ["paper", "nothing", "--seed", "1", "--root", str(QUIZ)])
    assert unknown.exit_code == 1
    assert "没有组卷方案“nothing”。有：short" in unknown.output
    forms = run.invoke(main, ["paper", "short", "--seed", "1", "--forms", "A,A", "--root", str(QUIZ)])
    assert forms.exit_code == 2
    assert "卷别写成 A 或 A,B" in forms.output
