"""Hostile text typed or pasted into the site's own forms: it stays text, in the page and in what is stored."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.faults.hostile import SHOWN

FORMS = (
    "procedures/conversion-checklist.html",
    "procedures/conversion-plan.html",
    "procedures/calculators.html",
    "documents/applicant-talk-record.html",
    "quiz/exams.html",
    "quiz/data.html",
    "quiz/admission-process.html",
)
"""Pages with fields to type into."""
TYPE_ALL = """
text => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  for (const field of document.querySelectorAll("main input, main textarea")) {
    if (!["text", "search", "tel", "textarea"].includes(field.type) || field.readOnly) continue;
    field.value = text;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
  for (const button of document.querySelectorAll("main button[type=submit], main form button")) if (button.offsetParent) button.click();
}
"""
"""Puts a text into every field, as if typed, and sends every form."""


@pytest.mark.parametrize("path", FORMS)
def test_typed_text_stays_text(page: Page, base_url: str, path: str) -> None:
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.goto(f"{base_url}/{path}")
    for text in (SHOWN["all"], SHOWN["long-word"], SHOWN["proto"], SHOWN["ics"], SHOWN["digits"]):
        page.evaluate(TYPE_ALL, text)
        page.wait_for_timeout(80)
    assert page.evaluate("typeof window.xtHarm") == "undefined"
    assert page.evaluate("document.querySelectorAll('img[src=x], [onerror], [onload]').length") == 0
    assert page.evaluate("({}).polluted") is None
    kept = page.evaluate("JSON.stringify(localStorage)")
    assert isinstance(json.loads(kept), dict)
    page.reload()
    page.wait_for_timeout(150)
    assert page.evaluate("typeof window.xtHarm") == "undefined"
