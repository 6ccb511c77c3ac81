"""What the form of a paper is given: numbers from the rules, natures, columns left for handwriting."""

from __future__ import annotations

import re

from generator.model.document import DocumentField, FieldType
from generator.model.rule import Nature
from generator.render.document_data import hand_columns, nature_of
from tests.documents_form.papers import data, papers, views


def test_a_check_takes_its_number_from_the_rule() -> None:
    quorum = data("branch-resolution-admission")["checks"][1]
    assert quorum["figure"] == {
        "value": [1, 2],
        "upper": [1, 2],
        "bound": "more-than",
        "unit": "应到会有表决权的党员人数",
    }
    assert quorum["part"] == [["members-present", "", "", -1]]
    assert quorum["base"] == [["members-due", "", "", -1]]
    assert (quorum["at"], quorum["href"], quorum["per"]) == ("members-present", "#reception-quorum", "")


def test_no_number_of_a_rule_is_written_in_a_check() -> None:
    """Shares, limits and times name a quantity; only sums, orders and words stand by themselves."""
    for paper in papers():
        for check in data(paper)["checks"]:
            assert ("figure" in check) == (check["check"] in ("share", "limit", "span"))


def test_a_check_of_a_column_is_looked_at_in_every_row() -> None:
    checks = {tuple(check["message"][:4]): check for check in data("teller-report")["checks"]}
    assert checks[tuple("赞成、不")]["per"] == "results"
    assert checks[tuple("监票人“")]["per"] == ""
    assert data("dues-register")["checks"][0]["per"] == ""


def test_an_element_binds_from_where_its_first_rule_does() -> None:
    elements = {element.text: element for element in papers()["meeting-minutes-general"].elements}
    natures = {text[:8]: nature_of(element, views()) for text, element in elements.items()}
    assert natures["书记召集主持，书"] is Nature.RULE
    assert natures["主持人和记录人"] is Nature.CUSTOM
    assert natures["几天内整理好、存"] is Nature.LOCAL


def test_columns_whose_example_is_empty_are_left_for_handwriting() -> None:
    field = DocumentField(
        id="candidates", label="候选人", type=FieldType.LIST, options=("姓名", "画票"), example="王某某|\n刘某某|　"
    )
    assert hand_columns(field) == (1,)


def test_no_sample_holds_an_identity_or_phone_number() -> None:
    for paper in papers().values():
        for field in paper.fields:
            assert not re.search(r"\d{17}[\dXx]|1[3-9]\d{9}", field.example or ""), (paper.id, field.id)


def test_every_paper_for_posting_warns_of_private_data() -> None:
    posted = sorted(paper.id for paper in papers().values() if paper.posted)
    assert posted == [
        "bulletin",
        "conversion-notice",
        "dues-register",
        "initiative-letter",
        "member-roster",
        "news-item",
        "open-letter",
        "party-affairs-notice",
        "prospective-member-notice",
    ]
