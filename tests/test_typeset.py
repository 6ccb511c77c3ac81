"""Line breaks without a font: what fits, what stays together, what a line may not begin with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.derive.typeset import NO_END, NO_START, pieces, width, wrap
from tests.procedures import ALPHABET

CASES = {
    "fits": ("转正申请", 64, ("转正申请",)),
    "two lines of one length": ("报上级党委审批备案", 112, ("报上级党委", "审批备案")),
    "words stay whole": ("推荐和确定入党积极分子", 112, ("推荐和确定", "入党积极分子")),
    "parts at a stop": ("预备期延长一次，期满再办", 160, ("预备期延长一次，", "期满再办")),
    "too uneven to part at a stop": ("同时：入党介绍人填写意见", 160, ("同时：入党", "介绍人填写意见")),
    "no comma at the start": ("一二三四，五六", 64, ("一二三", "四，五六")),
    "no bracket at the end": ("一二三（四五）", 64, ("一二三", "（四五）")),
    "lines are made even to half a character": (
        "月c党，月，日A月，月党G日", 64, ("月c党，", "月，日A", "月，月党", "G日"),
    ),
    "Latin words stay whole": ("按 GB/T 9704 排版", 96, ("按 GB/T", "9704 排版")),
    "a word as long as the line": ("WW a", 32, ("WW", "a")),
    "too long for any line": ("AAAAAAAAAA", 48, ("AAAA", "AAAA", "AA")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "room", "lines"), CASES.values(), ids=CASES)
def test_lines(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert wrap(text, room, 16.0) == lines


def test_width_counts_chinese_as_one_and_latin_as_less() -> None:
    assert width("党（1）", 10.0) == 36.0
    assert width("“Ab”", 10.0) == 33.0


texts = st.text(ALPHABET + "党员，。（", min_size=1, max_size=60).map(lambda text: text.strip() or "党")


@given(texts, st.floats(20, 400))
def test_every_line_fits_and_nothing_is_lost(text: str, room: float) -> None:
    lines = wrap(text, room, 16.0)
    assert all(width(line, 16.0) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(texts, st.floats(160, 400))
def test_no_line_begins_or_ends_wrongly_where_pieces_fit(text: str, room: float) -> None:
    lines = wrap(text, room, 16.0)
    if all(width(piece, 16.0) <= room for piece in pieces(text)):
        assert not any(line[0] in NO_START for line in lines[1:])
        assert not any(line[-1] in NO_END for line in lines[:-1])
