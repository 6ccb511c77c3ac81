"""The site's sign, an open book, drawn as SVG and PNG from the same shapes, so that no binary is kept."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

Shape = Sequence[tuple[float, float]]

GROUND = (156, 28, 20)
"""The red of the site's buttons."""
PAPER = (251, 249, 246)
"""The paper of its pages."""

BOOK: tuple[Shape, ...] = (
    ((48, 33), (44, 30), (38, 28), (30, 27), (20, 27), (20, 65), (30, 65), (38, 66), (44, 68), (48, 71)),
    ((52, 33), (56, 30), (62, 28), (70, 27), (80, 27), (80, 65), (70, 65), (62, 66), (56, 68), (52, 71)),
    ((15, 33), (15, 71), (30, 71), (40, 73), (50, 78), (60, 73), (70, 71), (85, 71), (85, 33), (82, 33),
     (82, 68), (70, 68), (60, 70), (50, 74.5), (40, 70), (30, 68), (18, 68), (18, 33)),
)  # fmt: skip
"""Two pages and the cover below them, on a ground of 100 by 100."""

_FINE = 4


def icon_svg() -> str:
    """The sign with rounded corners, as SVG."""
    book = "".join(f"M{' '.join(f'{x:g} {y:g}' for x, y in shape)}z" for shape in BOOK)
    ground, paper = ("#{:02x}{:02x}{:02x}".format(*colour) for colour in (GROUND, PAPER))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" rx="18" fill="{ground}"/><path fill="{paper}" d="{book}"/></svg>\n'
    )


@cache
def icon_png(size: int, scale: float = 1.0) -> bytes:
    """The sign on a full square of `size` dots; the book's size by `scale`, smaller where a mask may cut the edges."""
    step = size / 100
    shapes = [[((x - 50) * scale * step + size / 2, (y - 50) * scale * step + size / 2) for x, y in s] for s in BOOK]
    rows = b"".join(b"\0" + _row(shapes, y, size) for y in range(size))
    # A palette from ground to paper: 17 shades, one for each count of covered quarters of quarters.
    shades = b"".join(bytes(_mixed(share / 16)) for share in range(17))
    head = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", shades), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _mixed(share: float) -> tuple[int, ...]:
    return tuple(round(ground + (paper - ground) * share) for ground, paper in zip(GROUND, PAPER, strict=True))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _row(shapes: Sequence[Shape], y: int, size: int) -> bytes:
    """One line of dots, each the count of its 16 fine dots that the book covers."""
    changes = [0] * (size + 2)
    for fine in range(_FINE):
        height = y + (fine + 0.5) / _FINE
        for span in (span for shape in shapes for span in _spans(shape, height)):
            left, right = (min(max(0, round(end * _FINE)), size * _FINE) for end in span)
            for end, sign in ((left, 1), (right, -1)):
                dot, part = divmod(end, _FINE)
                changes[dot] += sign * (_FINE - part)
                changes[dot + 1] += sign * part
    return bytes(list(accumulate(changes))[:size])


def _spans(shape: Shape, height: float) -> Iterator[tuple[float, float]]:
    """Where a shape is crossed at a height, from edge to edge."""
    ends = zip(shape, (*shape[1:], shape[0]), strict=True)
    crossings = sorted(
        x1 + (height - y1) * (x2 - x1) / (y2 - y1) for (x1, y1), (x2, y2) in ends if (y1 <= height) != (y2 <= height)
    )
    yield from zip(crossings[::2], crossings[1::2], strict=True)
