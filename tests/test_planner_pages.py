"""Pages of planning and calculators: one whole as rendered, and what the real handbook offers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.derive.calculators.tools import derive_tools
from generator.derive.views import Views, derive
from generator.model.handbook import Handbook
from generator.model.holiday import HolidayYear
from generator.model.rule import SCORED, Rule
from generator.pipeline import read_handbook
from generator.render.calculator_data import section_tools
from generator.render.site import render
from tests.support import minimal_handbook
from tests.test_plan import small
from tests.test_site import check_links

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def real() -> Handbook:
    """The real handbook."""
    return read_handbook(ROOT)[0]


def test_page_of_planning_is_as_before(golden: Callable[[str, str], None]) -> None:
    site = render(derive(small()))
    page = next(page for page in site.pages if page.url == "procedures/conversion-plan.html")
    golden("planner/conversion-plan.html", page.html)
    check_links(site)


def test_a_handbook_without_the_rules_has_no_calculators() -> None:
    views = derive(minimal_handbook())
    assert not views.tools.complete
    assert "procedures/calculators.html" not in {page.url for page in render(views).pages}
    assert section_tools(views, "admission-process") == {}


def test_the_real_handbook_offers_every_calculator_and_both_plans(real: Handbook) -> None:
    tools = derive_tools(real)
    assert tools.complete
    assert [table.procedure for table in tools.planned] == ["admission", "conversion"]
    assert {year.year for year in real.of(HolidayYear)} >= {2025, 2026}


def test_calculators_stand_beside_the_sections_they_take_their_numbers_from(real: Handbook) -> None:
    views = Views(**{**dict.fromkeys(Views.__dataclass_fields__), "handbook": real, "tools": derive_tools(real)})  # type: ignore[arg-type]
    assert list(section_tools(views, "admission-process")) == ["votes"]
    assert list(section_tools(views, "election-process")) == ["votes", "candidates"]
    assert list(section_tools(views, "overview-setup")) == ["term", "setting"]
    assert list(section_tools(views, "management-content")) == ["dues"]


def test_every_day_a_plan_reckons_rests_on_a_rule_that_is_confirmed(real: Handbook) -> None:
    rules = {span.rule for table in derive_tools(real).planned for node in table.nodes for span in node.spans}
    assert {rule for rule in rules if real.get(Rule, rule).evidence not in SCORED} == set()
