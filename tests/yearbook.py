"""The real yearbook, wishes of any kind, and a strict reader of calendar files, for tests of the year."""

from __future__ import annotations

import datetime
import re
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from generator.derive.calculators.tools import Tools, derive_tools
from generator.derive.views import Views
from generator.derive.year.wish import Fixed, Wish
from generator.pipeline import read_handbook, read_views

ROOT = Path(__file__).parents[1]
LIFE = "life-meeting"


@cache
def tools() -> Tools:
    """Everything plans are reckoned with, of the real handbook."""
    return derive_tools(read_handbook(ROOT)[0])


@cache
def views() -> Views:
    """The real handbook with everything derived from it."""
    return read_views(ROOT)[0]


def wishes(*, usual_months: bool = False) -> st.SearchStrategy[Wish]:
    """Wishes of any kind; with the usual months where asked."""
    entries = tools().yearbook.entries
    kinds = ["", *sorted({kind for entry in entries for kind in entry.kinds})]
    days = st.builds(Fixed, st.integers(1, 28)) | st.builds(Fixed, st.just(0), st.integers(1, 4), st.integers(1, 7))
    own = [entry.id for entry in entries if entry.chosen and not entry.movable]
    months = st.lists(st.integers(1, 12), min_size=1, unique=True).map(lambda found: tuple(sorted(found)))
    free = st.dictionaries(st.sampled_from(own), months)
    life = st.integers(10, 15).map(lambda month: {LIFE: (month,)})
    chosen = life if usual_months else st.builds(lambda one, other: one | other, free, life)
    return st.builds(
        Wish,
        year=st.integers(2024, 2030),
        kind=st.sampled_from(kinds),
        members=st.integers(0, 60),
        formal=st.integers(0, 60),
        groups=st.booleans(),
        has=st.frozensets(st.sampled_from(["activists", "mobile", "abroad"])),
        term_ends=st.none() | st.dates(datetime.date(2023, 1, 1), datetime.date(2031, 12, 31)),
        theme=days,
        together=st.booleans(),
        months=chosen,
    )


_LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):([^\x00-\x08\x0b-\x1f\x7f]*)")
_VALUE = re.compile(r"(?:[^\\;,]|\\[\\;,nN])*")


def read_calendar(data: bytes) -> list[dict[str, str]]:
    """The events of a calendar file, read as RFC 5545 has it; an assertion fails on whatever is not so."""
    text = data.decode("utf-8")
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert "\r" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    events: list[dict[str, str]] = []
    inside: list[str] = []
    for line in text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n"):
        found = _LINE.fullmatch(line)
        assert found, line
        name, parameters, value = found.groups()
        if name == "BEGIN":
            inside.append(value)
            assert inside in (["VCALENDAR"], ["VCALENDAR", "VEVENT"]), inside
            events += [{}] if value == "VEVENT" else []
        elif name == "END":
            assert inside.pop() == value
        elif inside == ["VCALENDAR", "VEVENT"]:
            assert name not in events[-1], name
            assert (parameters == ";VALUE=DATE") == (name in ("DTSTART", "DTEND"))
            events[-1][name] = _text(value) if name in ("SUMMARY", "DESCRIPTION") else value
    assert inside == []
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"} <= event.keys()
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTAMP"])
        first, last = (datetime.date.fromisoformat(event[name]) for name in ("DTSTART", "DTEND"))
        assert last - first == datetime.timedelta(days=1)
        assert event["SUMMARY"].strip()
        assert all(line.strip() for line in event.get("DESCRIPTION", "-").split("\n"))
    assert len({event["UID"] for event in events}) == len(events)
    return events


def _text(value: str) -> str:
    assert _VALUE.fullmatch(value), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)
