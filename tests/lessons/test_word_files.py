"""The Word files and the archive of a kit: opened by a real reader, compared with what they are made from."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from generator.derive.lessons.kits import Kit
from generator.derive.views import Views
from generator.model.question import QuestionType
from generator.model.rule import SCORED
from generator.render.lesson_files import KitFile, archive_path, kit_archive, kit_files, lesson_files
from generator.render.made import Made
from generator.render.paper_text import answer_of

ROOT = Path(__file__).parents[2]
LOOKED_AT = ("before-conversion", "branch-papers", "united-front-basics")


def read(data: bytes) -> str:
    """All words of a Word file, table cells too."""
    return "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t"))) for p in Document(BytesIO(data)).element.iter(qn("w:p"))
    )


def made(files: tuple[KitFile, ...], name: str) -> bytes:
    return next(file.made() for file in files if file.path.endswith(f"/{name}"))


def test_every_kit_has_all_its_files(files: Mapping[str, tuple[KitFile, ...]], views: Views) -> None:
    for lesson in views.handbook.lessons:
        names = {file.path.rpartition("/")[2] for file in files[lesson.id]}
        own = {f"plan-{n}.docx" for n in lesson.lengths} | {f"slides-{n}.pptx" for n in lesson.lengths}
        assert names == own | {"handout.docx", "paper.docx", "key.docx", "sign-in.docx", "record.docx"}


@pytest.mark.parametrize("lesson", LOOKED_AT)
def test_a_plan_tells_everything_of_its_length(
    lesson: str, files: Mapping[str, tuple[KitFile, ...]], views: Views
) -> None:
    for telling in views.kits[lesson].tellings:
        text = read(made(files[lesson], f"plan-{telling.length}.docx"))
        for line in (*telling.lesson.aims, *telling.lesson.key_points, *telling.lesson.discussion):
            assert line in text
        for part in telling.parts:
            assert f"第 {part.start}—{part.end} 分钟" in text
            for told in part.points:
                assert told.point.text in text
                assert (told.point.notes or "") in text
                assert all(more.spoken in text for more in told.more)
            if part.case:
                assert part.case.answer in text
        assert all(one.text in text for one in views.handbook.preparations)


@pytest.mark.parametrize("lesson", LOOKED_AT)
def test_a_handout_has_the_points_but_no_answers(
    lesson: str, files: Mapping[str, tuple[KitFile, ...]], views: Views
) -> None:
    text = read(made(files[lesson], "handout.docx"))
    for part in views.kits[lesson].whole.parts:
        assert all(told.point.text in text for told in part.points)
        if part.case:
            assert part.case.ask in text
            assert part.case.answer not in text


def test_every_lesson_asks_ten_questions_on_ten_facts_of_its_own_rules(views: Views) -> None:
    for kit in views.kits.values():
        items = [item for _, item in kit.paper.forms[0].numbered]
        rules = {rule.id for rule in kit.whole.rules}
        assert len(items) == 10, kit.lesson.id
        assert len({item.family for item in items}) == 10
        assert all(item.rules[0] in rules and item.evidence in SCORED for item in items)
        assert sum(part.marks * len(part.items) for part in kit.paper.forms[0].parts) == 100


@pytest.mark.parametrize("lesson", LOOKED_AT)
def test_the_paper_asks_and_only_the_key_answers(
    lesson: str, files: Mapping[str, tuple[KitFile, ...]], views: Views
) -> None:
    paper = views.kits[lesson].paper
    asked, key = (read(made(files[lesson], name)) for name in ("paper.docx", "key.docx"))
    assert f"种子 {paper.seed}，题库 {paper.edition}" in asked
    for number, item in paper.forms[0].numbered:
        assert f"{number}．{item.stem.replace('______', '＿＿＿＿＿＿')}" in asked
        assert f"{number}．{answer_of(item)}" in key
        assert item.rationale in key
        assert item.rationale not in asked
        if item.type is QuestionType.SINGLE:
            assert all(option.text in asked for option in item.options)


def test_the_record_is_filled_with_what_is_known(files: Mapping[str, tuple[KitFile, ...]], views: Views) -> None:
    text = read(made(files["before-conversion"], "record.docx"))
    for known in (
        "党课",
        "转正前辅导：五步手续和三种结果",
        "讲授提纲：1. 几个日子先分清；2. 预备期里要做到什么",
        "没有表决事项",
    ):
        assert known in text
    assert "示例" not in text
    assert not re.search(r"某某|示例社区", text)


def test_the_sheet_to_sign_has_room_and_no_names(files: Mapping[str, tuple[KitFile, ...]]) -> None:
    text = read(made(files["before-conversion"], "sign-in.docx"))
    assert "24" in text.split("\n")
    for head in ("应到人数", "实到人数", "缺席人员及原因（逐人写，没有写“无”）", "列席人员"):
        assert head in text


def test_the_archive_holds_every_file_with_a_note(views: Views) -> None:
    kit: Kit = views.kits["before-conversion"]
    own = tuple(kit_files(kit, views))
    data = kit_archive(kit, own, "依据截至 2026 年 11 月 22 日")()
    with ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(["0-说明.txt", *(file.name for file in own)])
        note = archive.read("0-说明.txt").decode("utf-8-sig")
        assert all(f"  {file.name}\r\n" in note for file in own)
        assert archive.read("3-讲义.docx") == made(own, "handout.docx")


def test_all_files_stand_under_the_lessons(views: Views) -> None:
    paths = lesson_files(views)
    assert all(isinstance(made, Made) for made in paths.values())
    assert {archive_path(kit) for kit in views.kits.values()} <= set(paths)
    assert all(re.fullmatch(r"lessons/[a-z-]+/[a-z0-9-]+\.(docx|pptx|zip)", path) for path in paths)


HASHES = """
import hashlib, pathlib
from generator.pipeline import read_views
from generator.render.lesson_files import kit_files
views = read_views(pathlib.Path({root!r}))[0]
for file in kit_files(views.kits["before-conversion"], views):
    print(file.made.key, hashlib.sha256(file.made()).hexdigest())
"""


def test_another_process_makes_the_same_bytes(files: Mapping[str, tuple[KitFile, ...]]) -> None:
    own = [f"{file.made.key} {hashlib.sha256(file.made()).hexdigest()}" for file in files["before-conversion"]]
    other = subprocess.run(
        [sys.executable, "-c", HASHES.format(root=str(ROOT))],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PATH": ""},
        cwd=ROOT,
    )
    assert other.stdout.split("\n")[:-1] == own
