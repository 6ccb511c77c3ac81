"""The project's own shape: imports one way, small modules, every check explained and tested."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.checks import CHECKS
from generator.manual import READING, entries
from generator.model.handbook import COLLECTIONS
from generator.render.about_pages import inner_models

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("diagnostics",),
    ("nodes",),
    ("characters",),
    ("decode", "parse_yaml", "parse_markdown", "parse_questions"),
    ("load",),
    ("model",),
    ("shape_faults",),
    ("structure",),
    ("reading",),
    ("checks",),
    ("derive",),
    ("manual",),
    ("render",),
    ("export",),
    ("pipeline",),
    ("publish",),
    ("cli",),
    ("__main__",),
)
"""Each layer may import only layers above it, and itself. The model takes places from nodes."""

READERS = ("load", "characters", "decode", "parse_yaml", "parse_markdown", "parse_questions")
"""Modules that find faults of writing."""


def layer(module: str) -> int:
    name = module.removeprefix("generator").lstrip(".").split(".")[0]
    return next((i for i, names in enumerate(LAYERS) if name in names), -1)


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    return found | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_imports_go_one_way(path: Path) -> None:
    own = layer(module_name(path))
    late = {name for name in imports(path) if name.startswith("generator.") and layer(name) > own}
    assert late == set()


def test_every_module_has_a_layer() -> None:
    unplaced = {module_name(path) for path in MODULES if layer(module_name(path)) < 0}
    assert unplaced == {"generator"}


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_only_publish_knows_mkdocs_and_only_load_and_output_touch_disk(path: Path) -> None:
    name = module_name(path)
    roots = {imported.split(".")[0] for imported in imports(path)}
    if not name.startswith(("generator.publish", "generator.cli")):
        assert not roots & {"mkdocs", "material"}
        if name != "generator.load":
            in_memory = {"io"} if name.startswith("generator.render.office") else set()
            assert not roots & ({"os", "shutil", "tempfile", "io"} - in_memory)
    if name.startswith("generator.model"):
        assert roots <= {"__future__", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
                         "functools", "generator", "pydantic", "re", "typing"}  # fmt: skip


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name}: {length} lines"


def test_every_file_of_a_check_is_registered() -> None:
    files = {path.stem for path in (PACKAGE / "checks").glob("*.py")} - {"__init__"}
    assert {module.__name__.rpartition(".")[2] for module in CHECKS} == files


def test_every_check_is_explained_with_examples_and_tested() -> None:
    by_id = {entry.id: entry for entry in entries()}
    for module in CHECKS:
        entry = by_id[module.ID]
        assert entry.title
        assert entry.text
        assert entry.bad
        assert entry.good
        assert module.__name__.rpartition(".")[2].replace("_", "-") == module.ID
        assert (ROOT / "tests" / "checks" / f"test_{module.ID.replace('-', '_')}.py").is_file()


def test_every_finding_while_reading_has_a_manual_entry() -> None:
    ids: set[str] = set()
    for name in (*READERS, "shape_faults", "structure"):
        text = (PACKAGE / f"{name}.py").read_text(encoding="utf-8")
        ids |= set(
            re.findall(r'"((?:control|invisible|file|yaml|empty|unknown|missing|wrong|duplicate|front)-[a-z]+)"', text)
        )
    assert ids == set(READING)


def all_models() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    todo: list[type[BaseModel]] = list(COLLECTIONS.values())
    while todo:
        model = todo.pop()
        if model not in found:
            found.add(model)
            todo += [inner for info in model.model_fields.values() for inner in inner_models(info.annotation)]
    return found


@pytest.mark.parametrize("model", sorted(all_models(), key=lambda m: m.__name__), ids=lambda m: m.__name__)
def test_every_field_has_a_docstring_and_a_title_for_editors(model: type[BaseModel]) -> None:
    assert inspect.getdoc(model)
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    for name, info in model.model_fields.items():
        assert info.description, name
        assert info.title, name
        assert re.search(r"[\u4e00-\u9fff]", info.title), name


def test_no_leftovers() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|except Exception|pytest\.mark\.skip\b|assert True\b|breakpoint\(")
    for folder, pattern in ((PACKAGE, "*.py"), (ROOT / "theme_overrides", "*.js"), (ROOT / "tests", "*.py")):
        for path in folder.rglob(pattern):
            if path != Path(__file__):
                assert not marks.search(path.read_text(encoding="utf-8")), path
