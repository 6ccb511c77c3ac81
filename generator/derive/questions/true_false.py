"""True or false: a rule's own sentence, as it is or with a marked span exchanged for a wrong one.

One question for each rule; chance, fixed by the rule's id, decides which of the two. So words and
style tell nothing about the answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.questions.fill_in import GAP, is_counted_out
from generator.derive.questions.ground import Draft, Ground, stands_alone
from generator.derive.questions.identity import digest
from generator.derive.questions.item import Choice
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import SPAN, Rule
from generator.model.wording import canonical, meaning

RECIPE = "true-false"
RIGHT, WRONG = "对", "错"
_PREPOSITIONS = frozenset("由向在对以为从把被和与")
_NO_NOUN = _PREPOSITIONS | frozenset("只不没可必应")
_STOPS = frozenset("，。；：、")
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Exchange:
    """A wrong reading of a marked span that fits into the rule's sentence."""

    span: str
    """The span."""
    instead: str
    """What is put in its place."""
    why: str
    """Why that is wrong."""
    believed: bool
    """Whether it is recorded that people believe it."""


def drafts(ground: Ground) -> Iterator[Draft]:
    """One question for every scored rule that has a wrong reading to tell from."""
    true = frozenset(meaning(rule.plain) for rule in ground.scored)
    for rule in filter(stands_alone, ground.scored):
        found = [e for e in exchanges(rule) if _fits(rule, e) and meaning(swapped(rule, e)) not in true]
        if found:
            yield _true(rule, found) if int(digest(RECIPE, rule.id), 16) % 2 else _false(rule, found)


def exchanges(rule: Rule) -> Iterator[Exchange]:
    """Every wrong reading of a span that means something else than the span."""
    for belief in rule.misconceptions:
        if belief.span in rule.spans and belief.instead and _differs(belief.span, belief.instead):
            yield Exchange(belief.span, belief.instead, belief.truth, believed=True)
    for ask in rule.asks:
        if ask.span in rule.spans and ask.key in (None, ask.span):
            for option in ask.wrong:
                if all(_differs(right, option.text) for right in (ask.span, *ask.accept)):
                    yield Exchange(ask.span, option.text, option.why, believed=False)


def swapped(rule: Rule, exchange: Exchange) -> str:
    """The rule's sentence with the wrong reading in place."""
    return SPAN.sub(r"\1", rule.text.replace(f"[[{exchange.span}]]", exchange.instead))


def _fits(rule: Rule, exchange: Exchange) -> bool:
    """Whether the wrong reading reads well between the words around the span."""
    before, _, after = rule.text.partition(f"[[{exchange.span}]]")
    last = before[-1:]
    repeats = last in _PREPOSITIONS and (last in exchange.instead[:_NEAR] or exchange.instead[:1] in _NO_NOUN)
    clause = "，" in exchange.instead and "，" not in exchange.span and after[:1] not in _STOPS
    contrary = after.startswith("，但") and exchange.span[:1] in "不没无"
    told = exchange.instead in before + after
    counted = is_counted_out(exchange.span, SPAN.sub(r"\1", f"{before}{GAP}{after}"))
    return not (last and repeats) and not clause and not contrary and not told and not counted


def quoted(phrase: str) -> str:
    """The phrase in quotation marks, with those inside it turned to single ones."""
    return f"“{phrase.replace('“', '‘').replace('”', '’')}”"


def _differs(span: str, instead: str) -> bool:
    return meaning(span) != meaning(instead)


def _chosen(rule: Rule, found: list[Exchange]) -> Exchange:
    """The same wrong reading in whatever order they were written, one that people believe if there is."""
    return min(found, key=lambda e: (not e.believed, digest(rule.id, canonical(e.span), canonical(e.instead))))


def _true(rule: Rule, found: list[Exchange]) -> Draft:
    chosen = _chosen(rule, found)
    exchanged = f"把{quoted(chosen.span)}换成{quoted(chosen.instead)}"
    why = f"这句话是对的。如果{exchanged}，就错了：{chosen.why}"
    return _draft(rule, rule.plain, RIGHT, "/".join(sorted(rule.spans)), why)


def _false(rule: Rule, found: list[Exchange]) -> Draft:
    chosen = _chosen(rule, found)
    why = f"{quoted(chosen.instead)}不对：{chosen.why.rstrip('。')}。应当是{quoted(chosen.span)}。"
    return _draft(rule, swapped(rule, chosen), WRONG, chosen.span, why)


def _draft(rule: Rule, stem: str, key: str, answer: str, why: str) -> Draft:
    return Draft(
        recipe=RECIPE,
        fact=rule.id,
        answer=f"{key}/{answer}",
        type=QuestionType.TRUE_FALSE,
        stem=stem,
        options=verdict(key, why),
        shuffle=False,
        rationale=why,
        rules=(rule,),
        difficulty=Difficulty.EASY if key == RIGHT else Difficulty.MEDIUM,
    )


def verdict(key: str, why: str) -> tuple[Choice, ...]:
    """对 and 错, of which one is right."""
    return tuple(Choice(word, correct=word == key, why="" if word == key else why) for word in (RIGHT, WRONG))
