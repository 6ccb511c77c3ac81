"""Styles and scripts keep to the browser floor: Chromium 86 and iOS 14.5 must not lose a rule or a script."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

ASSETS = Path(__file__).parent.parent / "theme_overrides" / "assets"
STYLES = sorted((ASSETS / "stylesheets").glob("*.css"))
SCRIPTS = sorted(p for p in (ASSETS / "javascripts").glob("*.js") if p.name != "iframe-worker.js")

NEW_CSS = re.compile(
    r":has\(|:is\(|:where\(|@container|@layer|color-mix\(|\binset(-block|-inline)?\s*:|aspect-ratio|subgrid"
    r"|margin-inline\s*:|padding-inline\s*:|\d+d[vh]{2}\b|&[:.\s]"
)
NEW_JS = re.compile(
    r"\?\?=|\|\|=|&&=|\bstatic\s*\{|(?<![\w`'\"/])#[a-z]\w*\s*[=;(]|\(\?<[=!]|\.at\(|structuredClone|randomUUID|toSorted"
    r"|groupBy|findLast|\bimport\s*\(|^\s*(import|export)\s|Object\.hasOwn|replaceAll|\bpopover\b|\bis=|\d_\d"
)
UNSAFE_JS = re.compile(
    r"innerHTML\s*=|outerHTML\s*=|document\.write|\beval\(|new Function|insertAdjacentHTML|\bfetch\(|XMLHttpRequest|https?://(?!www\.w3\.org/)"
)


def code(path: Path) -> str:
    """A script or style without comments."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"(?m)(^|\s)//.*$", "", text) if path.suffix == ".js" else text


@pytest.mark.parametrize("path", STYLES, ids=lambda p: p.name)
def test_style_uses_nothing_newer_than_the_floor(path: Path) -> None:
    assert [m.group() for m in NEW_CSS.finditer(code(path))] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_script_uses_nothing_newer_than_the_floor_and_nothing_unsafe(path: Path) -> None:
    text = code(path)
    assert [m.group() for m in NEW_JS.finditer(text)] == []
    assert [m.group() for m in UNSAFE_JS.finditer(text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_script_is_small_and_strict(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 200
    assert '"use strict"' in text
    assert not re.search(r"^(var|let|const|function|class) ", text, re.MULTILINE), "one IIFE, no globals"


def test_no_address_is_written_in_styles_or_templates() -> None:
    templates = (ASSETS.parent).rglob("*.html")
    for path in (*STYLES, *templates):
        assert not re.search(r"(https?:)?//[a-z]", code(path)), path


def test_styles_stay_light() -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in STYLES}
    assert sizes.pop("slides.css") < 3_000, "the slide show's, on its own pages only"
    assert sum(sizes.values()) < 36_000
