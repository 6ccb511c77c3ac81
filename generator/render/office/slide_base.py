"""The package every deck starts from: our own master, a layout for each kind of slide, a master for the notes."""

from __future__ import annotations

from functools import cache
from typing import Final

from generator.render.office.drawing_xml import (
    EMU,
    FACE,
    HEAD,
    SPACES,
    R,
    fill,
    frame,
    pitch,
    still,
    template,
    text,
    tree,
)
from generator.render.office.slide_layouts import (
    BAR,
    GOLD,
    GREEN,
    HEIGHT,
    INK,
    INK2,
    LAYOUTS,
    PAPER,
    RED,
    SUNK,
    WIDTH,
    Place,
    SlideLayout,
)

PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
"""Namespace of packages."""
MAIN: Final = "application/vnd.openxmlformats-officedocument"
"""Beginning of the content types."""
NOTES_BODY: Final = Place(1, "备注", (54, 360, 432, 324), (14,), INK)
"""Where the notes of a slide stand on their page."""

_DAY = "2026-01-01T00:00:00Z"
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_COLOURS = {
    "dk1": INK, "lt1": "FFFFFF", "dk2": INK2, "lt2": SUNK, "accent1": RED, "accent2": GOLD, "accent3": GREEN,
    "accent4": BAR, "accent5": "75500A", "accent6": INK2, "hlink": RED, "folHlink": INK2,
}  # fmt: skip


