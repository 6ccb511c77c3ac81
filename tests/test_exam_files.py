"""A paper as Word: what stands in each file, read back with python-docx; the same bytes each time."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.shared import Mm

from generator.derive.papers import Paper, derive_paper
from generator.derive.views import Views
from generator.pipeline import read_views
from generator.render.exam_files import exam_files, paper_files, ready_files
from generator.render.paper_text import answer_of

QUIZ = Path(__file__).parent / "handbooks" / "quiz"


@pytest.fixture(scope="module")
def views() -> Views:
    return read_views(QUIZ)[0]


@pytest.fixture(scope="module")
def paper(views: Views) -> Paper:
    return derive_paper(views.handbook.blueprints[0], views.bank, 7, "AB")


def texts(data: bytes) -> list[str]:
    """Every paragraph, those of tables too."""
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def test_a_form_is_three_a4_files_with_the_seed_at_the_foot(views: Views, paper: Paper) -> None:
    files = exam_files(paper, paper.forms[1], views)
    assert [(file.path, file.name) for file in files] == [
        ("quiz/papers/short-7-B-paper.docx", "short-7-B-试卷.docx"),
        ("quiz/papers/short-7-B-sheet.docx", "short-7-B-答题卡.docx"),
        ("quiz/papers/short-7-B-key.docx", "short-7-B-答案和解析.docx"),
    ]
    for file in files:
        data = file.content()
        page = docx.Document(io.BytesIO(data)).sections[0]
        assert (round(page.page_width / Mm(1)), round(page.page_height / Mm(1))) == (210, 297)
        (foot,) = (text for text in texts(data) if "种子 7" in text)
        assert "zhibu paper short --seed 7 --forms A,B" in foot
        assert data == file.content()


def test_every_question_stands_on_the_paper_and_its_answer_only_in_the_key(views: Views, paper: Paper) -> None:
    form = paper.forms[0]
    questions, sheet, key = (texts(file.content()) for file in exam_files(paper, form, views))
    for number, item in form.numbered:
        assert any(
            text.startswith(f"{number}．{item.stem[:6].replace('______', '＿＿＿＿＿＿')[:4]}") for text in questions
        )
        assert f"{number}．{answer_of(item)}" in key
        assert item.rationale in key
        assert item.rationale not in questions
        assert str(number) in sheet or any(f"第 {number}" in text for text in sheet)
    assert sum(text.startswith("依据：《") for text in key) == len(form.numbered)


def test_forms_share_no_family(paper: Paper) -> None:
    first, second = ({item.family for _, item in form.numbered} for form in paper.forms)
    assert not first & second


def test_papers_that_stand_ready_are_those_of_seed_one(views: Views) -> None:
    blueprint = views.handbook.blueprints[0]
    assert [letter for letter, _ in ready_files(views, blueprint)] == ["A", "B"]
    assert [path for path, _ in paper_files(views)][:2] == [
        "quiz/papers/short-1-A-paper.docx",
        "quiz/papers/short-1-A-sheet.docx",
    ]
