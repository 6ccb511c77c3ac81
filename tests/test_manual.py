"""The editors' manual: every field with an example, the handbook's own where it has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.derive.field_examples import field_examples, flow
from generator.model.handbook import COLLECTIONS
from generator.nodes import Node
from generator.parse_yaml import parse_yaml
from generator.pipeline import read_handbook
from generator.render.about_pages import field_entries

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def examples() -> dict[str, dict[str, str]]:
    handbook, _ = read_handbook(ROOT)
    return {
        name: {
            entry.name: entry.example
            for entry in field_entries(model, field_examples(handbook, name))
            if not entry.holds_fields
        }
        for name, model in COLLECTIONS.items()
    }


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_the_manual_has_an_example(examples: dict[str, dict[str, str]], collection: str) -> None:
    assert [name for name, example in examples[collection].items() if not example] == []


def test_examples_are_what_the_handbook_says(examples: dict[str, dict[str, str]]) -> None:
    assert examples["sources"]["replaces"] == "[constitution-2017]"
    assert examples["lessons"]["lengths"] == "[8, 20, 45, 90]"
    assert examples["rules"]["checked.by"] == "组织科 刘某某"


def node(text: str) -> Node:
    parsed, findings = parse_yaml(text, "a.yaml")
    assert not findings
    assert parsed is not None
    return parsed


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a: 一年", "{a: 一年}"),
        ("- 一\n- 二", "[一, 二]"),
        ('"a: b"', '"a: b"'),
        ("'[[一年]]'", '"[[一年]]"'),
        ("|\n  一\n  二\n", '"一\\n二\\n"'),
    ],
)
def test_flow_style_reads_back_as_written(written: str, shown: str) -> None:
    assert flow(node(written)) == shown
    assert flow(node(shown)) == shown
