"""The preview over http on this machine: every file of the site as it is now, and word of what changes."""

from __future__ import annotations

import json
import mimetypes
import re
import sys
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from jinja2 import TemplateError

from generator.publish.preview import Preview, State

HOST = "127.0.0.1"
"""Only this machine sees the preview."""

PATIENCE = 25.0
"""Seconds a browser's question about changes stays open."""

PROBLEM = "保存的内容有错，这一页还是上一次的。改好后会自己更新。"
"""What stands above the faults."""

_SCRIPT = Path(__file__).with_name("preview.js")
_VERSION = re.compile(r"\?v=|\.[0-9a-f]{8}\.min\.(?:css|js)$")
_TYPES = {".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml", ".ics": "text/calendar"}


class PreviewServer(ThreadingHTTPServer):
    """Answers with the preview's files."""

    daemon_threads = True

    def __init__(self, preview: Preview, port: int) -> None:
        self.preview = preview
        """What is shown."""
        super().__init__((HOST, port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser has gone away; print whatever else went wrong."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else the body of a short answer waits 40 ms for the browser to confirm its head
    server: PreviewServer

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        path = unquote(parts.path).lstrip("/")
        if path == "-/changes":
            since = int(parse_qs(parts.query).get("since", ["-1"])[0])
            self._send(HTTPStatus.OK, "a.json", _told(self.server.preview.wait(since, PATIENCE)))
        elif path == "-/preview.js":
            self._send(HTTPStatus.OK, path, _SCRIPT.read_bytes())
        else:
            self._send(*self._file(path))

    do_HEAD = do_GET  # noqa: N815 - the name http.server calls

    def _file(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        """Status, name and bytes of a file of the site."""
        state = self.server.preview.state
        if not state.site:
            return HTTPStatus.SERVICE_UNAVAILABLE, "index.html", _watching(_PAGE.encode(), state)
        name = path if Path(path).suffix else f"{path.rstrip('/')}/index.html".lstrip("/")
        status = HTTPStatus.OK
        if name not in state.files:
            status, name = HTTPStatus.NOT_FOUND, "404.html"
        try:
            body = state.files[name]()
        except TemplateError as problem:
            text = f"<pre>{escape(str(problem))}</pre></body>"
            return HTTPStatus.INTERNAL_SERVER_ERROR, "index.html", _watching(text.encode(), state)
        return status, name, _watching(body, state) if name.endswith(".html") else body

    def _send(self, status: HTTPStatus, name: str, body: bytes) -> None:
        suffix = Path(name).suffix
        kind = _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Length", str(len(body)))
        lasting = _VERSION.search(self.path) and status is HTTPStatus.OK
        self.send_header("Cache-Control", "max-age=31536000, immutable" if lasting else "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing; the terminal is for what is wrong with the content."""


_PAGE = (
    '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>支部学堂</title></head>'
    "<body><p>还没有可看的页面。</p></body></html>"
)
"""Shown while there is no good site yet."""


def _told(state: State) -> bytes:
    problem = {"title": PROBLEM, "text": state.problem}
    return json.dumps({"number": state.number, "site": state.site, "problem": problem}, ensure_ascii=False).encode()


def _watching(page: bytes, state: State) -> bytes:
    """The page with the script that follows changes."""
    script = f'<script src="/-/preview.js" data-site="{state.site}"></script>'.encode()
    before, mark, after = page.rpartition(b"</body>")
    return before + script + mark + after
