"""README and CONTRIBUTING say what is true: commands, options, files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from generator.export import authoring_schemas
from tests.test_architecture import LAYERS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def test_every_command_is_in_readme_and_no_other() -> None:
    listed = set(re.findall(r"^\| `zhibu ([a-z]+)", README, re.MULTILINE))
    assert listed == set(main.commands)


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_call_of_zhibu_is_one_it_takes(text: str) -> None:
    for name, rest in re.findall(r"zhibu ([a-z]+)([^`\n（，；]*)", text):
        command = main.commands[name]
        if isinstance(command, click.Group):
            command = command.commands[rest.split()[0]]
        known = {option for param in command.params for option in param.opts}
        assert set(re.findall(r"--[a-z]+(?:-[a-z]+)*", rest)) <= known | {"--help"}, f"zhibu {name}{rest}"


def commands(group: click.Group, name: str = "zhibu") -> Iterator[tuple[str, click.Command]]:
    for part, command in group.commands.items():
        yield f"{name} {part}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {part}")


@pytest.mark.parametrize(("name", "command"), list(commands(main)))
def test_every_command_and_option_is_explained_to_editors(name: str, command: click.Command) -> None:
    options = [param for param in command.params if isinstance(param, click.Option)]
    told = {name: command.help or "", **{option.opts[0]: option.help or "" for option in options}}
    assert [name for name, text in told.items() if not re.search("[\u4e00-\u9fff]", text)] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_make_target_exists(text: str) -> None:
    for target in re.findall(r"make ([a-z]+)\b", text):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_linked_file_exists(text: str) -> None:
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / link).exists(), link


def test_every_layer_of_the_code_is_in_contributing_and_no_other() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|[^|]+\|[^|]+\|$", CONTRIBUTING.partition("### Words")[0], re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`([a-z_]+)/?`", row)]
    assert sorted(named) == sorted(name for layer in LAYERS for name in layer if name != "__main__")


def test_settings_for_editors_name_schemas_that_are_written() -> None:
    (line,) = re.findall(r'^"yaml.schemas": (.*)$', README, re.MULTILINE)
    for schema, files in json.loads(line).items():
        assert schema.removeprefix("schemas/") in authoring_schemas()
        assert list(ROOT.glob(files)), files


def test_ci_runs_the_test_command_of_readme() -> None:
    assert "make test" in README
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_lock_pins_every_requirement_with_hashes_and_names_no_registry() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9][a-z0-9-]*)==", lock, re.MULTILINE)
    blocks = re.split(r"^(?=[a-z0-9][a-z0-9-]*==)", lock, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in lock
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(r'^    "([A-Za-z-]+)[>="]', project, re.MULTILINE)
    assert {name.lower() for name in wanted} <= set(pins)


def test_top_level_holds_only_what_belongs_there() -> None:
    allowed = {"mkdocs.yml", "pyproject.toml", "content", "quizzes", "generator", "theme_overrides", "tests", "README.md",
               "Makefile", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "requirements.lock"}  # fmt: skip
    made = {"site", "tree", "schemas", "dist"}
    assert {p.name for p in ROOT.iterdir() if not p.name.startswith(".")} - made <= allowed
