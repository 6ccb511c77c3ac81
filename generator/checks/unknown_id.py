"""引用了不存在的编号

规定、角色、流程、文书、术语、来源、章节之间用编号互相引用。写错一个字母，读者就走到死路。

坏例::

    basis: [{source: constituton-2022, article: 第七条}]

好例::

    basis: [{source: constitution-2022, article: 第七条}]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Span, error
from generator.model.base import references
from generator.model.chapter import Chapter, Section
from generator.model.handbook import COLLECTIONS, LABELS, Handbook
from generator.model.procedure import Procedure, is_document_id
from generator.model.site import Home
from generator.parse_markdown import mentions

ID = "unknown-id"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """References, in fields and in Markdown bodies, that lead nowhere."""
    for kind in COLLECTIONS.values():
        for entity, origin in handbook.each(kind):
            for ref in references(entity):
                if ref.path[0] != "sections" or not isinstance(entity, Chapter):
                    yield from _known(handbook, ref.collection, ref.id, origin.at(*ref.path))
            if isinstance(entity, Chapter | Section | Home):
                for mention in mentions(entity.body):
                    place = origin.body(mention.line, mention.column)
                    yield from _known(handbook, mention.collection, mention.id, place)
    for procedure, origin in handbook.each(Procedure):
        for i, stage in enumerate(procedure.stages):
            for j, step in enumerate(stage.steps):
                for side in ("inputs", "outputs"):
                    for k, paper in enumerate(getattr(step, side)):
                        if is_document_id(paper):
                            place = origin.at("stages", i, "steps", j, side, k)
                            yield from _known(handbook, "documents", paper, place)


def _known(handbook: Handbook, collection: str, name: str, place: Span) -> Iterator[Diagnostic]:
    known = handbook.by_id[collection]
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        label = LABELS[collection]
        hint = f"是否想写“{near[0]}”？" if near else f"先写好这个{label}，或改用已有的编号。"
        yield error(place, ID, f"没有编号为“{name}”的{label}", hint)
