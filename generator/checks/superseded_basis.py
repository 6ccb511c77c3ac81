"""现行规定依据了已被取代的来源

写成现行规定的话，依据必须是现行的来源。旧来源只能出现在沿革里。

坏例::

    text: 发展对象经支部委员会讨论、报上级党委备案后确定。
    basis: [{source: admission-2014, article: 第十三条}]

好例::

    text: 拟列为发展对象的人选要报上级党委同意，并公示。
    basis: [{source: admission-2026, article: 第十三条}]
    history: [{year: 2014, source: admission-2014, says: 报上级党委备案。, change: changed, evidence: text}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.document import DocumentTemplate
from generator.model.handbook import Handbook, Origin
from generator.model.rule import Rule
from generator.model.source import Source, SourceStatus

ID = "superseded-basis"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Bases whose source no longer binds or does not yet."""
    sources = {source.id: source for source in handbook.sources}
    citing: list[tuple[Rule | DocumentTemplate, Origin]] = [*handbook.each(Rule), *handbook.each(DocumentTemplate)]
    for entity, origin in citing:
        for i, basis in enumerate(entity.basis):
            source = sources.get(basis.source)
            if source and source.status in (SourceStatus.SUPERSEDED, SourceStatus.DRAFT):
                yield error(origin.at("basis", i, "source"), ID, _message(source), _hint(source, sources))


def _message(source: Source) -> str:
    state = "已被取代" if source.status is SourceStatus.SUPERSEDED else "还没有施行"
    return f"《{source.short}》{state}，不能作现行规定的依据"


def _hint(source: Source, sources: dict[str, Source]) -> str:
    newer = sources.get(source.replaced_by or "")
    return (f"改为依据《{newer.short}》（{newer.id}）" if newer else "改用现行的来源") + "，旧说法写进 history。"
