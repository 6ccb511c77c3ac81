"""The report on the bank: what it counts and what it complains of."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from generator.derive.questions.bank import derive_bank
from generator.derive.questions.item import Bank, Choice, Item
from generator.derive.questions.measures import measure
from generator.derive.views import derive
from generator.model.handbook import Handbook
from generator.model.question import QuestionType
from generator.pipeline import read_views
from generator.render.quiz_report import quiz_report
from tests.test_questions import handbook


def choices(*questions: tuple[str, str, tuple[str, ...]]) -> Bank:
    """A bank of single choices: stem, key, wrong options."""
    model = next(item for item in derive_bank(handbook()).items if item.type is QuestionType.SINGLE)

    def made(i: int, stem: str, key: str, wrong: tuple[str, ...]) -> Item:
        options = (Choice(key, correct=True, why=""), *(Choice(text, correct=False, why="不是。") for text in wrong))
        return dataclasses.replace(model, id=f"q-{i}", family=f"f-{i}", stem=stem, options=options, key=(key,))

    return Bank(tuple(made(i, *question) for i, question in enumerate(questions)), ())


def test_report_as_printed(golden: Callable[[str, str], None]) -> None:
    golden("questions/report.md", quiz_report(derive(handbook())))


def test_a_key_that_repeats_its_stem_is_guessed() -> None:
    bank = choices(
        ("预备党员的预备期多长？", "预备期一年", ("两个月", "三个星期")),
        ("谁来表决？", "由党员来表决", ("书记", "群众")),
    )
    assert measure(handbook(), bank).by_overlap.excess > 60
    fair = choices(("预备党员的预备期多长？", "一年", ("两年", "半年")), ("谁来表决？", "党员", ("书记", "群众")))
    assert abs(measure(handbook(), fair).by_overlap.excess) < 1


def test_the_longest_option_is_counted_with_ties_shared() -> None:
    bank = choices(("一？", "很长的答案", ("短", "短短")), ("二？", "甲", ("乙", "丙")))
    measured = measure(handbook(), bank).longest
    assert (measured.hits, measured.chance, measured.of) == (1 + 1 / 3, 2 / 3, 2)


def test_a_word_that_only_right_options_use_is_learned() -> None:
    bank = choices(*((f"第{i}题？", f"应当办{i}", (f"随便办{i}", f"不必办{i}")) for i in range(40)))
    assert measure(handbook(), bank).by_words[QuestionType.SINGLE].excess > 50


def test_what_a_trained_guesser_gets_is_told_over_all_types() -> None:
    bank = choices(*((f"第{i}题？", f"应当办{i}", (f"随便办{i}", f"不必办{i}")) for i in range(40)))
    measured = measure(handbook(), bank)
    assert (measured.learned.of, measured.learned.excess > 50) == (40, True)
    assert measured.learned == measured.by_words[QuestionType.SINGLE]


def test_the_bank_of_the_handbook_gives_little_away() -> None:
    """The bar of the issue: no guesser without knowledge gets more than chance and 5 points over the bank."""
    views, _ = read_views(Path(__file__).parents[1])
    measured = measure(views.handbook, views.bank)
    told = {"overlap": measured.by_overlap, "longest": measured.longest, "learned": measured.learned}
    assert {name: guess.excess for name, guess in told.items() if guess.excess > 5} == {}


def test_coverage_gives_a_reason_for_every_rule_without_a_question() -> None:
    made = handbook()
    coverage = measure(made, derive_bank(made)).coverage
    assert {found.rule.id for found in coverage} == {rule.id for rule in made.rules if rule.scored}
    assert all(bool(found.items) != bool(found.reason) for found in coverage)


def test_measures_of_nothing() -> None:
    nothing = measure(Handbook({}), Bank((), ()))
    assert (nothing.by_overlap.excess, nothing.longest.of, nothing.positions, nothing.near) == (
        0.0,
        0,
        (0, 0, 0, 0),
        (),
    )
