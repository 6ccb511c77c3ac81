"""The edition for sticks: what is in it, that it can be carried and checked, and that its bytes repeat."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.pipeline import build_site
from generator.publish.checksums import LIST
from generator.publish.editions import publish_usb
from generator.publish.portable import path_problems
from generator.publish.usb import EditionError, usb_files, usb_zip
from tests.support import MINIMAL


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("版本 一") / "usb.zip"
    publish_usb(build_site(MINIMAL), MINIMAL, out)
    return out


@pytest.fixture
def unpacked(edition: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(edition) as held:
        held.extractall(tmp_path / "U 盘")
    return tmp_path / "U 盘"


def zhibu(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_root_holds_the_start_page_the_list_and_the_site(unpacked: Path) -> None:
    assert sorted(path.name for path in unpacked.iterdir()) == ["site", "start.html", "校验.txt"]
    assert (unpacked / "site" / "index.html").is_file()
    assert not list(unpacked.rglob("sw.js"))


def test_start_page_needs_no_script_and_leads_to_pages_that_exist(unpacked: Path) -> None:
    text = (unpacked / "start.html").read_text(encoding="utf-8")
    assert "<script" not in text
    links = re.findall(r'(?:href|data)="([^"]+)"', text)
    assert "site/index.html" in links
    assert all((unpacked / link).is_file() for link in links)
    assert "全部解压缩" in text
    assert "极速模式" in text


def test_list_is_what_sha256sum_writes_and_reads(unpacked: Path) -> None:
    lines = (unpacked / LIST).read_bytes().decode("utf-8").splitlines()
    assert f"{hashlib.sha256((unpacked / 'start.html').read_bytes()).hexdigest()}  start.html" in lines
    assert b"\r" not in (unpacked / LIST).read_bytes()
    if shutil.which("sha256sum"):
        done = subprocess.run(["sha256sum", "--strict", "-c", LIST], cwd=unpacked, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr


def test_name_of_the_list_can_be_misread_but_not_refused() -> None:
    """Windows 7 reads names in a zip as GBK; bytes that are no characters there stop the unpacking."""
    assert LIST.encode().decode("gbk") == "鏍￠獙.txt"


def test_the_same_content_gives_the_same_bytes(edition: Path, tmp_path: Path) -> None:
    publish_usb(build_site(MINIMAL), MINIMAL, tmp_path / "again.zip")
    assert (tmp_path / "again.zip").read_bytes() == edition.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["again.zip"]


def test_files_carry_the_day_of_the_content_and_packed_ones_are_not_packed_again() -> None:
    data = usb_zip({"a.html": b"x" * 1000, "b.zip": b"y" * 1000}, date(2026, 11, 22))
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        infos = {info.filename: info for info in held.infolist()}
    assert infos["a.html"].date_time == (2026, 11, 22, 0, 0, 0)
    assert infos["a.html"].compress_type == zipfile.ZIP_DEFLATED
    assert infos["b.zip"].compress_type == zipfile.ZIP_STORED


def test_zips_of_lesson_kits_are_left_out_with_their_links_and_their_files_stay(unpacked: Path) -> None:
    assert not list(unpacked.rglob("kit.zip"))
    for page in unpacked.rglob("*.html"):
        assert "kit.zip" not in page.read_text(encoding="utf-8"), page
    assert list(unpacked.glob("site/lessons/*/*.pptx"))
    text = (unpacked / "site" / "lessons" / "index.html").parent.joinpath("probation.html").read_text(encoding="utf-8")
    assert "U 盘版不另带整套压缩包" in text


def test_every_link_to_a_file_leads_to_one(unpacked: Path) -> None:
    for page in (unpacked / "site").rglob("*.html"):
        for link in re.findall(
            r'href="([^"#?:]+\.(?:html|docx|pptx|zip|svg|ics))[#"?]', page.read_text(encoding="utf-8")
        ):
            assert (page.parent / link).resolve().is_file(), f"{page.name}: {link}"


def test_verify_finds_a_whole_edition_whole(edition: Path, unpacked: Path) -> None:
    count = len((unpacked / LIST).read_text(encoding="utf-8").splitlines())
    for place in (edition, unpacked):
        done = zhibu("verify", place)
        assert (done.exit_code, done.output) == (0, f"{count} 个文件都对得上。\n")


def test_verify_names_what_is_missing_altered_and_extra(unpacked: Path) -> None:
    count = len((unpacked / LIST).read_text(encoding="utf-8").splitlines())
    (unpacked / "site" / "open.html").unlink()
    with (unpacked / "site" / "index.html").open("a") as file:
        file.write(" ")
    (unpacked / "site" / "evil.html").write_text("x")
    done = zhibu("verify", unpacked)
    assert done.exit_code == 1
    assert done.output == (
        "少了：site/open.html\n改过：site/index.html\n多出：site/evil.html\n"
        f"对不上：少 1 个，改 1 个，多 1 个；对得上的 {count - 2} 个。请重新拷一份。\n"
    )


def test_verify_takes_a_list_whose_line_ends_an_editor_changed(unpacked: Path) -> None:
    text = (unpacked / LIST).read_text(encoding="utf-8")
    (unpacked / LIST).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert zhibu("verify", unpacked).exit_code == 0


def test_verify_says_what_is_no_edition(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "half.zip").write_bytes(edition.read_bytes()[:-500])
    (tmp_path / "empty").mkdir()
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / LIST).write_text("不是哈希")
    assert zhibu("verify", tmp_path / "half.zip").output == "Error: half.zip 不是完整的 zip 文件，可能没有拷完\n"
    assert zhibu("verify", tmp_path / "empty").output == "Error: 里面没有 校验.txt，不是本站的 U 盘版，或者没有解压完\n"
    assert zhibu("verify", tmp_path / "odd").output == "Error: 校验.txt 被改过，看不懂\n"


def test_verify_refuses_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as held:
        held.writestr("0", bytes(201_000_000))
    assert zhibu("verify", tmp_path / "bomb.zip").output == "Error: 这个 zip 解开以后太大，不是本站的 U 盘版\n"


def test_verify_names_a_damaged_member(edition: Path, tmp_path: Path) -> None:
    data = bytearray(edition.read_bytes())
    with zipfile.ZipFile(edition) as held:
        info = held.getinfo("site/index.html")
    data[info.header_offset + 200] ^= 0xFF
    (tmp_path / "bad.zip").write_bytes(data)
    done = zhibu("verify", tmp_path / "bad.zip")
    assert done.exit_code == 1
    assert "改过：site/index.html\n" in done.output


@pytest.mark.parametrize(
    ("paths", "told"),
    [
        (["site/a.html", "site/b-1.docx"], []),
        (["site/" + "x" * 115], ["site/" + "x" * 115 + "：路径有 120 个字符，最多 119 个，把编号取短些"]),
        (["site/转正.docx"], ["site/转正.docx：路径里有英文字母、数字以外的字，旧的解压软件会弄错"]),
        (["roles/aux.html"], ["roles/aux.html：con、aux、nul 这样的名字 Windows 不让用，换一个编号"]),
        (["a/b?.html"], ["a/b?.html：路径里有 Windows 不让用的符号"]),
        (["a/b .", "a/c"], ["a/b .：路径里有 Windows 不让用的符号"]),
        (["a/X.html", "a/x.html"], ["a/X.html、a/x.html：只有大小写不同，Windows 上会互相覆盖"]),
    ],
)
def test_paths_that_cannot_be_carried_are_told(paths: list[str], told: list[str]) -> None:
    assert list(path_problems(paths)) == told


def test_edition_with_such_paths_is_refused_with_all_of_them(tmp_path: Path) -> None:
    for name in ("con.html", "甲.html"):
        (tmp_path / name).write_text("")
    with pytest.raises(EditionError) as refused:
        usb_files(tmp_path, "")
    assert len(str(refused.value).splitlines()) == 2


def test_too_large_an_edition_is_refused() -> None:
    with pytest.raises(EditionError, match=r"压缩包有 25\.1 MB，超过 25 MB"):
        usb_zip({"a.zip": bytes(25_100_000)}, date(2026, 1, 1))


def test_command_writes_the_zip_and_leaves_the_old_one_where_it_fails(tmp_path: Path) -> None:
    out = tmp_path / "dist" / "usb.zip"
    done = zhibu("build", "--root", MINIMAL, "--edition", "usb", "--out", out)
    assert done.exit_code == 0
    assert f"{out}：" in done.output
    assert zhibu("verify", out).exit_code == 0
    before = out.read_bytes()
    done = zhibu("build", "--root", MINIMAL.parent / "broken", "--edition", "usb", "--out", out)
    assert done.exit_code == 1
    assert out.read_bytes() == before
    done = zhibu("build", "--root", MINIMAL, "--edition", "usb", "--engine", "tree")
    assert done.exit_code == 2
