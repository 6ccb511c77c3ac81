"""What render hands to publish: pages with finished HTML, files, and the outline of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from generator.render.made import Made

_HEADING = re.compile(r'<h([23])[^>]*\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_QUIZ_SCRIPT = r"javascripts/quiz-(?!dom)"
_SIGNS = {
    "room.css": (r"<room-screen",),
    "home.css": (r'class="xt-home',),
    "quiz.css": (r"xt-(?:quiz|opt|q|exam|match|order)\b", _QUIZ_SCRIPT),
    "practice.css": (r"xt-(?:quiz|q|practice|map|exam|pair|score|pick|points)\b", _QUIZ_SCRIPT),
    "flow.css": (r"xt-(?:flow|checklist|blanks)\b",),
    "planner.css": (
        r"xt-(?:plan|calc|next-step|tools?|year)\b",
        r"<next-step",
        r"<plan-",
        r"<calculator-",
        r"<year-page",
    ),
    "document.css": (r'class="xt-doc\b',),
    "document-official.css": (r"xt-paper--(?:official|notice|essay)",),
    "document-form.css": (r"xt-paper--(?:record|table)",),
    "document-roster.css": (r"xt-paper--roster",),
    "document-ballot.css": (r"xt-paper--ballot",),
}
_STYLES = {name: tuple(map(re.compile, signs)) for name, signs in _SIGNS.items()}
"""Stylesheet that only some pages need → what in a page calls for it; each sign begins plainly, so that it is soon
found."""


@dataclass(frozen=True, eq=False)
class Page:
    """One page of the site; pages are equal where all that readers get is equal."""

    url: str
    """Path from the site's root, ending in .html."""
    title: str
    """Title for the browser and navigation."""
    make: Callable[[], str]
    """Makes the body; asked once, when the body is looked at."""
    description: str = ""
    """One sentence for the page's description."""
    wide: bool = False
    """Whether the page takes the full width, without side bars."""

    @cached_property
    def html(self) -> str:
        """Finished body, with its own h1."""
        return self.make()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Page) and self._shown == other._shown

    def __hash__(self) -> int:
        return hash(self.url)

    @property
    def _shown(self) -> tuple[object, ...]:
        return self.url, self.title, self.html, self.description, self.wide

    @property
    def styles(self) -> tuple[str, ...]:
        """Stylesheets the page needs beside those of every page."""
        return tuple(name for name, signs in _STYLES.items() if any(sign.search(self.html) for sign in signs))

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


@dataclass(frozen=True, eq=False)
class FileGroup:
    """Files that are made together."""

    make: Callable[[], Iterable[tuple[str, str | bytes | Made]]]
    """Makes path and content of each; asked once, when one is looked for."""

    @cached_property
    def files(self) -> Mapping[str, str | bytes | Made]:
        """Path from the site's root → content."""
        return dict(self.make())


@dataclass(frozen=True, eq=False)
class Rendered:
    """A whole site as values; sites are equal where all that readers get is equal."""

    pages: tuple[Page, ...]
    """All pages."""
    groups: tuple[FileGroup, ...]
    """What is not a page, by who makes it; what is soonest made comes first."""
    outline: tuple[NavItem, ...]
    """Navigation; the top level makes the tabs."""

    @cached_property
    def files(self) -> Mapping[str, str | bytes | Made]:
        """Path from the site's root → content of what is not a page."""
        return {path: content for group in self.groups for path, content in group.files.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rendered) and self._shown == other._shown

    def __hash__(self) -> int:
        return hash(self.outline)

    @property
    def _shown(self) -> tuple[object, ...]:
        return self.pages, self.files, self.outline
