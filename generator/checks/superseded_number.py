"""旧数字没有交代来历

一条规定的沿革写明某个数字已经变了，别处再用那个旧数字说同一件事，就要讲明是旧的，否则读者会当成现行规定。

坏例::

    规定：培训不少于三天。沿革：2013 年时为五至七天。
    正文：发展对象要参加五至七天的培训。

好例::

    正文：发展对象培训不少于三天；2013 年时是五至七天。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from generator.diagnostics import Diagnostic, Span, error
from generator.model.chapter import Section
from generator.model.handbook import Handbook
from generator.model.procedure import Procedure
from generator.model.role import Role
from generator.model.rule import Change, Rule
from generator.model.term import Term

ID = "superseded-number"

_NUMBER = re.compile(
    r"(?:[0-9]+|[一二三四五六七八九十百千]+)(?:[至到—-](?:[0-9]+|[一二三四五六七八九十百千]+))?"
    r"(?:个工作日|个月|学时|工作日|名|人|年|天|日|次|周|%)"
)
_PAST = re.compile(r"旧|原|20[01]\d|199\d|19[5-8]\d|过去|曾|当时|以前|从前|不是|不再|误|试行|并非|取消|改为|没有")


@dataclass(frozen=True, slots=True)
class _Stale:
    topic: str
    number: str
    rule: str


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Sentences that state a superseded number as if it held."""
    stale = list(_stale(handbook))
    for sentence, place in _sentences(handbook):
        if _PAST.search(sentence):
            continue
        for old in stale:
            if old.topic in sentence and old.number in _NUMBER.findall(sentence):
                yield error(
                    place(),
                    ID,
                    f"“{old.number}”是“{old.topic}”的旧数字，这里没有说明它已经变了",
                    f"改成现行规定“{old.rule}”的数字，或写明这是哪一年的说法。",
                )


def _stale(handbook: Handbook) -> Iterator[_Stale]:
    for rule in handbook.rules:
        current = set(_NUMBER.findall(rule.plain))
        for entry in rule.history:
            if entry.change is Change.CHANGED:
                for number in set(_NUMBER.findall(entry.says)) - current:
                    for topic in sorted({quantity.of for quantity in rule.quantities}):
                        yield _Stale(topic, number, rule.id)


def _sentences(handbook: Handbook) -> Iterator[tuple[str, Callable[[], Span]]]:
    for section, origin in handbook.each(Section):
        for i, line in enumerate(section.body.split("\n")):
            yield from ((part, partial(origin.body, i, 1)) for part in re.split("[。；]", line))
        yield from ((line.text, partial(origin.at, "remember", i)) for i, line in enumerate(section.remember))
    for rule, origin in handbook.each(Rule):
        yield rule.plain, partial(origin.at, "text")
    for term, origin in handbook.each(Term):
        yield term.text, partial(origin.at, "text")
    for role, origin in handbook.each(Role):
        yield from ((duty.text, partial(origin.at, "duties", i)) for i, duty in enumerate(role.duties))
    for procedure, origin in handbook.each(Procedure):
        for i, stage in enumerate(procedure.stages):
            for j, step in enumerate(stage.steps):
                yield step.text, partial(origin.at, "stages", i, "steps", j, "text")
