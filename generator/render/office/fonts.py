"""Fonts by name: none is embedded, and each names what stands in where it is missing."""

from __future__ import annotations

from typing import Final

TITLE: Final = "方正小标宋简体"
"""Titles."""
BODY: Final = "仿宋"
"""Running text."""
HEI: Final = "黑体"
"""Headings of the first level, heads of tables."""
KAI: Final = "楷体"
"""Headings of the second level."""
SONG: Final = "宋体"
"""Page numbers."""
LATIN: Final = "Times New Roman"
"""Latin letters and figures."""

SUBSTITUTES: Final = {
    TITLE: ("华文中宋", "roman"),
    BODY: ("仿宋_GB2312", "modern"),
    HEI: ("SimHei", "modern"),
    KAI: ("楷体_GB2312", "modern"),
    SONG: ("SimSun", "auto"),
    LATIN: ("", "roman"),
}
"""Font → the name that stands in for it, and its family."""

SIZE_2: Final = 22.0
"""2号."""
SIZE_3: Final = 16.0
"""3号."""
SIZE_4: Final = 14.0
"""4号."""
SIZE_SMALL_4: Final = 12.0
"""小4号."""
SIZE_5: Final = 10.5
"""5号."""
