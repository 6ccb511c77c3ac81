"""Calendar files (RFC 5545) of whole days: UTF-8, lines ended by CRLF and folded at 75 bytes, no alarms."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PRODUCT = "-//Zhibu Xuetang//Plan//ZH"
"""Maker of the files."""
_BYTES = 75
_SIGNS = re.compile(r"[\\;,]")


@dataclass(frozen=True, slots=True)
class Event:
    """A whole day with a title."""

    uid: str
    """Its permanent id."""
    day: datetime.date
    """The day."""
    title: str
    """Its title."""
    note: str
    """What is said about it."""


def calendar_file(events: Iterable[Event], name: str, stamp: str) -> str:
    """A calendar file; `stamp` is the moment of making as 20261122T010203Z."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines.append(f"X-WR-CALNAME:{escaped(name)}")
    for event in events:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}")
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.note:
        yield f"DESCRIPTION:{escaped(event.note)}"
    yield from ("TRANSP:TRANSPARENT", "END:VEVENT")


def escaped(text: str) -> str:
    """Text as a value: backslashes, semicolons, commas and line ends escaped."""
    return re.sub(r"\r?\n", r"\\n", _SIGNS.sub(lambda sign: "\\" + sign.group(), text))


def folded(line: str) -> str:
    """A line cut into lines of at most 75 bytes, the later ones led by a space; no character is cut."""
    out, part, size = [], "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _BYTES:
            out.append(part)
            part, size = " ", 1
        part += char
        size += width
    return "\r\n".join([*out, part])
