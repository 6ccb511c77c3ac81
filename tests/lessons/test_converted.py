"""Decks and papers as LibreOffice lays them out: pages counted, and no word lost or cut."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from generator.render.lesson_files import KitFile

OFFICE, TO_TEXT = shutil.which("soffice"), shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(not (OFFICE and TO_TEXT), reason="没有 LibreOffice 或 poppler")

WANTED = {
    "before-conversion": ("slides-20.pptx", "plan-20.docx", "handout.docx", "paper.docx", "sign-in.docx"),
    "six-disciplines-lesson": ("slides-90.pptx", "key.docx", "record.docx"),
}
MOST_PAGES = {"plan-20.docx": 8, "handout.docx": 3, "paper.docx": 2, "sign-in.docx": 1, "key.docx": 2, "record.docx": 2}


@pytest.fixture(scope="module")
def converted(files: Mapping[str, tuple[KitFile, ...]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of files and their PDFs, all converted in one run."""
    folder = tmp_path_factory.mktemp("converted")
    for lesson, names in WANTED.items():
        for file in files[lesson]:
            if (name := file.path.rpartition("/")[2]) in names:
                (folder / f"{lesson}-{name}").write_bytes(file.made())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made = sorted(str(path) for path in folder.iterdir() if path.is_file())
    command = [str(OFFICE), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *made]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def pages(pdf: Path) -> list[str]:
    """The words of each page, without blanks."""
    text = subprocess.run([str(TO_TEXT), "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return [re.sub(r"\s+", "", page) for page in text.split("\f")[:-1]]


@pytest.mark.parametrize("deck", ["before-conversion-slides-20", "six-disciplines-lesson-slides-90"])
def test_every_slide_is_one_page_with_all_its_words(converted: Path, deck: str) -> None:
    slides = Presentation(BytesIO((converted / f"{deck}.pptx").read_bytes())).slides
    found = pages(converted / f"{deck}.pdf")
    assert len(found) == len(slides)
    for slide, page in zip(slides, found, strict=True):
        for shape in slide.shapes:
            if shape.placeholder_format.idx != 10:
                for paragraph in shape.text_frame.paragraphs:
                    assert re.sub(r"\s+", "", paragraph.text) in page


@pytest.mark.parametrize(
    "paper", [f"{lesson}-{n}" for lesson, names in WANTED.items() for n in names if n in MOST_PAGES]
)
def test_papers_take_no_more_sheets_than_they_should(converted: Path, paper: str) -> None:
    name = next(name for name in MOST_PAGES if paper.endswith(name))
    assert 1 <= len(pages(converted / f"{paper.removesuffix('.docx')}.pdf")) <= MOST_PAGES[name]
