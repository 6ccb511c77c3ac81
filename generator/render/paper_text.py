"""A paper as Markdown: the questions, the answer sheet, and the key with reasons and basis."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markupsafe import escape

from generator.derive.papers import LETTERS, Form, Paper, PaperPart
from generator.derive.questions.identity import shuffled
from generator.derive.questions.item import Item
from generator.derive.views import Views
from generator.model.question import QuestionType
from generator.render.text import numeral
from generator.render.words import QUESTION_TYPE

HOW = {
    QuestionType.SINGLE: "每题只有一个正确答案。",
    QuestionType.MULTIPLE: "每题有两个或者两个以上正确答案，全部选对才得分。",
    QuestionType.TRUE_FALSE: "对的写“对”，错的写“错”。",
    QuestionType.FILL_IN: "在横线处填上恰当的词语或者数字。",
    QuestionType.ORDERING: "把字母按正确的先后顺序写出来，全部正确才得分。",
    QuestionType.MATCHING: "在每个数字后面写上对应的字母，每配对一项得相应的分。",
    QuestionType.CASE: "读完情形，每题只有一个正确答案。",
    QuestionType.SHORT_ANSWER: "按要点给分。",
}
"""Type of question → how it is answered on paper."""
_STYLE = (
    "@page{size:A4;margin:20mm 18mm}body{font:16px/1.7 serif;max-width:46em;margin:0 auto;padding:1em}"
    "@media print{body{font-size:10.5pt;line-height:1.55;padding:0;max-width:none}}"
    "section+section{break-before:page;page-break-before:always}h1{text-align:center;font-size:1.4em}"
    "h2{font-size:1.1em}p{break-inside:avoid;page-break-inside:avoid;margin:.5em 0}"
    "table{border-collapse:collapse;margin:.5em 0}td,th{border:1px solid;"
    "min-width:2.6em;height:1.8em;text-align:center}"
)
_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{sections}
</body>
</html>
"""
_MARKS = re.compile(r"([\\`*_\[\]<>#|])")


def paper_markdown(paper: Paper, form: Form, views: Views) -> str:
    """One form whole: questions, answer sheet, and key, parted by lines."""
    return "\n\n---\n\n".join(_parts(paper, form, views)) + "\n"


