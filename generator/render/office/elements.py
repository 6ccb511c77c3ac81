"""Paragraphs and tables of plain values as elements of a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any, Final

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from generator.render.office import fonts
from generator.render.office.pieces import Cell, Row, Run, Shape
from generator.render.office.values import CHARACTER, clean

_SPACES: Final = {"w": nsmap["w"]}


def paragraphs(text: str | Sequence[Run | str], style: str, shape: Shape) -> Iterable[Any]:
    """The elements of a text: a line break in any run begins another paragraph."""
    for i, line in enumerate(_lines(text)):
        own = replace(shape, new_page=False) if i else shape
        paragraph = _element("w:p", (deepcopy(_shape(style, own)),))
        if shape.new_column and i == 0:
            paragraph.append(_element("w:r", (_element("w:br", type="column"),)))
        paragraph.extend(element for run in line for element in _run(run))
        yield paragraph


def _lines(text: str | Sequence[Run | str]) -> list[list[Run]]:
    runs = [Run(text)] if isinstance(text, str) else [Run(run) if isinstance(run, str) else run for run in text]
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = clean(run.text).split("\n")
        lines[-1].append(replace(run, text=first))
        lines += [[replace(run, text=other)] for other in others]
    return lines


def _run(run: Run) -> Iterable[Any]:
    if not run.text:
        return
    element = _element("w:r", (deepcopy(_look(run.font, run.size, run.bold, run.underline, run.colour)),))
    for i, piece in enumerate(run.text.split("\t")):
        if i:
            element.append(_element("w:tab"))
        if piece:
            text = _element("w:t")
            text.text = piece
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.append(text)
    yield element


@lru_cache(maxsize=512)
def _look(font: str, size: float, bold: bool, underline: bool, colour: str) -> Any:
    """Properties of a run, to be copied: a copy costs a fraction of what building it does."""
    face = _element("w:rFonts", hint="eastAsia")
    if font:
        latin = fonts.SONG if font == fonts.SONG else fonts.LATIN
        for name, value in (("ascii", latin), ("hAnsi", latin), ("eastAsia", font), ("cs", latin)):
            face.set(_tag(f"w:{name}"), value)
    look = [face]
    if bold:
        look += [_element("w:b"), _element("w:bCs")]
    if colour:
        look.append(_element("w:color", val=colour))
    if size:
        look += [_element("w:sz", val=round(size * 2)), _element("w:szCs", val=round(size * 2))]
    if underline:
        look.append(_element("w:u", val="single"))
    return _element("w:rPr", look)


@lru_cache(maxsize=2048)
def _shape(style: str, shape: Shape) -> Any:
    """Properties of a paragraph, to be copied."""
    parts = [] if style == "Normal" else [_element("w:pStyle", val=style)]
    parts += [_element("w:keepNext")] if shape.keep_next else []
    parts += [_element("w:pageBreakBefore")] if shape.new_page else []
    if shape.rule:
        parts.append(_element("w:pBdr", [_element("w:bottom", val="single", sz=8, space=1, color=shape.rule)]))
    if shape.tabs or shape.right_tab:
        stops = [_element("w:tab", val="left", pos=round(stop * CHARACTER)) for stop in shape.tabs]
        if shape.right_tab:
            stops.append(_element("w:tab", val="right", pos=round(shape.right_tab * CHARACTER)))
        parts.append(_element("w:tabs", stops))
    if shape.line:
        parts.append(_element("w:snapToGrid", val=0))
    if shape.before or shape.after or shape.line:
        parts.append(_spacing(shape))
    indent = _indent(shape)
    if indent.attrib:
        parts.append(indent)
    if shape.align:
        parts.append(_element("w:jc", val=shape.align))
    return _element("w:pPr", parts)


def _spacing(shape: Shape) -> Any:
    spacing = _element("w:spacing")
    for name, points in (("before", shape.before), ("after", shape.after), ("line", shape.line)):
        if points:
            spacing.set(_tag(f"w:{name}"), str(round(points * 20)))
    if shape.line:
        spacing.set(_tag("w:lineRule"), "exact")
    return spacing


def _indent(shape: Shape) -> Any:
    indent = _element("w:ind")
    for name, amount in (("left", shape.left), ("hanging", shape.hanging), ("firstLine", shape.first)):
        if amount:
            indent.set(_tag(f"w:{name}Chars"), str(round(amount * 100)))
            indent.set(_tag(f"w:{name}"), str(round(amount * CHARACTER)))
    if shape.right:
        words = isinstance(shape.right, str)
        indent.set(_tag("w:right"), str(shape.right if words else round(float(shape.right) * CHARACTER)))
    return indent


@cache
def _borders() -> Any:
    """Lines of a table, to be copied."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return _element(
        "w:tblBorders",
        [_element(f"w:{side}", val="single", sz=4, space=0, color="000000") for side in sides],
    )


def table(widths: Sequence[int], rows: Iterable[Row], size: float) -> Any:
    """The element of a table with lines, centred."""
    properties = _element(
        "w:tblPr",
        [
            _element("w:tblW", w=sum(widths), type="dxa"),
            _element("w:jc", val="center"),
            deepcopy(_borders()),
            _element("w:tblLayout", type="fixed"),
        ],
    )
    grid = _element("w:tblGrid", [_element("w:gridCol", w=width) for width in widths])
    return _element("w:tbl", [properties, grid, *(_row(row, widths, size) for row in rows)])


def _row(row: Row, widths: Sequence[int], size: float) -> Any:
    about = [_element("w:cantSplit")] if row.whole else []
    if row.height:
        about.append(_element("w:trHeight", val=round(row.height * 20), hRule="atLeast"))
    if row.repeat:
        about.append(_element("w:tblHeader"))
    element = _element("w:tr", [_element("w:trPr", about)] if about else [])
    at = 0
    for cell in row.cells:
        element.append(_cell(cell, sum(widths[at : at + cell.span]), size, keep_next=row.keep_next))
        at += cell.span
    return element


def _cell(cell: Cell, width: int, size: float, *, keep_next: bool) -> Any:
    runs = (cell.runs,) if isinstance(cell.runs, str) else cell.runs
    looked = [_in_cell(run, cell.head, size) for run in runs]
    shape = Shape(align=cell.align or ("center" if cell.head else ""), line=_cell_line(size), keep_next=keep_next)
    return _element("w:tc", [deepcopy(_about_cell(width, cell.span, cell.top)), *paragraphs(looked, "Cell", shape)])


@lru_cache(maxsize=512)
def _about_cell(width: int, span: int, top: bool) -> Any:
    """Properties of a cell, to be copied."""
    about = [_element("w:tcW", w=width, type="dxa")]
    if span > 1:
        about.append(_element("w:gridSpan", val=span))
    about.append(_element("w:vAlign", val="top" if top else "center"))
    return _element("w:tcPr", about)


def _in_cell(run: Run | str, head: bool, size: float) -> Run:
    run = Run(run) if isinstance(run, str) else run
    own = run.size or (size if size != fonts.SIZE_SMALL_4 else 0)
    return replace(run, font=run.font or (fonts.HEI if head else ""), size=own)


def _cell_line(size: float) -> float:
    return 0 if size == fonts.SIZE_SMALL_4 else size * 1.75


def _element(name: str, children: Iterable[Any] = (), **attributes: object) -> Any:
    own = {_tag(f"w:{key}"): str(value) for key, value in attributes.items()}
    element = oxml_parser.makeelement(_tag(name), own, _SPACES)
    element.extend(children)
    return element


@cache
def _tag(name: str) -> str:
    return qn(name)
