"""Pieces of DrawingML and PresentationML as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import escape

from generator.render.office.slide_layouts import RED, Box, Place, Shape
from generator.render.office.values import clean

HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""First line of every part."""
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
"""Namespace of relationships."""
SPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:r="{R}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
"""Namespaces of every slide part."""
FACE: Final = '<a:latin typeface="Microsoft YaHei"/><a:ea typeface="微软雅黑"/><a:cs typeface="Microsoft YaHei"/>'
"""Fonts of every run, Latin and East Asian."""
EMU: Final = 12700
"""English metric units in a point."""
PITCH: Final = 1.36
"""Distance of lines, in sizes of type."""
GROUP: Final = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
"""The group that holds all shapes of a slide."""

Run = tuple[str, str | None]
"""Words with a colour of their own, or none."""


def text(value: str) -> str:
    """A text as XML holds it."""
    return str(escape(clean(value)))


def fill(colour: str | None) -> str:
    """A solid fill, or none."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def frame(box: Box) -> str:
    """Place and size."""
    left, top, width, height = (round(value * EMU) for value in box)
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def run(words: str, size: float | None = None, colour: str | None = None, *, bold: bool = False) -> str:
    """Words in the fonts of the deck, a line break where they have one; size in points."""
    attributes = (f' sz="{round(size * 100)}"' if size else "") + (' b="1"' if bold else "")
    painted = fill(colour) if colour else ""
    look = f'lang="zh-CN" altLang="en-US"{attributes} dirty="0">{painted}{FACE}'
    lines = (f"<a:r><a:rPr {look}</a:rPr><a:t>{text(line)}</a:t></a:r>" for line in words.split("\n"))
    return f"<a:br><a:rPr {look}</a:rPr></a:br>".join(lines)


def paragraph(runs: Sequence[Run], size: float) -> str:
    """A paragraph of coloured and plain words; its lines stand apart by the size, whatever the font."""
    words = "".join(run(words, size, colour) for words, colour in runs)
    return f"<a:p><a:pPr>{pitch(size)}</a:pPr>{words}</a:p>"


def pitch(size: float) -> str:
    """The distance of lines for a size of type."""
    return f'<a:lnSpc><a:spcPts val="{round(size * PITCH * 100)}"/></a:lnSpc>'


def still(number: int, shape: Shape) -> str:
    """A shape that stands still, for a layout."""
    words = f"<a:p>{run(shape.words, shape.size, shape.colour, bold=True)}</a:p>" if shape.words else _EMPTY
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{text(shape.words or "底")}"/><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{frame(shape.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(shape.fill)}<a:ln>'
        f"<a:noFill/></a:ln></p:spPr>"
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>{words}</p:txBody></p:sp>'
    )


def template(number: int, place: Place) -> str:
    """A place of a layout, with its type."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{text(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr>"
        f"<p:nvPr>{holder(place)}</p:nvPr></p:nvSpPr>"
        f'<p:spPr>{frame(place.box)}</p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" '
        f'rIns="0" bIns="0" '
        f'anchor="{place.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{_level(place)}</a:lstStyle>'
        f"<a:p>{run(place.name)}</a:p></p:txBody></p:sp>"
    )


def holder(place: Place) -> str:
    """What ties a shape of a slide to its place in the layout."""
    return '<p:ph type="title"/>' if place.index == 0 else f'<p:ph type="body" sz="quarter" idx="{place.index}"/>'


def filled(number: int, place: Place, paragraphs: str, inset: float = 0) -> str:
    """A place as a slide fills it, with some points left free on the right."""
    free = f' rIns="{round(inset * EMU)}"' if inset else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{text(place.name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
        f"</p:cNvSpPr>"
        f"<p:nvPr>{holder(place)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr{free}/>"
        f"<a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
    )


def tree(shapes: str) -> str:
    """All shapes of a slide."""
    return f"<p:spTree>{GROUP}{shapes}</p:spTree>"


def _level(place: Place) -> str:
    bold = ' b="1"' if place.bold else ' b="0"'
    bullet = "<a:buNone/>"
    indent = ' marL="0" indent="0"'
    if place.numbered:
        indent = ' marL="533400" indent="-533400"'
        bullet = f'<a:buClr><a:srgbClr val="{RED}"/></a:buClr><a:buFont typeface="+mj-lt"/>'
        bullet += '<a:buAutoNum type="arabicPeriod"/>'
    return (
        f'<a:lvl1pPr{indent} algn="{place.align}" eaLnBrk="1" hangingPunct="0">{pitch(place.sizes[0])}'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="{round(place.after * 100)}"/>'
        f"</a:spcAft>{bullet}"
        f'<a:defRPr sz="{round(place.sizes[0] * 100)}"{bold}>{fill(place.colour)}{FACE}</a:defRPr></a:lvl1pPr>'
    )


_EMPTY = '<a:p><a:endParaRPr lang="zh-CN"/></a:p>'
