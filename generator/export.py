"""The whole model and everything derived as JSON, and the JSON Schemas of both sides."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.derive.views import Views
from generator.model.handbook import COLLECTIONS, LABELS
from generator.model.rule import Rule

EXPORTED = (
    "sources",
    "rules",
    "chapters",
    "roles",
    "procedures",
    "documents",
    "terms",
    "lessons",
    "questions",
    "blueprints",
    "updates",
)
"""Collections of the export, in order; chapters hold their sections."""


def export_json(views: Views) -> str:
    """The export as JSON text, keys in a fixed order."""
    data: dict[str, Any] = {"as_of": views.handbook.home.as_of.isoformat()}
    for name in EXPORTED:
        data[name] = [_plain(entity, views) for entity in views.handbook.entities[name]]
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(entity: BaseModel, views: Views) -> dict[str, Any]:
    plain = entity.model_dump(mode="json")
    if isinstance(entity, Rule):
        plain["address"] = views.addresses.of("rules", entity.id)
        plain["scored"] = entity.scored
    return plain


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
