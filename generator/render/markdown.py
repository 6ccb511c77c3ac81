"""Markdown bodies to HTML, with references resolved to links and cards."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.model.handbook import Handbook
from generator.model.term import Term
from generator.parse_markdown import CARDS, KINDS

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def render_body(
    body: str,
    handbook: Handbook,
    href: Callable[[str, str], str],
    cards: Callable[[list[str]], Markup],
) -> Markup:
    """A Markdown body as HTML.

    `href` gives the link to an entity; `cards` the HTML of rule cards by their ids.
    """
    out: list[str] = []
    headings = 0
    for kind, lines in _split(body):
        if kind == "cards":
            out.append(cards(re.findall(r"[^,\s]+", lines)))
        else:
            tokens = _PARSER.parse(lines)
            headings = _number_headings(tokens, headings)
            for token in tokens:
                _resolve(token.children or [], handbook, href)
            out.append(_PARSER.renderer.render(tokens, _PARSER.options, {}))
    return Markup("".join(out))


def _split(body: str) -> Iterator[tuple[str, str]]:
    """Runs of Markdown and lines that call for cards, in order."""
    run: list[str] = []
    for line in body.split("\n"):
        if found := CARDS.match(line):
            yield "text", "\n".join(run)
            yield "cards", found.group(1)
            run = []
        else:
            run.append(line)
    yield "text", "\n".join(run)


def _number_headings(tokens: list[Token], number: int) -> int:
    """The number of headings so far, each with its number as id."""
    for token in tokens:
        if token.type == "heading_open":
            number += 1
            token.attrSet("id", f"part-{number}")
        elif token.type == "table_open":
            token.attrSet("class", "xt-table")
    return number


def _resolve(tokens: list[Token], handbook: Handbook, href: Callable[[str, str], str]) -> None:
    for token in tokens:
        if token.type == "link_open":
            kind, _, target = str(token.attrGet("href")).partition(":")
            name = target.partition("#")[0]
            token.attrSet("href", href(KINDS[kind], name))
            if kind == "term":
                term = handbook.get(Term, name)
                token.attrs |= {"class": "xt-term", "data-tip": term.text, "data-name": term.name}


def paragraphs(text: str) -> Markup:
    """Plain text as paragraphs, one per line."""
    return Markup("").join(Markup("<p>{}</p>").format(escape(line)) for line in text.split("\n") if line)
