"""How each kind of slide looks: the shapes that stand still and the places that are filled, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.derive.lessons.deck import SlideKind

WIDTH: Final = 960
"""Width of a slide in points: 13.333 inches."""
HEIGHT: Final = 540
"""Height of a slide in points: 7.5 inches."""
SMALLEST: Final = 20
"""Smallest type on a slide in points; 37 pixels in a window of 1920 by 1080 with the show's bar."""

BAR, GOLD, PAPER, CARD, SUNK = "8A1A14", "C79A3F", "FBF9F6", "FFFFFF", "F4F0EA"
INK, INK2, RED, LINE = "24201D", "5A524B", "9C1C14", "E2DAD0"
GREEN, GREENTINT, GOLDTEXT, PALE = "1B6B32", "EDF5EE", "75500A", "F0CB78"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle that stands still, with or without words."""

    box: Box
    """Left, top, width, height."""
    fill: str | None = None
    """Colour; none lets the ground through."""
    words: str = ""
    """What it says."""
    size: float = 20
    """Size of the words."""
    colour: str = INK2
    """Colour of the words."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place that a slide fills with text; equal only to itself, so that it is quickly looked up."""

    index: int
    """Number by which slides name it; 0 is the title."""
    name: str
    """What people call it."""
    box: Box
    """Left, top, width, height."""
    sizes: tuple[float, ...]
    """Sizes of type, the greatest first; a smaller one is taken where the text is long."""
    colour: str = INK
    """Colour of the text."""
    bold: bool = False
    """Whether the text is bold."""
    anchor: str = "t"
    """Top (t), middle (ctr) or bottom (b) of the box."""
    align: str = "l"
    """Left (l), centre (ctr) or right (r)."""
    numbered: bool = False
    """Whether each paragraph carries a number."""
    after: float = 0
    """Space after each paragraph."""
    even: bool = False
    """Whether its lines are made about equally long."""
    broken: bool = False
    """Whether its lines are broken where the words allow it best."""


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """One kind of slide."""

    kind: SlideKind
    """What it is for."""
    name: str
    """What people call it."""
    shapes: tuple[Shape, ...]
    """What stands still."""
    places: tuple[Place, ...]
    """What is filled."""
    hidden_first: int | None = None
    """Place that appears only on a further click."""

    def place(self, index: int) -> Place:
        """The place with a number."""
        return next(place for place in self.places if place.index == index)


_TOP = (Shape((0, 0, 960, 44), BAR), Shape((0, 44, 960, 3), GOLD))
_FOOT = (Shape((48, 470, 864, 1), LINE), Shape((48, 469, 72, 3), GOLD))
_LABEL = Place(11, "部分", (48, 3, 700, 38), (20,), CARD, anchor="ctr")
_BASIS = Place(12, "依据", (48, 476, 864, 56), (SMALLEST,), INK2)


def _list(
    kind: SlideKind, name: str, sizes: tuple[float, ...], *, numbered: bool = True, after: float = 14
) -> SlideLayout:
    return SlideLayout(
        kind,
        name,
        (*_TOP, Shape((48, 124, 72, 4), GOLD)),
        (
            Place(0, "标题", (48, 64, 864, 56), (38,), bold=True, anchor="b"),
            _LABEL,
            Place(13, "内容", (48, 148, 864, 360), sizes, numbered=numbered, after=after, even=numbered),
        ),
    )


