"""The service worker's list, the app's manifest and icons, versions of assets, and the workflow that publishes them."""

from __future__ import annotations

import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from generator.publish.app_worker import complete_worker
from generator.publish.assets import is_used, with_versions
from generator.render.app_files import ICONS, app_files
from generator.render.app_icon import GROUND, PAPER, icon_png
from tests.test_front_end import NEW_JS

ROOT = Path(__file__).parent.parent
WORKER = ROOT / "theme_overrides" / "sw.js"
WORKFLOW = (ROOT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8")


def listed(folder: Path, files: dict[str, str]) -> dict[str, Any]:
    for path, text in {"sw.js": "(function () {})();\n", **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    complete_worker(folder)
    first, rest = (folder / "sw.js").read_text(encoding="utf-8").split("\n", 1)
    assert rest == "(function () {})();\n"
    site: dict[str, Any] = json.loads(first.removeprefix("const SITE = ").removesuffix(";"))
    return site


SITE = {
    "index.html": "首页", "404.html": "x", "roles/index.html": "x", "roles/secretary.html": "x", "about/offline.html": "x",
    "assets/stylesheets/base.css": "a{}", "search/search_index.js": "1", "search/search_index.json": "1",
    "quiz/bank/words.js": "1", "lessons/a/kit.zip": "1", "lessons/a/plan-8.docx": "1",
}  # fmt: skip


def test_list_names_every_file_but_what_stays_on_the_network(tmp_path: Path) -> None:
    site = listed(tmp_path, SITE)
    assert sorted(SITE) == sorted([*site["files"], "404.html", "search/search_index.json", "lessons/a/kit.zip"])
    assert site["files"]["index.html"][1] == 6
    assert re.fullmatch(r"[0-9a-f]{16}", site["files"]["index.html"][0])
    assert site["core"] == [
        "about/offline.html",
        "assets/stylesheets/base.css",
        "index.html",
        "quiz/bank/words.js",
        "roles/index.html",
        "search/search_index.js",
    ]


@pytest.mark.parametrize("changed", ["index.html", "roles/secretary.html", "lessons/a/plan-8.docx"])
def test_any_change_of_a_file_is_a_new_version(tmp_path: Path, changed: str) -> None:
    before = listed(tmp_path / "a", SITE)["version"]
    assert listed(tmp_path / "b", SITE)["version"] == before
    assert listed(tmp_path / "c", {**SITE, changed: "new"})["version"] != before


def test_site_without_a_worker_stays_without(tmp_path: Path) -> None:
    complete_worker(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_worker_keeps_to_the_floor_and_to_its_own_site() -> None:
    text = re.sub(r"/\*.*?\*/|(?m:(?:^|\s)//.*$)", "", WORKER.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [m.group() for m in NEW_JS.finditer(text)] == []
    assert "importScripts" not in text
    assert not re.search(r"https?://", text)


def test_icons_are_drawn_as_png_of_their_size_and_repeat() -> None:
    files = app_files()
    for name, (size, scale) in ICONS.items():
        data = files[f"assets/icons/{name}.png"]
        assert isinstance(data, bytes)
        assert data == icon_png(size, scale)
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert struct.unpack(">II", data[16:24]) == (size, size)
        at = data.index(b"IDAT")
        (length,) = struct.unpack(">I", data[at - 4 : at])
        dots = zlib.decompress(data[at + 4 : at + 4 + length])
        assert len(dots) == size * (size + 1)
        assert dots[1] == 0, "the corner is ground"
        assert dots[(size // 2) * (size + 1) + 1 + size // 3] == 16, "a page of the book is paper"


def test_manifest_names_icons_that_exist_and_works_below_a_folder() -> None:
    files = app_files()
    manifest = json.loads(files["manifest.json"])
    assert {icon["src"] for icon in manifest["icons"]} <= set(files)
    assert (manifest["start_url"], manifest["scope"]) == ("index.html", "./")
    assert manifest["theme_color"] == "#{:02x}{:02x}{:02x}".format(*GROUND)
    assert manifest["background_color"] == "#{:02x}{:02x}{:02x}".format(*PAPER)
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert "maskable" in {icon["purpose"] for icon in manifest["icons"]}


def test_calls_of_assets_get_their_version_and_other_text_stays() -> None:
    html = '<link href="../assets/stylesheets/a.css"><script src="assets/javascripts/vendor/b.js"></script> assets/javascripts/b.js <a href="x.html">'
    versions = {"assets/stylesheets/a.css": "11111111", "assets/javascripts/vendor/b.js": "22222222"}
    assert with_versions(html, versions) == (
        '<link href="../assets/stylesheets/a.css?v=11111111"><script src="assets/javascripts/vendor/b.js?v=22222222"></script>'
        ' assets/javascripts/b.js <a href="x.html">'
    )


@pytest.mark.parametrize(
    ("path", "used"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", False),
        ("assets/javascripts/lunr/min/lunr.zh.min.js", False),
        ("assets/javascripts/workers/search.a7633da7.min.js", False),
        ("assets/images/favicon.png", False),
    ],
)
def test_what_is_never_asked_for_is_not_published(path: str, used: bool) -> None:
    assert is_used(path) is used


def test_workflow_pins_its_actions_and_calls_commands_that_exist() -> None:
    uses = re.findall(r"uses: (\S+)(.*)", WORKFLOW)
    assert len(uses) >= 4
    for action, comment in uses:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action)
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment)
    assert "make site" in WORKFLOW
    assert "zhibu build --edition usb" in WORKFLOW
