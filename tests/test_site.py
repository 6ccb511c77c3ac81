"""A whole tiny site: every page as rendered, links that lead somewhere, text that stays text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.derive.views import derive
from generator.model.base import Model, ref_of
from generator.model.chapter import Chapter
from generator.model.handbook import COLLECTIONS, Handbook
from generator.render.navigation import Navigation
from generator.render.page import Page, Rendered
from generator.render.quiz_scripts import JOINED
from generator.render.site import render
from tests.support import minimal_handbook

SITE = render(derive(minimal_handbook()))
PAGES = {page.url: page for page in SITE.pages}
THEME = Path(__file__).parents[1] / "theme_overrides"


@pytest.mark.parametrize("url", [url for url in PAGES if url != "about/editing.html"])
def test_page_is_as_before(url: str, golden: Callable[[str, str], None]) -> None:
    golden(f"minimal/{url}", PAGES[url].html)


def anchors(page: Page) -> set[str]:
    return set(lxml_html.fragment_fromstring(page.html, create_parent="div").xpath("//@id"))


def _is_of_theme(target: str) -> bool:
    """Whether the theme has the file, or its script is joined from the theme's."""
    folder, _, name = target.rpartition("/")
    return all((THEME / folder / part).is_file() for part in JOINED.get(name, (name,)))


def check_links(site: Rendered) -> None:
    pages = {page.url: page for page in site.pages}
    known = {url: anchors(page) for url, page in pages.items()}
    known |= {
        path: set(lxml_html.document_fromstring(content).xpath("//@id"))
        for path, content in site.files.items()
        if path.endswith(".html") and isinstance(content, str)
    }
    for url, page in pages.items():
        root = lxml_html.fragment_fromstring(page.html, create_parent="div")
        for href in root.xpath("//@href"):
            if re.match(r"https?:", href):
                continue
            path, _, anchor = href.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(url), path)) if path else url
            assert target in known or target in site.files or _is_of_theme(target), f"{url}: {href}"
            assert not anchor or anchor in known[target], f"{url}: {href}"


def test_every_link_leads_to_a_page_and_an_anchor() -> None:
    check_links(SITE)


@pytest.mark.parametrize("page", SITE.pages, ids=lambda page: page.url)
def test_page_has_one_h1_unique_ids_and_no_skipped_level(page: Page) -> None:
    root = lxml_html.fragment_fromstring(page.html, create_parent="div")
    assert len(root.xpath("//h1")) == 1
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    levels = [int(element.tag[1]) for element in root.iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_page_is_in_the_navigation_once() -> None:
    navigation = Navigation(SITE.outline)
    for page in SITE.pages:
        nav = navigation.section(page.url)
        assert nav.count('aria-current="page"') == 1, page.url
        assert sum(bool(tab["active"]) for tab in navigation.tabs(page.url)) == 1


def attacked(record: Any, attack: str) -> Any:
    """The record with the attack put before every free text in it."""
    if isinstance(record, Model):
        fixed = {"id", "body", "article", "value", "upper", "span", "inputs", "outputs", "to", "address"}
        return record.model_copy(
            update={
                name: attacked(getattr(record, name), attack)
                for name, info in type(record).model_fields.items()
                if name not in fixed and ref_of(info) is None
            }
        )
    if isinstance(record, tuple):
        return tuple(
            attacked(item, attack) if not isinstance(item, str) or not re.fullmatch(r"[a-z0-9-]+", item) else item
            for item in record
        )
    if isinstance(record, str) and not isinstance(record, Enum):
        return attack + record
    return record


def test_text_with_markup_is_shown_as_text() -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;{{ 71*71 }}"
    plain = minimal_handbook()
    entities = {
        name: tuple(attacked(entity, attack) for entity in plain.entities[name] if name != "sections")
        for name in COLLECTIONS
    }
    sections = tuple(s for chapter in entities["chapters"] if isinstance(chapter, Chapter) for s in chapter.sections)
    site = render(derive(Handbook(entities | {"sections": sections})))
    joined = "".join(page.html for page in site.pages)
    plain_html = "".join(page.html for page in SITE.pages)
    assert set(re.findall("<script[^>]*>", joined)) == set(re.findall("<script[^>]*>", plain_html))
    assert "<img" not in joined
    assert "5041" not in joined
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in joined


def test_same_content_same_bytes() -> None:
    assert render(derive(minimal_handbook())) == SITE


def test_pages_carry_only_the_styles_they_need() -> None:
    common: dict[str, tuple[str, ...]] = {url: PAGES[url].styles for url in ("roles/index.html", "sources/index.html")}
    assert set(common.values()) == {()}
    assert PAGES["procedures/conversion.html"].styles == ("flow.css", "planner.css")
    assert "home.css" in PAGES["index.html"].styles
    assert PAGES["quiz/admission-process.html"].styles == ("quiz.css", "practice.css")
