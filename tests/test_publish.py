"""Publishing: whole or not at all, with MkDocs or without our plugin."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.pipeline import build_site
from generator.publish.mkdocs_build import publish_with_mkdocs, swap
from generator.publish.tree import write_tree
from tests.support import MINIMAL

BROKEN = MINIMAL.parent / "broken"


def run(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *args], cwd=cwd, capture_output=True, text=True, check=False)


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("out") / "site"
    publish_with_mkdocs(build_site(MINIMAL), MINIMAL, out)
    return out


def test_mkdocs_build_and_ours_write_the_same_bytes(published: Path, tmp_path: Path) -> None:
    done = run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=MINIMAL)
    assert done.returncode == 0, done.stderr
    assert snapshot(tmp_path / "site") == snapshot(published)


def test_site_holds_every_page_and_no_authored_file(published: Path) -> None:
    names = set(snapshot(published))
    assert {page.url for page in build_site(MINIMAL).rendered.pages} <= names
    assert not [name for name in names if name.endswith((".yaml", ".md"))]


def test_broken_content_is_told_at_once_and_the_site_stays(
    published: Path, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    shutil.copytree(published, tmp_path / "site")
    done = run("generator", "build", "--out", str(tmp_path / "site"), cwd=BROKEN)
    assert done.returncode == 1
    assert done.stdout == ""
    golden("broken/stderr.txt", done.stderr)
    assert snapshot(tmp_path / "site") == snapshot(published)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_mkdocs_alone_also_stops_at_broken_content(tmp_path: Path) -> None:
    done = run("mkdocs", "build", "--site-dir", str(tmp_path / "site"), cwd=BROKEN)
    assert done.returncode == 1
    assert "content/rules/process.yaml:4:3: error: 键“text”写了两次" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()


def test_output_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("不是文件夹")
    done = run("generator", "build", "--out", str(tmp_path / "file" / "site"), cwd=MINIMAL)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"Error: 写不了 {tmp_path / 'file'}" in done.stderr


def test_tree_builds_with_mkdocs_without_our_plugin(tmp_path: Path) -> None:
    site = build_site(MINIMAL)
    assert write_tree(site, tmp_path / "tree") == len(site.rendered.pages) + len(site.rendered.files) + 1
    config = (tmp_path / "tree" / "mkdocs.yml").read_text(encoding="utf-8")
    assert "handbook" not in config.split("nav:")[0]
    done = run("mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"), cwd=tmp_path / "tree")
    assert done.returncode == 0, done.stderr
    for page in site.rendered.pages:
        text = (tmp_path / "site" / page.url).read_text(encoding="utf-8")
        assert page.html.strip() in text, page.url


def test_tree_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    done = run("generator", "build", "--engine", "tree", "--out", str(tmp_path), cwd=MINIMAL)
    assert done.returncode == 1
    assert "不是空文件夹" in done.stderr


def test_swap_puts_the_new_in_place_of_the_old(tmp_path: Path) -> None:
    for name in ("fresh", "out"):
        (tmp_path / "side" / name).mkdir(parents=True)
        (tmp_path / "side" / name / "which").write_text(name)
    swap(tmp_path / "side" / "fresh", tmp_path / "side" / "out")
    assert (tmp_path / "side" / "out" / "which").read_text() == "fresh"
    swap(tmp_path / "side" / "out", tmp_path / "new")
    assert (tmp_path / "new" / "which").read_text() == "fresh"
