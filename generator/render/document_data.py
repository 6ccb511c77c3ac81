"""What the form of a paper reckons with in the browser: fields, lines, checks with the rules' numbers, elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from generator.derive.calculators.dates import plain_calendar
from generator.derive.calculators.figures import figure
from generator.derive.document_lines import LineKind, document_lines, lines_json
from generator.derive.views import Views
from generator.model.document import DocumentField, DocumentTemplate, FieldType, RecordElement
from generator.model.document_check import DocumentCheck, Only, beside, operands, place
from generator.model.figure import named
from generator.model.rule import Nature, Rule
from generator.render.document_sheet import OWN
from generator.render.document_text import GRIDS, examples
from generator.render.document_words import WORDS
from generator.render.office.filling import Filling, Use, fits_line
from generator.render.office.layouts.form import SHORT
from generator.render.office.papers import paper_text

Clauses = Callable[[Sequence[str]], Sequence[tuple[str, str]]]
_SHARED = frozenset({"id", "message", "rules", "nature", "only", "at", "rule", "quantity"})
_LONG_CELL, _LONG_LINE = 12, 24


def form_data(document: DocumentTemplate, views: Views, clauses: Clauses) -> dict[str, Any]:
    """Everything the form needs but the addresses of the Word template."""
    given = examples(document)
    return {
        "id": document.id,
        "title": document.title,
        "layout": document.layout,
        "posted": document.posted,
        "file": f"{document.title}.docx",
        "fields": [_field(field) for field in document.fields],
        "optional": [field.id for field in document.fields if not field.required],
        "lines": list(_lines(document)),
        "own": OWN,
        "checks": [check_data(check, document, views, clauses) for check in document.checks],
        "elements": [_element(element, document) for element in document.elements],
        "example": given,
        "blank": {field.id: _blank(field) for field in document.fields},
        "words": WORDS,
        "work": plain_calendar(views.tools.work),
    }


def shares_line(document: DocumentTemplate) -> Mapping[int, bool]:
    """Position of a line of a form → whether it is short enough to share a row with another, as in the Word file."""
    if document.layout not in GRIDS:
        return {}
    filling = Filling(paper_text(document), Use.SAMPLE, {})
    return {
        i: fits_line(line, filling, SHORT)
        for i, line in enumerate(document_lines(document))
        if line.kind in (LineKind.ROW, LineKind.HEADING2, LineKind.HAND) and (line.fields or line.kind is LineKind.HAND)
    }


def _lines(document: DocumentTemplate) -> Iterator[dict[str, Any]]:
    short = shares_line(document)
    for i, line in enumerate(lines_json(document_lines(document))):
        yield {**line, "short": short.get(i, False)}


def hand_columns(field: DocumentField) -> tuple[int, ...]:
    """Columns of a list that its example leaves empty throughout: they are for handwriting."""
    if field.type is not FieldType.LIST:
        return ()
    rows = [row.split("|") for row in (field.example or "").split("\n")]
    return tuple(i for i, _ in enumerate(field.options) if not any(row[i].strip() for row in rows if i < len(row)))


def nature_of(item: DocumentCheck | RecordElement, views: Views) -> Nature:
    """Where a check or element binds from: its own word, its first rule's, else custom."""
    if item.nature:
        return item.nature
    rules = rules_of(item)
    return views.handbook.get(Rule, rules[0]).nature if rules else Nature.CUSTOM


def rules_of(item: DocumentCheck | RecordElement) -> tuple[str, ...]:
    """Rules a check or element rests on, the one with the number first."""
    own = (getattr(item, "rule", ""), *item.rules)
    return tuple(dict.fromkeys(rule for rule in own if rule))


def check_data(check: DocumentCheck, document: DocumentTemplate, views: Views, clauses: Clauses) -> dict[str, Any]:
    """A check as the browser looks at it."""
    fields = {field.id: field for field in document.fields}
    href, basis = next(iter(clauses(rules_of(check)[:1])), ("", ""))
    data: dict[str, Any] = {
        name: _plain(getattr(check, name)) for name in type(check).model_fields if name not in _SHARED
    }
    data |= _operands(check, fields)
    data |= {
        "id": check.id or "",
        "message": check.message,
        "only": [_only(only) for only in check.only],
        "at": beside(check),
        "per": _per(check),
        "href": href,
        "basis": basis,
    }
    if quantity := getattr(check, "quantity", ""):
        data["figure"] = _figure(views.handbook.get(Rule, check.rule), quantity)  # type: ignore[union-attr]
        if bound := getattr(check, "bound", None):
            data["figure"]["bound"] = bound.value
    return data


def _plain(value: object) -> object:
    return _only(value) if isinstance(value, Only) else list(value) if isinstance(value, tuple) else value


def _operands(check: DocumentCheck, fields: dict[str, DocumentField]) -> dict[str, Any]:
    """The operands of a check in the form `[field, column, how, position of the column]`."""
    found: dict[str, Any] = {}
    for path, operand in operands(check):
        if check.check == "chosen":
            continue
        if len(path) == 1:
            found[str(path[0])] = _operand(operand, fields)
        else:
            found.setdefault(str(path[0]), []).append(_operand(operand, fields))
    return found


def _operand(operand: str, fields: dict[str, DocumentField]) -> list[Any]:
    where = place(operand)
    options: Sequence[str] = fields[where.field].options
    return [where.field, where.column, where.how, options.index(where.column) if where.column else -1]


def _per(check: DocumentCheck) -> str:
    """The list whose every row the check is looked at in; empty where it concerns the paper once."""
    for path, operand in operands(check):
        where = place(operand)
        if where.column and where.how != "+" and path[0] != "others":
            return where.field
    return ""


def _figure(rule: Rule, quantity: str) -> dict[str, Any]:
    found = figure(rule.id, next(one for _, one in named(rule, quantity)))
    pair = [found.value.numerator, found.value.denominator]
    upper = [found.upper.numerator, found.upper.denominator]
    return {"value": pair, "upper": upper, "bound": found.bound.value, "unit": found.unit}


def _only(only: Only) -> list[Any]:
    return [only.field, list(only.values)]


def _element(element: RecordElement, document: DocumentTemplate) -> dict[str, Any]:
    fields = {field.id: field for field in document.fields}
    return {
        "fields": [_operand(operand, fields) for operand in element.fields],
        "checks": list(element.checks),
        "only": [_only(only) for only in element.only],
    }


def _field(field: DocumentField) -> dict[str, Any]:
    return {
        "id": field.id,
        "label": field.label,
        "type": field.type.value,
        "options": list(field.options),
        "required": field.required,
        "hand": list(hand_columns(field)),
        "long": list(_long_columns(field)),
    }


def _long_columns(field: DocumentField) -> Iterator[int]:
    """Columns of a list that hold sentences."""
    if field.type is FieldType.LIST:
        rows = [row.split("|") for row in (field.example or "").split("\n")]
        room = _LONG_CELL if len(field.options) > 1 else _LONG_LINE
        for i, _ in enumerate(field.options):
            if max((len(row[i].strip()) for row in rows if i < len(row)), default=0) > room:
                yield i


def _blank(field: DocumentField) -> Any:
    """What a field holds before anything is typed; a list for handwriting keeps its empty rows."""
    if field.type is not FieldType.LIST:
        return ""
    rows = (field.example or "").split("\n")
    by_hand = len(hand_columns(field)) == len(field.options)
    return [["" for _ in field.options] for _ in (rows if by_hand else rows[:1])]
