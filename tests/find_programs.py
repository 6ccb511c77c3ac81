"""Makes sure the tests have the programs they drive: found, installed by apt-get, or said how."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Program:
    """A program that tests drive."""

    commands: tuple[str, ...]
    packages: tuple[str, ...]
    purpose: str
    required: bool = False

    @property
    def found(self) -> bool:
        """Whether any of its commands can be called."""
        return any(shutil.which(command, path=SEARCH) for command in self.commands)


SEARCH = os.environ.get("PATH", "") + ":/usr/sbin"
PROGRAMS = (
    Program(("chromium", "chromium-browser", "google-chrome"), ("chromium", "fonts-noto-cjk"), "浏览器测试", True),
    Program(("firefox-esr", "firefox"), ("firefox-esr",), "Firefox 测试"),
    Program(("soffice",), ("libreoffice-writer-nogui", "libreoffice-impress-nogui"), "Word 和幻灯文件的版面测试"),
    Program(("pdftotext",), ("poppler-utils",), "Word 和幻灯文件的版面测试"),
    Program(("nginx",), ("nginx-light",), "网站配置测试"),
)


def main() -> int:
    """Exit status 0 when everything required can be used."""
    if missing := [program for program in PROGRAMS if not program.found]:
        install(missing)
    for program in PROGRAMS:
        if not program.found:
            what = "做不了，先安装" if program.required else "会跳过，想做就安装"
            print(f"{program.purpose}{what}：sudo apt-get install {' '.join(program.packages)}", file=sys.stderr)
    return int(any(program.required and not program.found for program in PROGRAMS))


def install(missing: list[Program]) -> None:
    """Install the packages of `missing` where this process may."""
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return
    packages = [package for program in missing for package in program.packages]
    print("正在用 apt-get 安装测试要用的程序：" + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
