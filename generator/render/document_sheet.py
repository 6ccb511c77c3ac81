"""A filled paper as the page draws it: paragraphs and tables, the same as document-sheet.js makes in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.derive.document_lines import LineKind
from generator.model.document import Layout
from generator.render.document_text import GRIDS, Block, Piece

Paragraphs = tuple[tuple[Piece, ...], ...]

_K = LineKind
_CLASSES = {
    _K.TITLE: "title",
    _K.ADDRESSEE: "to",
    _K.IMPRINT: "imprint",
    _K.SIGNATURE: "sign",
    _K.DATE: "sign",
    _K.CAPTION: "caption",
}
_IN_GRID = frozenset({_K.ROW, _K.HEADING2, _K.HAND, _K.HAND_DATE})
_TABLES = frozenset({_K.TABLE, _K.ITEMS})
_DAY = "　　　　年　　月　　日"
_LINE = Piece("　" * 6, look="gap")
_GAP = "　　　"
_NUMBER = "序号"
_OPINION = "意见："
_CLOSING = "落款"
OWN = {"day": _DAY, "line": _LINE.text, "gap": _GAP, "number": _NUMBER, "opinion": _OPINION, "closing": _CLOSING}
"""Words of layouts, for the browser."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    paragraphs: Paragraphs = ()
    """Its paragraphs."""
    head: bool = False
    """Whether it names what stands beside or below."""
    span: int = 1
    """How many columns it takes."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, or a table with its rows."""

    name: str
    """Its class after `xt-paper__`; empty for plain running text."""
    pieces: tuple[Piece, ...] = ()
    """Words of a paragraph."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Rows of a table, the first naming its columns in a list."""


def sheet(blocks: Sequence[Block], layout: Layout, short: Mapping[int, bool]) -> tuple[Unit, ...]:
    """The paper's paragraphs and tables; `short` tells of each block whether it can share a line of a form."""
    if layout in GRIDS:
        return tuple(_form(blocks, short))
    write: Callable[[Sequence[Block]], Iterator[Unit]] = _roster if layout is Layout.ROSTER else _letter
    return tuple(write(blocks))


def _letter(blocks: Sequence[Block]) -> Iterator[Unit]:
    for i, block in enumerate(blocks):
        if block.kind is _K.TABLE:
            yield _list(block, numbered=False)
        elif block.kind in (_K.ITEMS, _K.ATTACHMENTS):
            yield from _numbered(block)
        else:
            yield from _running(block, _name(blocks, i))


def _name(blocks: Sequence[Block], i: int) -> str:
    kind = blocks[i].kind
    if kind is _K.MASTHEAD:
        heads = [j for j, block in enumerate(blocks) if block.kind is kind]
        return "name" if i == heads[0] else "ends" if i == heads[-1] else "mid"
    if kind is _K.REMARK and i and blocks[i - 1].kind is _K.TITLE:
        return "mid"
    if kind in (_K.HAND, _K.HAND_DATE) and not blocks[i].head.endswith(_OPINION):
        return "hand"
    return "closing" if kind is _K.ROW and blocks[i].part == _CLOSING else _CLASSES.get(kind, "")


def _running(block: Block, name: str) -> Iterator[Unit]:
    if block.kind is _K.HAND_DATE:
        yield Unit(name, (Piece(_DAY),))
        return
    look = {_K.HEADING1: "h1", _K.HEADING2: "h2"}.get(block.kind, "")
    head = (Piece(block.head, look=look),) if block.head else ()
    if block.kind is _K.HAND:
        yield Unit(name, head if block.head.endswith(_OPINION) else (*head, _LINE))
        return
    for j, paragraph in enumerate(block.paragraphs):
        yield Unit(name, paragraph if j else (*head, *paragraph))


