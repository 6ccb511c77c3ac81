"""编号重复

同一类内容里，每个编号只能用一次。编号是链接、题目和学习记录的依据，重复了就分不清说的是哪一条。

坏例::

    - {id: quorum, text: 到会过半才能开会。}
    - {id: quorum, text: 赞成过半才算通过。}

好例::

    - {id: meeting-quorum, text: 到会过半才能开会。}
    - {id: meeting-majority, text: 赞成过半才算通过。}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Span, error
from generator.model.handbook import COLLECTIONS, LABELS, Handbook

ID = "duplicate-id"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Ids used twice within one collection."""
    for name, kind in COLLECTIONS.items():
        seen: dict[str, Span] = {}
        for entity, origin in handbook.each(kind):
            span = origin.at("id")
            if entity.id in seen:
                yield error(
                    span,
                    ID,
                    f"{LABELS[name]}编号“{entity.id}”已在 {seen[entity.id]} 用过",
                    "给其中一处换一个编号；已经发布的那个不要改。",
                )
            seen.setdefault(entity.id, span)
