"""What the room gets: the handout, and the sheet to sign."""

from __future__ import annotations

from generator.model.rule import Evidence
from generator.render.lesson_words import LessonWords
from generator.render.office import fonts
from generator.render.office.docx import Cell, Paper, Row, Run, Shape
from generator.render.office.lesson_text import write_facts, write_title
from generator.render.office.page import FORM, PageSetup
from generator.render.words import EVIDENCE

_SHEET = PageSetup(18, 16, 19, 17)
_SIZE = 10.5
_READ = f"（{EVIDENCE[Evidence.TEXT][1]}）"
_LINE = Shape(line=16.5, left=1.5, hanging=1.5)
_SEATS = 24
_MISTAKES = 5


def handout(lesson: LessonWords) -> bytes:
    """The handout: what to remember, the points with their basis, common mistakes, cases without answers."""
    paper = Paper(f"{lesson.title}（讲义）", _SHEET)
    write_title(paper, lesson.title, "讲　义")
    _head(paper, "记住这几条")
    for line in lesson.key_points:
        paper.paragraph([Run(f"★　{line}", font=fonts.HEI, size=_SIZE)], "Cell", _LINE)
    for part in lesson.parts:
        if part.points:
            _head(paper, part.title)
        for i, point in enumerate(part.points, 1):
            basis = Run(f"（{point.basis.replace(_READ, '')}）", font=fonts.KAI, size=9)
            paper.paragraph([Run(f"{i}．{point.text}", size=_SIZE), basis], "Cell", _LINE)
    _write_mistakes(paper, lesson)
    _write_cases(paper, lesson)
    if lesson.discussion:
        _head(paper, "想一想")
        for i, line in enumerate(lesson.discussion, 1):
            paper.paragraph([Run(f"{i}．{line}", size=_SIZE)], "Cell", _LINE)
    _head(paper, "写在哪里")
    paper.paragraph(
        [
            Run(
                f"{lesson.cited}。{lesson.edition}。没有注明的都读过条文，注“据转述”的见于答问、通稿或者摘要。",
                size=9.5,
            )
        ],
        "Cell",
        Shape(line=15),
    )
    return paper.data()


def sign_in_sheet(title: str) -> bytes:
    """The sheet to sign: who is due, who came, who is away and why."""
    paper = Paper(f"{title}（签到表）", FORM)
    write_title(paper, title, "党课签到表")
    write_facts(paper, [("时间", ""), ("地点", ""), ("讲课人", ""), ("记录人", ""), ("应到人数", ""), ("实到人数", "")])
    paper.space(8)
    names = ("序号", "姓名", "签名", "序号", "姓名", "签名")
    widths = [800, 1500, 0, 800, 1500, 0]
    widths[2] = widths[5] = (paper.page.width - sum(widths)) // 2
    head = Row([Cell(name, head=True) for name in names], repeat=True)
    half = _SEATS // 2
    seats = [
        Row(
            [Cell(str(i), align="center"), Cell(""), Cell(""), Cell(str(i + half), align="center"), Cell(""), Cell("")],
            height=28,
        )
        for i in range(1, half + 1)
    ]
    paper.table(widths, [head, *seats])
    paper.space(8)
    away = Row([Cell("缺席人员及原因（逐人写，没有写“无”）", head=True), Cell("")], height=64)
    heard = Row([Cell("列席人员", head=True), Cell("")], height=34)
    paper.table([2400, paper.page.width - 2400], [away, heard])
    paper.paragraph("应到人数等于实到人数加缺席人数。", "Cell", Shape(before=6))
    return paper.data()


def _head(paper: Paper, text: str) -> None:
    paper.paragraph(
        [Run(text, font=fonts.HEI, size=fonts.SIZE_4)],
        "Cell",
        Shape(line=19, before=4, after=2, keep_next=True, rule="B08D3C"),
    )


def _write_mistakes(paper: Paper, lesson: LessonWords) -> None:
    found = [point.mistake for part in lesson.parts for point in part.points if point.mistake]
    if not found:
        return
    _head(paper, "容易弄错的")
    rows = [Row([Cell("有人说", head=True), Cell("其实是", head=True)], repeat=True)]
    rows += [Row([Cell(claim), Cell(truth)]) for claim, truth in found[:_MISTAKES]]
    left = paper.page.width * 2 // 5
    paper.table([left, paper.page.width - left], rows, size=fonts.SIZE_5)


def _write_cases(paper: Paper, lesson: LessonWords) -> None:
    cases = [part.case for part in lesson.parts if part.case is not None]
    if cases:
        _head(paper, "案例（虚构），先自己判断")
    for i, (text, ask, _, _) in enumerate(cases, 1):
        paper.paragraph([Run(f"{i}．{text}", size=_SIZE)], "Cell", _LINE)
        paper.paragraph([Run(ask, font=fonts.HEI, size=_SIZE)], "Cell", Shape(line=16.5, left=1.5))
        paper.paragraph("", "Cell", Shape(line=18, left=1.5, rule="A0A0A0", after=4))
