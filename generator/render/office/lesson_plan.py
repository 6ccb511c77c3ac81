"""The lesson plan (教案) of one length: aims, minutes, every point with hint and basis, cases with answers."""

from __future__ import annotations

from generator.render.lesson_words import LessonWords, PartWords, PointWords
from generator.render.office.columns import share
from generator.render.office.docx import Cell, Paper, Row
from generator.render.office.lesson_text import (
    write_basis,
    write_facts,
    write_heading,
    write_hint,
    write_lines,
    write_subheading,
    write_text,
    write_title,
)
from generator.render.office.page import FORM
from generator.render.text import numeral


def lesson_plan(lesson: LessonWords) -> bytes:
    """The Word file of a lesson plan."""
    paper = Paper(f"{lesson.title}（教案，{lesson.length} 分钟）", FORM)
    write_title(paper, lesson.title, f"党课教案（{lesson.length} 分钟）")
    blanks = [(label, "") for label in ("讲课人", "时间", "地点", "人数")]
    write_facts(paper, [("讲给谁", lesson.audience), *blanks, ("依据", lesson.edition)])
    write_heading(paper, "一、目标")
    write_lines(paper, lesson.aims)
    write_heading(paper, "二、重点和难点")
    points = (*(f"重点：{line}" for line in lesson.key_points), *(f"难点：{line}" for line in lesson.difficult_points))
    write_lines(paper, points)
    write_heading(paper, "三、时间怎么分")
    _write_minutes(paper, lesson)
    write_heading(paper, "四、讲什么")
    for i, part in enumerate(lesson.parts, 1):
        _write_part(paper, part, i)
    if lesson.discussion:
        write_heading(paper, "五、讨论题")
        write_lines(paper, lesson.discussion)
    _write_ending(paper, lesson, "六" if lesson.discussion else "五")
    return paper.data()


def _write_minutes(paper: Paper, lesson: LessonWords) -> None:
    head = ("分钟", "环节", "怎么讲", "课件")
    rows = [(f"{part.start}—{part.end}", part.title, part.told, part.slides) for part in lesson.parts]
    table = [Row([Cell(word, head=True) for word in head], repeat=True)]
    for minutes, title, told, slides in rows:
        table.append(Row([Cell(minutes, align="center"), Cell(title), Cell(told), Cell(slides, align="center")]))
    paper.table(share(head, rows, paper.page.width), table)


def _write_part(paper: Paper, part: PartWords, number: int) -> None:
    write_subheading(paper, f"（{numeral(number)}）{part.title}", f"第 {part.start}—{part.end} 分钟")
    for i, point in enumerate(part.points, 1):
        _write_point(paper, point, i)
    if part.case is not None:
        text, ask, answer, basis = part.case
        write_text(paper, "情形（虚构）：", text)
        write_text(paper, "问大家：", ask)
        write_text(paper, "怎样看：", answer)
        write_basis(paper, basis)
    if part.activity:
        write_text(paper, "", f"{part.activity}。")


def _write_point(paper: Paper, point: PointWords, number: int) -> None:
    write_text(paper, f"{number}．", point.text)
    for hint in point.hints:
        write_hint(paper, hint)
    write_basis(paper, point.basis)


def _write_ending(paper: Paper, lesson: LessonWords, order: str) -> None:
    if lesson.preparations:
        write_heading(paper, f"{order}、课前课后检查")
        rows = [
            Row([Cell(when, align="center"), Cell(text), Cell(nature, align="center"), Cell("□", align="center")])
            for when, text, nature in lesson.preparations
        ]
        head = Row([Cell(word, head=True) for word in ("什么时候", "做什么", "性质", "办了")], repeat=True)
        paper.table([1250, paper.page.width - 3350, 1050, 1050], [head, *rows])
    paper.space(10)
    paper.table([1250, paper.page.width - 1250], [Row([Cell("课后记", head=True), Cell("")], height=110)])
