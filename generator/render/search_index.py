"""The index of search as files, in the form Material's own search reads: `{config, docs}`.

The `.js` file holds the same value for pages opened from a folder, where nothing can be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.derive.search import Entry, EntryKind
from generator.derive.search_words import ALIKE, ASKING, COMMON, KEPT, SAME, sounds
from generator.derive.views import Views

LABELS = {
    EntryKind.RULE: "规定",
    EntryKind.PROCEDURE: "流程",
    EntryKind.STEP: "步骤",
    EntryKind.DOCUMENT: "文书",
    EntryKind.TOOL: "工具",
    EntryKind.TERM: "术语",
    EntryKind.ROLE: "角色",
    EntryKind.SECTION: "章节",
    EntryKind.QUESTION: "题目",
    EntryKind.LESSON: "课件",
    EntryKind.SOURCE: "来源",
}
"""Kind of entry → word of its label, in the order of the filter."""


def search_files(views: Views) -> dict[str, str]:
    """Path from the site's root → text of the index, as JSON and as a script."""
    text = json.dumps(search_index(views.search), ensure_ascii=False, separators=(",", ":"))
    return {"search/search_index.json": text, "search/search_index.js": f"var __index = {text};\n"}


def search_index(entries: Iterable[Entry]) -> dict[str, Any]:
    """The index as one value: what the worker knows of the language, and the entries."""
    listed = list(entries)
    return {
        "config": {
            "lang": ["zh"],
            "separator": r"[\s，。、；：？！]+",
            "pipeline": [],
            "labels": {kind.value: label for kind, label in LABELS.items()},
            "asking": [[words.split(), list(kinds)] for words, kinds in ASKING.items()],
            "kept": sorted(KEPT),
            "common": COMMON.split(),
            "same": [group.split() for group in SAME],
            "alike": ALIKE.split(),
            "sounds": dict(
                sounds(text for entry in listed for text in (entry.title, entry.text, *entry.aliases, *entry.everyday))
            ),
        },
        "docs": [_document(entry) for entry in listed],
    }


def _document(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"location": entry.location, "title": entry.title, "text": entry.text, "kind": entry.kind}
    if entry.aliases:
        row["alias"] = entry.aliases
    if entry.everyday:
        row["everyday"] = entry.everyday
    if entry.place:
        row["place"] = entry.place
    return row
