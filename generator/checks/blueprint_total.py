"""组卷方案的分数加不起来

各部分题数乘每题分值，合计要等于总分；及格分不能超过总分。

坏例::

    total: 100
    parts: [{type: single, count: 30, marks: 2}]

好例::

    total: 60
    parts: [{type: single, count: 30, marks: 2}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.question import Blueprint

ID = "blueprint-total"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Blueprints whose parts do not add up to the total."""
    for blueprint, origin in handbook.each(Blueprint):
        total = sum(part.count * part.marks for part in blueprint.parts)
        if total != blueprint.total:
            yield error(
                origin.at("total"), ID, f"各部分合计 {total} 分，总分却写 {blueprint.total}", "改题数、分值或总分。"
            )
        if blueprint.pass_mark > blueprint.total:
            yield error(origin.at("pass_mark"), ID, "及格分超过总分", "改小及格分。")
