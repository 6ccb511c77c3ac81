"""A paper as Word files: the questions, the answer sheet, and the key with reasons and basis.

`exam_paper`, `answer_sheet` and `answer_key` take the `Paper` of derive/papers and one of its forms, and give bytes.
`origin` is the line at the foot that says how the paper was drawn; `titles` are the short titles of sources by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generator.derive.papers import LETTERS, Form, Paper
from generator.derive.questions.identity import shuffled
from generator.derive.questions.item import Item
from generator.model.question import QuestionType
from generator.render.office import docx, fonts
from generator.render.office.docx import Cell, Row, Run, Shape
from generator.render.office.layouts.title import title_lines
from generator.render.office.page import PageSetup
from generator.render.office.values import width
from generator.render.paper_text import HOW, answer_of, part_heading, right_side

SHEET: Final = PageSetup(15, 16, 20, 18)
"""A4 with narrow margins, so that a paper takes few sheets."""
_NAMES: Final = "单位：＿＿＿＿＿＿＿＿＿＿　　姓名：＿＿＿＿＿＿＿　　得分：＿＿＿＿＿"
_TEXT: Final = Shape(line=18)
_STEM: Final = Shape(line=18, before=3, left=2, hanging=2, keep_next=True)
_OPTION: Final = Shape(line=18, left=2, keep_next=True)
_LAST: Final = Shape(line=18, left=2)
_SMALL: Final = Shape(line=15, before=8)
_BRACKETS = frozenset({QuestionType.TRUE_FALSE, QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.CASE})
_ROOM = 38.0
_BLANK = "（" + "\u00a0" * 6 + "）"
_ANSWER_LINES = 4


def exam_paper(paper: Paper, form: Form, origin: str = "") -> bytes:
    """The questions."""
    file = _file(paper, form, "")
    blueprint = paper.blueprint
    about = (
        f"满分 {blueprint.total} 分，{blueprint.pass_mark} 分合格，{blueprint.minutes} 分钟。{blueprint.modelled_on}"
    )
    file.paragraph(about, "Cell", Shape(align="center", after=8))
    file.paragraph(_NAMES, "Cell", Shape(align="center", after=6))
    number = 1
    for order, part in enumerate(form.parts, 1):
        if part.items:
            _part_head(file, part_heading(order, part), HOW[part.type])
        for item in part.items:
            _write_question(file, number, item)
            number += 1
    return _finished(file, origin)


def answer_sheet(paper: Paper, form: Form, origin: str = "") -> bytes:
    """A table to write the answers into."""
    file = _file(paper, form, "答题卡")
    file.paragraph(_NAMES, "Cell", Shape(align="center", after=6))
    number = 1
    for order, part in enumerate(form.parts, 1):
        if not part.items:
            continue
        _part_head(file, part_heading(order, part), "")
        numbers = range(number, number + len(part.items))
        number += len(part.items)
        if part.type is QuestionType.SHORT_ANSWER:
            file.paragraph(f"第 {numbers[0]}—{numbers[-1]} 题答在试卷上。", "Cell", _TEXT)
        else:
            _write_cells(file, numbers, 2 if part.type is QuestionType.FILL_IN else 10)
    return _finished(file, origin)


def answer_key(paper: Paper, form: Form, titles: Mapping[str, str], origin: str = "") -> bytes:
    """The answers with reasons and basis."""
    file = _file(paper, form, "答案和解析")
    for number, item in form.numbered:
        file.paragraph([Run(f"{number}．{answer_of(item)}", font=fonts.HEI)], "Cell", _STEM)
        file.paragraph(item.rationale, "Cell", _OPTION)
        basis = "；".join(f"《{titles[one.source].strip('《》')}》{one.article or ''}" for one in item.basis)
        foot = [Run(f"依据：{basis}　" if basis else "", font=fonts.KAI), Run(f"编号 {item.id}", size=fonts.SIZE_5)]
        file.paragraph(foot, "Cell", _LAST)
    return _finished(file, origin)


def _file(paper: Paper, form: Form, kind: str) -> docx.Paper:
    letter = f"（{form.letter} 卷）" if len(paper.forms) > 1 else ""
    title = f"{paper.blueprint.title}{letter}"
    file = docx.Paper(f"{title}{kind}", SHEET)
    lines = [*title_lines(title, 20), *([kind] if kind else [])]
    for i, line in enumerate(lines):
        file.paragraph(
            [Run(line, size=20)], "Title", Shape(align="center", line=32, after=10 if i == len(lines) - 1 else 0)
        )
    return file


def _finished(file: docx.Paper, origin: str) -> bytes:
    if origin:
        file.paragraph([Run(origin, size=fonts.SIZE_5)], "Cell", _SMALL)
    return file.data()


def _part_head(file: docx.Paper, heading: str, how: str) -> None:
    file.paragraph([Run(heading, font=fonts.HEI)], "Cell", Shape(line=22, before=6, keep_next=True))
    if how:
        file.paragraph([Run(how, font=fonts.KAI)], "Cell", Shape(line=18, keep_next=True))


def _write_question(file: docx.Paper, number: int, item: Item) -> None:
    blank = _BLANK if item.type in _BRACKETS else ""
    lines = _lines_under(item)
    stem = Shape(line=18, before=3, left=2, hanging=2, keep_next=bool(lines))
    file.paragraph(f"{number}．{item.stem.replace('______', '＿＿＿＿＿＿')}{blank}", "Cell", stem)
    for i, line in enumerate(lines):
        file.paragraph(line, "Cell", _LAST if i == len(lines) - 1 else _OPTION)


def _lines_under(item: Item) -> list[str]:
    match item.type:
        case QuestionType.SINGLE | QuestionType.MULTIPLE | QuestionType.CASE:
            return _side_by_side([option.text for option in item.options])
        case QuestionType.ORDERING:
            return _side_by_side(shuffled(item.id, item.key))
        case QuestionType.MATCHING:
            left = [f"{i}. {one}（　　）" for i, (one, _) in enumerate(item.pairs, 1)]
            return [*left, *_side_by_side(right_side(item))]
        case QuestionType.SHORT_ANSWER:
            return ["＿" * 38] * _ANSWER_LINES
        case _:
            return []


def _side_by_side(texts: Iterable[str]) -> list[str]:
    """Lettered options, four or two on a line where all are short enough."""
    lettered = [f"{LETTERS[i]}. {text}" for i, text in enumerate(texts)]
    longest = max(map(width, lettered))
    together = next((n for n in (4, 2) if longest <= _ROOM / n - 1), 1)
    padded = [one + "　" * max(1, round(_ROOM / together - width(one))) for one in lettered]
    return ["".join(padded[i : i + together]).rstrip("　") for i in range(0, len(padded), together)]


def _write_cells(file: docx.Paper, numbers: range, columns: int) -> None:
    widths = [file.page.width // columns] * columns
    for start in range(0, len(numbers), columns):
        chunk = list(numbers[start : start + columns])
        gaps = [Cell("")] * (columns - len(chunk))
        head = Row([*(Cell(str(n), head=True) for n in chunk), *gaps])
        file.table(widths, [head, Row([Cell("")] * columns, height=30)])
        file.space(6)
