"""A form of a paper as Word files: what the command writes, and what the page for organisers gives to download."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.papers import Form, Paper, derive_paper
from generator.derive.views import Views
from generator.model.question import Blueprint
from generator.render.made import Made
from generator.render.office.exam import answer_key, answer_sheet, exam_paper
from generator.render.paper_text import origin_of

READY_SEED = 1
"""Seed of the papers that stand ready on the site."""
READY_FORMS = "AB"
"""Their forms."""


@dataclass(frozen=True, slots=True)
class ExamFile:
    """One Word file of a form."""

    path: str
    """Path from the site's root, in ASCII."""
    title: str
    """What it is: 试卷, 答题卡, 答案和解析."""
    name: str
    """File name a person sees."""
    content: Made
    """Makes its bytes."""


def exam_files(paper: Paper, form: Form, views: Views) -> tuple[ExamFile, ...]:
    """The questions, the answer sheet and the key of a form."""
    origin = origin_of(paper, form)
    titles = {source.id: source.short for source in views.handbook.sources}
    whole = f"{paper.blueprint.id}-{paper.seed}-{form.letter}"
    made = (
        ("paper", "试卷", Made.of(exam_paper, paper, form, origin)),
        ("sheet", "答题卡", Made.of(answer_sheet, paper, form, origin)),
        ("key", "答案和解析", Made.of(answer_key, paper, form, titles, origin)),
    )
    return tuple(
        ExamFile(f"quiz/papers/{whole}-{kind}.docx", title, f"{whole}-{title}.docx", content)
        for kind, title, content in made
    )


def ready_files(views: Views, blueprint: Blueprint) -> tuple[tuple[str, tuple[ExamFile, ...]], ...]:
    """Letter and files of each form of a blueprint that stands ready."""
    paper = derive_paper(blueprint, views.bank, READY_SEED, READY_FORMS)
    return tuple((form.letter, exam_files(paper, form, views)) for form in paper.forms)


def paper_files(views: Views) -> Iterator[tuple[str, Made]]:
    """Path and content of every Word file that stands ready."""
    for blueprint in views.handbook.blueprints:
        for _, files in ready_files(views, blueprint):
            for file in files:
                yield file.path, file.content
