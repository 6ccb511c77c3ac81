"""The stages in order: load, structure, check, derive, render; publishing is for adapters."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.checks import check
from generator.derive.page_clash import prove_addresses
from generator.derive.questions.proofs import prove
from generator.derive.views import Views, derive
from generator.diagnostics import ContentError, Diagnostic, Severity
from generator.load import read_files
from generator.model.handbook import Handbook
from generator.reading import Memory, read
from generator.render.page import Rendered
from generator.render.site import render
from generator.structure import assemble


@dataclass(frozen=True)
class Site:
    """Everything a publisher needs, engine-neutral."""

    views: Views
    """The handbook and what was derived from it."""
    rendered: Rendered
    """Pages, files and navigation."""
    warnings: tuple[Diagnostic, ...]
    """Findings that do not stop publication."""


def build_site(root: Path, memory: Memory | None = None) -> Site:
    """The whole site of the project at `root`; files that a memory knows are not read a second time.

    Raises `ContentError` with all findings if any is an error.
    """
    views, warnings = read_views(root, memory)
    return Site(views, render(views), warnings)


def read_views(root: Path, memory: Memory | None = None) -> tuple[Views, tuple[Diagnostic, ...]]:
    """Everything derived from the project at `root`, with the warnings; raises as `build_site` does."""
    handbook, warnings = read_handbook(root, memory)
    views = derive(handbook)
    return views, _passed([*warnings, *prove(handbook, views.bank), *prove_addresses(handbook, views.addresses)])


def read_handbook(root: Path, memory: Memory | None = None) -> tuple[Handbook, tuple[Diagnostic, ...]]:
    """The checked handbook of the project at `root`, with the warnings; raises as `build_site` does."""
    files, unread = read_files(root)
    contents = read(files, memory)
    handbook = assemble(entity for content in contents for entity in content.entities)
    faults = [*unread, *(fault for content in contents for fault in content.faults)]
    whole = not any(map(_is_error, faults))
    return handbook, _passed([*faults, *check(handbook, whole=whole)], whole=whole)


def _passed(findings: list[Diagnostic], *, whole: bool = True) -> tuple[Diagnostic, ...]:
    """The findings by place, if none of them is an error."""
    if any(map(_is_error, findings)):
        raise ContentError(findings, whole=whole)
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _is_error(finding: Diagnostic) -> bool:
    return finding.severity is Severity.ERROR
