"""课件的内容同分钟数不相称

讲课一分钟大约说 190 个字，连讲解提示算在内。一部分里要说的话每分钟超过 200 个字，就讲不完；整堂课讲授的部分，
不满 45 分钟的课每分钟不到 90 个字，45 分钟以上的不到 80 个字，90 分钟以上的不到 60 个字，就撑不满。
案例要留一半以上的时间给大家说，所以每分钟不超过 100 个字。除要点和提示外，还算上按时长从规定里补进来的
常见误解、沿革和规定原话（补到这一部分时间的七成为止）。

坏例::

    outline:
      - {title: 讲解, minutes: {20: 20}, points: [{text: 预备期一年, rules: [probation-length]}]}

好例::

    outline:
      - {title: 讲解, minutes: {20: 4}, points: [{text: 预备期一年，从大会通过那天算, rules: [probation-length]}]}
      - {title: 十题小卷, minutes: {20: 16}, activity: paper}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.model.handbook import Handbook
from generator.model.lesson import Lesson
from generator.model.telling import ToldPart, tell

ID = "lesson-amount"
MOST = 200
"""Characters a minute that can still be said."""
MOST_IN_CASE = 100
"""Characters a minute of a case that still leave the room half the time."""
LEAST = {0: 90, 45: 80, 90: 60}
"""Length → characters a minute that fill the lectured time of lessons that long or longer."""


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Parts with too much to say, and lessons with too little."""
    rules = {rule.id: rule for rule in reversed(handbook.rules)}
    for lesson, origin in handbook.each(Lesson):
        for i, length in enumerate(lesson.lengths):
            telling = tell(lesson, length, rules)
            for part in telling.parts:
                most = MOST_IN_CASE if part.case and not part.points else MOST
                if part.amount > part.minutes * most:
                    yield warning(
                        origin.at("outline", part.place, "minutes"),
                        ID,
                        f"{length} 分钟的课里，“{part.title}”要说 {part.amount} 个字，{part.minutes} 分钟讲不完",
                        "给次要的要点写 least，或者多给几分钟。",
                    )
            lectured = [part for part in telling.parts if part.points]
            if _too_thin(lectured, length):
                yield warning(
                    origin.at("lengths", i),
                    ID,
                    f"{length} 分钟的课，讲授 {_minutes(lectured)} 分钟只有 {_amount(lectured)} 个字，撑不满",
                    "补几个要点或提示，或者把分钟数让给案例、讨论和小卷。",
                )


def _too_thin(parts: list[ToldPart], length: int) -> bool:
    least = next(amount for longer, amount in reversed(LEAST.items()) if length >= longer)
    return _amount(parts) < least * _minutes(parts)


def _amount(parts: list[ToldPart]) -> int:
    return sum(part.amount for part in parts)


def _minutes(parts: list[ToldPart]) -> int:
    return sum(part.minutes for part in parts)
