"""The package every Word file starts from: a handful of styles, no theme, nobody's name."""

from __future__ import annotations

from functools import cache
from typing import Final

from markupsafe import escape

from generator.render.office import fonts
from generator.render.office.archive import pack

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""Namespace of WordprocessingML."""
LINE: Final = 579
"""Pitch of a line in twips: 22 lines fill 225 millimetres."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DAY = "2026-01-01T00:00:00Z"


@cache
def base_package() -> bytes:
    """An empty Word file."""
    return pack({name: (_HEAD + text).encode() for name, text in _parts().items()})


def _parts() -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", "word/document.xml", _R),
            ("metadata/core-properties", "docProps/core.xml", f"{_P}/relationships"),
        ),
        "docProps/core.xml": _core(),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body><w:sectPr/></w:body></w:document>',
        "word/_rels/document.xml.rels": _relationships(
            ("styles", "styles.xml", _R), ("settings", "settings.xml", _R), ("fontTable", "fontTable.xml", _R)
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(),
    }


def _content_types() -> str:
    parts = {
        "word/document": f"{_MAIN}.document.main+xml",
        "word/styles": f"{_MAIN}.styles+xml",
        "word/settings": f"{_MAIN}.settings+xml",
        "word/fontTable": f"{_MAIN}.fontTable+xml",
        "docProps/core": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    listed = "".join(f'<Override PartName="/{name}.xml" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'<Types xmlns="{_P}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*targets: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{space}/{kind}" Target="{target}"/>'
        for i, (kind, target, space) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_P}/relationships">{listed}</Relationships>'


def _core() -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:created>'
        f'<cp:revision>1</cp:revision><dcterms:modified xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
        '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/>'
        "<w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/>"
        '<w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _font_table() -> str:
    listed = "".join(_font(name, *about) for name, about in fonts.SUBSTITUTES.items())
    return f'<w:fonts xmlns:w="{W}">{listed}</w:fonts>'


def _font(name: str, other: str, family: str) -> str:
    stands_in = f'<w:altName w:val="{other}"/>' if other else ""
    charset = "00" if name == fonts.LATIN else "86"
    pitch = "variable" if name == fonts.LATIN else "fixed"
    return (
        f'<w:font w:name="{name}">{stands_in}<w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{pitch}"/></w:font>'
    )


def _styles() -> str:
    grid = f'<w:spacing w:line="{LINE}" w:lineRule="exact"/>'
    cell = '<w:snapToGrid w:val="0"/><w:spacing w:line="420" w:lineRule="exact"/>'
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{_face(fonts.BODY)}<w:sz w:val="32"/>'
        '<w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
        + _paragraph("Normal", "Normal", f'<w:widowControl w:val="0"/>{grid}<w:jc w:val="both"/>', _size(16, -5))
        + '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph '
        'Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        + _table_style()
        + _paragraph(
            "Title", "Title", '<w:snapToGrid w:val="0"/><w:jc w:val="center"/>', _face(fonts.TITLE) + _size(22, 0)
        )
        + _paragraph("Heading1", "heading 1", '<w:outlineLvl w:val="0"/>', _face(fonts.HEI))
        + _paragraph("Heading2", "heading 2", '<w:outlineLvl w:val="1"/>', _face(fonts.KAI))
        + _paragraph("Cell", "表格文字", f'{cell}<w:jc w:val="left"/>', _size(12, 0))
        + _paragraph("Header", "header", f'{cell}<w:jc w:val="center"/>', _face(fonts.HEI) + _mark())
        + _paragraph("Footer", "footer", f'{cell}<w:jc w:val="center"/>', _face(fonts.SONG) + _size(14, 0))
        + "</w:styles>"
    )


def _table_style() -> str:
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority '
        'w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def _paragraph(style_id: str, name: str, p: str, r: str) -> str:
    default = ' w:default="1"' if style_id == "Normal" else ""
    based = "" if style_id == "Normal" else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id}"><w:name w:val="{escape(name)}"/>{based}'
        f"<w:qFormat/><w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
    )


def _face(font: str) -> str:
    latin = fonts.SONG if font == fonts.SONG else fonts.LATIN
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}" w:cs="{latin}"/>'


def _mark() -> str:
    """The look of what marks a sample: it must not pass for part of a paper."""
    return '<w:color w:val="C00000"/>' + _size(14, 0)


def _size(points: float, spacing: int) -> str:
    half = round(points * 2)
    return f'<w:spacing w:val="{spacing}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
