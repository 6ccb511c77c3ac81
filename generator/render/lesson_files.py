"""The files of a lesson kit: what each is called on the site and in the archive, and how it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.derive.lessons.kits import Kit
from generator.derive.views import Views
from generator.model.document import DocumentTemplate
from generator.render.lesson_words import LessonWords, lesson_words
from generator.render.made import Made
from generator.render.office.archive import pack
from generator.render.office.exam import answer_key, exam_paper
from generator.render.office.filling import Use
from generator.render.office.lesson_handout import handout, sign_in_sheet
from generator.render.office.lesson_plan import lesson_plan
from generator.render.office.papers import make_paper, paper_text
from generator.render.office.slides import deck_file, deck_pages, slide_ranges
from generator.render.text import day

RECORD = "meeting-minutes-general"
"""Document that a class is recorded on."""


@dataclass(frozen=True)
class KitFile:
    """One file of a kit."""

    path: str
    """Path from the site's root."""
    name: str
    """Name in the archive and when saved."""
    made: Made
    """How it is made."""
    length: int | None = None
    """Length it is for; none if for all."""


def lesson_files(views: Views) -> Mapping[str, Made]:
    """Every file of every kit, by its path, with an archive for each kit."""
    files: dict[str, Made] = {}
    for kit in views.kits.values():
        own = tuple(kit_files(kit, views))
        files |= {file.path: file.made for file in own}
        files[archive_path(kit)] = kit_archive(kit, own, edition_of(views))
    return files


def archive_path(kit: Kit) -> str:
    """Where the archive of a kit is."""
    return f"{_folder(kit)}/kit.zip"


def archive_name(kit: Kit) -> str:
    """Name the archive is saved under."""
    return f"课件包-{kit.lesson.occasion}.zip"


def kit_archive(kit: Kit, files: tuple[KitFile, ...], edition: str) -> Made:
    """The archive of all files of a kit, with a note on what is what."""
    names = tuple(file.name for file in files)
    return Made.of(pack_kit, names, tuple(file.made for file in files), read_me(kit, names, edition))


def pack_kit(names: tuple[str, ...], made: tuple[Made, ...], note: str) -> bytes:
    """The files and the note as one archive."""
    files = {name: one() for name, one in zip(names, made, strict=True)}
    return pack({**files, "0-说明.txt": b"\xef\xbb\xbf" + note.replace("\n", "\r\n").encode()})


def kit_files(kit: Kit, views: Views) -> Iterator[KitFile]:
    """The files of a kit, in the order of the archive."""
    folder, edition = _folder(kit), edition_of(views)
    told: dict[int, LessonWords] = {}
    shown: list[KitFile] = []
    for deck in kit.decks:
        length, pages = deck.telling.length, deck_pages(deck, edition)
        told[length] = lesson_words(deck, slide_ranges(deck, pages), views, edition)
        slides = Made.of(deck_file, pages)
        shown.append(KitFile(f"{folder}/slides-{length}.pptx", f"2-课件-{length:02}分钟.pptx", slides, length))
    for length, words in told.items():
        plan = Made.of(lesson_plan, words)
        yield KitFile(f"{folder}/plan-{length}.docx", f"1-教案-{length:02}分钟.docx", plan, length)
    yield from shown
    whole = told[kit.whole.length]
    yield KitFile(f"{folder}/handout.docx", "3-讲义.docx", Made.of(handout, whole))
    yield from _papers(kit, {source.id: source.short for source in views.handbook.sources})
    yield KitFile(f"{folder}/sign-in.docx", "6-签到表.docx", Made.of(sign_in_sheet, kit.lesson.title))
    document = next((one for one in views.handbook.documents if one.id == RECORD), None)
    if document is not None:
        titles = tuple(part.title for part in whole.parts if part.points)
        record = Made.of(record_form, document, kit.lesson.title, titles)
        yield KitFile(f"{folder}/record.docx", "7-党课记录.docx", record)


def record_form(document: DocumentTemplate, title: str, parts: tuple[str, ...]) -> bytes:
    """The record of a class, with what is known before it begins: kind, topic, outline."""
    outline = "；".join(f"{i}. {part}" for i, part in enumerate(parts, 1))
    values = {
        "kind": "党课",
        "agenda": title,
        "speeches": f"（讲授人）|讲授提纲：{outline}\n　|\n　|\n　|\n　|",
        "vote-method": "没有表决事项",
        "votes": "无",
    }
    return make_paper(paper_text(document), Use.SAMPLE, values)


def edition_of(views: Views) -> str:
    """What the content is of: 依据截至 2026 年 11 月 22 日."""
    return f"依据截至 {day(views.handbook.home.as_of)}"


def read_me(kit: Kit, names: tuple[str, ...], edition: str) -> str:
    """The note that says which file is for what."""
    lengths = "、".join(str(telling.length) for telling in kit.tellings)
    listed = "\n".join(f"  {name}" for name in names)
    return (
        f"{kit.lesson.title}\n讲给：{kit.lesson.audience}\n时长：{lengths} 分钟，任选一种\n{edition}\n\n"
        f"里面有：\n{listed}\n\n"
        "怎么用：\n"
        "  1. 选一种时长，打开同一时长的教案和课件。课件备注里有每一页的分钟、提示和依据，放映时用“演讲者视图”。\n"
        "  2. 讲义每人一份；小卷每人一份，答案只给讲课人。\n"
        "  3. 签到表课前摆好；党课记录当场记，课后签名存档。\n"
        "  4. 案例都是虚构的。规定如有变动，以现行原文为准。\n"
    )


def _folder(kit: Kit) -> str:
    return f"lessons/{kit.lesson.id}"


def _papers(kit: Kit, titles: Mapping[str, str]) -> Iterator[KitFile]:
    folder, paper, form = _folder(kit), kit.paper, kit.paper.forms[0]
    if not form.numbered:
        return
    origin = f"从本课讲到的规定里抽题，种子 {paper.seed}，题库 {paper.edition}。题号后的编号可在站内查到这道题。"
    yield KitFile(f"{folder}/paper.docx", "4-十题小卷.docx", Made.of(exam_paper, paper, form, origin))
    yield KitFile(f"{folder}/key.docx", "5-十题小卷答案.docx", Made.of(answer_key, paper, form, titles, origin))
