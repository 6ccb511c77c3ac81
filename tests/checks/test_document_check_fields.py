"""document-checks: which fields each kind of check may name, and which choices and quantities it may rest on."""

from __future__ import annotations

import re

import pytest

from tests.support import findings, minimal_files

PAPER = "content/documents/conversion-request.yaml"
RULES = "content/rules/process.yaml"
FIELDS = """\
  - {id: num, label: 票数, type: number, example: "3"}
  - {id: txt, label: 文字, example: 字}
  - {id: para, label: 段落, type: paragraph, example: 字}
  - {id: who, label: 人, type: person, example: 张某某}
  - {id: pick, label: 结论, type: choice, options: [同意, 不同意], example: 同意}
  - {id: rows, label: 名单, type: list, options: [姓名, 赞成], example: "李某某 | 3"}
"""
QUANTITIES = """\
    - {value: 1, unit: 年, bound: exactly, of: 预备期, span: 一年, name: probation}
    - {value: 1, unit: 人, bound: more-than, of: 全部, name: whole}
    - {value: 3/2, unit: 人, bound: more-than, of: 更多, name: more}
    - {value: 1/2, unit: 人, bound: more-than, of: 一半, name: half}
"""
NAMES = ("num", "txt", "para", "date", "who", "pick", "rows", "rows/赞成", "num/赞成", "rows/日期", "gone")
HOW = ("", "#", "+", "、")
UNSURE = "    - {value: 7, unit: 天, bound: at-least, of: 提前, name: week}\n"


def told(checks: str) -> list[str]:
    """Every finding about the paper with more fields and some checks: what stands there, and the message."""
    text = minimal_files()[PAPER].decode()
    text = text.replace("structure:\n", f"{FIELDS}structure:\n").replace("nature: custom", f"{checks}nature: custom")
    rules = minimal_files()[RULES].decode()
    probation = next(line for line in rules.splitlines(keepends=True) if "name: probation" in line)
    rules = rules.replace(probation, QUANTITIES).replace(
        "  why: 细则只要求", f"  quantities:\n{UNSURE}  why: 细则只要求"
    )
    found = [line for line in findings({PAPER: text, RULES: rules}).splitlines() if "[document-checks]" in line]
    return [_placed(line, text.splitlines()) for line in found]


def _placed(finding: str, lines: list[str]) -> str:
    _, line, column, message = finding.split(":", 3)
    there = re.split(r"[],}]", lines[int(line) - 1][int(column) - 1 :])[0]
    return f"{there}: {message.removeprefix(' error: ').removesuffix(' [document-checks]')}"


CHECKS = {
    "order": "- {{check: order, first: {}, then: date, message: 错。}}",
    "filled": "- {{check: filled, fields: [{}], message: 错。}}",
    "amount": "- {{check: amount, left: [{}], right: [num], message: 错。}}",
}
FIT = {
    "order": ["txt", "para", "date", "rows/赞成"],
    "filled": ["num", "txt", "para", "date", "who", "pick", "rows", "rows/赞成"],
    "amount": ["num", "txt", "rows/赞成", "rows#", "rows/赞成+", "num、", "txt、", "para、", "date、", "who、", "pick、",
               "rows/赞成、"],
}  # fmt: skip


@pytest.mark.parametrize("kind", CHECKS)
def test_fields_that_fit_a_kind_of_check(kind: str) -> None:
    operands = [f"{name}{how}" for how in HOW for name in NAMES]
    found = told("checks:\n" + "".join(f"  {CHECKS[kind].format(operand)}\n" for operand in operands))
    wrong = {line.partition(":")[0] for line in found}
    assert [operand for operand in operands if operand not in wrong] == FIT[kind]


CASES = {
    "field without that column": (
        "  - {check: filled, fields: [rows/日期], message: 错。}", ["rows/日期: 字段“名单”没有“日期”这一列"]),
    "days of working days": (
        "  - {check: workdays, first: num, then: num, number: num, message: 错。}",
        ["num: “num”不能这样用在这里", "num: “num”不能这样用在这里"]),
    "working days that are no number": (
        "  - {check: workdays, first: date, then: date, number: who, message: 错。}", ["who: “who”不能这样用在这里"]),
    "days of a time": (
        "  - {check: span, first: who, then: date, rule: probation-length, quantity: probation, message: 错。}",
        ["who: “who”不能这样用在这里"]),
    "time that is none": (
        "  - {check: span, first: date, then: date, rule: probation-length, quantity: whole, message: 错。}",
        ["whole: “whole”的单位“人”不是时间"]),
    "condition on a field that is not there": (
        "  - {check: filled, fields: [num], only: [{field: gone}], message: 错。}", ["gone: 没有编号为“gone”的字段"]),
    "condition on a choice that is not there": (
        "  - {check: filled, fields: [num], only: [{field: pick, values: [同意, 弃权]}], message: 错。}",
        ["弃权: 字段“结论”没有“弃权”这个选项"]),
    "condition on words": ("  - {check: filled, fields: [num], only: [{field: txt, values: [字]}], message: 错。}", []),
    "choice that is not there": (
        "  - {check: chosen, field: pick, values: [弃权], message: 错。}", ["弃权: 字段“结论”没有“弃权”这个选项"]),
    "outcome that is not there": (
        "  - {check: share, part: [num], base: [num], rule: probation-length, quantity: half, "
        "outcome: {field: pick, values: [弃权]}, message: 错。}", ["弃权: 字段“结论”没有“弃权”这个选项"]),
    "share of one and no outcome": (
        "  - {check: share, part: [num], base: [num], rule: probation-length, quantity: whole, message: 错。}", []),
    "share above one": (
        "  - {check: share, part: [num], base: [num], rule: probation-length, quantity: more, message: 错。}",
        ["more: “more”不是比例"]),
    "limit that is not confirmed": (
        "  - {check: limit, value: [num], rule: conversion-notice, quantity: week, message: 错。}",
        ["conversion-notice: 规定“conversion-notice”还没有核实，不能拿来判对错"]),
    "limit above one": (
        "  - {check: limit, value: [num], rule: probation-length, quantity: more, message: 错。}", []),
    "place that is not there": (
        "  - {check: filled, fields: [num], at: gone, message: 错。}", ["gone: 没有编号为“gone”的字段"]),
    "words of our own": ("  - {check: filled, fields: [num], message: '{_row} {_word} {num}'}", []),
}  # fmt: skip


@pytest.mark.parametrize(("check", "expected"), CASES.values(), ids=CASES)
def test_finding(check: str, expected: list[str]) -> None:
    assert told(f"checks:\n{check}\n") == expected


def test_elements_name_fields_choices_and_checks_that_are_there() -> None:
    checks = "checks:\n  - {id: one, check: filled, fields: [num], message: 错。}\n"
    more = (
        "elements:\n  - {text: 甲, fields: [num, 'num#'], checks: [one, two]}\n"
        "  - {text: 乙, fields: [txt], only: [{field: pick, values: [弃权]}], checks: [one]}\n"
    )
    assert told(checks + more) == [
        "'num#': “num#”不能这样用在这里",
        "two: 没有编号为“two”的校验",
        "弃权: 字段“结论”没有“弃权”这个选项",
    ]
