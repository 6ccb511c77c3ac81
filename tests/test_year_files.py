"""Files of the year: calendars by the grammar, Word tables as a reader opens them, the command as a person meets it."""

from __future__ import annotations

import datetime
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.derive.year.plan import YearPlan, year_plan
from generator.derive.year.wish import Fixed, Wish
from generator.render.calendar_file import Event, calendar_file
from generator.render.office.year_plan import year_docx
from generator.render.year_pages import ready_plans, year_files
from generator.render.year_text import plan_calendar, plan_html, plan_markdown
from tests.figures import DAY
from tests.support import MINIMAL
from tests.yearbook import LIFE, ROOT, read_calendar, views

WISH = Wish(2027, kind="organ-branch", members=26, formal=24, term_ends=DAY("2027-09-16"), months={LIFE: (14,)})
STAMP = "20261122T000000Z"
SOFFICE = shutil.which("soffice")


def planned(wish: Wish) -> YearPlan:
    return year_plan(views().tools.yearbook, wish, views().tools.work)


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4), st.text(min_size=1))
def test_any_text_makes_a_calendar_that_can_be_read(pairs: list[tuple[str, str]], name: str) -> None:
    def plain(text: str) -> str:
        kept = "".join(char for char in text if char.isprintable())
        return kept.encode("utf-8", "replace").decode().strip() or "空"

    events = [Event(f"e{i}", DAY("2026-02-28"), plain(a), f"{plain(a)}\n{plain(b)}") for i, (a, b) in enumerate(pairs)]
    found = read_calendar(calendar_file(events, plain(name), STAMP).encode())
    visible = [(e["SUMMARY"], e["DESCRIPTION"], e["DTSTART"], e["DTEND"]) for e in found]
    assert visible == [(event.title, event.note, "20260228", "20260301") for event in events]


def test_calendar_of_a_plan_is_read_by_the_grammar_and_says_why() -> None:
    plan = planned(WISH)
    events = read_calendar(plan_calendar(plan, WISH, views(), STAMP).encode())
    assert len(events) == len(plan.rows)
    by_uid = {event["UID"]: event for event in events}
    meeting = by_uid["year-2027-general-meeting-3@zhibu-xuetang"]
    assert (meeting["SUMMARY"], meeting["DTSTART"]) == ("支部党员大会", "20270310")
    assert meeting["DESCRIPTION"].split("\n") == [
        "议题：年度工作计划",
        "规则：每季度一般 1 次，《支部工作条例》第十一条",
        "支部学堂按规定的频次排的计划，以上级党组织的要求为准。",
    ]
    assert by_uid["year-2027-dues-1@zhibu-xuetang"]["SUMMARY"] == "本月办：收缴党费"
    assert by_uid[f"year-2027-{LIFE}-14@zhibu-xuetang"]["SUMMARY"] == "组织生活会（2027 年度）"
    assert "ALARM" not in plan_calendar(plan, WISH, views(), STAMP)


