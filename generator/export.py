"""The whole model and everything derived as JSON, and the JSON Schemas of both sides."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.derive.questions.item import Item
from generator.derive.views import Views
from generator.model.base import Model
from generator.model.handbook import COLLECTIONS, LABELS
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Evidence, Rule

EXPORTED = (
    "sources",
    "rules",
    "chapters",
    "roles",
    "procedures",
    "documents",
    "terms",
    "lessons",
    "preparations",
    "blueprints",
    "updates",
)
"""Collections of the export, in order; chapters hold their sections."""


class ExportedOption(Model):
    """One option of a question, or one part to order."""

    text: str
    """The option."""
    correct: bool
    """Whether it is right."""
    why: str
    """Why it is wrong; empty for a right option."""


class ExportedBasis(Model):
    """A clause a question rests on."""

    source: str
    """Id of the source."""
    article: str | None
    """Article in Chinese numerals, null where unknown."""


class ExportedQuestion(Model):
    """A question of the bank, derived or written, as other programs read it."""

    id: str
    """Permanent id."""
    family: str
    """Id shared by all questions on the same fact."""
    type: QuestionType
    """How it is answered."""
    stem: str
    """The question; `______` stands for a gap."""
    options: tuple[ExportedOption, ...]
    """Options of choices and true-false; empty for other types."""
    key: tuple[str, ...]
    """Right options, accepted fillings, the right order, or key points."""
    pairs: tuple[tuple[str, str], ...]
    """Matching: what belongs together."""
    rationale: str
    """Why the key is right."""
    basis: tuple[ExportedBasis, ...]
    """Clauses it rests on."""
    evidence: Evidence
    """How well its fact is known."""
    topic: str
    """Title of its section."""
    chapter: str
    """Id of its chapter."""
    section: str
    """Id of its section."""
    rules: tuple[str, ...]
    """Ids of the rules it rests on."""
    roles: tuple[str, ...]
    """Ids of the roles it concerns."""
    procedures: tuple[str, ...]
    """Ids of the procedures it belongs to."""
    difficulty: Difficulty
    """How hard it is."""
    must_know: bool
    """Whether it belongs to 「转正前必会」."""
    written: bool
    """Whether an editor wrote it."""
    recipe: str
    """How it was made."""


def export_json(views: Views) -> str:
    """The export as JSON text, keys in a fixed order."""
    data: dict[str, Any] = {"as_of": views.handbook.home.as_of.isoformat()}
    for name in EXPORTED:
        data[name] = [_plain(entity, views) for entity in views.handbook.entities[name]]
    data["questions"] = TypeAdapter(tuple[ExportedQuestion, ...]).dump_python(
        tuple(map(_question, views.bank.items)), mode="json"
    )
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(entity: BaseModel, views: Views) -> dict[str, Any]:
    plain = entity.model_dump(mode="json")
    if isinstance(entity, Rule):
        plain["address"] = views.addresses.of("rules", entity.id)
        plain["scored"] = entity.scored
    return plain


def _question(item: Item) -> ExportedQuestion:
    told = {name: getattr(item, name) for name in ExportedQuestion.model_fields if name not in ("options", "basis")}
    return ExportedQuestion(
        **told,
        options=tuple(ExportedOption(text=o.text, correct=o.correct, why=o.why) for o in item.options),
        basis=tuple(ExportedBasis(source=b.source, article=b.article) for b in item.basis),
    )


def export_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the export."""
    definitions: dict[str, Any] = {}
    properties: dict[str, Any] = {"as_of": {"type": "string", "format": "date"}}
    for name in EXPORTED:
        schema = COLLECTIONS[name].model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        if name == "rules":
            schema["properties"] |= {"address": {"type": "string"}, "scored": {"type": "boolean"}}
            schema["required"] = [*schema["required"], "address", "scored"]
        definitions[schema["title"]] = schema
        properties[name] = {"type": "array", "items": {"$ref": f"#/$defs/{schema['title']}"}}
    question = ExportedQuestion.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions |= question.pop("$defs", {}) | {question["title"]: question}
    properties["questions"] = {"type": "array", "items": {"$ref": f"#/$defs/{question['title']}"}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "支部学堂导出",
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        "$defs": definitions,
    }


def authoring_schemas() -> dict[str, dict[str, Any]]:
    """File name → JSON Schema for editors' tools, one per kind of content."""
    made = {}
    for name, model in COLLECTIONS.items():
        one = TypeAdapter(model).json_schema(ref_template="#/$defs/{model}")
        definitions = one.pop("$defs", {})
        made[f"{name}.schema.json"] = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": LABELS[name],
            "$defs": _in_chinese(definitions | {"one": one}),
            "oneOf": [{"$ref": "#/$defs/one"}, {"type": "array", "items": {"$ref": "#/$defs/one"}}],
        }
    return made


def _in_chinese(schema: Any) -> Any:
    """The schema with each field's Chinese title as the description that editors' tools show."""
    if isinstance(schema, dict):
        out = {key: _in_chinese(value) for key, value in schema.items()}
        if isinstance(out.get("title"), str) and "description" in out:
            out["description"] = out["title"]
        return out
    return [_in_chinese(item) for item in schema] if isinstance(schema, list) else schema
