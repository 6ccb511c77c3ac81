"""Short answer and oral cards: lists to tell from memory, with the points to compare."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.multiple import parts
from generator.derive.questions.ordering import is_bound, leading_rules, may_be_left_out, tells
from generator.model.procedure import Procedure
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Ask, Rule

RECIPE = "short-answer"
_FEWEST, _MOST = 3, 10
_SENTENCES = re.compile("哪[几两三四五六]?句")


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every asked list of three or more, every must-know rule and every long procedure."""
    for rule in ground.scored:
        asked = [ask for ask in rule.asks if _points(ask)]
        asked = asked or ([min(rule.asks, key=lambda ask: ask.span)] if rule.must_know and rule.asks else [])
        for ask in asked:
            yield _of_rule(rule, ask)
    for procedure in ground.handbook.procedures:
        yield from _of_procedure(ground, procedure)


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


def _is_one_way(procedure: Procedure) -> bool:
    """Whether the rules set every step and no way through passes one by."""
    return all(is_bound(step) and not may_be_left_out(procedure, step) for step in procedure.steps)


def _of_procedure(ground: Ground, procedure: Procedure) -> Iterator[Draft]:
    rules = leading_rules(ground, procedure.steps)
    by_stage = len(procedure.stages) >= _FEWEST and tells(procedure)
    told = procedure.stages if by_stage else procedure.steps
    titles = tuple(part.title for part in told)
    if rules and _FEWEST <= len(titles) <= _MOST and (by_stage or _is_one_way(procedure)):
        kind = "哪几个阶段" if by_stage else "哪几步"
        yield Draft(
            recipe=RECIPE,
            fact=procedure.id,
            answer=">".join(part.id for part in told),
            type=QuestionType.SHORT_ANSWER,
            stem=f"“{procedure.title}”从头到尾要经过{kind}？请按顺序说出来。",
            key=titles,
            rationale=procedure.lead,
            rules=rules,
            family=f"order-{procedure.id}",
            section=procedure.section,
            procedures=(procedure.id,),
            difficulty=Difficulty.HARD,
        )
