"""The PowerPoint files: opened by a real reader, every point and basis looked for, nothing beyond the slide."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Pt

from generator.derive.lessons.deck import SlideKind
from generator.derive.typeset import width
from generator.derive.views import Views
from generator.model.rule import History
from generator.render.lesson_files import KitFile
from generator.render.office.slide_fit import height, pages_of, size_for
from generator.render.office.slide_layouts import BY_KIND, HEIGHT, LAYOUTS, SMALLEST, WIDTH
from generator.render.office.slides import PageText, deck_file, deck_pages

WHOLE = ("before-conversion", "six-disciplines-lesson", "mass-work")
"""Lessons whose long decks are opened too; of the others only the short ones are."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def opened(file: KitFile) -> Deck:
    return Presentation(BytesIO(file.made()))


def shown(slide: Slide) -> str:
    return "".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame).replace("\v", "")


def noted(slide: Slide) -> str:
    return slide.notes_slide.notes_text_frame.text


@pytest.fixture(scope="session")
def decks(files: Mapping[str, tuple[KitFile, ...]]) -> Mapping[tuple[str, int], Deck]:
    """Decks by lesson and length: of every kit the short ones, of some all."""
    return {
        (lesson, file.length): opened(file)
        for lesson, own in files.items()
        for file in own
        if file.path.endswith(".pptx") and file.length is not None and (file.length <= 20 or lesson in WHOLE)
    }


def test_every_lesson_has_a_deck_for_each_length(files: Mapping[str, tuple[KitFile, ...]], views: Views) -> None:
    for lesson in views.handbook.lessons:
        decks = [file.length for file in files[lesson.id] if file.path.endswith(".pptx")]
        assert decks == sorted(lesson.lengths)


def test_every_point_is_shown_at_its_lengths_with_its_basis_in_the_notes(
    decks: Mapping[tuple[str, int], Deck], views: Views
) -> None:
    sources = {source.id: source.short for source in views.handbook.sources}
    for kit in views.kits.values():
        for telling in kit.tellings:
            if (deck := decks.get((kit.lesson.id, telling.length))) is None:
                continue
            notes = {shown(slide): noted(slide) for slide in deck.slides}
            for part in telling.parts:
                for told in part.points:
                    beside = "".join(note for text, note in notes.items() if told.point.text in text)
                    assert f"第 {part.start}—{part.end} 分钟（共 {telling.length} 分钟）：{part.title}" in beside
                    assert (told.point.notes or "") in beside
                    for rule in told.rules:
                        assert rule.plain in beside
                        for basis in rule.basis:
                            assert f"《{sources[basis.source]}》{basis.article or ''}" in beside


def test_points_of_longer_lessons_stay_out_of_shorter_ones(decks: Mapping[tuple[str, int], Deck], views: Views) -> None:
    left_out = 0
    for kit in views.kits.values():
        text = "".join(map(shown, decks[kit.lesson.id, 8].slides))
        for part in kit.lesson.outline:
            for point in part.points:
                if point.least:
                    left_out += 1
                    assert point.text not in text
    assert left_out > 50


def test_slides_are_wide_and_have_our_layouts_and_real_places(decks: Mapping[tuple[str, int], Deck]) -> None:
    for deck in decks.values():
        assert (deck.slide_width, deck.slide_height) == (Pt(WIDTH), Pt(HEIGHT)) == (12192000, 6858000)
        assert [layout.name for layout in deck.slide_layouts] == [layout.name for layout in LAYOUTS]
        for slide in deck.slides:
            assert slide.shapes.title is not None
            assert all(shape.is_placeholder for shape in slide.shapes)
            wanted = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
            assert {place.placeholder_format.idx for place in slide.placeholders} == wanted


def test_every_run_names_its_east_asian_font_and_none_is_small(decks: Mapping[tuple[str, int], Deck]) -> None:
    deck = decks["before-conversion", 45]
    for root in (*(slide.element for slide in deck.slides), *(slide.notes_slide.element for slide in deck.slides)):
        runs = list(root.iter(f"{A}rPr"))
        assert runs
        assert {run.find(f"{A}ea").get("typeface") for run in runs} == {"微软雅黑"}
    sizes = {int(run.get("sz")) for slide in deck.slides for run in slide.element.iter(f"{A}rPr") if run.get("sz")}
    assert min(sizes) >= SMALLEST * 100


