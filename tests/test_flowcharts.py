"""Procedures as charts: rows, ways out, work at the same time; the order a question asks for; pages and pictures."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from generator.derive.flow_poster import poster
from generator.derive.flowcharts import Across, Beside, Exit, Room, Way, derive_flowcharts
from generator.derive.views import derive
from generator.model.procedure import Procedure
from generator.render.flowchart import LIGHT, picture_svg, procedure_files, procedure_pages
from generator.render.text import coordinate
from tests.procedures import charted
from tests.support import minimal_handbook

ROOT = Path(__file__).parents[1]
VIEWS = derive(minimal_handbook())
CHART = VIEWS.flowcharts["conversion"]

WIDE = Procedure.model_validate(
    {
        "id": "wide", "title": "并行的流程", "section": "s", "lead": "导语。",
        "lanes": [{"id": f"l{i}", "name": f"第{i}列", "roles": [f"r{i}"]} for i in range(4)],
        "stages": [
            {"id": "a", "title": "甲", "steps": [
                {"id": "one", "title": "第一", "actor": "r1", "text": "。", "evidence": "text", "outputs": ["名单"],
                 "parallel": [{"actor": "r3", "title": "旁观"}, {"actor": "r2", "title": "记录"},
                              {"actor": "r1", "title": "同列"}, {"actor": "r0", "title": "旁听"}]},
            ]},
            {"id": "b", "title": "乙", "steps": [
                {"id": "two", "title": "第二", "actor": "r3", "text": "。", "evidence": "text",
                 "decision": {"question": "行吗？", "branches": [
                     {"label": "行"}, {"label": "再来", "to": "two"}, {"label": "跳过", "to": "four", "note": "省一步。"},
                     {"label": "不行", "to": "stopped"}]}},
                {"id": "three", "title": "第三", "actor": "r3", "text": "。", "evidence": "text"},
                {"id": "four", "title": "第四", "actor": "r0", "text": "。", "evidence": "text"},
            ]},
        ],
        "ends": [{"id": "done", "title": "办成了", "kind": "done"}, {"id": "stopped", "title": "没办成", "kind": "stop"}],
    }
)  # fmt: skip


def test_rows_follow_the_steps() -> None:
    chart = charted(WIDE)
    assert [(row.number, row.lane, row.came, row.direction) for row in chart.rows] == [
        (1, 1, None, "first"), (2, 3, 1, "right"), (3, 3, 3, "straight"), (4, 0, 3, "left"),
    ]  # fmt: skip
    assert [(column.name, column.steps) for column in chart.columns] == [
        ("第0列", 1), ("第1列", 1), ("第2列", 0), ("第3列", 2),
    ]  # fmt: skip
    assert chart.last == 0
    assert (chart.ending.kind, chart.ending.anchor, chart.ending.title) == ("done", "end-done", "办成了")


def test_ways_out_say_where_they_lead() -> None:
    assert charted(WIDE).rows[1].exits == (
        Exit("行", "", Way.ON, "step-three", 3, "第三"),
        Exit("再来", "", Way.BACK, "step-two", 2, "第二"),
        Exit("跳过", "省一步。", Way.AHEAD, "step-four", 4, "第四"),
        Exit("不行", "", Way.END, "end-stopped", 0, "没办成"),
    )


def test_work_at_the_same_time_joins_its_neighbour() -> None:
    row = charted(WIDE).rows[0]
    assert row.within == (Beside("r1", "角色r1", 1, "同列"),)
    assert row.across == (
        Across(0, 1, (Beside("r0", "角色r0", 0, "旁听"),)),
        Across(2, 1, (Beside("r2", "角色r2", 2, "记录"),)),
        Across(3, 2, (Beside("r3", "角色r3", 3, "旁观"),)),
    )


def test_what_is_said_stands_beside_the_step_where_there_is_more_room() -> None:
    chart = charted(WIDE)
    assert [chart.room(row) for row in chart.rows] == [
        Room(2, 2, west=False, taken=True),
        Room(0, 3, west=True, taken=False),
        Room(0, 3, west=True, taken=False),
        Room(1, 3, west=False, taken=False),
    ]


def test_the_way_on_after_the_last_step_is_the_first_end() -> None:
    assert CHART.rows[-1].exits[0] == Exit("能", "", Way.ON, "end-converted", 0, "成为正式党员", done=True)


def test_every_link_of_the_picture_has_a_target_on_its_page() -> None:
    pages = {page.url: page.html for page in procedure_pages(VIEWS)}
    html = pages["procedures/conversion.html"]
    anchors = set(re.findall(r'\bid="([^"]+)"', html))
    links = re.findall(r'<a href="#([^"]+)" class="(?:step|decision|beside|done|stop|join)"', html)
    assert links == ["step-apply", "step-vote", "step-vote", "end-cancelled", "end-converted"]
    assert set(links) <= anchors
    for svg in (pages["procedures/conversion-picture.html"], *procedure_files(VIEWS).values()):
        targets = re.findall(r'<a href="([^"#]+)#([^"]+)" class=', svg)
        assert {page for page, _ in targets} == {"conversion.html"}
        assert {anchor for _, anchor in targets} == set(links)


def test_the_file_stands_alone() -> None:
    ((path, svg),) = procedure_files(VIEWS).items()
    assert path == "procedures/conversion.svg"
    root = ElementTree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("role") == "group"
    assert "var(" not in svg
    assert "预备党员转正流程图" in svg
    assert "支部学堂，内容截至 2026 年 11 月 22 日。" in svg


def test_the_picture_on_the_page_follows_the_site_s_colours() -> None:
    svg = picture_svg(CHART)
    assert "var(--xt-card)" in svg
    assert not any(colour in svg for colour in LIGHT.values() if colour != "#fff")


def test_fixed_colours_are_those_of_the_tokens() -> None:
    tokens = (ROOT / "theme_overrides/assets/stylesheets/tokens.css").read_text(encoding="utf-8")
    light = tokens[: tokens.index("@media")]
    assert dict(re.findall(r"--xt-([a-z0-9]+): (#[0-9a-f]+);", light)) | LIGHT == dict(
        re.findall(r"--xt-([a-z0-9]+): (#[0-9a-f]+);", light)
    )


def test_every_print_style_of_a_sheet_exists_and_names_it() -> None:
    folder = ROOT / "theme_overrides/assets/stylesheets"
    for name, size, box in (
        ("a4", "A4 portrait", "width: 190mm; height: 275mm"),
        ("a4-landscape", "A4 landscape", "width: 277mm; height: 188mm"),
        ("a3", "A3 portrait", "width: 277mm; height: 398mm"),
        ("a3-landscape", "A3 landscape", "width: 400mm; height: 275mm"),
    ):
        css = (folder / f"flow-{name}.css").read_text(encoding="utf-8")
        assert f"size: {size};" in css
        assert box in css
    assert poster(CHART).paper.name in ("a4", "a4-landscape")


def test_coordinates_are_short() -> None:
    assert [coordinate(value) for value in (12.0, 12.34, 0.05, 1234.56)] == ["12", "12.3", "0.1", "1234.6"]


def test_same_bytes_in_every_process() -> None:
    program = (
        "import hashlib\n"
        "from generator.derive.views import derive\n"
        "from generator.render.flowchart import procedure_files, procedure_pages\n"
        "from tests.support import minimal_handbook\n"
        "views = derive(minimal_handbook())\n"
        "text = ''.join(p.html for p in procedure_pages(views)) + ''.join(procedure_files(views).values())\n"
        "print(hashlib.sha256(text.encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1")
    }
    text = "".join(page.html for page in procedure_pages(VIEWS)) + "".join(procedure_files(VIEWS).values())
    assert found == {f"{hashlib.sha256(text.encode()).hexdigest()}\n".encode()}


def test_charts_of_a_handbook_are_found_by_procedure() -> None:
    assert list(derive_flowcharts(minimal_handbook())) == ["conversion"]
