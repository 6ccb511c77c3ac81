"""没有用到的内容

来源没有被任何内容引用，或角色没有职责、也没有出现在任何规定和流程里，多半是漏写了依据，或编号写错了。这只是提醒。

坏例::

    sources.yaml 里有 rural-2018，却没有一条规定、沿革或进一步阅读用到它。

好例::

    basis: [{source: rural-2018, article: 第五条}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, warning
from generator.model.handbook import Handbook
from generator.model.role import Role
from generator.model.site import Home
from generator.model.source import Source
from generator.parse_markdown import mentions

ID = "unused-entity"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Sources and roles that nothing mentions."""
    used = _used(handbook)
    for source, origin in handbook.each(Source):
        if ("sources", source.id) not in used:
            yield warning(
                origin.at("id"),
                ID,
                f"来源“{source.short}”没有任何内容用到",
                "给依据它的规定补上 basis 或 history；确实用不上就删掉。",
            )
    for role, origin in handbook.each(Role):
        if not role.duties and not role.rules and ("roles", role.id) not in used:
            yield warning(origin.at("id"), ID, f"角色“{role.name}”没有职责，也没有出现在任何地方", "补上职责，或删掉。")


def _used(handbook: Handbook) -> set[tuple[str, str]]:
    used = {
        (ref.collection, ref.id) for entities in handbook.references.values() for found in entities for ref in found
    }
    bodies = [chapter.body for chapter in handbook.chapters]
    bodies += [section.body for section in handbook.sections]
    bodies += [home.body for home in handbook.of(Home)]
    for body in bodies:
        used |= {(mention.collection, mention.id) for mention in mentions(body)}
    return used
