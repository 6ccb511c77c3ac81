"""The preview: after every save the whole served site equals a clean build, and faults leave the last good one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.diagnostics import ContentError
from generator.pipeline import build_site
from generator.publish.app_worker import WORKER
from generator.publish.mkdocs_build import publish_with_mkdocs
from generator.publish.preview import Preview
from generator.publish.preview_server import PROBLEM, PreviewServer
from generator.publish.shell import open_shell
from generator.publish.watching import changes, watched
from generator.reading import Memory
from tests.support import MINIMAL

RULES = "content/rules/process.yaml"
TERMS = "content/terms.yaml"
SECTION = "content/handbook/ch01-admission/01-process.md"
NEW = "content/rules/new.yaml"
ROLE = "probationary-member"
TITLED = "- id: term-new\n  name: 新词\n  text: 一个新词的意思。\n  section: admission-process\n"

EDITS = {
    "text of a rule": {RULES: ("在期满前[[一周]]递交", "在期满前[[十天]]内递交")},
    "how a rule is asked": {RULES: ("预备党员的预备期有多长？", "预备党员的预备期是多久？")},
    "alias of a term": {TERMS: ("[党员预备期]", "[党员预备期, 考察期]")},
    "prose of a section": {SECTION: ("大会通过接收决议，", "大会通过了接收决议，这一天起，")},
    "title of a section": {SECTION: ("title: 发展党员工作的基本程序", "title: 发展党员的程序")},
    "a new file": {"content/terms/more.yaml": ("", TITLED)},
    "a deleted file": {"content/terms/more.yaml": (TITLED, "")},
    "a renamed id": {
        path.relative_to(MINIMAL).as_posix(): (ROLE, "new-member")
        for path in sorted(MINIMAL.glob("content/**/*.*"))
        if ROLE in path.read_text(encoding="utf-8")
    },
}
"""What is saved → file → what is replaced by what, in this order; a file without text is no file."""


def save(root: Path, edit: Mapping[str, tuple[str, str]]) -> None:
    for name, (old, new) in edit.items():
        file = root / name
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        assert old in text, name
        changed = text.replace(old, new) if old else text + new
        if changed:
            file.parent.mkdir(exist_ok=True)
            file.write_text(changed, encoding="utf-8")
        else:
            file.unlink()


def shown(preview: Preview) -> dict[str, bytes]:
    """Every file of the preview; the service worker only a published site has complete."""
    return {path: make() for path, make in preview.state.files.items() if path != WORKER}


def clean(root: Path, out: Path) -> dict[str, bytes]:
    publish_with_mkdocs(build_site(root), root, out)
    return contents(out)


def contents(out: Path) -> dict[str, bytes]:
    found = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if name != WORKER}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "project", ignore=shutil.ignore_patterns(".*")))


def test_after_every_save_the_preview_equals_a_clean_build(root: Path, tmp_path: Path) -> None:
    preview, shell = Preview(root), open_shell(root)
    preview.refresh(shell)
    before = shown(preview)
    for what, edit in EDITS.items():
        save(root, edit)
        preview.refresh(shell)
        now = shown(preview)
        assert now != before, what
        assert now == clean(root, tmp_path / "site"), what
        before = now
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(tmp_path / "apart")]
    subprocess.run(command, check=True, capture_output=True)
    assert contents(tmp_path / "apart") == before


def test_a_changed_rule_is_new_on_its_page_in_search_and_in_the_quiz(root: Path) -> None:
    preview, shell = Preview(root), open_shell(root)
    preview.refresh(shell)
    save(root, {RULES: ("预备党员的预备期为[[一年]]", "预备党员的预备期是[[一年]]")})
    preview.refresh(shell)
    used = ("handbook/admission/admission-process.html", "search/search_index.js", "quiz/bank/admission.js")
    for path in (*used, "quiz/admission-process.html", "roles/probationary-member.html"):
        assert "预备党员的预备期是".encode() in preview.state.files[path]().replace(b'<mark class="k">', b""), path


def test_faults_leave_the_last_good_site_until_they_are_mended(root: Path, tmp_path: Path) -> None:
    preview, shell = Preview(root), open_shell(root)
    preview.refresh(shell)
    good = shown(preview)
    wrong = {RULES: ("evidence: memory", "evidence: guess")}
    save(root, wrong)
    with pytest.raises(ContentError):
        preview.refresh(shell)
    assert shown(preview) == good
    assert preview.state.problem.startswith(f"{RULES}:30:13: error: “evidence”不能写“guess”")
    save(root, {RULES: ("evidence: guess", "evidence: memory")})
    preview.refresh(shell)
    assert preview.state.problem == ""
    assert shown(preview) == good == clean(root, tmp_path / "site")


def test_only_what_was_saved_is_read_again(root: Path) -> None:
    memory = Memory()
    first = build_site(root, memory).views.handbook
    save(root, {TERMS: ("[党员预备期]", "[党员预备期, 考察期]")})
    second = build_site(root, memory).views.handbook
    assert second.terms != first.terms
    assert all(one is other for one, other in zip(first.rules, second.rules, strict=True))


@pytest.fixture
def served(root: Path) -> Iterator[tuple[Preview, str]]:
    preview = Preview(root)
    server = PreviewServer(preview, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield preview, server.address
    server.shutdown()
    server.server_close()


def get(address: str) -> tuple[int, str, str]:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode("utf-8")
    except urllib.error.HTTPError as problem:
        return problem.code, problem.headers["Content-Type"], problem.read().decode("utf-8")


def test_browsers_get_pages_with_the_script_that_follows_changes(served: tuple[Preview, str], root: Path) -> None:
    preview, address = served
    script = '<script src="/-/preview.js" data-site="{}"></script>'
    assert get(address) == (
        503,
        "text/html; charset=utf-8",
        '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>支部学堂</title></head>'
        f"<body><p>还没有可看的页面。</p>{script.format(0)}</body></html>",
    )
    preview.refresh(open_shell(root))
    for path, name in (("", "index.html"), ("quiz", "quiz/index.html"), ("quiz/?a=1", "quiz/index.html")):
        status, kind, text = get(address + path)
        assert (status, kind) == (200, "text/html; charset=utf-8")
        assert text.replace(script.format(1), "").encode() == preview.state.files[name]()
    assert get(address + "no-such-page.html")[0] == 404
    assert get(address + "search/search_index.js")[:2] == (200, "text/javascript; charset=utf-8")


def test_browsers_keep_what_is_called_by_version_and_ask_for_everything_else_again(
    served: tuple[Preview, str], root: Path
) -> None:
    preview, address = served
    preview.refresh(open_shell(root))
    named = next(path for path in preview.state.files if re.search(r"main\.[0-9a-f]{8}\.min\.css$", path))
    kept = {}
    for path in ("index.html", "search/search_index.js", named, "search/search_index.js?v=12345678"):
        with urllib.request.urlopen(address + path, timeout=30) as answer:
            kept[path] = answer.headers["Cache-Control"]
    assert list(kept.values()) == ["no-store", "no-store", *["max-age=31536000, immutable"] * 2]


def test_browsers_are_told_of_changes_and_faults(served: tuple[Preview, str], root: Path) -> None:
    preview, address = served
    shell = open_shell(root)
    preview.refresh(shell)
    told = {"number": 1, "site": 1, "problem": {"title": PROBLEM, "text": ""}}
    assert json.loads(get(f"{address}-/changes?since=-1")[2]) == told
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.append(get(f"{address}-/changes?since=1")[2]))
    asking.start()
    save(root, {TERMS: ("section: admission-process", "section: no-such-section")})
    with pytest.raises(ContentError):
        preview.refresh(shell)
    asking.join(timeout=10)
    told = json.loads(answers[0])
    assert (told["number"], told["site"]) == (2, 1)
    assert told["problem"]["text"].startswith("content/terms.yaml:6:12: error: 没有编号为“no-such-section”的节")


def test_what_is_written_added_and_removed_is_seen(root: Path) -> None:
    seen = changes(root, watched(root))
    (root / RULES).write_text("- id: other\n", encoding="utf-8")
    assert next(seen) == {RULES}
    (root / "content" / ".swap").write_text("", encoding="utf-8")
    (root / "quizzes" / "new.yaml").write_text("", encoding="utf-8")
    (root / TERMS).unlink()
    assert next(seen) == {"quizzes/new.yaml", TERMS}


def test_serve_says_where_and_what_is_wrong_and_stops_when_interrupted(root: Path) -> None:
    save(root, {RULES: ("evidence: memory", "evidence: guess")})
    command = [sys.executable, "-u", "-m", "generator", "serve", "--root", str(root), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        assert first.startswith("支部学堂：http://127.0.0.1:")
        address = first.removeprefix("支部学堂：").split(" ")[0]
        assert process.stderr.readline().startswith(f"{RULES}:30:13: error:")
        assert process.stderr.readline().startswith("    ")
        assert process.stderr.readline() == "内容有错，网页还是上一次的。改好后会自己更新。\n"
        assert get(address)[0] == 503
        save(root, {RULES: ("evidence: guess", "evidence: memory")})
        while "已更新" not in process.stdout.readline():
            pass
        assert get(address)[0] == 200
        process.send_signal(2)
        assert process.stdout.read() == "已停止。\n"
        assert process.wait(timeout=10) == 0


def test_a_port_in_use_is_said_in_one_line(root: Path, served: tuple[Preview, str]) -> None:
    port = served[1].rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "generator", "serve", "--root", str(root), "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == (f"Error: 端口 {port} 用不了（Address already in use），换一个：zhibu serve --port 8001\n")
