"""The checklist that lies on top of a procedure's papers."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.office.docx import PLAIN, Cell, Paper, Row, Shape
from generator.render.office.fonts import SIZE_5
from generator.render.office.page import FORM

_COLUMNS = ("步骤", "谁来办", "时限", "文书和材料", "办好")
_SHARES = (24, 15, 20, 34, 7)


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of a procedure, with its papers."""

    step: str
    """Number and name."""
    who: str
    """Who acts."""
    when: str
    """Time limits."""
    papers: tuple[str, ...]
    """Its papers, each with where it is or how it is got."""


def make_checklist(title: str, notes: tuple[str, ...], entries: tuple[Entry, ...]) -> bytes:
    """The checklist of one procedure."""
    paper = Paper(f"{title}：文书清单", FORM)
    paper.paragraph(f"{title}：文书清单", "Title", PLAIN)
    paper.space(6)
    for note in notes:
        paper.paragraph(note, "Cell", Shape(after=2))
    paper.space(4)
    rows = [(entry.step, entry.who, entry.when, "\n".join(entry.papers)) for entry in entries]
    widths = [paper.page.width * share // 100 for share in _SHARES]
    head = Row([Cell(name, head=True) for name in _COLUMNS], repeat=True, height=24)
    body = [Row([*map(Cell, row), Cell("□", align="center")], height=24) for row in rows]
    paper.table(widths, [head, *body], size=SIZE_5)
    return paper.data()
