"""A deck as a PowerPoint file: real layouts and places, notes with minutes, words and basis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.derive.lessons.deck import Deck, Slide, SlideKind
from generator.render.lesson_notes import note_lines
from generator.render.office.archive import pack
from generator.render.office.drawing_xml import HEAD, SPACES, R, Run, filled, paragraph, run, tree
from generator.render.office.slide_base import base_parts, content_types, number_place, presentation, relationships
from generator.render.office.slide_fit import Words, broken, inset, pages_of, size_for
from generator.render.office.slide_layouts import BY_KIND, LAYOUTS, RED

NO_MAN: Final = "讲课人：＿＿＿＿＿＿＿＿　　时间：＿＿＿＿＿＿＿＿"
"""What the cover leaves to be filled in by hand."""
_NUMBER_ID = 60
_FIRST_ID = 2


@dataclass(frozen=True, slots=True)
class PageText:
    """All words of one slide."""

    kind: SlideKind
    """What it shows."""
    words: tuple[tuple[int, tuple[str, ...]], ...]
    """Place of the layout and its paragraphs."""
    stressed: tuple[str, ...]
    """Words of the title in red."""
    notes: tuple[str, ...]
    """Paragraphs of the notes."""
    part: int | None
    """Place of its part in the outline."""


def deck_pages(deck: Deck, edition: str) -> tuple[PageText, ...]:
    """The slides of a deck as they are written; a slide with too much text becomes several."""
    return tuple(
        PageText(slide.kind, tuple(words.items()), slide.stressed, note_lines(deck.telling, slide), slide.part)
        for slide in deck.slides
        for words in pages_of(slide.kind, words_of(deck, slide, edition))
    )


def slide_ranges(deck: Deck, pages: tuple[PageText, ...]) -> tuple[str, ...]:
    """For each part the numbers of its slides: 3—8."""
    found = ([i for i, page in enumerate(pages, 1) if page.part == part.place] for part in deck.telling.parts)
    return tuple(f"{numbers[0]}—{numbers[-1]}" if len(numbers) > 1 else f"{numbers[0]}" for numbers in found)


def deck_file(pages: tuple[PageText, ...]) -> bytes:
    """The PowerPoint file of a deck."""
    texts: dict[str, str] = {
        "[Content_Types].xml": content_types(len(pages)),
        "ppt/presentation.xml": presentation(len(pages)),
        "ppt/_rels/presentation.xml.rels": relationships(
            ("slideMaster", "slideMasters/slideMaster1.xml", R),
            ("notesMaster", "notesMasters/notesMaster1.xml", R),
            *(("slide", f"slides/slide{i}.xml", R) for i in range(1, len(pages) + 1)),
            ("theme", "theme/theme1.xml", R),
        ),
    }
    for i, page in enumerate(pages, 1):
        texts |= _slide_parts(page, i)
    return pack({**base_parts(), **{name: (HEAD + content).encode() for name, content in texts.items()}})


def _slide_parts(page: PageText, number: int) -> dict[str, str]:
    layout = LAYOUTS.index(BY_KIND[page.kind]) + 1
    return {
        f"ppt/slides/slide{number}.xml": _slide(page.kind, page.words, page.stressed),
        f"ppt/slides/_rels/slide{number}.xml.rels": relationships(
            ("slideLayout", f"../slideLayouts/slideLayout{layout}.xml", R),
            ("notesSlide", f"../notesSlides/notesSlide{number}.xml", R),
        ),
        f"ppt/notesSlides/notesSlide{number}.xml": _notes(page.notes),
        f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels": relationships(
            ("notesMaster", "../notesMasters/notesMaster1.xml", R), ("slide", f"../slides/slide{number}.xml", R)
        ),
    }


def words_of(deck: Deck, slide: Slide, edition: str) -> Words:
    """Place of the layout → its paragraphs."""
    words: dict[int, tuple[str, ...]] = {0: (slide.title,), 11: (slide.label or deck.telling.lesson.title,)}
    match slide.kind:
        case SlideKind.COVER:
            words |= {13: (f"讲给{slide.lines[0]}",), 14: (f"{deck.telling.length} 分钟　·　{edition}",), 15: (NO_MAN,)}
        case SlideKind.SECTION:
            part = next(part for part in deck.telling.parts if part.place == slide.part)
            words |= {13: (f"{part.minutes} 分钟",), 14: (str(deck.telling.parts.index(part) + 1),)}
        case SlideKind.CHANGE:
            words |= {13: slide.lines[:1], 14: slide.lines[1:]}
        case SlideKind.QUESTION:
            words |= {13: slide.lines[:-1], 14: slide.lines[-1:]}
        case _:
            words[13] = slide.lines
    words[12] = (f"依据　{slide.cited}" if slide.cited else "依据　没有找到条文，这是通行做法",)
    return {place.index: words[place.index] for place in BY_KIND[slide.kind].places}


@lru_cache(maxsize=512)
def _slide(kind: SlideKind, texts: tuple[tuple[int, tuple[str, ...]], ...], red: tuple[str, ...]) -> str:
    """A slide; most come again in the decks of other lengths."""
    layout, words = BY_KIND[kind], dict(texts)
    shapes: list[str] = []
    later = None
    for i, place in enumerate(layout.places, _FIRST_ID):
        size = size_for(place, words[place.index])
        stressed = red if place.index == 0 else ()
        lines = "".join(paragraph(_coloured(broken(place, line, size), stressed), size) for line in words[place.index])
        shapes.append(filled(i, place, lines, inset(place, words[place.index], size)))
        later = i if place.index == layout.hidden_first else later
    if 11 in words:
        shapes.append(number_place(_NUMBER_ID))
    return (
        f"<p:sld {SPACES}><p:cSld>{tree(''.join(shapes))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        f"{_appear(later) if later else ''}</p:sld>"
    )


def _coloured(line: str, stressed: tuple[str, ...]) -> list[Run]:
    if not stressed:
        return [(line, None)]
    pieces = re.split("(" + "|".join(map(re.escape, stressed)) + ")", line)
    return [(piece, RED if piece in stressed else None) for piece in pieces if piece]


def _notes(lines: Sequence[str]) -> str:
    body = "".join(f"<a:p>{run(line)}</a:p>" for line in lines)
    return (
        f"<p:notes {SPACES}><p:cSld>"
        + tree(
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
            'noChangeAspect="1"/>'
            '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
            '<p:sp><p:nvSpPr><p:cNvPr id="3" name="备注"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
            f"<a:lstStyle/>{body}</p:txBody></p:sp>"
        )
        + "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _appear(shape: int) -> str:
    """One shape appears on a click."""
    effect = (
        '<p:cTn id="5" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" nodeType="clickEffect">'
        "<p:stCondLst>"
        '<p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="6" dur="1" fill="hold">'
        "<p:stCondLst>"
        f'<p:cond delay="0"/></p:stCondLst></p:cTn><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl><p:attrNameLst>'
        '<p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/>'
        "</p:to></p:set>"
        "</p:childTnLst></p:cTn>"
    )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par>'
        '<p:cTn id="3" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:par>'
        f'<p:cTn id="4" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst>'
        f"<p:par>{effect}</p:par>"
        "</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn><p:prevCondLst>"
        '<p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst><p:nextCondLst>'
        '<p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst></p:seq></p:childTnLst>'
        "</p:cTn></p:par></p:tnLst></p:timing>"
    )
