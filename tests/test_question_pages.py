"""Pages of a section's questions: one where they are few, else cut at the headings of the section's text."""

from __future__ import annotations

import dataclasses

import pytest

from generator.derive.addresses import derive_addresses
from generator.derive.questions import pages
from generator.derive.questions.bank import derive_bank
from generator.derive.questions.item import Bank
from generator.derive.questions.pages import derive_question_pages
from generator.derive.search import derive_search
from generator.derive.views import derive
from generator.model.chapter import Section
from generator.model.handbook import Handbook
from generator.model.question import QuestionType
from generator.model.source import Source
from generator.render.context import Context
from generator.render.navigation import Navigation, outline
from generator.render.quiz_pages import quiz_pages
from tests.test_questions import handbook


def cut(made: Handbook, most: int, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, int]]:
    """Address, title and number of questions of the pages of the first section with questions."""
    monkeypatch.setattr(pages, "MOST", most)
    found = derive_question_pages(made, derive_addresses(made), derive_bank(made))
    section = next(page.section for page in found if page.items)
    return [(page.url, page.title, len(page.items)) for page in found if page.section == section]


def test_few_questions_stand_on_one_page_without_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    ((url, title, _),) = cut(handbook(), 1000, monkeypatch)
    assert url.startswith("quiz/")
    assert "--" not in url
    assert title == ""


def test_many_are_cut_and_none_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    made = handbook()
    whole = cut(made, 1000, monkeypatch)[0][2]
    found = cut(made, 5, monkeypatch)
    assert sum(n for _, _, n in found) == whole
    assert all(n <= 5 for _, _, n in found)
    assert [url for url, _, _ in found][1] == found[0][0].replace(".html", "--2.html")
    assert all(title for _, title, _ in found)


def test_questions_follow_the_headings_their_rules_stand_under(monkeypatch: pytest.MonkeyPatch) -> None:
    made = handbook()
    bank = derive_bank(made)
    item = bank.items[0]
    (section,) = (section for section in made.sections if section.id == item.section)
    body = f"## 甲\n\n别的。\n\n## 乙\n\n{{{{ rules: {item.rules[0]} }}}}\n"
    monkeypatch.setattr(pages, "MOST", 1)
    told = dataclasses.replace(bank.items[0], id="q-other", rules=("nothing",))
    two = Bank((told, item), ())
    changed = _with_body(made, section, body)
    found = [page for page in derive_question_pages(changed, derive_addresses(changed), two) if page.items]
    assert [(page.title, [one.id for one in page.items]) for page in found] == [
        ("乙", [item.id]),
        (pages.REST, ["q-other"]),
    ]


def test_search_leads_to_the_page_that_holds_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", 5)
    made = handbook()
    addresses, bank = derive_addresses(made), derive_bank(made)
    holder = {item.id: page.url for page in derive_question_pages(made, addresses, bank) for item in page.items}
    led = [entry.location.split("#") for entry in derive_search(made, addresses, bank) if "#q-" in entry.location]
    assert led
    assert [url for url, name in led] == [holder[name] for _, name in led]


def _with_body(made: Handbook, section: Section, body: str) -> Handbook:
    sections = tuple(one.model_copy(update={"body": body}) if one is section else one for one in made.sections)
    return Handbook({**made.entities, "sections": sections})


def test_a_further_page_stands_in_the_navigation_beside_its_section(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "MOST", 5)
    views = derive(handbook())
    (tab,) = (item for item in outline(views) if item.title == "自测")
    told = [page.url for group in tab.children for page in group.children]
    held = [page.url for page in derive_question_pages(views.handbook, views.addresses, views.bank)]
    assert [url for url in told if "--" in url] == [url for url in held if "--" in url] != []
    tabs = Navigation(outline(views)).tabs(next(url for url in held if "--" in url))
    assert [tab["title"] for tab in tabs if tab["active"]] == ["自测"]


def test_a_link_to_a_rule_names_the_clause_and_a_source_once() -> None:
    views = derive(handbook())
    one, other = [rule for rule in views.handbook.rules if rule.basis and rule.basis[0].article][:2]
    context = Context(views, "index.html")
    names = [label for _, label in context.clauses([one.id, other.id, one.id])]
    source = f"《{views.handbook.get(Source, one.basis[0].source).short}》"
    assert names[0] == f"{source}{one.basis[0].article}（1）"
    assert names[2].endswith(f"{one.basis[0].article}（2）")
    assert [href for href, _ in context.clauses([one.id])] == [context.href("rules", one.id)]


def test_the_oath_has_oral_cards_of_its_own() -> None:
    views = derive(handbook())
    model = next(item for item in views.bank.items if item.type is QuestionType.SHORT_ANSWER)
    cards = (
        dataclasses.replace(model, id="q-oath", stem="请背一遍入党誓词。", must_know=True),
        dataclasses.replace(model, id="q-other", stem="预备期多长？", must_know=True),
    )
    shown = dataclasses.replace(views, bank=Bank(cards, ()))
    (page,) = (page for page in quiz_pages(shown) if page.url == "quiz/oral.html")
    assert page.html.index("入党宣誓和誓词") < page.html.index("q-oath") < page.html.index("q-other")
