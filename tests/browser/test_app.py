"""The site as an app over http, below a folder: kept for offline use, renewed as a whole, removed on request."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.pipeline import build_site
from generator.publish.mkdocs_build import publish_with_mkdocs

ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests" / "handbooks" / "minimal"
AT = "/zhibu/xuetang"

KEPT = "navigator.serviceWorker.ready.then(() => !!navigator.serviceWorker.controller)"
SHOWN = """async () => {
  const names = performance.getEntriesByType("resource").map((entry) => entry.name).concat(location.href.split("#")[0]);
  const read = async (name) => [name, await (await fetch(name)).text()];
  return Promise.all(names.filter((name) => /\\.(html|css|js|json)(\\?|$)/.test(name)).map(read));
}"""
"""Address and text of everything a page was made of, as this page gets it."""


@dataclass
class Server:
    """A web server whose site can be exchanged, changed on the way, or taken off the net."""

    address: str
    """Where the site's root is."""
    sites: ClassVar[dict[str, Path]] = {}
    now: ClassVar[str] = "a"
    down: ClassVar[bool] = False
    added: ClassVar[bytes] = b""


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers from the site that is on now; styles and scripts called by version may be kept for good."""

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].removeprefix(AT + "/")
        file = Server.sites[Server.now] / (path or "index.html")
        if Server.down:
            self.close_connection = True
            return
        if not self.path.startswith(AT + "/") or not file.is_file():
            self.send_error(404)
            return
        kinds = {
            ".html": "text/html",
            ".js": "text/javascript",
            ".css": "text/css",
            ".json": "application/json",
            ".svg": "image/svg+xml",
            ".png": "image/png",
        }
        body = file.read_bytes() + (Server.added if file.suffix == ".html" else b"")
        self.send_response(200)
        self.send_header("Content-Type", kinds.get(file.suffix, "application/octet-stream") + "; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000, immutable" if "?v=" in self.path else "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def project(folder: Path, word: str) -> Path:
    """The smallest handbook in the real theme, one word of its content and one style of its theme changed."""
    shutil.copytree(MINIMAL / "content", folder / "content")
    shutil.copytree(MINIMAL / "quizzes", folder / "quizzes")
    shutil.copytree(ROOT / "theme_overrides", folder / "theme_overrides")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    changed = 0
    for file in (folder / "content").rglob("*"):
        if file.suffix in {".md", ".yaml"} and "预备党员" in (text := file.read_text(encoding="utf-8")):
            file.write_text(text.replace("预备党员", f"预备{word}党员"), encoding="utf-8")
            changed += 1
    assert changed > 2
    for path in ("stylesheets/base.css", "javascripts/term-tip.js"):
        with (folder / "theme_overrides" / "assets" / path).open("a", encoding="utf-8") as file:
            file.write(f"/* {word} */\n")
    return folder


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Three builds, one after another."""
    made = {}
    for name in ("a", "b", "c"):
        folder = tmp_path_factory.mktemp(name)
        root = project(folder / "project", {"a": "", "b": "乙", "c": "丙"}[name] or "甲")
        publish_with_mkdocs(build_site(root), root, folder / "site")
        made[name] = folder / "site"
    return made


@pytest.fixture
def server(sites: dict[str, Path]) -> Iterator[Server]:
    Server.sites, Server.now, Server.down, Server.added = sites, "a", False, b""
    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield Server(f"http://127.0.0.1:{made.server_address[1]}{AT}")
    made.shutdown()
    made.server_close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 390, "height": 844}, locale="zh-CN")
    made.set_default_timeout(20_000)
    yield made
    made.close()


def opened(context: BrowserContext, server: Server, path: str = "index.html") -> Page:
    """A page of the site, kept by its worker."""
    page = context.new_page()
    page.goto(f"{server.address}/{path}")
    page.wait_for_function(KEPT)
    return page


def versions(page: Page, sites: dict[str, Path], address: str) -> set[str]:
    """Which builds the parts of a page are from; parts that all builds share do not count."""
    found = set()
    for name, text in page.evaluate(SHOWN):
        path = name.removeprefix(address + "/").partition("?")[0]
        held = {build: (site / path).read_text(encoding="utf-8") for build, site in sites.items()}
        from_builds = {build for build, own in held.items() if own == text}
        assert from_builds, name
        if len(from_builds) < len(sites):
            assert len(from_builds) == 1, name
            found |= from_builds
    return found


def test_what_was_seen_and_what_every_page_needs_is_there_without_network(
    context: BrowserContext, server: Server
) -> None:
    page = opened(context, server)
    page.goto(f"{server.address}/procedures/conversion.html")
    server.__class__.down = True
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    page.goto(f"{server.address}/")
    page.fill("site-search input", "转正")
    expect(page.locator(".md-search-result__meta")).to_contain_text("找到")
    page.goto(f"{server.address}/changes.html")
    page.wait_for_url("**/about/offline.html#missing")
    expect(page.locator("offline-choice [role='status']")).to_contain_text("还没有存到这台设备")


