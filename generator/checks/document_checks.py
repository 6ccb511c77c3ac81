"""文书的校验写得不对

checks 里写的字段要是本文书的字段：求和、比例、上限用数字字段，或用“字段#”数行数、“字段/列名+”把一列加起来、
“字段、”数姓名；日期先后和相隔多久用日期字段，或写着日期的文字。比例、上限和期限从规定的数量里取，规定要有这个数量，
而且是核实过的；待核、有分歧的规定不做成校验，在 mistakes 或 note 里说明。提示里的 {字段编号} 要是本文书的字段，另可用
{_left}、{_right}、{_need}、{_count}、{_row}、{_word}。elements 的 checks 要是这份文书里校验的编号。
校验和 elements 只写在自拟文书（A）里。

坏例::

    fields: [{id: yes, label: 赞成, type: number}, {id: opinion, label: 意见}]
    checks:
      - {check: amount, left: [yes, opinion], right: [total], message: 票数加起来不对。}

好例::

    fields:
      - {id: yes, label: 赞成, type: number}
      - {id: no, label: 不赞成, type: number}
      - {id: total, label: 票数, type: number}
    checks:
      - {check: amount, left: [yes, no], right: [total], message: "赞成加不赞成是{_left}，应当等于票数{_right}。"}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, error
from generator.model.document import DocumentField, DocumentKind, DocumentTemplate, FieldType
from generator.model.document_check import (
    PLACEHOLDER,
    AmountCheck,
    DocumentCheck,
    LimitCheck,
    OrderCheck,
    ShareCheck,
    SpanCheck,
    WorkdaysCheck,
    operands,
    place,
)
from generator.model.figure import named
from generator.model.handbook import Handbook, Origin
from generator.model.rule import Rule

ID = "document-checks"
_SPAN_UNITS = ("年", "个月", "天", "个工作日")
_OWN = frozenset({"_left", "_right", "_need", "_count", "_row", "_word"})
_DATED = frozenset({FieldType.DATE, FieldType.TEXT, FieldType.PARAGRAPH})

Path = tuple[str | int, ...]
Fields = Mapping[str, DocumentField]


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Checks and elements that name what the paper does not have, or rest on what no rule says."""
    for document, origin in handbook.each(DocumentTemplate):
        for name in ("checks", "elements"):
            if getattr(document, name) and document.kind is not DocumentKind.A:
                yield error(origin.at(name), ID, f"只有自拟文书（A）才写 {name}", "删掉，或写进 checklist。")
        fields = {field.id: field for field in document.fields}
        for i, one in enumerate(document.checks):
            yield from _check(one, fields, origin, ("checks", i))
            yield from _quantity(one, handbook, origin, ("checks", i))
        yield from _elements(document, fields, origin)


def _check(one: DocumentCheck, fields: Fields, origin: Origin, path: Path) -> Iterator[Diagnostic]:
    for where, operand in operands(one):
        yield from _operand(operand, _wanted(one, where), fields, origin, (*path, *where))
    for i, only in enumerate(one.only):
        yield from _chosen(only.field, only.values, fields, origin, (*path, "only", i))
    if one.check == "chosen":
        yield from _chosen(one.field, one.values, fields, origin, path)
    if isinstance(one, ShareCheck) and one.outcome:
        yield from _chosen(one.outcome.field, one.outcome.values, fields, origin, (*path, "outcome"))
    if one.at and one.at not in fields:
        yield error(origin.at(*path, "at"), ID, f"没有编号为“{one.at}”的字段", "改成 fields 里的编号。")
    for name in PLACEHOLDER.findall(one.message):
        if name not in fields and name not in _OWN:
            yield error(origin.at(*path, "message"), ID, f"提示里没有编号为“{name}”的字段", "改成 fields 里的编号。")


def _wanted(one: DocumentCheck, where: Path) -> str:
    if isinstance(one, OrderCheck | SpanCheck | WorkdaysCheck) and where[0] in ("first", "then"):
        return "date"
    return "number" if isinstance(one, AmountCheck | ShareCheck | LimitCheck | WorkdaysCheck) else "text"


