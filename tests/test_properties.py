"""Properties: what is written can be read back, and nothing an editor types brings a traceback."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.checks import check
from generator.load import load
from generator.model.handbook import COLLECTIONS
from generator.nodes import Mapping, Node, Scalar, Sequence, locate, plain
from generator.parse_yaml import parse_yaml
from generator.structure import structure
from tests.support import minimal_files, minimal_handbook

PATHS = {
    "sources": "content/sources.yaml",
    "rules": "content/rules/a.yaml",
    "roles": "content/roles/a.yaml",
    "procedures": "content/procedures/a.yaml",
    "documents": "content/documents/a.yaml",
    "terms": "content/terms.yaml",
    "lessons": "content/lessons/a.yaml",
    "questions": "quizzes/a.yaml",
    "blueprints": "quizzes/blueprints/a.yaml",
    "updates": "content/updates.yaml",
}

keys = st.text("abcdefg-", min_size=1, max_size=5)
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2028\u2029\ufeff"),
                min_size=1, max_size=12)  # fmt: skip
values = st.recursive(texts, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4))


def test_structure_of_dump_is_the_same_handbook() -> None:
    handbook = minimal_handbook()
    files = {
        path: json.dumps([entity.model_dump(mode="json", exclude_none=True) for entity in handbook.entities[name]],
                         ensure_ascii=False).encode()
        for name, path in PATHS.items()
    }  # fmt: skip
    documents, unread = load(files)
    again, misshapen = structure(documents)
    assert [*unread, *misshapen] == []
    for name in PATHS:
        assert again.entities[name] == handbook.entities[name]


@given(values)
@settings(max_examples=200, deadline=None)
def test_yaml_text_is_read_back_as_written(value: Any) -> None:
    node, found = parse_yaml(json.dumps({"x": value}, ensure_ascii=False), "a.yaml")
    assert found == []
    assert node is not None
    assert plain(node) == {"x": value}


@given(values)
@settings(max_examples=100, deadline=None)
def test_every_place_points_at_its_text(value: Any) -> None:
    text = json.dumps({"x": value}, ensure_ascii=False, indent=1)
    node, _ = parse_yaml(text, "a.yaml")
    lines = text.split("\n")

    def visit(node: Node) -> None:
        match node:
            case Scalar(value=value, span=span):
                assert json.dumps(value, ensure_ascii=False)[:3] in lines[span.line - 1][span.column - 1 :]
            case Sequence(items=items):
                for item in items:
                    visit(item)
            case Mapping(entries=entries):
                for key, inner in entries:
                    visit(key)
                    visit(inner)

    assert node is not None
    visit(node)
    assert locate(node, ("x",)).path == "a.yaml"


@given(st.sampled_from(sorted(minimal_files())), st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_mutated_content_gives_located_findings_or_a_handbook(path: str, data: st.DataObject) -> None:
    files = dict(minimal_files())
    raw = bytearray(files[path])
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(raw) - 1))
        raw[start : start + data.draw(st.integers(0, 8))] = data.draw(
            st.sampled_from([b"", b": ", b"- ", b"\n", b"[", b"{", b'"', b"&a ", b"*a", b"\t", b"!!x ", b"[[", b"]]",
                             "中".encode(), b"\xff", b"<script>", b"{{ rules: }}", b"|", b"#", b"---\n"])
        )  # fmt: skip
        if not raw:
            break
    files[path] = bytes(raw)
    documents, unread = load(files)
    handbook, misshapen = structure(documents)
    found = [*unread, *misshapen, *check(handbook, whole=not unread and not misshapen)]
    lines = len(bytes(raw).split(b"\n")) + 1
    for finding in found:
        assert finding.span.path in files
        assert finding.span.column >= 1
        assert 1 <= finding.span.line <= (lines if finding.span.path == path else 10_000)
    assert set(handbook.entities) == set(COLLECTIONS)
