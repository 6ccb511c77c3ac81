"""Files that take long to make are made once, and again only where something changed or was damaged."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.publish import made_files
from generator.publish.made_files import FOLDER, finished
from generator.render.made import Made

CALLS: list[str] = []


@dataclass(frozen=True)
class Inside:
    """A value that holds a file."""

    name: str
    """Its name."""
    file: Made
    """The file."""


def text(words: str) -> bytes:
    CALLS.append(words)
    return words.encode()


def joined(files: tuple[Made, ...]) -> bytes:
    CALLS.append("joined")
    return b"+".join(file() for file in files)


def named(inside: Inside) -> bytes:
    return inside.name.encode() + inside.file()


@pytest.fixture(autouse=True)
def no_calls() -> None:
    CALLS.clear()


def entries(root: Path) -> list[Path]:
    return sorted((root / FOLDER).iterdir())


def test_second_build_makes_nothing(tmp_path: Path) -> None:
    files = {"a": "page", "b": Made.of(text, "甲"), "c": b"raw"}
    assert finished(files, tmp_path) == {"a": "page", "b": "甲".encode(), "c": b"raw"}
    assert list(finished(files, tmp_path)) == ["a", "b", "c"]
    assert CALLS == ["甲"]


def test_other_arguments_are_another_file(tmp_path: Path) -> None:
    finished({"a": Made.of(text, "甲")}, tmp_path)
    assert finished({"a": Made.of(text, "乙")}, tmp_path) == {"a": "乙".encode()}
    assert CALLS == ["甲", "乙"]


def test_other_code_makes_files_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finished({"a": Made.of(text, "甲")}, tmp_path)
    monkeypatch.setattr(made_files, "code_stamp", lambda: "other")
    finished({"a": Made.of(text, "甲")}, tmp_path)
    assert CALLS == ["甲", "甲"]


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_damaged_entry_is_made_again(tmp_path: Path, damage: bytes) -> None:
    finished({"a": Made.of(text, "甲")}, tmp_path)
    entries(tmp_path)[0].write_bytes(damage)
    assert finished({"a": Made.of(text, "甲")}, tmp_path) == {"a": "甲".encode()}
    assert finished({"a": Made.of(text, "甲")}, tmp_path) == {"a": "甲".encode()}
    assert CALLS == ["甲", "甲"]


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    finished({"a": Made.of(text, "甲")}, tmp_path)
    entry = entries(tmp_path)[0]
    data = entry.read_bytes()
    entry.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert finished({"a": Made.of(text, "甲")}, tmp_path) == {"a": "甲".encode()}


def test_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file in its place")
    assert finished({"a": Made.of(text, "甲")}, tmp_path) == {"a": "甲".encode()}


def test_without_a_project_nothing_is_kept() -> None:
    assert finished({"a": Made.of(text, "甲")}, None) == {"a": "甲".encode()}


def test_part_of_an_archive_is_made_once(tmp_path: Path) -> None:
    one, two = Made.of(text, "甲"), Made.of(text, "乙")
    files = {"one": one, "all": Made.of(joined, (one, two))}
    assert finished(files, tmp_path) == {"one": "甲".encode(), "all": "甲+乙".encode()}
    assert sorted(CALLS) == ["joined", "乙", "甲"]
    CALLS.clear()
    changed = {"one": one, "all": Made.of(joined, (one, Made.of(text, "丙")))}
    assert finished(changed, tmp_path)["all"] == "甲+丙".encode()
    assert CALLS == ["丙", "joined"]


def test_files_inside_values_are_found() -> None:
    inner = Made.of(text, "甲")
    assert Made.of(named, {"x": Inside("a", inner)}).parts == (inner,)
    assert finished({"a": Made.of(named, Inside("名", inner))}, None) == {"a": "名甲".encode()}


def test_what_was_not_wanted_for_long_is_dropped(tmp_path: Path) -> None:
    for i in range(8):
        finished({"a": Made.of(text, str(i))}, tmp_path)
    assert len(entries(tmp_path)) <= 6
    finished({"a": Made.of(text, "7")}, tmp_path)
    assert [str(i) for i in range(8)] == CALLS


def test_many_files_are_made_by_several_processes(tmp_path: Path) -> None:
    files = {str(i): Made.of(text, f"第{i}个") for i in range(40)}
    assert finished(files, tmp_path) == {str(i): f"第{i}个".encode() for i in range(40)}


@pytest.mark.parametrize("value", [{1, 2}, object(), lambda: 1])
def test_value_that_is_told_differently_in_every_process_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be part of what a file is made of"):
        _ = Made.of(text, value).key


def test_key_does_not_confuse_neighbours() -> None:
    keys = {Made.of(text, *arguments).key for arguments in ((("a", "b"),), (("ab",),), ("a", "b"), ("ab",), (b"ab",))}
    assert len(keys) == 5
