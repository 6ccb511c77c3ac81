"""What the planner of the year in the browser is given: the yearbook, its words and links, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.derive.calculators.dates import plain_calendar
from generator.derive.views import Views
from generator.derive.year import plan
from generator.derive.year.wish import Wish
from generator.derive.year.yearbook import Entry, Yearbook
from generator.render.calendar_file import PRODUCT
from generator.render.planner_data import Href, compact
from generator.render.year_words import FIRST_FREE, WORDS, entry_basis, kit_name, often_words, tag_words


def plain_book(book: Yearbook) -> dict[str, Any]:
    """A yearbook as the browser reckons with it."""
    return {
        "entries": [asdict(entry) for entry in book.entries],
        "sizes": {name: asdict(size) for name, size in book.sizes.items()},
        "words": plan.WORDS,
        "numerals": plan.NUMERALS,
        "halves": plan.HALVES,
    }


def plain_wish(wish: Wish) -> dict[str, Any]:
    """A wish as the browser has it."""
    ends = wish.term_ends.isoformat() if wish.term_ends else ""
    return {**asdict(wish), "has": sorted(wish.has), "term_ends": ends}


def year_data(views: Views, href: Href) -> str:
    """What the page needs."""
    book = views.tools.yearbook
    lessons = {name for entry in book.entries for kits in entry.lessons for name in kits}
    return compact(
        {
            "book": plain_book(book),
            "work": plain_calendar(views.tools.work),
            "about": {entry.id: _about(entry, views, href) for entry in book.entries},
            "lessons": {name: [kit_name(name, views), href("lessons", name)] for name in sorted(lessons)},
            "rules": {name: href("rules", name) for name in sorted(_rules(book))},
            "text": {**WORDS, "product": PRODUCT, "first": FIRST_FREE},
        }
    )


def _about(entry: Entry, views: Views, href: Href) -> dict[str, str]:
    return {
        "often": often_words(entry),
        "tag": tag_words(entry),
        "basis": entry_basis(entry, views),
        "href": href("rules", entry.rule) if entry.rule else "",
    }


def _rules(book: Yearbook) -> set[str]:
    return {entry.rule for entry in book.entries if entry.rule} | {size.rule for size in book.sizes.values()}
