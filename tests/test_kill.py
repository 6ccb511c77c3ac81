"""Killed builds: what is published is always one whole version; `python -m tests.faults.kill` kills a hundred."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.faults.kill import MINIMAL, PROJECT, fingerprint, kill_many

SWAPPING = """
import pathlib, sys
from generator.publish.mkdocs_build import swap
base = pathlib.Path(sys.argv[1])
print("ready", flush=True)
while True:
    swap(base / "side" / "fresh", base / "site")
"""


def test_a_killed_build_leaves_one_whole_version_and_the_next_clears_up(tmp_path: Path) -> None:
    kills = kill_many(MINIMAL, tmp_path, 4, random.Random(3))
    assert kills.moments["reading"] + kills.moments["writing"] == 4
    assert kills.published["broken"] == 0
    assert kills.swept


def test_a_build_killed_while_it_swaps_leaves_one_whole_version(tmp_path: Path) -> None:
    for folder, word in (("side/fresh", "甲"), ("site", "乙")):
        for number in range(20):
            path = tmp_path / folder / str(number)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(word)
    whole = {fingerprint(tmp_path / "side" / "fresh"), fingerprint(tmp_path / "site")}
    chance = random.Random(5)
    seen = set()
    for _ in range(8):
        running = subprocess.Popen(
            [sys.executable, "-c", SWAPPING, str(tmp_path)], cwd=PROJECT, stdout=subprocess.PIPE, start_new_session=True
        )
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.02))
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        running.stdout.close()
        seen.add(fingerprint(tmp_path / "site"))
        assert seen <= whole
