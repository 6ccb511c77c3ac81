"""The real handbook in a real Chromium, over http and from a folder, with every request noted."""

from __future__ import annotations

import contextlib
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from generator.pipeline import build_site
from generator.publish.mkdocs_build import publish_with_mkdocs

if TYPE_CHECKING:
    from _typeshed import SupportsRead, SupportsWrite

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
"""Milliseconds that a page may take to show what is expected of it, on a machine busy with other work."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line of log for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def copyfile(self, source: SupportsRead[bytes], outputfile: SupportsWrite[bytes]) -> None:
        """Send a file, unless the page that asked is gone."""
        with contextlib.suppress(ConnectionError):
            super().copyfile(source, outputfile)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, built; its path holds Chinese characters and a space."""
    out = tmp_path_factory.mktemp("支部 学堂") / "site"
    publish_with_mkdocs(build_site(ROOT), ROOT, out)
    return out


@pytest.fixture(scope="session")
def base_url(site_dir: Path) -> Iterator[str]:
    """Address of the built handbook on this machine."""
    handler = functools.partial(QuietHandler, directory=str(site_dir))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium without a window."""
    assert CHROMIUM, "没有找到 Chromium；先运行 make test，它会安装或说明怎么装"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--allow-file-access-from-files"],
        )
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser, base_url: str) -> Iterator[BrowserContext]:
    """A fresh profile in which any request that leaves the site is refused and remembered."""
    made = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="zh-CN", reduced_motion="reduce", service_workers="block"
    )
    outside: list[str] = []

    def guard(route: Route) -> None:
        if route.request.url.startswith((base_url, "file://", "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    made.route("**/*", guard)
    yield made
    made.close()
    assert outside == []


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page in which any console error or uncaught exception fails the test."""
    made = context.new_page()
    errors: list[str] = []
    made.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    made.on("pageerror", lambda error: errors.append(str(error)))
    yield made
    assert errors == []
