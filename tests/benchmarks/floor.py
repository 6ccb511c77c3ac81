"""The site in real old browsers: Chromium 86 and 109, over http and from a folder (issue 7, users.md §3.7).

Run: .venv/bin/python -m tests.benchmarks.floor [--browsers FOLDER] [--site FOLDER]

The browsers are builds without a window that ship inside packages of npm. FOLDER (default: .peers) is filled once,
about 200 MB, by:

    mkdir -p .peers && cd .peers
    npm pack chrome-aws-lambda@5.3.1 @sparticuz/chromium@109.0.6
    npm install --ignore-scripts --prefix . puppeteer-core@13
    for p in chrome-aws-lambda-5.3.1 sparticuz-chromium-109.0.6; do mkdir -p $p && tar xzf $p.tgz -C $p; done

Prints one line for each browser and way of opening, and ends with status 1 where something does not work. The last
result stands in CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.pipeline import build_site
from generator.publish.mkdocs_build import publish_with_mkdocs
from tests.browser.conftest import QuietHandler
from tests.browser.test_quality import KINDS

ROOT = Path(__file__).parents[2]
PACKAGES = {"86": "chrome-aws-lambda-5.3.1", "109": "sparticuz-chromium-109.0.6"}
UNPACK = (
    "const z = require('zlib'), fs = require('fs'), [from, to] = process.argv.slice(1);"
    "fs.writeFileSync(to, z.brotliDecompressSync(fs.readFileSync(from)), { mode: 0o755 });"
)


def program(folder: Path) -> Path:
    """The browser of a package, unpacked on first use with the libraries it draws by; without those it spins for ever."""
    target = folder / "chromium"
    if not target.exists():
        packed = folder / "package/bin"
        subprocess.run(["node", "-e", UNPACK, str(packed / "swiftshader.tar.br"), str(folder / "gl.tar")], check=True)
        for place in (folder, folder / "swiftshader"):
            place.mkdir(exist_ok=True)
            subprocess.run(["tar", "xf", str(folder / "gl.tar"), "-C", str(place)], check=True)
        subprocess.run(["node", "-e", UNPACK, str(packed / "chromium.br"), str(target)], check=True)
    return target


def look(browsers: Path, name: str, root: str) -> dict[str, Any]:
    """What one browser makes of the site at an address."""
    chromium = program((browsers / PACKAGES[name]).resolve())
    script = Path(__file__).with_name("floor.js")
    command = [
        "node",
        str(script),
        str((browsers / "node_modules/puppeteer-core").resolve()),
        str(chromium),
        root,
        *KINDS.values(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    if done.returncode:
        return {"version": name, "errors": [done.stderr.strip()[-400:]], "pages": 0, "wide": []}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def works(told: dict[str, Any]) -> bool:
    """Whether everything a browser of the floor must do was done."""
    done = all(told.get(name) for name in ("search", "answer", "plan", "form"))
    return done and told["pages"] == len(KINDS) and not told["errors"] and not told["wide"] and not told["bar"]


def main() -> int:
    """Exit status 0 when every browser does all it must."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--browsers", type=Path, default=Path(".peers"))
    parser.add_argument("--site", type=Path)
    args = parser.parse_args()
    if not shutil.which("node") or not (args.browsers / "node_modules/puppeteer-core").is_dir():
        print(__doc__, file=sys.stderr)
        return 1
    bad = 0
    with TemporaryDirectory() as temporary:
        site = args.site or Path(temporary) / "site"
        if args.site is None:
            publish_with_mkdocs(build_site(ROOT), ROOT, site)
        handler = functools.partial(QuietHandler, directory=str(site))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name in PACKAGES:
            for way, root in (
                ("http", f"http://127.0.0.1:{server.server_address[1]}"),
                ("folder", site.resolve().as_uri()),
            ):
                told = look(args.browsers, name, root)
                bad += not works(told)
                print(f"{'ok ' if works(told) else 'BAD'} {told['version']} {way}: {told['pages']}/{len(KINDS)} pages, "
                      f"search {told.get('search')}, answer {told.get('answer')}, plan {told.get('plan')}, form {told.get('form')}, "
                      f"wide {told['wide']}, errors {told['errors'][:5]}")  # fmt: skip
        server.shutdown()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
