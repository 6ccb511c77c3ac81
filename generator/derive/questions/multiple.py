"""Multiple choice: rules that enumerate, with parts that only wrong enumerations name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.questions.ground import Draft, Ground
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Choice
from generator.derive.questions.true_false import quoted
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Ask, Rule
from generator.model.wording import meaning

RECIPE = "multiple"
_FEWEST_RIGHT, _MOST_RIGHT = 2, 5
_FEWEST_WRONG, _MOST_WRONG = 2, 3
_LAST = re.compile(r"(?:以及|或者|和|及|与|或)(?=[^、]*$)")
_LEAST, _LONGEST = 2, 22
_CLOSED = re.compile("哪[几些两二三四五六七八九十]|哪[两三四五六七八九十]|几[种项个条类方]")
_FRAGMENT = re.compile("(的|型|化|之)$")


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every asked span that enumerates and has enough foreign parts to choose from."""
    for rule in ground.scored:
        for ask in filter(lambda ask: _is_closed(rule, ask), rule.asks):
            right = parts(ask.key or ask.span)
            wrong = foreign_parts(rule, ask, right)
            if _FEWEST_RIGHT <= len(right) <= _MOST_RIGHT and len(wrong) >= _FEWEST_WRONG:
                yield _draft(rule, ask, right, wrong)


def _is_closed(rule: Rule, ask: Ask) -> bool:
    """Whether the question asks for a list, and the rule lists everything."""
    return _CLOSED.search(ask.ask) is not None and f"[[{ask.span}]]等" not in rule.text


def parts(phrase: str) -> tuple[str, ...]:
    """The parts an enumeration names, or nothing where the phrase is none."""
    if "、" not in phrase or re.search("[，；。]", phrase):
        return ()
    *first, final = phrase.split("、")
    if any(_LAST.search(chunk) for chunk in first):
        return ()
    found = [*first, *_pair(final)]
    whole = all(_LEAST <= len(part) <= _LONGEST and not _FRAGMENT.search(part) for part in found) and len(
        set(found)
    ) == len(found)
    return tuple(found) if whole else ()


def foreign_parts(rule: Rule, ask: Ask, right: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of the wrong options that the rule does not name in any wording, in a fixed order."""
    own = meaning(rule.plain)
    told = {
        part
        for option in ask.wrong
        for part in parts(option.text)
        if meaning(part) not in own and not any(_overlaps(part, truth) for truth in right)
    }
    ordered = sorted(told, key=lambda part: digest(rule.id, part))
    apart: list[str] = []
    for part in ordered:
        if not any(_overlaps(part, other) for other in apart):
            apart.append(part)
    return tuple(apart[:_MOST_WRONG])


def _pair(chunk: str) -> list[str]:
    """The last chunk of an enumeration, or the two that a final 和 joins."""
    halves = _LAST.split(chunk, maxsplit=1)
    return halves if all(len(half) >= _LEAST for half in halves) else [chunk]


def _overlaps(one: str, other: str) -> bool:
    """Whether two parts share so many signs that one could pass for the other."""
    shared = set(one) & set(other)
    return (
        meaning(one) in meaning(other)
        or meaning(other) in meaning(one)
        or (len(shared) * 2 > min(len(set(one)), len(set(other))) and len(shared) > _LEAST)
    )


def _draft(rule: Rule, ask: Ask, right: tuple[str, ...], wrong: tuple[str, ...]) -> Draft:
    listed = f"列出的是{quoted(ask.key or ask.span)}"
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=ask.span,
        type=QuestionType.MULTIPLE,
        stem=f"{ask.ask}（选出全部正确的）",
        options=(
            *(Choice(part, correct=True, why="") for part in right),
            *(Choice(part, correct=False, why=f"{listed}，不包括{quoted(part)}。") for part in wrong),
        ),
        rationale=rule.plain,
        rules=(rule,),
        difficulty=Difficulty.HARD,
    )
