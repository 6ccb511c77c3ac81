"""What render hands to publish: pages with finished HTML, files, and the outline of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

_HEADING = re.compile(r'<h([23])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_STYLES = {
    "home.css": re.compile(r'class="xt-home'),
    "quiz.css": re.compile(r"xt-(?:quiz|opt|q|exam|match|order)\b|javascripts/quiz-(?!dom)"),
    "practice.css": re.compile(r"xt-(?:quiz|q|practice|map|exam|pair|score|pick|points)\b|javascripts/quiz-(?!dom)"),
    "flow.css": re.compile(r"xt-(?:flow|checklist|blanks)\b"),
    "planner.css": re.compile(r"xt-(?:plan|calc|next-step|tools?)\b|<next-step|<plan-|<calculator-"),
}
"""Stylesheet that only some pages need → what in a page calls for it."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site."""

    url: str
    """Path from the site's root, ending in .html."""
    title: str
    """Title for the browser and navigation."""
    html: str
    """Finished body, with its own h1."""
    description: str = ""
    """One sentence for the page's description."""
    wide: bool = False
    """Whether the page takes the full width, without side bars."""

    @property
    def styles(self) -> tuple[str, ...]:
        """Stylesheets the page needs beside those of every page."""
        return tuple(name for name, sign in _STYLES.items() if sign.search(self.html))

    @property
    def headings(self) -> tuple[tuple[int, str, str], ...]:
        """Level, id and text of every heading with an id, in order."""
        return tuple(
            (int(level), anchor, unescape(_TAG.sub("", text)).strip())
            for level, anchor, text in _HEADING.findall(self.html)
        )


@dataclass(frozen=True, slots=True)
class NavItem:
    """An entry of the navigation: a page, or a group with a page of its own."""

    title: str
    """Words of the entry."""
    url: str
    """Page it opens."""
    children: tuple[NavItem, ...] = ()
    """Entries below it."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A whole site as values."""

    pages: tuple[Page, ...]
    """All pages."""
    files: Mapping[str, str | bytes]
    """Path from the site's root → content of what is not a page."""
    outline: tuple[NavItem, ...]
    """Navigation; the top level makes the tabs."""
