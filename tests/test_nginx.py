"""The shipped settings of nginx, run by Debian's own: below a folder, packed, kept as long as they may be, with every header."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import build_site
from generator.publish.mkdocs_build import publish_with_mkdocs
from generator.publish.policy import HEADERS, content_policy, header_policy
from generator.render.flowchart import picture_styles
from tests.find_programs import SEARCH
from tests.support import MINIMAL

ROOT = Path(__file__).parent.parent
NGINX = shutil.which("nginx", path=SEARCH)
needs_nginx = pytest.mark.skipif(NGINX is None, reason="没有 nginx：sudo apt-get install nginx-light")
IMMUTABLE = "public, max-age=31536000, immutable"
FRAME = """\
{user}daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/zhibu.conf;
}}
"""


def conf(*options: str) -> str:
    done = CliRunner().invoke(main, ["nginx", *options])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The smallest handbook in the real theme, served by nginx at /dang/xuetang/."""
    folder = tmp_path_factory.mktemp("nginx")
    root = folder / "project"
    shutil.copytree(MINIMAL, root, ignore=shutil.ignore_patterns("mkdocs.yml"))
    shutil.copytree(ROOT / "theme_overrides", root / "theme_overrides")
    shutil.copy(ROOT / "mkdocs.yml", root)
    os.environ["XUETANG_URL"] = "http://intranet.test/dang/xuetang/"
    try:
        publish_with_mkdocs(build_site(root), root, folder / "site")
    finally:
        del os.environ["XUETANG_URL"]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    listen = f"127.0.0.1:{number}"
    text = conf("--at", "/dang/xuetang/", "--folder", str(folder / "site"), "--listen", listen)
    (folder / "zhibu.conf").write_text(text, encoding="utf-8")
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder, user=user))
    command = [str(NGINX), "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", str(folder / "error.log")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", number), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield number
        process.terminate()


def get(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


@needs_nginx
@pytest.mark.parametrize(
    "path", ["", "index.html", "terms/index.html", "terms/", "search/search_index.js", "nowhere.html"]
)
def test_every_answer_carries_the_headers_of_safety(port: int, path: str) -> None:
    _, headers, _ = get(port, f"/dang/xuetang/{path}")
    wanted = {"Content-Security-Policy": header_policy(content_policy(picture_styles())), **HEADERS}
    assert {name: headers.get(name.lower()) for name in wanted} == wanted
    assert headers["server"] == "nginx"


@needs_nginx
def test_what_is_called_by_version_is_kept_for_good_and_the_rest_asked_for_again(port: int) -> None:
    _, _, home = get(port, "/dang/xuetang/")
    called = [
        part.split('"')[0] for part in home.decode().split('href="')[1:] if part.startswith("assets/stylesheets/")
    ]
    assert len(called) > 5
    for path in called:
        assert get(port, f"/dang/xuetang/{path}")[1]["cache-control"] == IMMUTABLE, path
    for path in ("", "assets/stylesheets/base.css", "search/search_index.js", "manifest.json"):
        status, headers, _ = get(port, f"/dang/xuetang/{path}")
        assert (status, headers["cache-control"]) == (200, "no-cache")
        assert get(port, f"/dang/xuetang/{path}", If_None_Match=headers["etag"].removeprefix("W/"))[0] == 304
    assert get(port, "/dang/xuetang/sw.js")[1]["cache-control"] == "no-store"


@needs_nginx
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("search/search_index.js", "text/javascript; charset=utf-8"),
        ("assets/stylesheets/base.css", "text/css; charset=utf-8"),
        ("manifest.json", "application/json; charset=utf-8"),
        ("procedures/conversion.svg", "image/svg+xml; charset=utf-8"),
    ],
)
def test_texts_are_packed_and_named_rightly(port: int, path: str, kind: str) -> None:
    _, plain, body = get(port, f"/dang/xuetang/{path}")
    _, packed, data = get(port, f"/dang/xuetang/{path}", Accept_Encoding="gzip")
    assert plain["content-type"] == kind
    if len(body) > 1000:
        assert (packed["content-encoding"], packed["vary"]) == ("gzip", "Accept-Encoding")
        assert gzip.decompress(data) == body


@needs_nginx
def test_missing_page_is_told_in_the_site_s_own_words_at_any_depth(port: int) -> None:
    status, headers, body = get(port, "/dang/xuetang/a/b/c/nowhere.html")
    text = body.decode()
    assert (status, headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "没有这一页" in text
    assert 'href="/dang/xuetang/index.html"' in text
    assert 'src="/dang/xuetang/assets/javascripts/start.js?v=' in text


@needs_nginx
@pytest.mark.parametrize(
    "path", ["/dang/xuetang/../../etc/passwd", "/dang/xuetang/%2e%2e/%2e%2e/etc/passwd", "/dang/xuetang../nginx.conf"]
)
def test_nothing_outside_the_folder_is_served(port: int, path: str) -> None:
    assert get(port, path)[0] in {400, 404}


@needs_nginx
def test_only_reading_is_allowed_and_folders_are_not_listed(port: int) -> None:
    assert get(port, "/dang/xuetang/index.html", "POST")[0] in {403, 405}
    assert get(port, "/dang/xuetang/index.html", "HEAD")[0] == 200
    assert get(port, "/dang/xuetang/assets/")[0] in {403, 404}


@pytest.mark.parametrize(
    "options",
    [("--at", "xuetang"), ("--at", "/a b/"), ("--folder", "site"), ("--folder", "/a;b"), ("--listen", "80; evil")],
)
def test_options_that_would_break_the_settings_are_refused(options: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, ["nginx", *options])
    assert done.exit_code == 2
