"""Markdown with front matter: its parts, and the places of what it refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from generator.diagnostics import Diagnostic, Span, error
from generator.nodes import Mapping, Node, Scalar
from generator.parse_yaml import parse_yaml

KINDS = {
    "term": "terms",
    "rule": "rules",
    "role": "roles",
    "procedure": "procedures",
    "document": "documents",
    "section": "sections",
    "source": "sources",
    "lesson": "lessons",
}
"""Scheme of a Markdown link → collection it points into."""

LINK = re.compile(r"\]\((" + "|".join(KINDS) + r"):([^)\s]*)\)")
"""A link to an entity: its scheme and its id."""
_PARSER = MarkdownIt("commonmark")
CARDS = re.compile(r"^\{\{ *rules: *(.*?) *\}\}$")
"""A line that stands for the cards of rules: their ids."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference inside a Markdown body."""

    collection: str
    """Collection it points into."""
    id: str
    """Id it names."""
    line: int
    """Line within the body, from 0."""
    column: int
    """Column of the id, from 1."""


def split_front_matter(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """One node of a Markdown file: its front matter with the text below as key `body`."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, [
            error(
                Span(path, 1, 1),
                "front-matter",
                "文件开头没有用 --- 围起来的信息",
                "第一行写 ---，接着写 id、title 等，再用一行 --- 收尾。",
            )
        ]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return None, [
            error(Span(path, 1, 1), "front-matter", "开头的 --- 没有收尾", "在信息之后、正文之前另写一行 ---。")
        ]
    node, found = parse_yaml("\n".join(lines[1:end]) + "\n", path, 1)
    if node is None and not found:
        found = [error(Span(path, 1, 1), "front-matter", "开头的信息是空的", "至少写 id 和 title。")]
    if not isinstance(node, Mapping):
        return None, found or [
            error(Span(path, 2, 1), "front-matter", "开头的信息要写成“键: 值”", "例如 id: overview-role。")
        ]
    start = next((i for i in range(end + 1, len(lines)) if lines[i].strip()), end + 1)
    span = Span(path, start + 1, 1)
    body = Scalar("\n".join(lines[start:]).rstrip() + "\n", span)
    return Mapping((*node.entries, (Scalar("body", span), body)), node.span), found


@lru_cache(maxsize=1024)
def mentions(body: str) -> tuple[Mention, ...]:
    """Every reference in a Markdown body, code left out, in order."""
    return tuple(_mentions(body))


def _mentions(body: str) -> Iterator[Mention]:
    code = {
        line
        for token in _PARSER.parse(body)
        if token.type in ("fence", "code_block") and token.map
        for line in range(*token.map)
    }
    for number, line in enumerate(body.split("\n")):
        if number in code:
            continue
        if cards := CARDS.match(line):
            for found in re.finditer(r"[^,\s]+", cards.group(1)):
                yield Mention("rules", found.group(), number, cards.start(1) + found.start() + 1)
        for link in LINK.finditer(re.sub(r"`[^`]*`", lambda m: " " * len(m.group()), line)):
            target = link.group(2).partition("#")[0]
            yield Mention(KINDS[link.group(1)], target, number, link.start(2) + 1)