def _numbered(block: Block) -> Iterator[Unit]:
    listed = block.kind is _K.ATTACHMENTS
    for i, row in enumerate(block.rows):
        number = "" if listed and len(block.rows) == 1 else f"{i + 1}."
        lead = (block.head if listed and not i else "") + number
        name = ("more" if i else "first") if listed else ""
        yield Unit(name, (*((Piece(lead),) if lead else ()), Piece(row[0], block.field)))


def _list(block: Block, *, numbered: bool) -> Unit:
    columns = (_NUMBER, *block.columns) if numbered else block.columns
    head = tuple(Cell(((Piece(name),),), head=True) for name in columns)
    rows = [tuple(_cell(cell, block.field) for cell in row) for row in block.rows]
    if numbered:
        rows = [(Cell(((Piece(str(i)),),)), *row) for i, row in enumerate(rows, 1)]
    return Unit("list", (), (head, *rows))


def _cell(text: str, field: str) -> Cell:
    return Cell(tuple((Piece(line, field),) for line in text.split("\n")))


def _form(blocks: Sequence[Block], short: Mapping[int, bool]) -> Iterator[Unit]:
    """A form: labels and values gathered in a grid until a list or text parts them."""
    rows: list[tuple[Cell, ...]] = []
    half: tuple[Cell, ...] = ()
    for i, block in enumerate(blocks):
        following = blocks[i + 1] if i + 1 < len(blocks) else None
        cells = _grid_cells(block, following, begun=bool(rows or half))
        if cells and short.get(i, False) and len(cells) == 2:
            rows, half = (rows, cells) if not half else ([*rows, (*half, *cells)], ())
            continue
        if half:
            rows, half = [*rows, _whole(half)], ()
        if cells:
            rows.append(_whole(cells))
            continue
        if rows:
            yield Unit("grid", (), tuple(rows))
            rows = []
        yield from _between(block)
    if half:
        rows.append(_whole(half))
    if rows:
        yield Unit("grid", (), tuple(rows))


def _whole(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    last = cells[-1]
    return (*cells[:-1], Cell(last.paragraphs, last.head, 5 - len(cells)))


def _grid_cells(block: Block, following: Block | None, *, begun: bool) -> tuple[Cell, ...]:
    """The cells a line of a form makes; none where it stands outside the grid."""
    kind = block.kind
    if kind in (_K.ROW, _K.HEADING2, _K.HAND):
        label = Cell(((Piece(block.head.rstrip("：。")),),), head=True)
        return label, Cell(block.paragraphs if kind is not _K.HAND else ())
    if kind is _K.HAND_DATE:
        return (Cell(((Piece(_DAY),),)),)
    if kind is _K.DATE:
        return (Cell(block.paragraphs),) if begun else ()
    if kind is _K.TEXT and (block.field or (begun and following and following.kind in _IN_GRID)):
        return (Cell(block.paragraphs),)
    leads = following and (
        following.kind in (*_TABLES, _K.REMARK) or (following.kind is _K.TEXT and not following.field)
    )
    if kind in (_K.HEADING1, _K.CAPTION) and not leads:
        words = block.paragraphs if kind is _K.CAPTION else ((Piece(block.head, look="h1"),),)
        return (Cell(words, head=True),)
    return ()


def _between(block: Block) -> Iterator[Unit]:
    if block.kind in _TABLES:
        yield _list(block, numbered=block.kind is _K.ITEMS)
    elif block.kind is _K.HEADING1:
        yield Unit("caption", (Piece(block.head, look="h1"),))
    else:
        yield from _running(block, _CLASSES.get(block.kind, ""))


def _roster(blocks: Sequence[Block]) -> Iterator[Unit]:
    waiting: tuple[Piece, ...] = ()
    for block in blocks:
        if block.kind is _K.ROW:
            first, *more = block.paragraphs
            waiting = (*waiting, *((Piece(_GAP),) if waiting else ()), Piece(block.head), *first)
            for paragraph in more:
                yield Unit("line", waiting)
                waiting = paragraph
            continue
        if waiting:
            yield Unit("line", waiting)
            waiting = ()
        yield from _between(block)
    if waiting:
        yield Unit("line", waiting)
