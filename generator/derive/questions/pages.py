"""Pages of questions: one for a section, or, where it has many, one for each run of its text's headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.addresses import Addresses
from generator.derive.questions.item import Bank, Item
from generator.model.chapter import Section
from generator.model.handbook import Handbook

MOST = 150
"""Questions of a page, so that none grows beyond some 200 KB."""
REST = "其余规定"
"""Heading of the rules that stand under no heading of their section."""
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_CARDS = re.compile(r"^\{\{ *rules:(.*?)\}\}$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """Some of a section's questions."""

    section: str
    """Id of the section."""
    url: str
    """Path from the site's root."""
    title: str
    """Headings of the section's text whose rules it asks; empty where the section has one page."""
    items: tuple[Item, ...]
    """Its questions."""


def derive_question_pages(handbook: Handbook, addresses: Addresses, bank: Bank) -> tuple[QuestionPage, ...]:
    """The pages of every section, in reading order."""
    by_section: dict[str, list[Item]] = {section.id: [] for section in handbook.sections}
    for item in bank.items:
        by_section[item.section].append(item)
    return tuple(
        page
        for section in handbook.sections
        for page in _pages(section, by_section[section.id], addresses.of("quiz-sections", section.id))
    )


def _pages(section: Section, items: list[Item], url: str) -> Iterator[QuestionPage]:
    if len(items) <= MOST:
        yield QuestionPage(section.id, url, "", tuple(items))
        return
    for i, (titles, found) in enumerate(_runs(_groups(section, items)), 1):
        # two hyphens: no id has them, so no section's own page has this address
        address = url if i == 1 else f"{url.removesuffix('.html')}--{i}.html"
        yield QuestionPage(section.id, address, "；".join(titles), tuple(found))


def _groups(section: Section, items: list[Item]) -> Mapping[str, list[Item]]:
    """Heading of the section's text → questions on the rules that stand under it, those of no heading last."""
    heading_of: dict[str, str] = {}
    groups: dict[str, list[Item]] = {}
    for part in re.split(r"^(?=## )", section.body, flags=re.MULTILINE):
        heading = found[1].strip() if (found := _HEADING.match(part)) else REST
        if found:
            groups.setdefault(heading, [])
        for cards in _CARDS.findall(part):
            heading_of |= dict.fromkeys(re.findall(r"[a-z0-9-]+", cards), heading)
    groups.setdefault(REST, [])
    for item in items:
        groups[heading_of.get(item.rules[0], REST)].append(item)
    return {heading: found for heading, found in groups.items() if found}


def _runs(groups: Mapping[str, list[Item]]) -> Iterator[tuple[list[str], list[Item]]]:
    """Headings in a row with their questions, as many as fit on a page; a heading with more is cut."""
    titles: list[str] = []
    items: list[Item] = []
    for heading, found in groups.items():
        for start in range(0, len(found), MOST):
            piece = found[start : start + MOST]
            if items and len(items) + len(piece) > MOST:
                yield titles, items
                titles, items = [], []
            titles = [*titles, heading]
            items = [*items, *piece]
    if items:
        yield titles, items