@cache
def base_parts() -> dict[str, bytes]:
    """Every part but the slides, the presentation and the list of content types."""
    parts = {
        "_rels/.rels": relationships(
            ("officeDocument", "ppt/presentation.xml", R),
            ("metadata/core-properties", "docProps/core.xml", f"{PACKAGE}/relationships"),
            ("extended-properties", "docProps/app.xml", R),
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Microsoft Office PowerPoint</Application></Properties>",
        "ppt/theme/theme1.xml": _theme(),
        "ppt/theme/theme2.xml": _theme(),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relationships(
            *(("slideLayout", f"../slideLayouts/slideLayout{i}.xml", R) for i in range(1, len(LAYOUTS) + 1)),
            ("theme", "../theme/theme1.xml", R),
        ),
        "ppt/notesMasters/notesMaster1.xml": _notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relationships(("theme", "../theme/theme2.xml", R)),
    }
    for i, layout in enumerate(LAYOUTS, 1):
        parts[f"ppt/slideLayouts/slideLayout{i}.xml"] = _layout(layout)
        parts[f"ppt/slideLayouts/_rels/slideLayout{i}.xml.rels"] = relationships(
            ("slideMaster", "../slideMasters/slideMaster1.xml", R)
        )
    return {name: (HEAD + content).encode() for name, content in parts.items()}


def relationships(*targets: tuple[str, str, str]) -> str:
    """A part's relationships, numbered from rId1: kind, target, namespace of the kind."""
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{space}/{kind}" Target="{target}"/>'
        for i, (kind, target, space) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def number_place(number: int) -> str:
    """The slide's number, white in the bar."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="页码"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="sldNum" sz="quarter" idx="10"/></p:nvPr></p:nvSpPr><p:spPr>{frame((812, 3, 100, 38))}</p:spPr>'
        '<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="r">'
        f'<a:defRPr sz="2000">{fill("FFFFFF")}{FACE}</a:defRPr></a:lvl1pPr></a:lstStyle><a:p>'
        f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="zh-CN">{FACE}</a:rPr>'
        "<a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>"
    )


def _layout(layout: SlideLayout) -> str:
    shapes = [still(i, shape) for i, shape in enumerate(layout.shapes, 2)]
    shapes += [template(i, place) for i, place in enumerate(layout.places, 30)]
    if any(place.index == 11 for place in layout.places):
        shapes.append(number_place(60))
    return (
        f'<p:sldLayout {SPACES} preserve="1" userDrawn="1">'
        f'<p:cSld name="{text(layout.name)}">{tree("".join(shapes))}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _master() -> str:
    title = template(2, Place(0, "标题", (48, 64, 864, 80), (40,), INK, bold=True))
    body = template(3, Place(1, "正文", (48, 160, 864, 340), (32,), INK)).replace(
        '<p:ph type="body" sz="quarter" idx="1"/>', '<p:ph type="body" idx="1"/>'
    )
    listed = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i}"/>' for i in range(1, len(LAYOUTS) + 1))
    return (
        f"<p:sldMaster {SPACES}><p:cSld><p:bg><p:bgPr>{fill(PAPER)}<a:effectLst/></p:bgPr>"
        f"</p:bg>{tree(title + body)}</p:cSld>"
        f"{_MAP}<p:sldLayoutIdLst>{listed}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>{_style(40, 1)}</p:titleStyle>"
        f"<p:bodyStyle>{_style(32, 9)}</p:bodyStyle><p:otherStyle>{_style(20, 9)}</p:otherStyle></p:txStyles>"
        f"</p:sldMaster>"
    )


def _style(size: float, levels: int) -> str:
    return "".join(
        f'<a:lvl{i}pPr marL="0" indent="0" algn="l">{pitch(size)}<a:buNone/><a:defRPr sz="{round(size * 100)}">'
        f"{fill(INK)}{FACE}</a:defRPr></a:lvl{i}pPr>"
        for i in range(1, levels + 1)
    )


def _notes_master() -> str:
    image = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>{frame((54, 54, 432, 243))}'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700">{fill("000000")}</a:ln>'
        f"</p:spPr></p:sp>"
    )
    body = template(3, NOTES_BODY).replace('sz="quarter" idx="1"', 'sz="quarter" idx="3"')
    return (
        f"<p:notesMaster {SPACES}><p:cSld><p:bg><p:bgPr>{fill('FFFFFF')}<a:effectLst/></p:bgPr>"
        f"</p:bg>{tree(image + body)}</p:cSld>"
        f"{_MAP}<p:notesStyle>{_style(14, 9)}</p:notesStyle></p:notesMaster>"
    )


def presentation(slides: int) -> str:
    """The presentation with a number of slides; rId1 master, rId2 notes master, then the slides."""
    listed = "".join(f'<p:sldId id="{256 + i}" r:id="rId{3 + i}"/>' for i in range(slides))
    return (
        f'<p:presentation {SPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        '</p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f"<p:sldIdLst>{listed}</p:sldIdLst>"
        f'<p:sldSz cx="{WIDTH * EMU}" cy="{HEIGHT * EMU}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )


def content_types(slides: int) -> str:
    """The content type of every part."""
    made = f"{MAIN}.presentationml"
    kinds = {
        "/ppt/presentation.xml": f"{made}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{made}.slideMaster+xml",
        "/ppt/notesMasters/notesMaster1.xml": f"{made}.notesMaster+xml",
        "/ppt/theme/theme1.xml": f"{MAIN}.theme+xml",
        "/ppt/theme/theme2.xml": f"{MAIN}.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": f"{MAIN}.extended-properties+xml",
        **{f"/ppt/slideLayouts/slideLayout{i}.xml": f"{made}.slideLayout+xml" for i in range(1, len(LAYOUTS) + 1)},
        **{f"/ppt/slides/slide{i}.xml": f"{made}.slide+xml" for i in range(1, slides + 1)},
        **{f"/ppt/notesSlides/notesSlide{i}.xml": f"{made}.notesSlide+xml" for i in range(1, slides + 1)},
    }
    listed = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:created><cp:revision>1</cp:revision>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:modified></cp:coreProperties>'
    )


def _theme() -> str:
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    font = '<a:latin typeface="Microsoft YaHei"/><a:ea typeface="微软雅黑"/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="支部学堂"><a:themeElements>'
        f'<a:clrScheme name="支部学堂">{colours}</a:clrScheme><a:fontScheme name="支部学堂">'
        f"<a:majorFont>{font}</a:majorFont>"
        f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="支部学堂">'
        f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
