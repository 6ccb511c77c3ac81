"""Small handbooks inside tests: authored text in, findings or values out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.checks import check
from generator.diagnostics import Severity
from generator.load import load, read_files
from generator.model.handbook import Handbook
from generator.structure import structure

MINIMAL = Path(__file__).parent / "handbooks" / "minimal"


@cache
def minimal_files() -> Mapping[str, bytes]:
    """The files of the smallest whole handbook."""
    files, faults = read_files(MINIMAL)
    assert not faults
    return files


def findings(files: Mapping[str, str | bytes | None]) -> str:
    """What is printed about the minimal handbook with some files replaced, added or (None) removed."""
    merged = dict(minimal_files())
    for path, text in files.items():
        if text is None:
            del merged[path]
        else:
            merged[path] = text.encode() if isinstance(text, str) else text
    documents, unread = load(dict(sorted(merged.items())))
    handbook, misshapen = structure(documents)
    found = [*unread, *misshapen]
    whole = not any(finding.severity is Severity.ERROR for finding in found)
    found += check(handbook, whole=whole)
    return "\n".join(str(finding) for finding in sorted(found, key=lambda finding: finding.order))


def minimal_handbook() -> Handbook:
    """The smallest whole handbook."""
    documents, _ = load(minimal_files())
    handbook, faults = structure(documents)
    assert not faults
    return handbook


def replaced(path: str, old: str, new: str) -> dict[str, str]:
    """One file of the minimal handbook with one passage exchanged."""
    text = minimal_files()[path].decode()
    assert text.count(old) == 1, f"{text.count(old)} × {old!r}"
    return {path: text.replace(old, new)}
