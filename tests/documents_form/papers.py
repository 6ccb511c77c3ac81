"""The real papers with what their forms reckon with, and ways to make each of their checks complain."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from generator.derive.views import Views, derive
from generator.load import load, read_files
from generator.model.document import DocumentTemplate
from generator.render.document_data import form_data
from generator.render.document_pages import SCRIPTS as ON_THE_PAGE
from generator.structure import structure

ROOT = Path(__file__).parents[2]
_OF_THE_PAGE = {"inputs", "store", "errors", "form"}
SCRIPTS = (*(name for name in ON_THE_PAGE if name.removeprefix("document-") not in _OF_THE_PAGE), "vendor/fflate")
"""Scripts that reckon and write, without those that need the page."""

Values = dict[str, Any]


@cache
def views() -> Views:
    """The real handbook, read without the checks."""
    documents, _ = load(read_files(ROOT)[0])
    return derive(structure(documents)[0])


@cache
def papers() -> Mapping[str, DocumentTemplate]:
    """Every self-drafted paper by its id."""
    return {document.id: document for document in views().handbook.documents if document.layout}


@cache
def data(paper: str) -> dict[str, Any]:
    """What the form of a paper reckons with."""
    return form_data(papers()[paper], views(), lambda rules: [(f"#{rule}", rule) for rule in rules])


def example(paper: str) -> Values:
    """The paper's example as values that may be changed."""
    return {name: [list(row) for row in v] if isinstance(v, tuple) else v for name, v in data(paper)["example"].items()}


def changed(paper: str, changes: Mapping[str, Any]) -> Values:
    """The example with some values exchanged; `field/column` changes a list's first row."""
    values = example(paper)
    for name, value in changes.items():
        field, _, column = name.partition("/")
        if column:
            options = next(one["options"] for one in data(paper)["fields"] if one["id"] == field)
            values[field][0][options.index(column)] = value
        else:
            values[field] = value
    return values


def contradiction(paper: str, check: Mapping[str, Any]) -> Values:
    """The example changed so that this check must complain."""
    values = copy.deepcopy(example(paper))
    for field, allowed in check["only"]:
        if allowed:
            values[field] = allowed[0]
    _MAKE[check["check"]](values, check, paper)
    return values


def _put(values: Values, operand: list[Any], value: str) -> None:
    """Give an operand a value: a field, or its column in the first row."""
    field, column, how, at = operand
    if how == "#":
        values[field] = [["某某", *[""] * (len(values[field][0]) - 1)] for _ in range(int(value))]
    elif column:
        values[field][0][at] = value
    elif isinstance(values[field], list):
        values[field][0] = [value, *values[field][0][1:]]
    else:
        values[field] = value


def _amount(values: Values, check: Mapping[str, Any], paper: str) -> None:
    high, low = check["left"], check["right"]
    if check["relation"] == "at-least":
        high, low = low, high
    _put(values, high[0], "9" if high[0][2] == "#" else "977")


def _share(values: Values, check: Mapping[str, Any], paper: str) -> None:
    if check["outcome"]:
        field, claims = check["outcome"]
        options = next(one["options"] for one in data(paper)["fields"] if one["id"] == field)
        values[field] = next(option for option in options if option not in claims)
    elif check["less"]:
        _put(values, check["less"][0], "6" if check["part"][0][2] == "#" else values[check["part"][0][0]])
    else:
        _put(values, check["part"][0], "王某某" if check["part"][0][2] == "、" else "1")
        for other in check["base"]:
            if other[2] == "、" and other != check["part"][0]:
                values[other[0]] = "甲某、乙某、丙某"


def _limit(values: Values, check: Mapping[str, Any], paper: str) -> None:
    _put(values, check["value"][0], "甲某、乙某、丙某" if check["value"][0][2] == "、" else "9")


def _order(values: Values, check: Mapping[str, Any], paper: str) -> None:
    _put(values, check["first"], "2030年3月1日")
    _put(values, check["then"], "2026年3月2日")


def _span(values: Values, check: Mapping[str, Any], paper: str) -> None:
    bound, workdays = check["figure"]["bound"], check["figure"]["unit"] == "个工作日"
    later = "2026年1月6日" if bound == "at-least" else "2033年6月5日"
    if check["first"] == check["then"]:
        _put(values, check["first"], f"2026年1月5日至{later}")
        return
    _put(values, check["first"], "2026年1月5日")
    _put(values, check["then"], "2026年1月7日" if workdays else later)


def _words(values: Values, check: Mapping[str, Any], paper: str) -> None:
    text = check["without"][0] if check["without"] else "某某"
    free = next(one["id"] for one in data(paper)["fields"] if one["type"] in ("text", "paragraph"))
    field = check["fields"][0] if check["fields"] else [free, "", "", -1]
    if check["some"]:
        for other in check["fields"]:
            if isinstance(values[other[0]], list) and not other[1]:
                values[other[0]] = [["某某" for _ in row] for row in values[other[0]]]
            else:
                _put(values, other, text)
        return
    _put(values, field, text)


def _filled(values: Values, check: Mapping[str, Any], paper: str) -> None:
    for field in check["fields"]:
        _put(values, field, "" if field[1] else "不适用")


def _chosen(values: Values, check: Mapping[str, Any], paper: str) -> None:
    options = next(one["options"] for one in data(paper)["fields"] if one["id"] == check["field"])
    values[check["field"]] = next(option for option in options if option not in check["values"])


def _apart(values: Values, check: Mapping[str, Any], paper: str) -> None:
    _put(values, check["one"], "郭某某（委员）")
    _put(values, check["others"][0], "郭某某")


def _workdays(values: Values, check: Mapping[str, Any], paper: str) -> None:
    _put(values, check["number"], "9")


_MAKE = {
    "amount": _amount,
    "share": _share,
    "limit": _limit,
    "order": _order,
    "span": _span,
    "words": _words,
    "filled": _filled,
    "chosen": _chosen,
    "apart": _apart,
    "workdays": _workdays,
}
