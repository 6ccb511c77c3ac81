"""Scripts as they are sent: without the comments and indentation that only people who change them need."""

from __future__ import annotations

import re

_COMMENT_LINES = re.compile(r"^\s*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\s*?\n", re.DOTALL | re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|\n(?=\s*\n)", re.MULTILINE)


def lean(script: str) -> str:
    """The script without comments that have lines of their own and without indentation.

    Our scripts hold no template literal of several lines, which a test asserts.
    """
    return _INDENT.sub("", _COMMENT_LINES.sub("", script))
