"""Compiled templates are kept, and compiled again where they or what they are made of changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.publish.compiled_templates import Compiled


def environment(folder: Path, source: str, name: str = "one") -> Environment:
    return Environment(loader=DictLoader({"a.html": source}), bytecode_cache=Compiled(name, folder), autoescape=True)


def test_compiled_template_is_taken_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment(tmp_path, "{{ 1 + 1 }}").get_template("a.html").render() == "2"
    assert len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr(Environment, "compile", None)
    assert environment(tmp_path, "{{ 1 + 1 }}").get_template("a.html").render() == "2"


def test_changed_source_takes_the_place_of_the_old(tmp_path: Path) -> None:
    environment(tmp_path, "old").get_template("a.html")
    assert environment(tmp_path, "new").get_template("a.html").render() == "new"
    assert len(list(tmp_path.iterdir())) == 1


def test_environments_do_not_share_code(tmp_path: Path) -> None:
    source = "{{ '<' }}"
    environment(tmp_path, source).get_template("a.html")
    other = environment(tmp_path, source, name="two")
    other.autoescape = False
    assert other.get_template("a.html").render() == "<"
    assert environment(tmp_path, source).get_template("a.html").render() == "&lt;"


def test_damaged_code_is_compiled_again(tmp_path: Path) -> None:
    environment(tmp_path, "whole").get_template("a.html")
    (kept,) = tmp_path.iterdir()
    data = kept.read_bytes()
    kept.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert environment(tmp_path, "whole").get_template("a.html").render() == "whole"
    assert kept.read_bytes() == data


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file in its place")
    assert environment(tmp_path / "file", "text").get_template("a.html").render() == "text"
