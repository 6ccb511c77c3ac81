"""YAML text to nodes, with every fault an editor can make said in plain words.

Scalars stay text: the meaning of `no`, `010`, `1:30` or a date is decided by the field they
are written in, never by YAML. Anchors, aliases, tags and merge keys are refused, so a small
file can never stand for a large value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.characters import control_finding
from generator.diagnostics import CONTROL, Diagnostic, Span, error
from generator.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 20
"""Deepest nesting of lists and mappings; the model needs fewer than 12."""
MAX_NODES = 100_000
"""Most values in one file; the longest of the handbook has a twentieth of it."""
MAX_ITEMS = 300
"""Most values in one list or mapping inside an entity; the longest of the handbook has 22."""

_PROBLEMS = (
    ("unexpected end of stream", "引号没有配对，一直到文件末尾也没有找到收尾的引号", "在这里检查引号是否成对。"),
    ("mapping values are not allowed", "一行里出现了两个“: ”", "值里面含有“: ”时，给整个值加上引号。"),
    ("could not find expected ':'", "键后面缺少冒号", "键和值之间写英文冒号加一个空格。"),
    ("did not find expected key", "缩进没有对齐，或上一行的引号、括号没有收尾", "同一级的键要从同一列开始。"),
    ("did not find expected '-' indicator", "列表项没有对齐", "同一个列表的每一项，减号要在同一列。"),
    (
        "did not find expected ',' or",
        "方括号或花括号里缺少逗号或收尾的括号",
        "检查括号是否成对、各项之间是否有英文逗号。",
    ),
    (
        "did not find expected node content",
        "方括号或花括号里缺少一项，或没有收尾的括号",
        "检查括号是否成对，有没有多写逗号。",
    ),
    ("block sequence entries are not allowed", "减号写在了不能有列表的地方", "列表要另起一行写。"),
    ("cannot start any token", "这个字符不能这样开头", "给整个值加上引号；缩进只用空格。"),
    ("control characters", "含有不可见的控制字符", "删掉这个字符，重新输入这一段。"),
)


_RUN_ON = (
    "YAML 写法有误：这一行同上一行连成了一个值",
    "同一级的键要从同一列开始；上一行的减号、冒号后面要空一格。",
)
_WIDE_COLON = re.compile(r"[ -]*[a-z_]+ *(：)")
_LOOK_BACK = 2
"""Lines before the one where reading stops that may hold its cause: a key without a colon runs on into the next."""


class _UnreadableError(Exception):
    """Parsing cannot go on past a fault already recorded."""


def parse_yaml(text: str, path: str, line_offset: int = 0) -> tuple[Node | None, list[Diagnostic]]:
    """The node tree of a YAML text, or nothing, with all faults found.

    `line_offset` is added to lines, for YAML that sits inside another file.
    """
    reader = _Reader(path, line_offset, text)
    try:
        node = reader.read(text)
    except yaml.YAMLError as problem:
        reader.found.append(reader.syntax(problem))
        return None, reader.found
    except _UnreadableError:
        return None, reader.found
    return node, reader.found


class _Reader:
    def __init__(self, path: str, line_offset: int, text: str) -> None:
        self.path = path
        self.offset = line_offset
        self.text = text
        self.last = text.count("\n")
        self.nodes = 0
        self.found: list[Diagnostic] = []

    def span(self, mark: Any) -> Span:
        if mark.line > self.last:  # the parser puts the end of a text without a last newline on a line of its own
            return Span(self.path, self.last + 1 + self.offset, len(self.text) - self.text.rfind("\n"))
        return Span(self.path, mark.line + 1 + self.offset, mark.column + 1)

    def past_end(self, mark: Any) -> bool:
        """Whether nothing but blank lines is left after a mark."""
        return not "".join(self.text.split("\n")[mark.line :]).strip()

    def add(self, mark: Any, check: str, message: str, hint: str) -> None:
        self.found.append(error(self.span(mark), check, message, hint))

    def syntax(self, problem: yaml.YAMLError) -> Diagnostic:
        text = getattr(problem, "problem", None) or str(problem)
        mark = getattr(problem, "problem_mark", None)
        if mark is not None and getattr(problem, "context_mark", None) and self.past_end(mark):
            mark = problem.context_mark  # type: ignore[attr-defined]
        span = self.span(mark) if mark is not None else Span(self.path, 1 + self.offset, 1)
        if (wide := self.wide_colon(span)) is not None:
            return error(wide, "yaml-syntax", "YAML 写法有误：键后面是中文冒号", "改成英文冒号，后面空一格。")
        if "mapping values" in text and self.is_first_colon(span):
            return error(span, "yaml-syntax", *_RUN_ON)
        for sign, message, hint in _PROBLEMS:
            if sign in text:
                return error(span, "yaml-syntax", f"YAML 写法有误：{message}", hint)
        return error(span, "yaml-syntax", "YAML 写法有误，读不下去", "检查这一行和上一行的缩进、引号和冒号。")

    def wide_colon(self, span: Span) -> Span | None:
        """The nearest full-width colon behind a key, at or shortly before a place."""
        last = span.line - 1 - self.offset
        lines = self.text.split("\n")
        for number in range(last, max(last - _LOOK_BACK, 0) - 1, -1):
            if found := _WIDE_COLON.match(lines[number]):
                return Span(self.path, number + 1 + self.offset, found.start(1) + 1)
        return None

    def is_first_colon(self, span: Span) -> bool:
        """Whether no other value begins on the line before a place."""
        line = self.text.split("\n")[span.line - 1 - self.offset]
        return ": " not in line[: span.column - 1]

    def read(self, text: str) -> Node | None:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        node: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if node is not None:
                    self.add(
                        event.start_mark,
                        "yaml-documents",
                        "一个文件里只能有一份内容，这里又用 --- 开了一份",
                        "删掉这一行 ---，或把后面的内容放进另一个文件。",
                    )
                    raise _UnreadableError
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, events, 0)
        return node

    def node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        mark = event.start_mark
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self.add(
                mark,
                "yaml-alias",
                "这里用了 YAML 的锚点（&）或别名（*），本站不支持",
                "把内容照写一遍；值以 & 或 * 开头时给它加上引号。",
            )
            raise _UnreadableError
        if getattr(event, "tag", None) not in (None, "!"):
            self.add(
                mark,
                "yaml-tag",
                "这里用了 YAML 的类型标记（!），本站不支持",
                "删掉以 ! 开头的标记；值以 ! 开头时给它加上引号。",
            )
            raise _UnreadableError
        if depth > MAX_DEPTH:
            self.add(mark, "yaml-depth", f"嵌套超过 {MAX_DEPTH} 层", "检查缩进，内容不需要这么多层。")
            raise _UnreadableError
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.add(mark, "yaml-length", f"一个文件里的值超过 {MAX_NODES:,} 个", "拆成几个文件。")
            raise _UnreadableError
        match event:
            case yaml.ScalarEvent():
                return self.scalar(event)
            case yaml.SequenceStartEvent():
                return self.sequence(event, events, depth)
            case _:
                return self.mapping(event, events, depth)

    def limit(self, length: int, event: yaml.Event) -> None:
        if length > MAX_ITEMS:
            self.add(event.start_mark, "yaml-length", f"一处写了超过 {MAX_ITEMS} 项", "删掉重复的，或拆开写。")
            raise _UnreadableError

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        if not event.style and event.value in ("", "~"):
            self.add(event.start_mark, "empty-value", "这里没有写值", "补上内容，或把这一行整行删掉。")
        span = self.span(event.start_mark)
        if unshown := CONTROL.search(event.value):
            self.found.append(control_finding(span, unshown.group()))
        return Scalar(event.value, span)

    def sequence(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Sequence:
        items = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.node(event, events, depth + 1))
            self.limit(len(items) if depth > 0 else 0, event)
        return Sequence(tuple(items), self.span(start.start_mark))

    def mapping(self, start: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Mapping:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Span] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            self.limit(len(entries) + 1, event)
            key = self.node(event, events, depth + 1)
            value = self.node(next(events), events, depth + 1)
            if not isinstance(key, Scalar) or key.value == "<<":
                self.found.append(
                    error(key.span, "yaml-key", "键必须是一个词", "花括号、方括号开头的值要加引号；不支持“<<”合并。")
                )
            elif key.value in seen:
                first = seen[key.value]
                self.found.append(
                    error(
                        key.span,
                        "duplicate-key",
                        f"键“{key.value}”写了两次，第一次在第 {first.line} 行",
                        "两处合成一处；YAML 自己会悄悄丢掉前一处。",
                    )
                )
            else:
                seen[key.value] = key.span
                entries.append((key, value))
        return Mapping(tuple(entries), self.span(start.start_mark))


def tab_findings(text: str, path: str) -> Iterator[Diagnostic]:
    """Tabs used for indentation, one finding a line."""
    for number, line in enumerate(text.split("\n"), 1):
        if found := re.match(r" *\t", line):
            yield error(Span(path, number, found.end()), "yaml-tab", "用了制表符（Tab）缩进", "改用空格，每级两个。")
