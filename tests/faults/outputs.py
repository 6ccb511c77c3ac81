"""What is wrong with a rendered site: markup that lets text act, and files that do not parse."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from generator.render.made import Made
from generator.render.page import Rendered

_SCRIPT_SCHEME = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_FIELD = re.compile(r"\s*(?:DDE|DDEAUTO|HYPERLINK|INCLUDE\w*|IMPORT|LINK)\b", re.IGNORECASE)
_PROPERTY = re.compile(r"[A-Z-]+(?:;[A-Z-]+=[^:]*)?:")
_OUTSIDE = re.compile(r"\s*(?:[a-z]+:)?//", re.IGNORECASE)


class _Reader(HTMLParser):
    """Notes every tag that could act."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        own_style = tag == "link" and values.get("rel") == "stylesheet" and values.get("href", "").endswith(".css")
        if tag in ("iframe", "object", "embed", "base", "meta", "link", "img", "video", "audio") and not own_style:
            self.found.append(f"<{tag}> {values}")
        if tag == "script" and (values.get("src", "").startswith(("http", "//")) or not values.get("src")):
            self.found.append(f"<script> {values}") if values.get("type") != "application/json" else None
        for name, value in values.items():
            if name.startswith("on"):
                self.found.append(f"{name}={value[:60]!r}")
            if name in ("href", "src", "action", "formaction", "xlink:href") and _SCRIPT_SCHEME.match(value):
                self.found.append(f"{name}={value[:60]!r}")
            if (name in ("src", "action") or tag == "link") and _OUTSIDE.match(value):
                self.found.append(f"{name}={value[:60]!r}")


def unsound(rendered: Rendered, *, made: bool = True) -> Iterator[str]:
    """Everything in a site that acts, or does not parse; files that take long to make only if asked for."""
    for page in rendered.pages:
        reader = _Reader()
        reader.feed(page.html)
        reader.close()
        yield from (f"{page.url}: {found}" for found in reader.found)
    for path, content in rendered.files.items():
        if made or not isinstance(content, Made):
            yield from (f"{path}: {fault}" for fault in file_faults(path, raw_of(content)))


def raw_of(content: str | bytes | Made) -> bytes:
    """The bytes of a file."""
    return content() if isinstance(content, Made) else content.encode() if isinstance(content, str) else content


def file_faults(path: str, raw: bytes) -> Iterator[str]:
    """What acts in a file, or why it does not parse."""
    try:
        if path.endswith(".json"):
            json.loads(raw)
        elif path.endswith((".svg", ".xml", ".rels")):
            yield from _xml_faults(path, raw)
        elif path.endswith((".docx", ".pptx", ".xlsx", ".zip")):
            with zipfile.ZipFile(io.BytesIO(raw)) as archive:
                for name in archive.namelist():
                    yield from (f"{name}: {fault}" for fault in file_faults(name, archive.read(name)))
        elif path.endswith(".html"):
            reader = _Reader()
            reader.feed(raw.decode())
            yield from (found for found in reader.found if not found.startswith(("<meta>", "<script>")))
        elif path.endswith(".ics"):
            yield from _calendar_faults(raw.decode())
    except (ValueError, ElementTree.ParseError, zipfile.BadZipFile) as problem:
        yield f"does not parse: {problem}"


def _xml_faults(path: str, raw: bytes) -> Iterator[str]:
    root = ElementTree.fromstring(raw)
    if path.endswith(".svg"):
        reader = _Reader()
        reader.feed(raw.decode())
        yield from reader.found
    for element in root.iter():
        if element.get("TargetMode") == "External":
            yield f"external target {element.get('Target')}"
        if element.tag.endswith("}instrText") and _FIELD.match(element.text or ""):
            yield f"field {element.text}"


def _calendar_faults(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").split("\r\n")
    if any(len(line.encode()) > 75 for line in text.split("\r\n")):
        yield "a line is too long"
    yield from (f"line {line[:60]!r}" for line in lines if line and not _PROPERTY.match(line))
    depth: list[str] = []
    for line in lines:
        if line.startswith("BEGIN:"):
            depth.append(line[6:])
        elif line.startswith("END:") and (not depth or depth.pop() != line[4:]):
            yield f"{line} ends nothing"
    if depth or "ATTACH:" in {line[:7] for line in lines}:
        yield "is not one calendar"
