"""The same site in Debian's Firefox ESR: over http and from a folder, search, a question, a form, and no error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.marionette import Firefox
from tests.browser.test_site import PAGES

KINDS = ("home", "section", "role", "changes", "procedure", "document")
PROGRAM = shutil.which("firefox-esr") or shutil.which("firefox")
pytestmark = pytest.mark.skipif(PROGRAM is None, reason="没有 Firefox：sudo apt-get install firefox-esr")


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with Firefox(str(PROGRAM), tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.fixture(params=["http", "folder"])
def root(request: pytest.FixtureRequest, base_url: str, site_dir: Path) -> str:
    return base_url if request.param == "http" else site_dir.as_uri()


def test_main_kinds_of_pages_open_without_an_error(firefox: Firefox, root: str) -> None:
    for kind in KINDS:
        path = PAGES[kind]
        firefox.open(f"{root}/{path}")
        assert firefox.run("return document.querySelector('h1').getClientRects().length") > 0, path
        assert (
            firefox.run("return getComputedStyle(document.querySelector('.md-header')).backgroundColor")
            == "rgb(138, 26, 20)"
        )
    assert firefox.errors() == []


def test_search_finds_by_words_and_by_pinyin(firefox: Firefox, root: str) -> None:
    for query, wanted in (("怎么入党", "发展党员"), ("zhuanzheng", "预备党员转正")):
        firefox.open(f"{root}/roles/index.html")
        firefox.run(
            """const field = document.querySelector("site-search input");
            field.focus(); field.value = arguments[0]; field.dispatchEvent(new InputEvent("input", { bubbles: true }));""",
            query,
        )
        first = firefox.wait("(document.querySelector('.md-search-result__link .xt-hit__t') || {}).textContent")
        assert wanted in first
    assert firefox.errors() == []


def test_a_question_is_answered(firefox: Firefox, root: str) -> None:
    firefox.open(f"{root}/quiz/overview-role.html")
    firefox.wait("document.querySelector('.xt-practice .xt-opt label')")
    firefox.run("document.querySelector('.xt-practice .xt-opt label').click()")
    firefox.run(
        "[...document.querySelectorAll('button')].find((button) => button.textContent.includes('看对错')).click()"
    )
    assert firefox.wait("(document.querySelector('.xt-verdict') || {}).textContent")
    assert firefox.errors() == []


def test_a_form_is_filled_and_answers(firefox: Firefox, root: str) -> None:
    firefox.open(f"{root}/procedures/conversion-plan.html")
    filled = firefox.run(
        """const field = document.querySelector("plan-page input[type='date']");
        field.value = "2026-03-10";
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
        return !!field.closest("form") && !field.closest("[hidden]");"""
    )
    assert filled
    assert firefox.wait("/20(26|27)/.test(document.querySelector('.xt-steps').textContent)")
    assert firefox.errors() == []


def test_errors_of_pages_are_seen(firefox: Firefox, base_url: str) -> None:
    """What the other tests rest on."""
    firefox.open(f"{base_url}/index.html")
    firefox.run("const made = document.createElement('script'); made.textContent = '1'; document.body.append(made)")
    assert any("Content-Security-Policy" in text for text in firefox.errors())
