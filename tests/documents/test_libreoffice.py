"""What a real word processor makes of the files; needs LibreOffice and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from generator.render.office.filling import Use
from generator.render.office.papers import make_paper
from tests.documents.papers import made, paper

MISSING = [name for name in ("soffice", "pdftotext", "pdfinfo") if shutil.which(name) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

PAGES = {
    "election-request-sample": 2,
    "election-request-blank": 2,
    "notice-result-report-sample": 1,
    "branch-resolution-admission-sample": 1,
    "prospective-member-notice-sample": 1,
    "annual-plan-sample": 2,
    "bulletin-sample": 1,
    "applicant-talk-record-blank": 1,
    "applicant-talk-record-sample": 1,
    "heart-talk-record-blank": 1,
    "meeting-minutes-general-sample": 2,
    "appraisal-plan-blank": 3,
    "recommendation-form-blank": 1,
    "teller-report-blank": 1,
    "teller-report-sample": 1,
    "member-roster-blank": 1,
    "dues-register-blank": 1,
    "election-ballot-blank": 1,
    "election-ballot-sample": 1,
    "vote-slip-membership-sample": 1,
}
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def converted(files: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """The files as PDF, all in one run of LibreOffice."""
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command += [str(folder / f"{name}.docx") for name in files]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return {name: folder / f"{name}.pdf" for name in files}


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def lines(pdf: Path, page: int) -> list[tuple[float, str]]:
    """Bottom edge in points and text of every line of a page, from the top."""
    html = run("pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-")
    found: dict[float, list[tuple[float, str]]] = {}
    for left, _, _, bottom, text in WORD.findall(html):
        key = next((y for y in found if abs(y - float(bottom)) < 6), float(bottom))
        found.setdefault(key, []).append((float(left), text))
    return [(y, "".join(text for _, text in sorted(found[y]))) for y in sorted(found)]


LONG = "".join(f"第{i}句；" for i in range(500))
ROWS = "\n".join(f"某{i}|第{i}次发言" for i in range(200))


def test_in_a_real_word_processor(tmp_path: Path) -> None:
    """One test, since starting LibreOffice takes longer than all that is asked of it."""
    full = {"received": "党" * 1500, "branch": "中共示例社区支部委员会", "date": "2026年8月20日"}
    files = {name: made(name.rpartition("-")[0], Use(name.rpartition("-")[2])) for name in PAGES}
    files["full"] = make_paper(paper("notice-result-report"), Use.SAMPLE, full)
    files["record"] = make_paper(
        paper("meeting-minutes-general"), Use.SAMPLE, {"decisions": LONG, "host": LONG, "speeches": ROWS}
    )
    files["letter"] = make_paper(paper("candidate-request"), Use.SAMPLE, {"candidates": ROWS, "nomination": LONG})
    pdfs = converted(files, tmp_path)
    assert {name: pages(pdfs[name]) for name in PAGES} == PAGES
    full_page_of_a_letter(pdfs["full"])
    for name in ("record", "letter"):
        all_is_printed(pdfs[name])
    assert run("pdftotext", "-raw", str(pdfs["record"]), "-").count("发言人 内容") >= 5, (
        "names of columns on every page"
    )


def pages(pdf: Path) -> int:
    return int(re.findall(r"Pages:\s+(\d+)", run("pdfinfo", str(pdf)))[0])


def full_page_of_a_letter(pdf: Path) -> None:
    """22 lines of 28 characters, 28.95 points apart, the number below them between dashes."""
    *text, (foot, number) = lines(pdf, 2)
    assert [line for _, line in text] == ["党" * 28] * 22
    pitches = [below - above for (above, _), (below, _) in pairwise(text)]
    assert all(abs(pitch - 28.95) < 0.3 for pitch in pitches)
    assert number == "—2—"
    assert foot > text[-1][0]


def all_is_printed(pdf: Path) -> None:
    """Long values and many rows run on over pages."""
    printed = re.sub(r"\s|\f|—\d+—", "", run("pdftotext", "-raw", str(pdf), "-"))
    for i in (0, 1, 250, 498, 499):
        assert f"第{i}句" in printed
    for i in (0, 99, 199):
        assert f"第{i}次发言" in printed