def paper_html(paper: Paper, form: Form, views: Views) -> str:
    """One form whole as a page to print on A4, each of its three parts on new sheets."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    sections = "\n".join(f"<section>\n{markdown.render(part)}</section>" for part in _parts(paper, form, views))
    title = escape(f"{paper.blueprint.title}（{form.letter} 卷）")
    return _PAGE.format(title=title, style=_STYLE, sections=sections)


def _parts(paper: Paper, form: Form, views: Views) -> tuple[str, ...]:
    return tuple("\n\n".join(part) for part in (_questions(paper, form), _sheet(paper, form), _key(paper, form, views)))


def _questions(paper: Paper, form: Form) -> Iterator[str]:
    blueprint = paper.blueprint
    yield f"# {_plain(blueprint.title)}（{form.letter} 卷）"
    yield f"满分 {blueprint.total} 分，{blueprint.pass_mark} 分合格，{blueprint.minutes} 分钟。"
    yield f"{_plain(blueprint.modelled_on)}"
    yield "单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　得分：＿＿＿＿"
    number = 1
    for order, part in enumerate(form.parts, 1):
        yield f"## {part_heading(order, part)}"
        yield HOW[part.type]
        for item in part.items:
            yield from _question(number, item)
            number += 1
    yield origin_of(paper, form)


def part_heading(order: int, part: PaperPart) -> str:
    """Heading of a part: 一、单选题（40 题，每题 1 分，共 40 分）."""
    total = len(part.items) * part.marks
    return (
        f"{numeral(order)}、{QUESTION_TYPE[part.type]}题（{len(part.items)} 题，每题 {part.marks} 分，共 {total} 分）"
    )


def _question(number: int, item: Item) -> Iterator[str]:
    blank = "（　　）" if item.type in (QuestionType.TRUE_FALSE, QuestionType.SINGLE, QuestionType.CASE) else ""
    yield f"**{number}.** {_plain(item.stem)}{blank}"
    match item.type:
        case QuestionType.SINGLE | QuestionType.MULTIPLE | QuestionType.CASE:
            yield _lettered(option.text for option in item.options)
        case QuestionType.ORDERING:
            yield _lettered(shuffled(item.id, item.key))
        case QuestionType.MATCHING:
            yield "  \n".join(f"{i}. {_plain(left)}（　　）" for i, (left, _) in enumerate(item.pairs, 1))
            yield _lettered(right_side(item))
        case QuestionType.SHORT_ANSWER:
            yield "\n\n".join("＿" * 38 for _ in range(4))


def right_side(item: Item) -> tuple[str, ...]:
    """The right sides of a matching question in the order they are printed."""
    return shuffled(item.id, (right for _, right in item.pairs))


def _lettered(texts: Iterable[str]) -> str:
    return "  \n".join(f"{LETTERS[i]}. {_plain(text)}" for i, text in enumerate(texts))


def _sheet(paper: Paper, form: Form) -> Iterator[str]:
    yield f"# {_plain(paper.blueprint.title)}（{form.letter} 卷）答题卡"
    yield "单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿"
    number = 1
    for order, part in enumerate(form.parts, 1):
        yield f"## {part_heading(order, part)}"
        numbers = range(number, number + len(part.items))
        number += len(part.items)
        width = 2 if part.type is QuestionType.FILL_IN else 10
        if part.type is QuestionType.SHORT_ANSWER:
            yield "\n\n".join(f"**{n}.** 答在试卷上。" for n in numbers)
        else:
            yield "\n\n".join(_row(numbers[i : i + width]) for i in range(0, len(numbers), width))
    yield origin_of(paper, form)


def _row(numbers: Iterable[int]) -> str:
    cells = list(numbers)
    head = "|".join(str(n) for n in cells)
    return f"|{head}|\n|{'|'.join('---' for _ in cells)}|\n|{'|'.join('　' for _ in cells)}|"


def _key(paper: Paper, form: Form, views: Views) -> Iterator[str]:
    yield f"# {_plain(paper.blueprint.title)}（{form.letter} 卷）答案和解析"
    for number, item in form.numbered:
        yield f"**{number}.** {_plain(answer_of(item))}"
        yield f"{_plain(item.rationale)}"
        if clauses := basis_of(item, views):
            yield f"依据：{_plain(clauses)}。（{item.id}）"
    yield origin_of(paper, form)


def answer_of(item: Item) -> str:
    """The answer as the key prints it: letters, 对 or 错, words, or points."""
    match item.type:
        case QuestionType.SINGLE | QuestionType.MULTIPLE | QuestionType.CASE:
            right = [(LETTERS[i], option.text) for i, option in enumerate(item.options) if option.correct]
            return f"{''.join(letter for letter, _ in right)}（{'；'.join(text for _, text in right)}）"
        case QuestionType.ORDERING:
            printed = shuffled(item.id, item.key)
            return "".join(LETTERS[printed.index(part)] for part in item.key)
        case QuestionType.MATCHING:
            printed = right_side(item)
            return "，".join(f"{i}–{LETTERS[printed.index(r)]}" for i, (_, r) in enumerate(item.pairs, 1))
        case QuestionType.SHORT_ANSWER:
            return "；".join(f"（{i}）{point.rstrip('。')}" for i, point in enumerate(item.key, 1))
        case QuestionType.FILL_IN:
            return item.key[0]
        case _:
            return "".join(item.key)


def basis_of(item: Item, views: Views) -> str:
    """The clauses an item rests on, by short title."""
    titles = {source.id: source.short for source in views.handbook.sources}
    return "；".join(f"《{titles[b.source].strip('《》')}》{b.article or ''}" for b in item.basis)


def origin_of(paper: Paper, form: Form) -> str:
    """How the paper was drawn and how it is drawn again."""
    letters = ",".join(one.letter for one in paper.forms)
    command = f"zhibu paper {paper.blueprint.id} --seed {paper.seed}" + (
        f" --forms {letters}" if "," in letters else ""
    )
    return (
        f"组卷方案 {paper.blueprint.id}，种子 {paper.seed}，{form.letter} 卷（共 {letters}），题库 {paper.edition}。"
        f"题库没有变时，用 {command} 可以重新生成同一份卷子。"
    )


def _plain(text: str) -> str:
    """Text whose marks mean nothing in Markdown."""
    return _MARKS.sub(r"\\\1", text)
