"""What a command costs: wall time, processor time and peak memory, its own and that of the processes it starts."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Cost:
    """What one run cost; the run with less processor time is the smaller."""

    cpu: float
    """Seconds of processor time, which other work on the machine hardly changes."""
    wall: float
    """Seconds from start to end, which other work on the machine lengthens."""
    peak: float
    """Most megabytes a process of it held at once."""


def cost(command: Sequence[str], cwd: Path, env: dict[str, str] | None = None) -> Cost:
    """The cost of one run of a Python module with its arguments; raises where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **(env or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{command} ended with {process.returncode}"
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)
