"""The audit: every kind of statement without a basis is found, at its own address."""

from __future__ import annotations

from collections.abc import Callable

from click.testing import CliRunner

from generator.cli import main
from generator.derive.views import Views, derive
from generator.load import load
from generator.render.audit import audit_text
from generator.structure import structure
from tests.support import MINIMAL, minimal_files

SPOILED = {
    "content/sources.yaml": ("looked: 2026-11-22", "looked: 2025-11-21"),
    "content/roles/probationary-member.yaml": (
        "duties:",
        "duties:\n  - {id: talk, text: 常谈心, nature: rule, evidence: memory}",
    ),
    "content/handbook/ch01-admission/01-process.md": (
        "  - {source: admission-2026, articles: 第三十一条, why: 写明起算日。}",
        "  - {source: admission-2014, articles: 第三十一条, why: 写明起算日。}",
        "## 期满以后",
        "## 题外话\n\n没有出处的[话](term:probation)。\n\n## 期满以后",
        "  - {text: 预备期一年。, rules: [probation-length]}",
        "  - {text: 预备期一年。}",
    ),
}
"""File → passages with what is put in their place, two by two."""


def spoiled() -> Views:
    files = dict(minimal_files())
    for path, passages in SPOILED.items():
        text = files[path].decode()
        for old, new in zip(passages[::2], passages[1::2], strict=True):
            assert old in text, old
            text = text.replace(old, new, 1)
        files[path] = text.encode()
    documents, unread = load(files)
    handbook, misshapen = structure(documents)
    assert [*unread, *misshapen] == []
    return derive(handbook)


def test_text_tells_all_that_rests_on_nothing(golden: Callable[[str, str], None]) -> None:
    golden("audit.txt", audit_text(spoiled()))


def test_sources_come_by_last_look_and_a_year_is_long() -> None:
    looked = [(item.source.id, item.due, item.cited) for item in spoiled().audit.sources]
    assert looked == [("admission-2026", True, 3), ("admission-2014", False, 0)]


def test_the_command_prints_the_same() -> None:
    documents, _ = load(minimal_files())
    handbook, _ = structure(documents)
    result = CliRunner().invoke(main, ["audit", "--root", str(MINIMAL)])
    assert (result.exit_code, result.stdout) == (0, audit_text(derive(handbook)))
