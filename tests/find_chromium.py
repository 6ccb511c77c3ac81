"""Makes sure the tests have Chromium and a Chinese font: found, installed by apt-get, or said how."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = ["chromium", "fonts-noto-cjk"]
NAMES = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Exit status 0 when Chromium can be used."""
    if any(shutil.which(name) for name in NAMES):
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("没有找到 Chromium，正在用 apt-get 安装……", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        done = subprocess.run(["apt-get", "install", "-y", "-qq", *PACKAGES], check=False, env=environment)
        if done.returncode == 0:
            return 0
    print("浏览器测试需要 Chromium 和中文字体。请运行：sudo apt-get install " + " ".join(PACKAGES), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