def test_word_table_has_every_month_and_every_reason() -> None:
    plan = planned(WISH)
    data = year_docx(plan, WISH, views())
    assert data == year_docx(plan, WISH, views())
    document = Document(io.BytesIO(data))
    sheet, reasons = document.tables
    assert document.paragraphs[0].text == "2027 年「三会一课」年度计划"
    assert document.paragraphs[1].text == (
        "机关党支部，党员 26 名，其中正式党员 24 名，设支部委员会，分了党小组，本届 2027-09-16 届满。"
        "每个月：收缴党费。规定的次数都排够了。"
    )
    assert [row.cells[0].text for row in sheet.rows] == [
        "月份", *(f"{n} 月" for n in range(1, 13)), "次年 1 月", "次年 2 月", "次年 3 月",
    ]  # fmt: skip
    heads = [cell.text for cell in sheet.rows[0].cells]
    assert heads == ["月份", "党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "其他"]
    march = dict(zip(heads, (cell.text for cell in sheet.rows[3].cells), strict=True))
    assert march["党员大会"] == "10 日 周三　年度工作计划"
    assert (
        march["其他"] == "换届准备：等上级提醒，动手准备（16 日 周二）；学雷锋志愿服务；组织生活会后整改（2026 年度）"
    )
    assert sheet.rows[14].cells[6].text == "25 日 周五　2027 年度"
    told = {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in reasons.rows}
    assert told["支部党员大会"][:3] == ["每季度一般 1 次", "规则", "《支部工作条例》第十一条"]
    assert told["党课"][:2] == ["规则没写次数", "惯例"]
    assert told["清明祭扫、纪律教育"][1] == "惯例（待核）"
    width, height = document.sections[0].page_width, document.sections[0].page_height
    assert width is not None
    assert height is not None
    assert width > height


@pytest.mark.skipif(not SOFFICE, reason="LibreOffice is not installed")
def test_the_fullest_year_lies_on_one_sheet(tmp_path: Path) -> None:
    wish = Wish(2026, kind="village-branch", members=40, formal=38, has=frozenset({"activists", "mobile", "abroad"}),
                term_ends=DAY("2026-09-16"), theme=Fixed(0, 1, 6), months={LIFE: (14,)})  # fmt: skip
    (tmp_path / "plan.docx").write_bytes(year_docx(planned(wish), wish, views()))
    profile = (tmp_path / "profile").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "plan.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    text = subprocess.run(
        ["pdftotext", "-l", "1", "plan.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert "次年 3 月" in text
    assert "凭什么这样排" not in text


def test_page_for_printing_holds_the_plan_and_nothing_from_outside() -> None:
    html = plan_html(planned(WISH), WISH, views())
    assert html.count("<table>") == 2
    assert "<h1>2027 年「三会一课」年度计划</h1>" in html
    assert "http" not in html
    assert "<script" not in html


def test_findings_lead_the_markdown() -> None:
    wish = Wish(2026, members=2, formal=2, months={"general-meeting": (3,)})
    text = plan_markdown(planned(wish), wish, views())
    assert text.split("\n\n")[2].split("\n") == [
        "- 正式党员 2 名，不足 3 名，不单独成立党支部；这份计划供联合党支部参考。",
        "- 支部党员大会：第二季度、第三季度、第四季度排得不够，规定每季度一般 1 次。",
    ]


def test_ready_files_are_named_by_the_year_and_repeat() -> None:
    files = year_files(views())
    ready = [f"{one.path}.{form}" for one in ready_plans(views()) for form in ("docx", "ics")]
    assert sorted(files) == sorted([*ready, "year/plan-form.js"])
    assert "year/files/plan-2027-groups.docx" in files
    assert files == year_files(views())
    for path, data in files.items():
        if path.endswith(".ics"):
            assert isinstance(data, str)
            assert read_calendar(data.encode())


def zhibu(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["plan", "--root", str(ROOT), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_command_writes_the_same_plan_in_four_forms(tmp_path: Path) -> None:
    out = tmp_path / "计划"
    code, output = zhibu("--year", "2027", "--kind", "organ", "--members", "26", "--formal", "24", "--groups",
                         "--term-ends", "2027-09-16", "--life-meeting", "2", "--out", str(out))  # fmt: skip
    assert code == 0
    assert output == "".join(
        f"已写好 {(out / f'plan-2027.{form}').as_posix()}\n" for form in ("md", "html", "docx", "ics")
    )
    plan = planned(WISH)
    assert (out / "plan-2027.md").read_text(encoding="utf-8") == plan_markdown(plan, WISH, views())
    assert (out / "plan-2027.html").read_text(encoding="utf-8") == plan_html(plan, WISH, views())
    assert (out / "plan-2027.docx").read_bytes() == year_docx(plan, WISH, views())
    assert (out / "plan-2027.ics").read_bytes() == plan_calendar(plan, WISH, views(), STAMP).encode()


def test_command_tells_what_is_too_few_and_ends_with_3() -> None:
    code, output = zhibu("--year", "2026", "--months", "党员大会=3,6", "--theme-day", "2-5", "--apart")
    assert code == 3
    assert "# 2026 年「三会一课」年度计划" in output
    assert output.endswith("提醒：支部党员大会：第三季度、第四季度排得不够，规定每季度一般 1 次。\n")


REFUSED = {
    "a date that is none": (("--term-ends", "2027-13-01"), "“2027-13-01”不是日期，写成 2027-09-16 这样"),
    "a day that is none": (("--theme-day", "31"), "“31”不对：写 1 到 28（每月几号），或者 2-5（第二个周五）"),
    "months that are none": (
        ("--months", "党课=13"),
        "“党课=13”不对：写成 general-meeting=3,6,9,12 这样，月份 1 到 12",
    ),
    "a meeting that is none": (("--months", "例会=1"), "“例会”不能改月份。可以改的：general-meeting（党员大会）、"),
    "a kind that is none": (("--kind", "school"), "没有“school”这类支部。有：village（村党支部）、"),
    "a form that is none": (("--form", "pdf"), "不认识“pdf”；可以写 md,html,docx,ics"),
}


@pytest.mark.parametrize(("args", "message"), REFUSED.values(), ids=REFUSED)
def test_command_refuses(args: tuple[str, ...], message: str) -> None:
    code, output = zhibu(*args)
    assert code == 2
    assert message in output


def test_command_says_where_there_is_nothing_to_plan() -> None:
    result = CliRunner().invoke(main, ["plan", "--root", str(MINIMAL)])
    assert result.exit_code == 1
    assert result.output == "Error: 内容里没有年历事项，或者少了人数的规定；见 content/year.yaml。\n"


def test_command_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    code, output = zhibu("--out", str(tmp_path / "taken" / "below"))
    assert code == 1
    assert output.startswith("Error: 写不了 ")


@settings(max_examples=20, deadline=None)
@given(st.integers(2020, 2040), st.booleans())
def test_any_year_makes_files(year: int, groups: bool) -> None:
    wish = Wish(year, groups=groups, term_ends=datetime.date(year, 2, 28))
    plan = planned(wish)
    assert read_calendar(plan_calendar(plan, wish, views(), STAMP).encode())
    assert plan_markdown(plan, wish, views()).startswith(f"# {year} 年")
