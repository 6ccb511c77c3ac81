"""Hostile text in every field: refused with its place, or shown as it is, and never able to act."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from xml.etree import ElementTree

import pytest

from generator.export import export_json
from generator.render.page import Rendered
from generator.render.site import render
from tests.faults.hostile import REFUSED, SHOWN
from tests.faults.outputs import raw_of, unsound
from tests.faults.poison import Dose, poison, poisoned_text
from tests.support import findings, minimal_files, replaced

UNSEEN = {"rules.quantities.unit", "rules.quantities.of", "rules.asks.accept"}
"""Fields that only calculators and the marking of answers use."""
IN_OFFICE = {
    "blueprints.title", "documents.fields.label", "lessons.aims", "lessons.outline.points.text", "lessons.title",
    "rules.asks.ask", "rules.text",
}  # fmt: skip
"""Fields whose text every Word or PowerPoint file about them must hold."""


def visible(rendered: Rendered) -> str:
    """All text of all pages and of the search list, without marks that the theme sets inside it."""
    pages = unescape(re.sub(r"<[^>]*>", "", "\n".join(page.html for page in rendered.pages)))
    index = json.loads(rendered.files["search/search_index.json"])
    return words("\n".join([pages, *(asked for entry in index["docs"] for asked in entry.get("everyday", ()))]))


def words(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("[[", "").replace("]]", ""))


def office_texts(path: str, raw: bytes) -> Iterator[str]:
    """The text of every part of Word and PowerPoint files, also of those in archives."""
    if path.endswith((".docx", ".pptx", ".zip")):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                if name.endswith(".xml"):
                    yield "".join(ElementTree.fromstring(archive.read(name)).itertext())
                yield from office_texts(name, archive.read(name))


def is_shown(dose: Dose, text: str) -> bool:
    return (dose.mark if dose.field.endswith(".body") else words(poisoned_text(dose))) in text


@pytest.mark.parametrize("shift", range(len(SHOWN)))
def test_hostile_text_is_shown_and_does_not_act(shift: int) -> None:
    poisoned = poison(minimal_files(), shift)
    rendered = render(poisoned.views)
    assert list(unsound(rendered, made=False)) == []
    text = visible(rendered)
    assert [dose for dose in poisoned.taken if not is_shown(dose, text) and dose.field not in UNSEEN] == []
    assert len(poisoned.taken) > 70
    for dose, finding in poisoned.refused.items():
        assert finding.startswith(f"{dose.path}:"), finding


@pytest.mark.parametrize("shift", range(1, len(SHOWN), 12))
def test_hostile_text_stays_text_in_office_files(shift: int) -> None:
    poisoned = poison(minimal_files(), shift)
    rendered = render(poisoned.views)
    assert list(unsound(rendered)) == []
    text = words("".join(t for path, made in rendered.files.items() for t in office_texts(path, raw_of(made))))
    doses = [dose for dose in poisoned.taken if dose.field in IN_OFFICE]
    assert {dose.field for dose in doses} == IN_OFFICE
    assert [dose for dose in doses if not is_shown(dose, text)] == []


def test_an_export_of_hostile_text_is_json_that_holds_it() -> None:
    poisoned = poison(minimal_files(), 3)
    told = json.dumps(json.loads(export_json(poisoned.views)), ensure_ascii=False)
    unexported = ("home.", "updates.", "blueprints.")
    wanted = [dose for dose in poisoned.taken if not dose.field.startswith(unexported)]
    assert [dose.field for dose in wanted if dose.mark not in told] == []


@pytest.mark.parametrize("name", REFUSED)
def test_text_that_no_page_can_hold_is_refused(name: str) -> None:
    escaped = "".join(f"\\u{ord(char):04x}" for char in REFUSED[name])
    told = findings(replaced("content/terms.yaml", "name: 预备期", f'name: "{escaped}"'))
    line = r"^content/terms\.yaml:\d+:\d+: error: 有一个不能显示的控制字符（U\+[0-9A-F]{4}） \[control-character\]$"
    assert re.search(line, told, re.MULTILINE), told