def _operand(operand: str, wanted: str, fields: Fields, origin: Origin, path: Path) -> Iterator[Diagnostic]:
    named_place = place(operand)
    field = fields.get(named_place.field)
    if field is None:
        hint = "改成 fields 里的编号，或补上这个字段。"
        yield error(origin.at(*path), ID, f"没有编号为“{named_place.field}”的字段", hint)
    elif named_place.column and (field.type is not FieldType.LIST or named_place.column not in field.options):
        hint = f"可以写：{'、'.join(field.options)}。" if field.type is FieldType.LIST else "只有 list 字段才有列。"
        yield error(origin.at(*path), ID, f"字段“{field.label}”没有“{named_place.column}”这一列", hint)
    elif not _fits(field, bool(named_place.column), named_place.how, wanted):
        hint = "求和用数字字段、字段#、字段/列名、字段/列名+ 或 字段、；日期用日期字段、写着日期的文字或列。"
        yield error(origin.at(*path), ID, f"“{operand}”不能这样用在这里", hint)


def _fits(field: DocumentField, column: bool, how: str, wanted: str) -> bool:
    """Whether an operand makes sense for a field's type and the kind of value that is wanted."""
    is_list = field.type is FieldType.LIST
    if wanted == "date":
        return not how and (column if is_list else field.type in _DATED)
    if wanted == "text":
        return not how
    if how == "#":
        return is_list and not column
    if how == "+":
        return column
    if how == "、":
        return column or not is_list
    return column if is_list else field.type in (FieldType.NUMBER, FieldType.TEXT)


def _chosen(name: str, values: tuple[str, ...], fields: Fields, origin: Origin, path: Path) -> Iterator[Diagnostic]:
    field = fields.get(name)
    if field is None:
        yield error(origin.at(*path, "field"), ID, f"没有编号为“{name}”的字段", "改成 fields 里的编号。")
        return
    for i, value in enumerate(values):
        if field.type is FieldType.CHOICE and value not in field.options:
            at = origin.at(*path, "values", i)
            yield error(at, ID, f"字段“{field.label}”没有“{value}”这个选项", f"可以写：{'、'.join(field.options)}。")


def _quantity(one: DocumentCheck, handbook: Handbook, origin: Origin, path: Path) -> Iterator[Diagnostic]:
    if not isinstance(one, ShareCheck | LimitCheck | SpanCheck) or one.rule not in handbook.by_id["rules"]:
        return
    rule = handbook.get(Rule, one.rule)
    found = [quantity for _, quantity in named(rule, one.quantity)]
    if not found:
        hint = f"写那条规定里数量的 name，或在规定的 quantities 里补上 name: {one.quantity}。"
        yield error(origin.at(*path, "quantity"), ID, f"规定“{one.rule}”里没有名为“{one.quantity}”的数量", hint)
        return
    if not rule.scored:
        hint = "待核、有分歧的规定不做成校验，在 mistakes 或 note 里说明。"
        yield error(origin.at(*path, "rule"), ID, f"规定“{one.rule}”还没有核实，不能拿来判对错", hint)
    if isinstance(one, SpanCheck) and found[0].unit not in _SPAN_UNITS:
        hint = f"可以用单位是{'、'.join(_SPAN_UNITS)}的数量。"
        yield error(origin.at(*path, "quantity"), ID, f"“{one.quantity}”的单位“{found[0].unit}”不是时间", hint)
    if isinstance(one, ShareCheck) and found[0].number > 1:
        yield error(origin.at(*path, "quantity"), ID, f"“{one.quantity}”不是比例", "比例写成不超过 1 的分数。")


def _elements(document: DocumentTemplate, fields: Fields, origin: Origin) -> Iterator[Diagnostic]:
    ids = Counter(one.id for one in document.checks if one.id)
    for i, one in enumerate(document.checks):
        if one.id and ids[one.id] > 1:
            yield error(origin.at("checks", i, "id"), ID, f"校验编号“{one.id}”用了两次", "换一个编号。")
    for i, element in enumerate(document.elements):
        for j, operand in enumerate(element.fields):
            yield from _operand(operand, "text", fields, origin, ("elements", i, "fields", j))
        for j, only in enumerate(element.only):
            yield from _chosen(only.field, only.values, fields, origin, ("elements", i, "only", j))
        for j, name in enumerate(element.checks):
            if name not in ids:
                at = origin.at("elements", i, "checks", j)
                yield error(at, ID, f"没有编号为“{name}”的校验", "给 checks 里的那一项写上 id。")
