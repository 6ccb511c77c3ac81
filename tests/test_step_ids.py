"""Ids of steps and ends are addresses people keep and checklists in browsers: once published they stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.load import load, read_files
from generator.structure import structure

ROOT = Path(__file__).parents[1]
RECORD = Path(__file__).parent / "golden" / "step-ids.txt"


def present() -> list[str]:
    """Every step and end of the real handbook as procedure/id."""
    files, _ = read_files(ROOT)
    handbook, _ = structure(load(files)[0])
    return sorted(
        f"{procedure.id}/{name}"
        for procedure in handbook.procedures
        for name in (*(step.id for step in procedure.steps), *(end.id for end in procedure.ends))
    )


def test_no_published_step_has_lost_its_id(request: pytest.FixtureRequest) -> None:
    ids = present()
    if request.config.getoption("--update-golden"):
        RECORD.write_text("\n".join(ids) + "\n", encoding="utf-8", newline="\n")
    lost = sorted(set(RECORD.read_text(encoding="utf-8").split()) - set(ids))
    assert lost == [], "these ids are gone; bring them back, or record the change with pytest --update-golden"
