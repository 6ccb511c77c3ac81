"""Disks that are full, read-only or not what they seem: one clear line, and the published site stays."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.faults.kill import fingerprint
from tests.support import MINIMAL

PROJECT = MINIMAL.parents[2]
RIGHTS_OF_ROOT = (1, 2)
"""Capabilities by which root writes and reads what it has no permission for."""


def zhibu(*args: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(args))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def run(*args: str, before: Callable[[], None] | None = None, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *args]
    return subprocess.run(
        command, cwd=PROJECT, env={**os.environ, **settings}, capture_output=True, encoding="utf-8",
        errors="surrogateescape", preexec_fn=before, check=False,
    )  # fmt: skip


def without_rights_of_root() -> None:
    libc = ctypes.CDLL(None)
    for right in RIGHTS_OF_ROOT:
        libc.prctl(24, right, 0, 0, 0)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site."""
    out = tmp_path_factory.mktemp("disk") / "site"
    assert zhibu("build", "--root", str(MINIMAL), "--out", str(out))[0] == 0
    return out


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A copy of the published site to lose."""
    return shutil.copytree(published, tmp_path / "here" / "site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the small handbook to spoil."""
    return shutil.copytree(MINIMAL, tmp_path / "project")


def test_a_full_disk_leaves_the_published_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(site)
    written: list[Path] = []
    write = Path.write_bytes

    def fill(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fill)
    code, output = zhibu("build", "--root", str(MINIMAL), "--out", str(site))
    assert (code, output) == (1, f"Error: 写不了 {written[-1]}：磁盘满了。已发布的内容没有动。\n")
    assert fingerprint(site) == before
    assert os.listdir(site.parent) == ["site"]


def test_a_really_full_disk_leaves_the_published_site(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        f'mount -t tmpfs -o size=64k tmpfs "{disk}" || exit 77; mkdir "{disk}/site"; echo 旧 > "{disk}/site/index.html";'
        f'"{sys.executable}" -m generator build --root "{MINIMAL}" --out "{disk}/site"; echo "$?"; ls -A "{disk}"; cat "{disk}/site/index.html"'
    )
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("this system mounts no disks for tests")
    assert done.stdout == "1\nsite\n旧\n"
    assert "：磁盘满了。已发布的内容没有动。" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("export", "json"), ("quiz", "report")], ids=" ".join)
def test_a_full_device_is_told_by_every_command_that_writes(command: tuple[str, str]) -> None:
    code, output = zhibu(*command, "--root", str(MINIMAL), "--out", "/dev/full")
    assert (code, output) == (1, "Error: 写不了 输出：磁盘满了。\n")


def test_a_folder_without_permission_is_told(site: Path) -> None:
    before = fingerprint(site)
    site.parent.chmod(0o555)
    done = run("build", "--root", str(MINIMAL), "--out", str(site), before=without_rights_of_root)
    site.parent.chmod(0o755)
    assert done.returncode == 1
    assert done.stderr.endswith("：没有权限。已发布的内容没有动。\n")
    assert "Traceback" not in done.stderr
    assert fingerprint(site) == before


def test_output_that_is_a_file_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("别的东西")
    code, output = zhibu("build", "--root", str(MINIMAL), "--out", str(tmp_path / "site"))
    assert (code, output) == (
        1,
        f"Error: 写不了 {tmp_path / 'site'}：这不是文件夹，或上一级不是文件夹。已发布的内容没有动。\n",
    )
    assert (tmp_path / "site").read_text() == "别的东西"


@pytest.mark.parametrize("engine", ["mkdocs", "tree"])
def test_output_that_holds_other_things_is_not_lost(engine: str, tmp_path: Path) -> None:
    (tmp_path / "总结.docx").write_text("一年的心血")
    code, output = zhibu("build", "--engine", engine, "--root", str(MINIMAL), "--out", str(tmp_path))
    assert (code, output) == (
        1,
        f"Error: 写不了 {tmp_path}：不是空文件夹，也不是以前生成的网站；换一个文件夹，免得丢了里面的东西。已发布的内容没有动。\n",
    )
    assert [path.name for path in tmp_path.iterdir()] == ["总结.docx"]


def test_a_link_to_the_published_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(site)
    (site / "index.html").write_text("旧")
    assert zhibu("build", "--root", str(MINIMAL), "--out", str(link))[0] == 0
    assert link.is_symlink()
    assert (site / "index.html").read_text(encoding="utf-8") != "旧"
    assert os.listdir(site.parent) == ["site"]


