"""Written questions: what editors typed in quizzes/, as the bank holds it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.questions.ground import WRITTEN, Draft, Ground
from generator.derive.questions.item import Choice
from generator.derive.questions.true_false import verdict
from generator.model.question import Question, QuestionType

RECIPE = WRITTEN
_PAIR = "——"


def drafts(ground: Ground) -> Iterator[Draft]:
    """Every written question that rests on a scored rule."""
    for question in ground.handbook.questions:
        rules = ground.rules_at(question.rules)
        if rules and question.section in ground.sections:
            yield Draft(
                recipe=RECIPE,
                fact=question.id,
                answer="/".join((*(o.text for o in question.options if o.correct), *question.key)),
                type=question.type,
                stem=question.stem,
                options=_options(question),
                shuffle=question.type is not QuestionType.TRUE_FALSE,
                key=_key(question),
                pairs=_pairs(question),
                rationale=question.rationale,
                rules=rules,
                section=question.section,
                difficulty=question.difficulty,
            )


def _options(question: Question) -> tuple[Choice, ...]:
    if question.type is QuestionType.TRUE_FALSE:
        return verdict("".join(question.key), question.rationale)
    if question.type is QuestionType.ORDERING:
        return ()
    return tuple(Choice(option.text, correct=option.correct, why=option.why or "") for option in question.options)


def _key(question: Question) -> tuple[str, ...]:
    typed = (QuestionType.FILL_IN, QuestionType.ORDERING, QuestionType.SHORT_ANSWER)
    return question.key if question.type in typed else ()


def _pairs(question: Question) -> tuple[tuple[str, str], ...]:
    if question.type is not QuestionType.MATCHING:
        return ()
    halves = (line.partition(_PAIR) for line in question.key)
    return tuple((left.strip(), right.strip()) for left, _, right in halves)
