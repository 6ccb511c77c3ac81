"""The real handbook's kits, once for all tests of lessons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.derive.views import Views
from generator.pipeline import read_views
from generator.render.lesson_files import KitFile, kit_files

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def views() -> Views:
    """Everything derived from the real content."""
    return read_views(ROOT)[0]


@pytest.fixture(scope="session")
def files(views: Views) -> Mapping[str, tuple[KitFile, ...]]:
    """The files of every kit, not yet made."""
    return {kit.lesson.id: tuple(kit_files(kit, views)) for kit in views.kits.values()}
