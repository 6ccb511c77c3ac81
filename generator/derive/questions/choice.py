"""Single choice: an editor's question on a marked span, with the wrong options written for it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.item import Choice
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Ask, Rule

RECIPE = "choice"


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every question line of every scored rule."""
    for rule in ground.scored:
        for ask in rule.asks:
            yield _draft(rule, ask)


def _draft(rule: Rule, ask: Ask) -> Draft:
    wrong = (Choice(option.text, correct=False, why=option.why) for option in ask.wrong)
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=ask.span,
        type=QuestionType.SINGLE,
        stem=ask.ask,
        options=(Choice(ask.key or ask.span, correct=True, why=""), *wrong),
        rationale=rule.plain,
        rules=(rule,),
        difficulty=Difficulty.EASY if rule.must_know else Difficulty.MEDIUM,
    )