def test_no_place_reaches_beyond_the_slide() -> None:
    for layout in LAYOUTS:
        for left, top, wide, high in (*(p.box for p in layout.places), *(s.box for s in layout.shapes)):
            assert left >= 0
            assert top >= 0
            assert left + wide <= WIDTH
            assert top + high <= HEIGHT
        assert min(size for place in layout.places for size in place.sizes) >= SMALLEST


def every_page(views: Views) -> Iterator[PageText]:
    for kit in views.kits.values():
        for deck in kit.decks:
            yield from deck_pages(deck, "依据截至 2026 年 11 月 22 日")


def test_every_text_fits_its_place(views: Views) -> None:
    for page in every_page(views):
        for index, lines in page.words:
            place = BY_KIND[page.kind].place(index)
            assert height(place, lines, size_for(place, lines)) <= place.box[3], lines


def test_a_text_too_long_for_a_slide_goes_on_on_the_next() -> None:
    text = "预备期一年，从党员大会通过之日算起。" * 40
    pages = pages_of(SlideKind.POINT, {0: (text,), 11: ("日子",), 12: ("依据",)})
    assert len(pages) == 4
    assert "".join(page[0][0] for page in pages) == text
    assert {page[12] for page in pages} == {("依据",)}
    place = BY_KIND[SlideKind.POINT].place(0)
    assert all(height(place, page[0], 34) <= place.box[3] for page in pages)


def test_a_list_too_long_for_a_slide_goes_on_and_a_word_without_stops_is_cut() -> None:
    lines = tuple(f"第 {i} 部分" for i in range(30))
    pages = pages_of(SlideKind.PLAN, {0: ("今天讲什么",), 11: ("课",), 13: lines})
    assert tuple(line for page in pages for line in page[13]) == lines
    assert len(pages) == 3
    endless = "字" * 900
    assert "".join(p[0][0] for p in pages_of(SlideKind.POINT, {0: (endless,), 11: ("",), 12: ("",)})) == endless


def test_hostile_words_reach_the_reader_unharmed() -> None:
    words = "<a:t>&“x” ]]>\u0007﻿𠀀"
    page = PageText(SlideKind.POINT, ((0, (words,)), (11, ("甲",)), (12, ("乙",))), ("&",), (words,), 0)
    deck = Presentation(BytesIO(deck_file((page,))))
    assert deck.slides[0].shapes.title.text_frame.text == words.replace("\u0007", "␇")
    assert noted(deck.slides[0]) == words.replace("\u0007", "␇")


def test_the_truth_appears_only_on_a_click(decks: Mapping[tuple[str, int], Deck]) -> None:
    slide = next(s for s in decks["before-conversion", 20].slides if s.slide_layout.name == "常见误解")
    timing = slide.element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}timing")
    target = next(e for e in timing.iter() if e.tag.endswith("spTgt")).get("spid")
    later = next(shape for shape in slide.shapes if str(shape.shape_id) == target)
    assert later.name == "其实是"


def test_stressed_words_are_red_and_belong_to_the_rule(views: Views) -> None:
    page = next(page for page in every_page(views) if page.kind is SlideKind.POINT and "一年" in page.stressed)
    deck = Presentation(BytesIO(deck_file((page,))))
    runs = deck.slides[0].shapes.title.text_frame.paragraphs[0].runs
    assert {run.text for run in runs if run.font.color.type is not None} == set(page.stressed)


def test_estimates_of_width_are_not_too_small() -> None:
    assert width("预备期一年", 10) == 50
    assert width("A1", 10) >= 12


def test_what_finds_no_slide_in_its_part_of_time_is_said_beside_the_point(views: Views) -> None:
    beside, extra = 0, (SlideKind.MISTAKE, SlideKind.CHANGE)
    for kit in views.kits.values():
        for deck in kit.decks:
            for part in deck.telling.parts:
                own = [
                    slide for slide in deck.slides if slide.part == part.place and slide.kind is not SlideKind.SECTION
                ]
                if any(slide.kind in extra for slide in own):
                    assert len(own) <= part.minutes * 60 // 45
                said = "".join(line for slide in own for line in slide.say)
                shown = {
                    line for slide in own if slide.kind in extra for line in ((slide.title, *slide.lines), slide.lines)
                }
                for more in (more for point in part.points for more in point.more if more.what is not None):
                    past = isinstance(more.what, History)
                    told = (more.what.says, more.rule.plain) if past else (more.what.claim, more.what.truth)
                    assert (told in shown) != (more.spoken in said)
                    beside += more.spoken in said
    assert beside > 100
