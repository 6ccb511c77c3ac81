"""课件的分钟数对不上

每种时长下，各部分的分钟数加起来要正好等于这个时长；部分里写到的时长，要在 lengths 里。

坏例::

    lengths: [20]
    outline: [{title: 导入, minutes: {20: 5}}, {title: 讲解, minutes: {20: 10}}]

好例::

    lengths: [20]
    outline: [{title: 导入, minutes: {20: 5}}, {title: 讲解, minutes: {20: 15}}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.lesson import Lesson

ID = "lesson-minutes"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Lengths the parts do not add up to, and lengths not offered."""
    for lesson, origin in handbook.each(Lesson):
        for i, length in enumerate(lesson.lengths):
            total = sum(part.minutes.get(length, 0) for part in lesson.outline)
            if total != length:
                yield error(
                    origin.at("lengths", i),
                    ID,
                    f"{length} 分钟的课，各部分加起来是 {total} 分钟",
                    "调整各部分在这个时长下的分钟数。",
                )
        for i, part in enumerate(lesson.outline):
            for length in part.minutes:
                if length not in lesson.lengths:
                    yield error(
                        origin.at("outline", i, "minutes"),
                        ID,
                        f"lengths 里没有 {length} 分钟这种时长",
                        "在 lengths 里加上它，或删掉这里的。",
                    )
