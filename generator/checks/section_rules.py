"""一节没有规定，或章节的位置不对

每一节至少要有一条规定，否则页面上只有说法、没有依据。节文件要放在本章文件夹里，同一章内节号不能重复。

坏例::

    content/handbook/ch02-admission/01-importance.md 已写好，
    content/rules/ 里却没有 section: admission-importance 的规定。

好例::

    - {id: regular-work, section: admission-importance, text: …}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.chapter import Chapter, Section
from generator.model.handbook import Handbook

ID = "section-rules"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Sections without rules, outside any chapter, or with a number used twice."""
    with_rules = {rule.section for rule in handbook.rules}
    placed: dict[str, Chapter] = {s.id: c for c in handbook.chapters for s in c.sections}
    numbers: set[tuple[str, int]] = set()
    for section, origin in handbook.each(Section):
        if section.id not in with_rules:
            yield error(
                origin.at("id"),
                ID,
                f"“{section.title}”这一节没有规定",
                "在 content/rules/ 里写至少一条 section 为本节编号的规定。",
            )
        chapter = placed.get(section.id)
        if chapter is None:
            yield error(origin.at("id"), ID, "这一节不在任何一章的文件夹里", "本章文件夹里要有写章名的 index.md。")
        elif (chapter.id, section.number) in numbers:
            yield error(origin.at("number"), ID, f"本章已有第 {section.number} 节", "改成没有用过的节号。")
        else:
            numbers.add((chapter.id, section.number))
