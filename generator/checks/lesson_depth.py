"""课件里有一部分没有内容，或者要点的时长对不上

要点和案例的 least 写“至少多少分钟的课才讲它”，要写 lengths 里有的时长。每一部分在它出现的每种时长下，
都要有要点、案例或者活动，不能只有一个标题。

坏例::

    lengths: [8, 20]
    outline:
      - title: 讲解
        minutes: {8: 8, 20: 20}
        points: [{text: 预备期一年, rules: [probation-length], least: 20}]

好例::

    lengths: [8, 20]
    outline:
      - title: 讲解
        minutes: {8: 8, 20: 20}
        points:
          - {text: 预备期一年, rules: [probation-length]}
          - {text: 延长只能一次, rules: [probation-extension], least: 20}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook, Origin
from generator.model.lesson import Lesson
from generator.model.telling import tell

ID = "lesson-depth"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Least lengths that are not offered, and parts with nothing in them."""
    for lesson, origin in handbook.each(Lesson):
        yield from _unknown_lengths(lesson, origin)
        for length in lesson.lengths:
            for part in tell(lesson, length, {}).parts:
                if part.empty:
                    yield error(
                        origin.at("outline", part.place),
                        ID,
                        f"{length} 分钟的课里，“{part.title}”这一部分没有内容",
                        "给它留一个要点，或写明 activity，或在 minutes 里去掉这种时长。",
                    )


def _unknown_lengths(lesson: Lesson, origin: Origin) -> Iterator[Diagnostic]:
    for i, part in enumerate(lesson.outline):
        told = [(("outline", i, "points", j, "least"), point.least) for j, point in enumerate(part.points)]
        for path, least in (*told, (("outline", i, "case", "least"), part.case and part.case.least)):
            if least is not None and least not in lesson.lengths:
                offered = "、".join(map(str, lesson.lengths))
                yield error(origin.at(*path), ID, f"lengths 里没有 {least} 分钟这种时长", f"可以写：{offered}。")
