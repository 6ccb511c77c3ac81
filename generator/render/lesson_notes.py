"""What stands in the speaker's notes of a slide: the minutes, what to say, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from generator.derive.lessons.clauses import Clause
from generator.derive.lessons.deck import Slide, SlideKind
from generator.model.telling import Telling, ToldPart
from generator.render.words import EVIDENCE, NATURE

_LEADS = {
    SlideKind.COVER: "目标：",
    SlideKind.POINT: "提示：",
    SlideKind.QUESTION: "解析：",
}
_SHOWN_ALREADY = frozenset({SlideKind.MISTAKE, SlideKind.CHANGE})


def note_lines(telling: Telling, slide: Slide) -> tuple[str, ...]:
    """The notes of a slide, a paragraph each: minutes, what to say, basis with how well it is known."""
    part = next((part for part in telling.parts if part.place == slide.part), None)
    lines = [part_minutes(part, telling)] if part else [f"共 {telling.length} 分钟。"]
    lead = _LEADS.get(slide.kind, "")
    lines += [f"{lead}{line}" if lead and not line.startswith("依据：") else line for line in slide.say]
    return (*lines, *basis_lines(slide.basis, whole=slide.kind not in _SHOWN_ALREADY))


def part_minutes(part: ToldPart, telling: Telling) -> str:
    """When a part begins and ends: 第 2—5 分钟，讲“转正五步”，用 3 分钟。"""
    return f"第 {part.start}—{part.end} 分钟（共 {telling.length} 分钟）：{part.title}，用 {part.minutes} 分钟。"


def basis_lines(basis: Iterable[Clause], *, whole: bool = True) -> tuple[str, ...]:
    """Each rule's clause with how well it is known, and the rule itself where wanted."""
    return tuple(basis_line(clause, whole=whole) for clause in basis)


def basis_line(clause: Clause, *, whole: bool = True) -> str:
    """依据：《发展党员细则》第三十一条（已读条文）——预备党员的预备期为一年……"""
    word = EVIDENCE[clause.evidence][1]
    nature = "" if clause.nature.value == "rule" else f"，{NATURE[clause.nature]}"
    said = f"——{clause.rule.plain}" if whole else ""
    return f"依据：{clause.words or '没有找到条文'}（{word}{nature}）{said}"
