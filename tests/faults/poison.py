"""A handbook with hostile text in every field that takes text, each with a mark to find it by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from pydantic import StringConstraints

from generator.checks import check
from generator.derive.questions.proofs import prove
from generator.derive.views import Views, derive
from generator.diagnostics import Diagnostic, Severity
from generator.load import load
from generator.model.base import Model
from generator.model.handbook import COLLECTIONS
from generator.render.about_pages import inner_models
from generator.structure import collection_of, structure
from tests.faults.hostile import SHOWN

MARK = "毒{:03d}丸"


@dataclass(frozen=True)
class Dose:
    """Hostile text in one field."""

    mark: str
    """Rare text put before it."""
    name: str
    """Which hostile text."""
    field: str
    """Collection and field, without positions in lists."""
    path: str
    """File."""
    place: tuple[str | int, ...]
    """Where in the file."""


@dataclass(frozen=True)
class Poisoned:
    """A handbook that took some doses and refused others with their places."""

    views: Views
    """The handbook with the doses it took."""
    files: Mapping[str, bytes]
    """Its files."""
    taken: tuple[Dose, ...]
    """Doses that must be shown."""
    refused: Mapping[Dose, str]
    """Dose → the finding that refused it."""


def poison(files: Mapping[str, bytes], shift: int, names: Sequence[str] = tuple(SHOWN)) -> Poisoned:
    """The handbook with hostile text in one example of each field; `shift` says which text meets which field."""
    data = {path: parts for path, raw in files.items() if (parts := _parts(path, raw)) is not None}
    doses = tuple(_doses(data, shift, names))
    refused: dict[Dose, str] = {}
    for _ in range(30):
        taken = tuple(dose for dose in doses if dose not in refused)
        spoiled = _spoil(files, data, taken)
        views, found = _read(spoiled)
        errors = [finding for finding in found if finding.severity is Severity.ERROR]
        if not errors:
            assert views is not None
            return Poisoned(views, spoiled, taken, refused)
        refused |= _blamed(errors, taken, spoiled)
    raise AssertionError("no end of refusals")


def fields_of_text() -> Iterator[str]:
    """Every field that takes free text, as collection and path."""
    for name, kind in COLLECTIONS.items():
        yield from (f"{name}.{path}" for path in _text_paths(kind))


def _text_paths(kind: type[Model], seen: tuple[type[Model], ...] = ()) -> Iterator[str]:
    for name, info in kind.model_fields.items():
        if kind is COLLECTIONS["chapters"] and name == "sections":
            continue
        if _is_text(info.annotation, info.metadata):
            yield name
        for inner in inner_models(info.annotation):
            if inner not in seen and issubclass(inner, Model):
                yield from (f"{name}.{path}" for path in _text_paths(inner, (*seen, kind)))


def _is_text(annotation: Any, metadata: list[Any]) -> bool:
    """Whether a field takes free text, or a list of it: text of some length without a pattern."""
    if any(isinstance(m, StringConstraints) and m.min_length == 1 for m in metadata):
        return True
    if hasattr(annotation, "__metadata__") and _is_text(annotation.__origin__, list(annotation.__metadata__)):
        return True
    return any(_is_text(arg, []) for arg in getattr(annotation, "__args__", ()))


def _parts(path: str, raw: bytes) -> tuple[Any, str] | None:
    """The value of a file and its Markdown body, or nothing where it has none."""
    if collection_of(path) is None or (path.endswith(".md") and path.startswith("quizzes/")):
        return None
    text = raw.decode()
    if path.endswith(".md"):
        _, front, body = text.split("---\n", 2)
        return yaml.load(front, Loader=yaml.CBaseLoader), body
    return yaml.load(text, Loader=yaml.CBaseLoader), ""


def _doses(data: Mapping[str, tuple[Any, str]], shift: int, names: Sequence[str]) -> Iterator[Dose]:
    wanted = set(fields_of_text())
    given: set[str] = set()
    for path, (value, body) in data.items():
        collection = collection_of(path)
        whole = {**value, "body": body} if path.endswith(".md") else value
        for place in _leaves(whole):
            field = ".".join([str(collection), *(part for part in place if isinstance(part, str))])
            if field in wanted - given:
                number = len(given)
                given.add(field)
                yield Dose(MARK.format(number), names[(number + shift) % len(names)], field, path, place)


def _leaves(value: Any, place: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, str):
        yield place
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _leaves(inner, (*place, key))


def _spoil(
    files: Mapping[str, bytes], data: Mapping[str, tuple[Any, str]], doses: tuple[Dose, ...]
) -> dict[str, bytes]:
    spoiled = dict(files)
    for path in {dose.path for dose in doses}:
        value, body = json.loads(json.dumps(data[path]))
        for dose in doses:
            if dose.path == path and dose.place == ("body",):
                body = f"{body.rstrip()}\n\n{poisoned_text(dose)}\n"
            elif dose.path == path:
                box = value
                for part in dose.place[:-1]:
                    box = box[part]
                box[dose.place[-1]] = poisoned_text(dose) + box[dose.place[-1]]
        front = json.dumps(value, ensure_ascii=False, indent=1)
        spoiled[path] = (f"---\n{front}\n---\n{body}" if path.endswith(".md") else front + "\n").encode()
    return spoiled


def poisoned_text(dose: Dose) -> str:
    """Mark and hostile text."""
    return dose.mark + SHOWN[dose.name]


def _read(files: Mapping[str, bytes]) -> tuple[Views | None, list[Diagnostic]]:
    documents, found = load(files)
    handbook, misshapen = structure(documents)
    found = [*found, *misshapen]
    found += check(handbook, whole=not found)
    if any(finding.severity is Severity.ERROR for finding in found):
        return None, found
    views = derive(handbook)
    return views, [*found, *prove(handbook, views.bank)]


def _blamed(errors: list[Diagnostic], taken: tuple[Dose, ...], files: Mapping[str, bytes]) -> dict[Dose, str]:
    """The doses that findings are about: those on the line, else all of the file, else all."""
    blamed: dict[Dose, str] = {}
    for finding in errors:
        lines = files[finding.span.path].decode().split("\n")
        line = lines[finding.span.line - 1]
        here = [dose for dose in taken if dose.path == finding.span.path]
        exact = [dose for dose in here if dose.mark in line]
        for dose in exact or here or taken:
            blamed.setdefault(dose, str(finding))
    return blamed
