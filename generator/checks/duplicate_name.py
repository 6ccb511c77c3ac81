"""同一个词解释了两次

一个术语（连同别名、简称）只能在一处解释，否则两处迟早说得不一样，搜索也不知道该去哪一处。角色、流程、文书的名称和别名同样不能重复。

坏例::

    - {id: conversion, name: 转正}
    - {id: become-full-member, name: 预备党员转正, aliases: [转正]}

好例::

    - {id: conversion, name: 预备党员转正, aliases: [转正]}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Span, error
from generator.model.document import DocumentTemplate
from generator.model.handbook import LABELS, Handbook
from generator.model.procedure import Procedure
from generator.model.role import Role
from generator.model.term import Term

ID = "duplicate-name"

_NAMED = (
    ("terms", Term, "name"),
    ("roles", Role, "name"),
    ("procedures", Procedure, "title"),
    ("documents", DocumentTemplate, "title"),
)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Names and aliases that two entities of one kind share."""
    for collection, kind, title in _NAMED:
        seen: dict[str, tuple[str, Span]] = {}
        for entity, origin in handbook.each(kind):
            aliases: tuple[str, ...] = getattr(entity, "aliases", ())
            names = [(getattr(entity, title), origin.at(title))]
            names += [(alias, origin.at("aliases", i)) for i, alias in enumerate(aliases)]
            for name, span in names:
                if name in seen:
                    other, place = seen[name]
                    yield error(
                        span,
                        ID,
                        f"“{name}”已是{LABELS[collection]}“{other}”的名称或别名（{place}）",
                        "两处合成一处，或只在一处保留这个叫法。",
                    )
                seen.setdefault(name, (getattr(entity, title), span))
