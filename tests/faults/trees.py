"""One damaged handbook through the pipeline, and what is wrong with the answer."""

from __future__ import annotations

import functools
import re
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.checks import check
from generator.derive.page_clash import prove_addresses
from generator.derive.questions.proofs import prove
from generator.derive.views import Views, derive
from generator.diagnostics import Diagnostic, Severity
from generator.load import read_files
from generator.manual import entries
from generator.model import wording
from generator.reading import Content, Memory, read
from generator.render.site import render
from generator.structure import assemble
from tests.faults.outputs import unsound

CHINESE = re.compile(r"[一-鿿]")
ANY = (Exception,)
"""Whatever the generator raises at content is a fault of the generator."""


@dataclass(frozen=True)
class Answer:
    """What the generator said of one tree."""

    outcome: str
    """`findings`, `site`, or `fault`."""
    checks: tuple[str, ...]
    """Ids of the checks that spoke."""
    faults: tuple[str, ...]
    """What the generator did wrong; nothing for a sound answer."""
    seconds: float
    """Processor time used."""


class Keeper(Memory):
    """Remembers the undamaged files for good."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        super().__init__()
        read(files, self)

    def keep(self, contents: Mapping[str, Content]) -> None:
        """Remember only what is read first."""
        if not self._contents:
            super().keep(contents)


class Laboratory:
    """A handbook whose undamaged files are read only once."""

    def __init__(self, root: Path) -> None:
        self.files, found = read_files(root)
        assert not found, found
        self._memory = Keeper(self.files)
        self._known = {entry.id for entry in entries()}
        for name in ("meaning", "canonical"):
            _remember(getattr(wording, name))

    def answer(self, files: Mapping[str, bytes], *, rendered: bool = False) -> Answer:
        """What the generator says of a tree, and what is wrong with that."""
        start = time.process_time()
        faults: list[str] = []
        try:
            found, views = self._run(files)
            seconds = time.process_time() - start
            faults += [fault for finding in found for fault in self._misplaced(finding, files)]
            if views is not None and rendered:
                faults += unsound(render(views), made=False)
        except ANY:
            return Answer("fault", (), (traceback.format_exc(limit=-6),), time.process_time() - start)
        outcome = "findings" if views is None else "site"
        return Answer(outcome, tuple(sorted({finding.check for finding in found})), tuple(faults), seconds)

    def _run(self, files: Mapping[str, bytes]) -> tuple[list[Diagnostic], Views | None]:
        """The stages of `read_views`, without the disk."""
        contents = read(dict(sorted(files.items())), self._memory)
        found = [fault for content in contents for fault in content.faults]
        handbook = assemble(entity for content in contents for entity in content.entities)
        found += check(handbook, whole=not _errors(found))
        if _errors(found):
            return found, None
        views = derive(handbook)
        assert views.search
        assert views.kits or not handbook.lessons
        assert views.audit.as_of
        found += [*prove(handbook, views.bank), *prove_addresses(handbook, views.addresses)]
        return found, None if _errors(found) else views

    def _misplaced(self, finding: Diagnostic, files: Mapping[str, bytes]) -> Iterable[str]:
        text = str(finding)
        if finding.check not in self._known:
            yield f"the manual does not know [{finding.check}]"
        if not CHINESE.search(finding.message) or (finding.hint is not None and not CHINESE.search(finding.hint)):
            yield f"not in Chinese: {text}"
        if len(text) > 2_000 or any(ord(c) < 32 and c != "\n" for c in text) or text.count("\n") > 1:
            yield f"not fit to print: {text[:200]!r}"
        try:
            text.encode()
        except UnicodeEncodeError:
            yield f"cannot be printed: {text!r}"
        span = finding.span
        if span.path not in files:
            yield f"no such file: {text}"
            return
        lines = files[span.path].decode("utf-8", "replace").split("\n")
        if not (1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1):
            yield f"no such place: {text}"


def _errors(found: Iterable[Diagnostic]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in found)


def _remember(pure: Callable[[str], str]) -> None:
    """Let every module of the generator use a remembering form of a pure function."""
    remembering = functools.lru_cache(100_000)(pure)
    for name, module in list(sys.modules.items()):
        if name.startswith("generator."):
            for key, value in list(vars(module).items()):
                if value is pure:
                    setattr(module, key, remembering)
