"""引用了不存在的编号

规定、角色、流程、文书、术语、来源、章节之间用编号互相引用。写错一个字母，读者就走到死路。

坏例::

    basis: [{source: constituton-2022, article: 第七条}]

好例::

    basis: [{source: constitution-2022, article: 第七条}]
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from generator.diagnostics import Diagnostic, Span, error
from generator.model.chapter import Chapter, Section
from generator.model.handbook import COLLECTIONS, LABELS, Handbook
from generator.model.procedure import Procedure, is_document_id
from generator.model.site import Home
from generator.parse_markdown import mentions

ID = "unknown-id"
_MOST_GUESSES = 20
"""Looking for a like name takes long; whoever lost a whole file is not helped by guesses."""


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """References, in fields and in Markdown bodies, that lead nowhere."""
    guesses: dict[tuple[str, str], str | None] = {}
    for collection, name, place in _named(handbook):
        known = handbook.by_id[collection]
        if name not in known:
            if (collection, name) not in guesses:
                guesses[collection, name] = _guess(name, known) if len(guesses) < _MOST_GUESSES else None
            near, label = guesses[collection, name], LABELS[collection]
            hint = f"是否想写“{near}”？" if near else f"先写好这个{label}，或改用已有的编号。"
            yield error(place(), ID, f"没有编号为“{name}”的{label}", hint)


def _named(handbook: Handbook) -> Iterator[tuple[str, str, Callable[[], Span]]]:
    """Collection, id and place of every reference."""
    for collection, kind in COLLECTIONS.items():
        for (entity, origin), found in zip(handbook.each(kind), handbook.references[collection], strict=True):
            for ref in found:
                if ref.path[0] != "sections" or not isinstance(entity, Chapter):
                    yield ref.collection, ref.id, partial(origin.at, *ref.path)
            if isinstance(entity, Chapter | Section | Home):
                for mention in mentions(entity.body):
                    yield mention.collection, mention.id, partial(origin.body, mention.line, mention.column)
    for procedure, origin in handbook.each(Procedure):
        for i, stage in enumerate(procedure.stages):
            for j, step in enumerate(stage.steps):
                for side in ("inputs", "outputs"):
                    for k, paper in enumerate(getattr(step, side)):
                        if is_document_id(paper):
                            yield "documents", paper, partial(origin.at, "stages", i, "steps", j, side, k)


def _guess(name: str, known: Iterable[str]) -> str | None:
    return next(iter(difflib.get_close_matches(name, known, n=1)), None)