LAYOUTS: Final = (
    SlideLayout(
        SlideKind.COVER,
        "封面",
        (
            Shape((0, 0, 960, 338), BAR),
            Shape((0, 338, 960, 5), GOLD),
            Shape((72, 44, 500, 40), None, "党课课件", 24, PALE),
            Shape((72, 92, 56, 4), GOLD),
        ),
        (
            Place(0, "课题", (72, 108, 816, 206), (56, 50, 44), CARD, bold=True, anchor="ctr", broken=True),
            Place(13, "讲给谁", (72, 366, 816, 48), (28, 24), INK, anchor="ctr"),
            Place(14, "时长和日期", (72, 416, 816, 40), (22,), INK2, anchor="ctr"),
            Place(15, "讲课人", (72, 462, 816, 40), (22,), INK2, anchor="ctr"),
        ),
    ),
    SlideLayout(
        SlideKind.SECTION,
        "部分",
        (Shape((0, 0, 300, 540), BAR), Shape((300, 0, 5, 540), GOLD)),
        (
            Place(0, "标题", (356, 140, 552, 170), (52, 46, 40), INK, bold=True, anchor="b", broken=True),
            Place(13, "时间", (356, 326, 552, 44), (26,), INK2),
            Place(14, "序号", (0, 150, 300, 220), (150,), PALE, bold=True, anchor="ctr", align="ctr"),
        ),
    ),
    SlideLayout(
        SlideKind.POINT,
        "要点",
        (*_TOP, *_FOOT),
        (
            Place(0, "要点", (48, 72, 864, 372), (46, 42, 38, 34), INK, bold=True, anchor="ctr", even=True),
            _LABEL,
            _BASIS,
        ),
    ),
    SlideLayout(
        SlideKind.MISTAKE,
        "常见误解",
        (
            *_TOP,
            *_FOOT,
            Shape((48, 70, 864, 156), SUNK),
            Shape((68, 78, 300, 36), None, "有人说", 22, INK2),
            Shape((48, 242, 864, 210), GREENTINT),
            Shape((48, 242, 7, 210), GREEN),
            Shape((68, 252, 300, 36), None, "其实是", 22, GREEN),
        ),
        (
            Place(0, "有人说", (68, 112, 824, 106), (34, 30), INK2, anchor="ctr", even=True),
            _LABEL,
            Place(13, "其实是", (68, 288, 824, 158), (36, 32, 28), INK, bold=True, anchor="ctr", even=True),
            _BASIS,
        ),
        hidden_first=13,
    ),
    SlideLayout(
        SlideKind.CHANGE,
        "从前和现在",
        (
            *_TOP,
            *_FOOT,
            Shape((48, 72, 420, 380), SUNK),
            Shape((492, 72, 420, 380), CARD),
            Shape((492, 72, 420, 5), GOLD),
            Shape((512, 84, 380, 40), None, "现在", 22, RED),
        ),
        (
            Place(0, "哪一年", (68, 82, 380, 58), (22, 20), INK2, anchor="ctr"),
            _LABEL,
            Place(13, "从前", (68, 144, 380, 298), (36, 32, 29, 26, 24, 22), INK2),
            Place(14, "现在", (512, 144, 380, 298), (36, 32, 29, 26, 24, 22), INK, bold=True),
            _BASIS,
        ),
        hidden_first=14,
    ),
    SlideLayout(
        SlideKind.CASE,
        "案例",
        (*_TOP, Shape((48, 78, 7, 420), GOLD), Shape((80, 76, 400, 40), None, "案例（虚构）", 22, GOLDTEXT)),
        (
            Place(0, "情形", (80, 118, 832, 230), (36, 33, 30, 28), INK, anchor="ctr"),
            _LABEL,
            Place(13, "问大家", (80, 362, 832, 130), (36, 32), RED, bold=True, anchor="ctr", even=True),
        ),
    ),
    SlideLayout(
        SlideKind.ANSWER,
        "案例答案",
        (*_TOP, *_FOOT, Shape((48, 78, 7, 370), GREEN), Shape((80, 76, 400, 40), None, "怎样看", 22, GREEN)),
        (Place(0, "答案", (80, 118, 832, 330), (34, 31, 28, 26), INK, anchor="ctr"), _LABEL, _BASIS),
    ),
    SlideLayout(
        SlideKind.QUESTION,
        "十题小卷",
        (*_TOP, Shape((48, 414, 864, 1), LINE)),
        (
            Place(0, "题目", (48, 60, 864, 136), (32, 29, 26, 24), INK, bold=True, anchor="ctr"),
            _LABEL,
            Place(13, "选项", (48, 198, 864, 210), (28, 25, 22, 20), INK, anchor="ctr"),
            Place(14, "答案", (48, 424, 864, 60), (32,), GREEN, bold=True, anchor="ctr"),
        ),
        hidden_first=14,
    ),
    _list(SlideKind.PLAN, "今天讲什么", (30, 27, 24, 22), after=6),
    _list(SlideKind.DISCUSSION, "讨论", (36, 32, 28)),
    _list(SlideKind.PAPER, "小卷说明", (36, 32, 28)),
    _list(SlideKind.CLOSE, "结束", (36, 32, 29)),
    _list(SlideKind.SOURCES, "写在哪里", (26, 24, 22, 20), numbered=False),
)
"""Every kind of slide."""

BY_KIND: Final = {layout.kind: layout for layout in LAYOUTS}
"""Kind → its layout."""