def test_a_new_version_is_offered_and_taken_as_a_whole(
    context: BrowserContext, server: Server, sites: dict[str, Path]
) -> None:
    page = opened(context, server, "terms/index.html")
    other = opened(context, server, "terms/index.html")
    assert versions(page, sites, server.address) == {"a"}
    server.__class__.now = "b"
    page.reload()
    notice = page.locator("app-update")
    expect(notice).to_contain_text("有新版本")
    assert versions(page, sites, server.address) == {"a"}
    notice.get_by_role("button", name="换成新版").click()
    expect(page.locator("main")).to_contain_text("预备乙党员")
    page.fill("site-search input", "转正")
    expect(page.locator(".md-search-result__meta")).to_contain_text("找到")
    assert versions(page, sites, server.address) == {"b"}
    # The other page goes on with its own version, and says so.
    expect(other.locator("app-update")).to_contain_text("这一页还是旧的")
    other.fill("site-search input", "转正")
    expect(other.locator(".md-search-result__meta")).to_contain_text("找到")
    assert versions(other, sites, server.address) == {"a"}
    other.get_by_role("button", name="刷新这一页").click()
    expect(other.locator("app-update")).to_be_hidden()
    other.wait_for_load_state("load")
    assert versions(other, sites, server.address) == {"b"}
    server.__class__.down = True
    for path in ("index.html", "terms/index.html"):
        page.goto(f"{server.address}/{path}")
        assert versions(page, sites, server.address) == {"b"}


def test_a_page_not_kept_comes_with_its_new_version(
    context: BrowserContext, server: Server, sites: dict[str, Path]
) -> None:
    page = opened(context, server)
    server.__class__.now = "c"
    page.goto(f"{server.address}/procedures/conversion.html")
    page.wait_for_url("**/procedures/conversion.html")
    expect(page.locator("h1")).to_be_visible()
    assert versions(page, sites, server.address) == {"c"}


def test_waiting_version_comes_when_all_pages_are_closed(context: BrowserContext, server: Server) -> None:
    page = opened(context, server, "terms/index.html")
    server.__class__.now = "b"
    page.reload()
    expect(page.locator("app-update")).to_contain_text("有新版本")
    page.get_by_role("button", name="以后再说").click()
    expect(page.locator("app-update")).to_be_hidden()
    page.goto("about:blank")
    page.wait_for_timeout(500)
    page.goto(f"{server.address}/terms/index.html")
    expect(page.locator("main")).to_contain_text("预备乙党员")


def test_pages_changed_on_the_way_are_shown_as_they_come_and_not_kept(context: BrowserContext, server: Server) -> None:
    page = opened(context, server)
    server.__class__.added = b"<!-- put in by a gateway -->"
    page.goto(f"{server.address}/procedures/conversion.html")
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/procedures/conversion.html")
    kept = "caches.match(location.href).then((found) => !!found)"
    assert page.evaluate(kept) is False


def test_all_is_kept_on_request_stays_whole_in_a_new_version_and_goes_on_request(
    context: BrowserContext, server: Server, sites: dict[str, Path]
) -> None:
    page = opened(context, server, "about/offline.html")
    said = page.locator("offline-choice [role='status']")
    expect(said).to_contain_text("个文件，共")
    page.get_by_role("button", name="全部存到本机").click()
    expect(said).to_contain_text("已全部存在这台设备")
    server.__class__.now = "b"
    page.reload()
    page.locator("app-update").get_by_role("button", name="换成新版").click()
    page.wait_for_timeout(300)
    expect(said).to_contain_text("已全部存在这台设备")
    server.__class__.down = True
    for path in sorted(p.relative_to(sites["b"]).as_posix() for p in sites["b"].rglob("*.html")):
        if path != "404.html":
            page.goto(f"{server.address}/{path}")
            assert page.url == f"{server.address}/{path}"
    assert versions(page, sites, server.address) == {"b"}
    server.__class__.down = False
    page.goto(f"{server.address}/about/offline.html")
    page.get_by_role("button", name="从这台设备删掉").click()
    expect(said).to_contain_text("没有存本站")
    page.reload()
    page.wait_for_timeout(3500)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("caches.keys()") == []
    page.get_by_role("button", name="重新开始存").click()
    expect(said).to_contain_text("个文件，共")


def test_worker_without_a_list_ends_the_app(context: BrowserContext, server: Server, tmp_path: Path) -> None:
    page = opened(context, server)
    shutil.copytree(Server.sites["a"], tmp_path / "site")
    shutil.copy(ROOT / "theme_overrides" / "sw.js", tmp_path / "site" / "sw.js")
    Server.sites = {**Server.sites, "gone": tmp_path / "site"}
    server.__class__.now = "gone"
    page.evaluate("navigator.serviceWorker.getRegistration().then((found) => found.update())")
    page.wait_for_function("caches.keys().then((names) => names.length === 0)")


def test_nothing_is_registered_from_a_folder(browser: Browser, sites: dict[str, Path]) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((sites["a"] / "about" / "offline.html").as_uri())
    page.wait_for_timeout(500)
    assert page.locator("link[rel='manifest']").count() == 0
    expect(page.locator("[data-part='plain']")).to_be_visible()
    assert errors == []
    page.close()
