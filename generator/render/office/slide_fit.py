"""What fits on a slide: the size of type a text takes, and the further slides it flows on to."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.derive.lessons.deck import SlideKind
from generator.derive.typeset import width, wrap
from generator.render.office.drawing_xml import PITCH
from generator.render.office.slide_layouts import BY_KIND, Place

Words = Mapping[int, tuple[str, ...]]
"""Place of the layout → its paragraphs."""

_NUMBER = 42
_KEPT = 1 << 14
_STOPS = re.compile(r"(?<=[。；！？])|(?<=[，、：])")


@lru_cache(maxsize=_KEPT)
def size_for(place: Place, paragraphs: tuple[str, ...]) -> float:
    """The greatest size of a place at which all of a text fits into it, else the smallest."""
    fitting = (size for size in place.sizes if height(place, paragraphs, size) <= place.box[3])
    return next(fitting, place.sizes[-1])


def height(place: Place, paragraphs: Sequence[str], size: float) -> float:
    """Height of a text in a place at a size, in points."""
    room = place.box[2] - (_NUMBER if place.numbered else 0) - size
    lines = sum(max(1, math.ceil(width(paragraph, size) / room)) for paragraph in paragraphs)
    return lines * size * PITCH + max(0, len(paragraphs) - 1) * place.after


@lru_cache(maxsize=_KEPT)
def inset(place: Place, paragraphs: tuple[str, ...], size: float) -> float:
    """Points to leave free on the right so that the lines of a text come out about equally long."""
    room = place.box[2] - (_NUMBER if place.numbered else 0) - size
    if not place.even or all(width(paragraph, size) <= room for paragraph in paragraphs):
        return 0
    longest = max(width(line, size) for paragraph in paragraphs for line in wrap(paragraph, room, size))
    return max(0.0, room - longest + size * 0.6)


def broken(place: Place, line: str, size: float) -> str:
    """A line with breaks where the words allow them best, if its place wants them; as it is otherwise."""
    return "\n".join(wrap(line, place.box[2] - size, size)) if place.broken else line


def pages_of(kind: SlideKind, words: Words) -> tuple[Words, ...]:
    """The text of one slide on as many slides as it needs; what is short stands on each of them."""
    layout = BY_KIND[kind]
    chunks = {place.index: _chunks(place, words[place.index]) for place in layout.places}
    longest = max(map(len, chunks.values()))
    return tuple(
        {index: found[min(page, len(found) - 1)] for index, found in chunks.items()} for page in range(longest)
    )


@lru_cache(maxsize=_KEPT)
def _chunks(place: Place, paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(_cut_to_fit(place, paragraphs))


def _cut_to_fit(place: Place, paragraphs: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    size = size_for(place, paragraphs)
    if height(place, paragraphs, size) <= place.box[3]:
        yield paragraphs
        return
    page: list[str] = []
    for piece in (piece for paragraph in paragraphs for piece in _pieces(place, paragraph, size)):
        if page and height(place, (*page, piece), size) > place.box[3]:
            yield tuple(page)
            page = []
        page.append(piece)
    yield tuple(page)


def _pieces(place: Place, paragraph: str, size: float) -> Iterator[str]:
    """The paragraph, cut at its stops into pieces that each fit the place."""
    piece = ""
    for part in _STOPS.split(paragraph):
        for short in _cut(place, part, size):
            if piece and height(place, (piece + short,), size) > place.box[3]:
                yield piece
                piece = ""
            piece += short
    yield piece


def _cut(place: Place, part: str, size: float) -> Iterator[str]:
    most = max(1, int(place.box[3] / (size * PITCH)) * int((place.box[2] - _NUMBER - size) / size))
    yield from (part[i : i + most] for i in range(0, len(part), most))
