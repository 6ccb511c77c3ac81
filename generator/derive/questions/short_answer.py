"""Short answer and oral cards: lists to tell from memory, with the points to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.multiple import parts
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Ask, Rule

RECIPE = "short-answer"
_FEWEST, _MOST = 3, 10
_SENTENCES = re.compile("哪[几两三四五六]?句")


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every asked list of three or more and every must-know rule."""
    for rule in ground.scored:
        asked = [ask for ask in rule.asks if _points(ask)]
        asked = asked or ([min(rule.asks, key=lambda ask: ask.span)] if rule.must_know and rule.asks else [])
        for ask in asked:
            yield _of_rule(rule, ask)


def _points(ask: Ask) -> tuple[str, ...]:
    phrase = ask.key or ask.span
    listed = parts(phrase) or tuple(re.split("，" if _SENTENCES.search(ask.ask) else "；", phrase))
    return listed if _FEWEST <= len(listed) <= _MOST else ()


def _of_rule(rule: Rule, ask: Ask) -> Draft:
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=ask.span,
        type=QuestionType.SHORT_ANSWER,
        stem=ask.ask,
        key=_points(ask) or (ask.key or ask.span,),
        rationale=rule.plain,
        rules=(rule,),
        difficulty=Difficulty.HARD,
    )
