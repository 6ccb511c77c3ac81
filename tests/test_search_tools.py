"""Calculators, planners and pages of use among what search finds, and links from terms to what they are done by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.derive.search import EntryKind
from generator.derive.term_uses import procedures_of_terms
from generator.pipeline import Site, build_site
from generator.render.search_index import LABELS

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def site() -> Site:
    return build_site(ROOT)


def test_every_tool_leads_to_a_place_that_exists(site: Site) -> None:
    pages = {page.url: page for page in site.rendered.pages}
    tools = [entry for entry in site.views.search if entry.kind is EntryKind.TOOL]
    assert {entry.location for entry in tools} >= {
        "procedures/calculators.html#dues",
        "procedures/calculators.html#votes",
        "procedures/conversion-plan.html",
        "about/offline.html",
    }
    for entry in tools:
        page, _, anchor = entry.location.partition("#")
        assert not anchor or f'id="{anchor}"' in pages[page].html, entry.location
        assert all(re.fullmatch(r"[\w\u4e00-\u9fff]+", asked) for asked in entry.everyday)


def test_every_kind_has_a_label() -> None:
    assert set(LABELS) == set(EntryKind)


def test_terms_lead_to_procedures_of_the_same_name_and_to_their_planner(site: Site) -> None:
    assert procedures_of_terms(site.views.handbook)["conversion-to-full-member"] == ("conversion",)
    assert procedures_of_terms(site.views.handbook)["dues-base"] == ()
    html = next(page.html for page in site.rendered.pages if page.url == "terms/index.html")
    entry = html.partition('id="term-conversion-to-full-member"')[2].partition("</li>")[0]
    assert '<a href="../procedures/conversion.html">流程：预备党员转正</a>' in entry
    assert '<a href="../procedures/conversion-plan.html">排日程</a>' in entry
    dues = html.partition('id="term-party-dues"')[2].partition("</li>")[0]
    assert '<a href="../procedures/calculators.html#dues">党费计算器</a>' in dues
