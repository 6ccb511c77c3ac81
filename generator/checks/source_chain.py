"""来源的新旧关系对不上

甲取代了乙，乙就应当写明被甲取代、现状为 superseded；写了被取代的，现状也要是 superseded。

坏例::

    - {id: admission-2026, replaces: [admission-2014]}
    - {id: admission-2014, status: in-force}

好例::

    - {id: admission-2026, replaces: [admission-2014]}
    - {id: admission-2014, status: superseded, replaced_by: admission-2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.source import Source, SourceStatus

ID = "source-chain"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Sources whose place in the chain of editions is told in two ways."""
    sources = {source.id: source for source in handbook.sources}
    for source, origin in handbook.each(Source):
        if source.replaced_by is not None and source.status is not SourceStatus.SUPERSEDED:
            yield error(
                origin.at("status"),
                ID,
                f"写了被“{source.replaced_by}”取代，现状却是 {source.status}",
                "现状改为 superseded，或删掉 replaced_by。",
            )
        for i, name in enumerate(source.replaces):
            old = sources.get(name)
            if old is not None and old.replaced_by != source.id:
                yield error(
                    origin.at("replaces", i),
                    ID,
                    f"写了取代“{name}”，那一条却没有写被本条取代",
                    f"在“{name}”里写 replaced_by: {source.id}。",
                )
