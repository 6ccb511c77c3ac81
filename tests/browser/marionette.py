"""Debian's own Firefox by its remote protocol: length-prefixed JSON over a socket, no driver program needed."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PREFERENCES = {
    "marionette.port": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "extensions.getAddons.cache.enabled": False,
    "services.settings.server": "data:,",
    "security.fileuri.strict_origin_policy": True,
}
ERRORS = """return Services.console.getMessageArray()
  .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & 1))
  .filter((message) => /^(http:..127|file:)/.test(message.sourceName) || /Content-Security-Policy/.test(message.errorMessage))
  .map((message) => message.sourceName.split("/").pop() + ": " + message.errorMessage);"""
"""Errors of our pages, as the browser's console lists them; the flag 1 marks warnings."""


class Firefox:
    """A Firefox without a window, in a fresh profile."""

    def __init__(self, program: str, profile: Path) -> None:
        self._last = 0
        lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in PREFERENCES.items())
        (profile / "user.js").write_text("".join(lines))
        command = [
            program,
            "--headless",
            "--marionette",
            "--remote-allow-system-access",
            "--no-remote",
            "--profile",
            str(profile),
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = self._connect(profile / "MarionetteActivePort")
        self._read()
        self("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {}}})
        self("WebDriver:SetTimeouts", {"pageLoad": 30_000, "script": 20_000})

    def _connect(self, told: Path) -> socket.socket:
        for _ in range(300):
            if told.is_file() and (port := told.read_text().strip()):
                return socket.create_connection(("127.0.0.1", int(port)), timeout=60)
            time.sleep(0.1)
        raise TimeoutError("Firefox did not start")

    def __call__(self, name: str, parameters: dict[str, Any]) -> Any:
        """Send a command and give its result."""
        self._last += 1
        text = json.dumps([0, self._last, name, parameters]).encode()
        self._socket.sendall(f"{len(text)}:".encode() + text)
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def _read(self) -> Any:
        head = b""
        while not head.endswith(b":"):
            head += self._take(1)
        length = int(head[:-1])
        body = b""
        while len(body) < length:
            body += self._take(length - len(body))
        return json.loads(body)

    def _take(self, most: int) -> bytes:
        data = self._socket.recv(most)
        assert data, "Firefox closed the connection"
        return data

    def open(self, url: str) -> None:
        """Go to a page and wait until it is there."""
        self("WebDriver:Navigate", {"url": url})

    def run(self, script: str, *args: Any) -> Any:
        """What a function body gives in the page."""
        return self("WebDriver:ExecuteScript", {"script": script, "args": list(args)})["value"]

    def wait(self, script: str) -> Any:
        """What an expression gives in the page as soon as it is something."""
        for _ in range(100):
            if found := self.run(f"return {script};"):
                return found
            time.sleep(0.1)
        raise AssertionError(f"never true: {script}")

    def errors(self) -> list[str]:
        """Errors of our pages so far."""
        self("Marionette:SetContext", {"value": "chrome"})
        found: list[str] = self.run(ERRORS)
        self("Marionette:SetContext", {"value": "content"})
        return found

    def __enter__(self) -> Firefox:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(20)
