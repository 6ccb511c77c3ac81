"""Paragraphs and tables of plain values as the text of a Word file; properties stand in the schema's order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from generator.render.office import fonts
from generator.render.office.pieces import Cell, Row, Run, Shape
from generator.render.office.values import CHARACTER, clean, escaped

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def paragraphs(text: str | Sequence[Run | str], style: str, shape: Shape) -> Iterator[str]:
    """The paragraphs of a text: a line break in any run begins another."""
    runs = [text] if isinstance(text, str) else text
    return _written([_pieces(run) for run in runs], style, shape)


def _written(runs: Iterable[tuple[str, list[str]]], style: str, shape: Shape) -> Iterator[str]:
    """Paragraphs of runs, each a look and its lines."""
    line = _begin(style, shape)
    for look, (first, *others) in runs:
        line += _run(look, first)
        for other in others:
            yield line + "</w:p>"
            line = _continue(style, shape) + _run(look, other)
    yield line + "</w:p>"


def _pieces(run: Run | str) -> tuple[str, list[str]]:
    if isinstance(run, str):
        return _look(), clean(run).split("\n")
    return _look(run.font, run.size, run.bold, run.underline, run.colour), clean(run.text).split("\n")


def _run(look: str, text: str) -> str:
    if not text:
        return ""
    pieces = (f'<w:t xml:space="preserve">{escaped(piece)}</w:t>' if piece else "" for piece in text.split("\t"))
    return f"<w:r>{look}{'<w:tab/>'.join(pieces)}</w:r>"


@lru_cache(maxsize=512)
def _look(font: str = "", size: float = 0, bold: bool = False, underline: bool = False, colour: str = "") -> str:
    look = ['<w:rFonts w:hint="eastAsia"/>']
    if font:
        latin = fonts.SONG if font == fonts.SONG else fonts.LATIN
        faces = f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{escaped(font)}" w:cs="{latin}"'
        look = [f'<w:rFonts w:hint="eastAsia" {faces}/>']
    if bold:
        look.append("<w:b/><w:bCs/>")
    if colour:
        look.append(f'<w:color w:val="{escaped(colour)}"/>')
    if size:
        look.append(f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>')
    if underline:
        look.append('<w:u w:val="single"/>')
    return f"<w:rPr>{''.join(look)}</w:rPr>"


@lru_cache(maxsize=2048)
def _begin(style: str, shape: Shape) -> str:
    column = '<w:r><w:br w:type="column"/></w:r>' if shape.new_column else ""
    properties = "".join(_properties(style, shape))
    return f"<w:p><w:pPr>{properties}</w:pPr>{column}" if properties else f"<w:p><w:pPr/>{column}"


def _continue(style: str, shape: Shape) -> str:
    whole = shape.new_page or shape.new_column
    return _begin(style, replace(shape, new_page=False, new_column=False) if whole else shape)


def _properties(style: str, shape: Shape) -> Iterator[str]:
    if style != "Normal":
        yield f'<w:pStyle w:val="{style}"/>'
    if shape.keep_next:
        yield "<w:keepNext/>"
    if shape.new_page:
        yield "<w:pageBreakBefore/>"
    if shape.rule:
        yield f'<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="{escaped(shape.rule)}"/></w:pBdr>'
    if shape.tabs or shape.right_tab:
        yield f"<w:tabs>{_stops(shape)}</w:tabs>"
    if shape.line:
        yield '<w:snapToGrid w:val="0"/>'
    yield from (f"<w:{name}{told}/>" for name, told in (("spacing", _spacing(shape)), ("ind", _indent(shape))) if told)
    if shape.align:
        yield f'<w:jc w:val="{shape.align}"/>'


def _stops(shape: Shape) -> str:
    stops = [("left", stop) for stop in shape.tabs] + ([("right", shape.right_tab)] if shape.right_tab else [])
    return "".join(f'<w:tab w:val="{side}" w:pos="{round(stop * CHARACTER)}"/>' for side, stop in stops)


def _spacing(shape: Shape) -> str:
    heights = (("before", shape.before), ("after", shape.after), ("line", shape.line))
    told = "".join(f' w:{name}="{round(points * 20)}"' for name, points in heights if points)
    return told + (' w:lineRule="exact"' if shape.line else "")


def _indent(shape: Shape) -> str:
    amounts = (("left", shape.left), ("hanging", shape.hanging), ("firstLine", shape.first))
    told = "".join(
        f' w:{name}Chars="{round(amount * 100)}" w:{name}="{round(amount * CHARACTER)}"'
        for name, amount in amounts
        if amount
    )
    if not shape.right:
        return told
    right = escaped(shape.right) if isinstance(shape.right, str) else round(shape.right * CHARACTER)
    return f'{told} w:right="{right}"'


def table(widths: Sequence[int], rows: Iterable[Row], size: float) -> str:
    """A table with lines, centred."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_row(row, widths, size) for row in rows)}</w:tbl>"
    )


def _row(row: Row, widths: Sequence[int], size: float) -> str:
    about = "<w:cantSplit/>" if row.whole else ""
    if row.height:
        about += f'<w:trHeight w:val="{round(row.height * 20)}" w:hRule="atLeast"/>'
    if row.repeat:
        about += "<w:tblHeader/>"
    cells = [f"<w:trPr>{about}</w:trPr>" if about else ""]
    at = 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(widths[at : at + cell.span]), size, keep_next=row.keep_next))
        at += cell.span
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell, width: int, size: float, *, keep_next: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    runs = (cell.runs,) if isinstance(cell.runs, str) else cell.runs
    shape = _cell_shape(cell.align or ("center" if cell.head else ""), size, keep_next)
    words = "".join(_written([_in_cell(run, cell.head, size) for run in runs], "Cell", shape))
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}'
        f'<w:vAlign w:val="{"top" if cell.top else "center"}"/></w:tcPr>{words}</w:tc>'
    )


@lru_cache(maxsize=64)
def _cell_shape(align: str, size: float, keep_next: bool) -> Shape:
    return Shape(align=align, line=0 if size == fonts.SIZE_SMALL_4 else size * 1.75, keep_next=keep_next)


def _in_cell(run: Run | str, head: bool, size: float) -> tuple[str, list[str]]:
    """A run in a cell: the head's font and the table's size where it has none of its own."""
    own, font = (0 if size == fonts.SIZE_SMALL_4 else size), fonts.HEI if head else ""
    if isinstance(run, str):
        return _look(font, own), clean(run).split("\n")
    look = _look(run.font or font, run.size or own, run.bold, run.underline, run.colour)
    return look, clean(run.text).split("\n")
