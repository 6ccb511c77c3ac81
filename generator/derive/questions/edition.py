"""Editions: whether a rule of today already stood so in 2013.

Both answers follow the same sentence, the rule of today, so that nothing but knowledge tells them
apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.currency import START_YEAR
from generator.derive.questions.ground import Draft, Ground, stands_alone
from generator.derive.questions.identity import digest
from generator.derive.questions.true_false import RIGHT, WRONG, verdict
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SCORED, Change, History, Rule

RECIPE = "edition"
_SAME = {Change.SAME: RIGHT, Change.CHANGED: WRONG, Change.NEW: WRONG}
_DATED = re.compile(r"细则|条文|点名|20[12]\d|现行|修订|试行|现在|不再|二十大|十八大|十九大")
_LIKE = re.compile("大体|相近|类似|相似")
_LONGEST = 90


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every scored rule whose state in 2013 is known and was the same or different."""
    for rule in ground.scored:
        then = next((h for h in rule.history if h.year == START_YEAR), None)
        if then is not None and _is_known(then) and _is_timeless(rule) and not _is_surplus(rule, then):
            yield _draft(rule, then)


def _is_known(then: History) -> bool:
    return then.evidence in SCORED and then.change in _SAME and _LIKE.search(then.says) is None


def _is_surplus(rule: Rule, then: History) -> bool:
    """Whether it is one of the third of lasting rules left out, so that 对 is no better guess than 错."""
    return then.change is Change.SAME and int(digest(RECIPE, rule.id), 16) % 3 == 0


def _is_timeless(rule: Rule) -> bool:
    """Whether the sentence itself does not tell when it was made."""
    return len(rule.plain) <= _LONGEST and _DATED.search(rule.plain) is None and stands_alone(rule)


def _draft(rule: Rule, then: History) -> Draft:
    key = _SAME[then.change]
    why = f"{START_YEAR}年时：{then.says}" if key == WRONG else f"{START_YEAR}年时就是这样，到今天没有变。"
    sentence = rule.plain.rstrip("。").replace("“", "‘").replace("”", "’")
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=key,
        type=QuestionType.TRUE_FALSE,
        stem=f"现行规定是：“{sentence}。”{START_YEAR}年时全国的规定已经是这样。",
        options=verdict(key, why),
        shuffle=False,
        rationale=why,
        rules=(rule,),
        difficulty=Difficulty.HARD,
    )
