"""Bank files for scripts: classic scripts that put compact JSON into `window.xtBank`, so that they load from a folder.

`index` has, for each section, a row for each question: id, number of its type, number of its family, whether it
must be known. Each chapter's file has its questions as rows, in the order `QUESTION` names. `words` has every
string and icon that scripts show.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from generator.derive.questions.item import Item
from generator.derive.views import Views
from generator.model.question import QuestionType
from generator.render.icons import PATHS
from generator.render.quiz_question import basis_words, rule_url, show
from generator.render.quiz_words import ICONS, WORDS
from generator.render.text import numeral
from generator.render.words import EVIDENCE, chapter_title

TYPES = tuple(QuestionType)
"""Types of questions; rows give their position here."""

QUESTION = ("id", "type", "stem", "parts", "left", "right", "key", "why", "basis", "rule", "evidence", "section")
"""What the values of a question's row are, in order."""
NO_CLAUSE = "这条规定"
"""What a question rests on that no clause is known of, in words."""


def bank_files(views: Views) -> dict[str, str]:
    """Path from the site's root → text of every bank file."""
    files = {
        "quiz/bank/words.js": _script("words", words(views)),
        "quiz/bank/index.js": _script("index", _index(views)),
    }
    for chapter in views.handbook.chapters:
        rows = [_row(item, views) for item in views.bank.items if item.chapter == chapter.id]
        files[f"quiz/bank/{chapter.id}.js"] = _script(f"bank:{chapter.id}", rows)
    return files


def words(views: Views) -> dict[str, Any]:
    """Every string and icon that scripts show."""
    return {
        "version": views.handbook.home.as_of.isoformat(),
        "numerals": [numeral(n) for n in range(1, 10)],
        "text": dict(sorted(WORDS.items())),
        "icon": {name: PATHS[name] for name in ICONS},
        "evidence": {kind.value: list(word) for kind, word in EVIDENCE.items()},
        "types": [kind.value for kind in TYPES],
        "row": list(QUESTION),
    }


def _script(name: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"(window.xtBank=window.xtBank||{{}})[{json.dumps(name)}]={text};\n"


def _index(views: Views) -> Mapping[str, Any]:
    family: dict[str, int] = {}
    by_section: dict[str, list[list[Any]]] = defaultdict(list)
    for item in views.bank.items:
        number = family.setdefault(item.family, len(family))
        by_section[item.section].append([item.id, TYPES.index(item.type), number, int(item.must_know)])
    return {
        "chapters": [
            [
                chapter.id,
                chapter_title(chapter),
                [
                    [section.id, section.title, views.addresses.of("sections", section.id), by_section[section.id]]
                    for section in chapter.sections
                ],
            ]
            for chapter in views.handbook.chapters
        ],
        "retired": {retired.id: retired.note for retired in views.bank.retired},
    }


def _row(item: Item, views: Views) -> list[Any]:
    shown = show(item)
    return [
        item.id,
        TYPES.index(item.type),
        item.stem,
        [list(part) if part[1] else part[0] for part in shown.parts],
        list(shown.left),
        list(shown.right),
        [] if shown.right else list(item.key),
        item.rationale,
        basis_words(item.basis, views) or NO_CLAUSE,
        rule_url(item, views),
        item.evidence.value,
        item.section,
    ]
