"""What every test file touches: a pytest plugin that notes the core's functions it enters, and what it cost.

`survey` runs every file alone with the plugin, so that nothing one file made hides what another needs.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FrameType

NOTES = "MUTATION_NOTES"
"""Name of the environment variable that says where the plugin writes."""
CORE = ("derive", "checks")
LEFT_OUT = ("browser", "test_architecture.py")
"""What needs a browser, and what reads the code instead of running it."""


@dataclass(frozen=True)
class Touch:
    """What is known of one test file."""

    seconds: float
    """Time it takes, traced."""
    functions: frozenset[str]
    """Functions of the core it enters, as `path:qualified name`."""
    starts: bool
    """Whether it starts processes, which the plugin cannot look into."""


def survey(copy: Path, kept: Path) -> dict[str, Touch]:
    """Each test file that needs no browser, with what it touches; what `kept` knows of an unchanged file is taken."""
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    found = {}
    for path in _files(copy):
        name, digest = str(path.relative_to(copy)), hashlib.sha256(path.read_bytes()).hexdigest()
        if known.get(name, {}).get("digest") != digest:
            known[name] = {"digest": digest, **_run(copy, name)}
            kept.write_text(json.dumps(known, ensure_ascii=False, indent=0), encoding="utf-8")
        noted = known[name]
        found[name] = Touch(noted["seconds"], frozenset(noted["functions"]), noted["starts"])
    return found


def ordered(touches: Mapping[str, Touch], function: str) -> list[str]:
    """The files that can notice a change of a function, quickest first; processes may do anything."""
    able = [(t.seconds, name) for name, t in touches.items() if t.starts or function in t.functions]
    return [name for _, name in sorted(able)]


def test_command(tests: list[str], *more: str) -> list[str]:
    """The command that runs some test files up to the first failure."""
    return [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-header", *more, *tests]


def _files(copy: Path) -> list[Path]:
    tests = copy / "tests"
    return [p for p in sorted(tests.rglob("test_*.py")) if p.relative_to(tests).parts[0] not in LEFT_OUT]


def _run(copy: Path, name: str) -> dict[str, object]:
    """Run one file with the plugin; its tests must pass while nothing is changed, if not in the time tracing takes."""
    notes = copy / "notes.json"
    environment = {**os.environ, "PYTHONPATH": str(copy), NOTES: str(notes)}
    begun = time.monotonic()
    traced = test_command([name], "--maxfail=1000", "-p", "tests.mutation.survey")
    if subprocess.run(traced, cwd=copy, env=environment, check=False, stdout=subprocess.DEVNULL).returncode:
        del environment[NOTES]
        subprocess.run(test_command([name]), cwd=copy, env=environment, check=True)
    told = json.loads(notes.read_text(encoding="utf-8"))
    notes.unlink()
    return {"seconds": round(time.monotonic() - begun, 1), **told}


class Recorder:
    """The tracing part of the plugin."""

    def __init__(self, root: Path) -> None:
        self._core = tuple(str(root / "generator" / name) + os.sep for name in CORE)
        self._root = root
        self._seen: set[CodeType] = set()
        self._starts = False

    def start(self) -> None:
        """Note every function that is entered from now on, and every process that is started."""
        sys.addaudithook(self._audit)
        sys.settrace(self._enter)

    def notes(self) -> dict[str, object]:
        """What was noted."""
        entered = (code for code in self._seen if code.co_filename.startswith(self._core))
        return {"functions": sorted({self._name(code) for code in entered}), "starts": self._starts}

    def _name(self, code: CodeType) -> str:
        outer = code.co_qualname.partition(".<locals>")[0]
        return f"{Path(code.co_filename).relative_to(self._root)}:{outer}"

    def _enter(self, frame: FrameType, _event: str, _value: object) -> None:
        self._seen.add(frame.f_code)

    def _audit(self, event: str, _values: object) -> None:
        if event in {"subprocess.Popen", "os.fork", "os.posix_spawn"}:
            self._starts = True


if NOTES in os.environ:
    _recorder = Recorder(Path.cwd())
    _recorder.start()

    def pytest_unconfigure() -> None:
        """Write what was noted."""
        sys.settrace(None)
        Path(os.environ[NOTES]).write_text(json.dumps(_recorder.notes()), encoding="utf-8")