def test_leftovers_of_killed_builds_go_and_a_running_build_stays(site: Path) -> None:
    left, other = site.parent / ".site-zhibu-left", site.parent / ".site-notes"
    for folder in (left, other):
        (folder / "site").mkdir(parents=True)
        (folder / "site" / "index.html").write_text("半个")
    (left / "old").mkdir()
    running = site.parent / ".site-zhibu-running"
    running.mkdir()
    held = subprocess.Popen(["flock", str(running), "sleep", "60"])
    try:
        while subprocess.run(["flock", "-n", str(running), "true"], check=False).returncode == 0:
            pass
        assert zhibu("build", "--root", str(MINIMAL), "--out", str(site))[0] == 0
    finally:
        held.kill()
        held.wait()
    assert sorted(os.listdir(site.parent)) == [".site-notes", ".site-zhibu-running", "site"]


def test_a_site_taken_away_halfway_is_put_back(site: Path) -> None:
    before = fingerprint(site)
    (site.parent / ".site-zhibu-left").mkdir()
    site.rename(site.parent / ".site-zhibu-left" / "old")
    broken = MINIMAL.parent / "broken"
    assert zhibu("build", "--root", str(broken), "--out", str(site))[0] == 1
    assert not site.exists()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.publish.mkdocs_build.swap", lambda _fresh, _out: None)
        assert zhibu("build", "--root", str(MINIMAL), "--out", str(site))[0] == 0
    assert fingerprint(site) == before


def test_content_without_permission_is_told_with_its_place(project: Path) -> None:
    (project / "content" / "terms.yaml").chmod(0)
    (project / "content" / "rules").chmod(0)
    done = run("check", "--root", str(project), before=without_rights_of_root)
    (project / "content" / "rules").chmod(0o755)
    assert done.returncode == 1
    for place in ("content/rules", "content/terms.yaml"):
        assert f"{place}:1:1: error: 打不开（没有读的权限） [file-unreadable]" in done.stderr
    assert "Traceback" not in done.stderr


def test_links_that_go_in_circles_are_told(project: Path) -> None:
    (project / "content" / "round.yaml").symlink_to("round.yaml")
    (project / "content" / "roles" / "loop").symlink_to(project / "content")
    code, output = zhibu("check", "--root", str(project))
    assert code == 1
    assert output.split("\n")[::2][:2] == [
        "content/roles/loop:1:1: error: 这是指向文件夹的链接，没有读它 [file-unreadable]",
        "content/round.yaml:1:1: error: 打不开（链接绕成了圈） [file-unreadable]",
    ]


def test_a_folder_that_is_no_project_is_told(tmp_path: Path) -> None:
    code, output = zhibu("build", "--root", str(tmp_path), "--out", str(tmp_path / "site"))
    assert code == 1
    assert output.startswith("content:1:1: error: 没有 content 文件夹，不知道内容在哪里 [file-unreadable]\n")
    assert not (tmp_path / "site").exists()


def test_a_project_without_settings_of_the_site_is_told(project: Path) -> None:
    (project / "mkdocs.yml").unlink()
    code, output = zhibu("build", "--root", str(project))
    assert (code, output) == (1, f"Error: 没有 {project / 'mkdocs.yml'}，不知道网站怎么拼；从原来的项目拷一份来。\n")


@pytest.mark.parametrize("locale", [{"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}],
                         ids=["C", "latin-1"])  # fmt: skip
def test_chinese_is_told_in_any_locale(locale: dict[str, str], tmp_path: Path) -> None:
    done = run("check", "--root", str(MINIMAL.parent / "broken"), **locale)
    assert done.returncode == 1
    assert "content/rules/process.yaml:4:3: error: 键“text”写了两次" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_build_opens_no_font_and_no_connection(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "def told(event, args):\n"
        "    if event == 'open' and str(args[0]).lower().endswith(('.ttf', '.otf', '.ttc', '.woff', '.woff2', 'fonts.conf')):\n"
        "        print('font', args[0], file=sys.stderr)\n"
        "    if event in ('socket.connect', 'socket.getaddrinfo'):\n"
        "        print('connection', args, file=sys.stderr)\n"
        "sys.addaudithook(told)\n"
        "from generator.cli import main\n"
        f"main(['build', '--root', {str(MINIMAL)!r}, '--out', {str(tmp_path / 'site')!r}])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if line.startswith(("font", "connection"))] == []
