"""Where on the site each entity is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.handbook import Handbook

HUBS = {
    "home": "index.html",
    "study": "study/index.html",
    "roles": "roles/index.html",
    "terms": "terms/index.html",
    "sources": "sources/index.html",
    "changes": "changes.html",
    "updates": "updates.html",
    "about": "about/index.html",
    "editing": "about/editing.html",
    "audit": "about/audit.html",
    "offline": "about/offline.html",
    "lessons": "lessons/index.html",
    "procedures": "procedures/index.html",
    "calculators": "procedures/calculators.html",
    "year": "year/index.html",
    "year-plan": "year/plan.html",
    "documents": "documents/index.html",
    "open": "open.html",
    "quiz": "quiz/index.html",
    "quiz-daily": "quiz/daily.html",
    "quiz-review": "quiz/review.html",
    "quiz-wrong": "quiz/wrong.html",
    "quiz-weak": "quiz/weak.html",
    "quiz-challenge": "quiz/challenge.html",
    "quiz-must": "quiz/must-know.html",
    "quiz-roles": "quiz/by-role.html",
    "quiz-procedures": "quiz/by-procedure.html",
    "quiz-sources": "quiz/by-source.html",
    "quiz-exams": "quiz/exams.html",
    "quiz-papers": "quiz/papers.html",
    "quiz-oral": "quiz/oral.html",
    "quiz-map": "quiz/map.html",
    "quiz-room": "quiz/room.html",
    "quiz-contrast": "quiz/contrast.html",
    "quiz-data": "quiz/data.html",
}
"""Pages that belong to no single entity, by name."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Address of every entity: page path, with an anchor where it shares a page."""

    table: Mapping[tuple[str, str], str]
    """(collection, id) → path from the site's root."""

    def of(self, collection: str, entity_id: str) -> str:
        """Path of an entity from the site's root."""
        return self.table[collection, entity_id]


def derive_addresses(handbook: Handbook) -> Addresses:
    """The address of every entity that has a place on the site."""
    table: dict[tuple[str, str], str] = {}
    for chapter in handbook.chapters:
        folder = f"handbook/{chapter.id}"
        table["chapters", chapter.id] = f"{folder}/index.html"
        for section in chapter.sections:
            table["sections", section.id] = f"{folder}/{section.id}.html"
    for rule in handbook.rules:
        table["rules", rule.id] = f"{table['sections', rule.section]}#rule-{rule.id}"
    for term in handbook.terms:
        table["terms", term.id] = f"terms/index.html#term-{term.id}"
    for chapter in handbook.chapters:
        table["quiz-chapters", chapter.id] = f"quiz/{chapter.id}.html"
        for section in chapter.sections:
            table["quiz-sections", section.id] = f"quiz/{section.id}.html"
    for blueprint in handbook.blueprints:
        table["blueprints", blueprint.id] = f"quiz/exam-{blueprint.id}.html"
    for collection in ("roles", "procedures", "documents", "sources", "lessons"):
        for entity in handbook.entities[collection]:
            table[collection, entity.id] = f"{collection}/{entity.id}.html"
    for procedure in handbook.procedures:
        for use in ("picture", "checklist", "practice"):
            table[f"procedure-{use}s", procedure.id] = f"procedures/{procedure.id}-{use}.html"
        table["procedure-files", procedure.id] = f"procedures/{procedure.id}.svg"
        table["procedure-papers", procedure.id] = f"procedures/{procedure.id}-papers.zip"
        if procedure.planned:
            table["procedure-plans", procedure.id] = f"procedures/{procedure.id}-plan.html"
    return Addresses(table)


def relative(target: str, here: str) -> str:
    """A link to a path from the page at another path, both from the site's root."""
    path, _, anchor = target.partition("#")
    if path == here and anchor:
        return f"#{anchor}"
    parts, folders = path.split("/"), here.split("/")[:-1]
    shared = 0
    while shared < min(len(folders), len(parts) - 1) and parts[shared] == folders[shared]:
        shared += 1
    link = "../" * (len(folders) - shared) + "/".join(parts[shared:])
    return f"{link}#{anchor}" if anchor else link
