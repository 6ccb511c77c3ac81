"""Every kind of page the site has, so that what is asked of pages is asked of all kinds."""

from __future__ import annotations

import re

KINDS = {
    "home": (r"index\.html", "index.html"),
    "study": (r"study/index\.html", "study/index.html"),
    "chapter": (r"handbook/[a-z]+/index\.html", "handbook/overview/index.html"),
    "section": (r"handbook/[a-z]+/(?!index)[a-z-]+\.html", "handbook/overview/overview-role.html"),
    "roles": (r"roles/index\.html", "roles/index.html"),
    "role": (r"roles/(?!index)[a-z-]+\.html", "roles/branch-secretary.html"),
    "terms": (r"terms/index\.html", "terms/index.html"),
    "sources": (r"sources/index\.html", "sources/index.html"),
    "source": (r"sources/(?!index)[a-z0-9-]+\.html", "sources/admission-2026.html"),
    "changes": (r"changes\.html", "changes.html"),
    "open": (r"open\.html", "open.html"),
    "updates": (r"updates\.html", "updates.html"),
    "about": (r"about/index\.html", "about/index.html"),
    "editing": (r"about/editing\.html", "about/editing.html"),
    "audit": (r"about/audit\.html", "about/audit.html"),
    "offline": (r"about/offline\.html", "about/offline.html"),
    "year": (r"year/index\.html", "year/index.html"),
    "year planner": (r"year/plan\.html", "year/plan.html"),
    "lessons": (r"lessons/index\.html", "lessons/index.html"),
    "lesson": (r"lessons/(?!index)[a-z-]+\.html", "lessons/before-conversion.html"),
    "slides": (r"lessons/[a-z-]+/slides\.html", "lessons/before-conversion/slides.html"),
    "procedures": (r"procedures/index\.html", "procedures/index.html"),
    "calculators": (r"procedures/calculators\.html", "procedures/calculators.html"),
    "procedure": (
        r"procedures/(?!.*-(?:checklist|picture|plan|practice)\.html)[a-z-]+\.html",
        "procedures/conversion.html",
    ),
    "education plan": (r"procedures/education-plan\.html", "procedures/education-plan.html"),
    "procedure checklist": (r"procedures/[a-z-]+-checklist\.html", "procedures/conversion-checklist.html"),
    "procedure picture": (r"procedures/[a-z-]+-picture\.html", "procedures/conversion-picture.html"),
    "procedure planner": (r"procedures/[a-z-]+-plan\.html", "procedures/conversion-plan.html"),
    "procedure practice": (r"procedures/[a-z-]+-practice\.html", "procedures/conversion-practice.html"),
    "documents": (r"documents/index\.html", "documents/index.html"),
    "document": (r"documents/(?!index)[a-z-]+\.html", "documents/election-request.html"),
    "quiz": (r"quiz/index\.html", "quiz/index.html"),
    "exams": (r"quiz/exams\.html", "quiz/exams.html"),
    "exam papers": (r"quiz/papers\.html", "quiz/papers.html"),
    "room": (r"quiz/room\.html", "quiz/room.html"),
    "exam": (r"quiz/exam-[a-z-]+\.html", "quiz/exam-branch-friday.html"),
    "quiz tools": (
        r"quiz/(?:by-[a-z]+|challenge|contrast|daily|data|map|must-know|oral|review|weak|wrong)\.html",
        "quiz/data.html",
    ),
    "quiz of a section": (r"quiz/[a-z]+(?:-[a-z]+)*(?:--[0-9]+)?\.html", "quiz/documents-publicity.html"),
    "not found": (r"404\.html", "404.html"),
}
"""Kind → what its addresses look like, and one of them that is short."""

MORE = {
    "long section": "handbook/admission/admission-process.html",
    "handwritten document": "documents/application-letter.html",
    "quiz by role": "quiz/by-role.html",
    "quiz contrast": "quiz/contrast.html",
    "quiz daily": "quiz/daily.html",
    "quiz map": "quiz/map.html",
    "quiz oral": "quiz/oral.html",
    "quiz review": "quiz/review.html",
    "quiz wrong": "quiz/wrong.html",
}
"""Further pages that look unlike their kind's example."""

OWN_LOOK = frozenset({"slides"})
"""Kinds outside the theme, which tests of their own look at."""

PAGES = {**{kind: example for kind, (_, example) in KINDS.items() if kind not in OWN_LOOK}, **MORE}
"""Name → address of the pages to look at."""


def kind_of(url: str) -> str | None:
    """The first kind that a page's address fits, if any."""
    return next((kind for kind, (pattern, _) in KINDS.items() if re.fullmatch(pattern, url)), None)
