"""The same content makes the same bytes: elsewhere, at another time, in another language, for another user."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4711", "HOME": "/nonexistent"}
LATER = """
import os, sys, time
os.umask(0o077)
past = time.time() - 11 * 365 * 86400 - 12345
real = {name: getattr(time, name) for name in ("localtime", "gmtime", "ctime")}
for name, old in real.items():
    setattr(time, name, lambda seconds=None, old=old: old(past if seconds is None else seconds))
time.time = lambda: past
time.time_ns = lambda: int(past * 1_000_000_000)
from generator.cli import main
main(sys.argv[1:])
"""
"""A build whose clock is eleven years slow."""


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_build_elsewhere_and_at_another_time_is_the_same(site_dir: Path, tmp_path: Path) -> None:
    project = tmp_path / "another project"
    for name in ("content", "quizzes", "theme_overrides"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    for path in project.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    command = [sys.executable, "-c", LATER, "build", "--root", str(project), "--out", str(tmp_path / "site")]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **ELSEWHERE},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    here, there = digests(site_dir), digests(tmp_path / "site")
    assert sorted(here) == sorted(there)
    assert [path for path, digest in here.items() if there[path] != digest] == []
    assert {".docx", ".pptx", ".zip", ".svg", ".json", ".js", ".html"} <= {Path(path).suffix for path in here}
