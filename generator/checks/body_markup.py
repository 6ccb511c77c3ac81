"""正文里有不能用的写法

正文从二级标题（##）开始，一级标题是页面自己的；不写 HTML，不放图片。
链接只指向站内编号（如 term:probation），外部网址写在来源里。

坏例::

    # 预备期
    <b>一年</b>，见 [网址](http://example.com)

好例::

    ## 预备期
    **一年**，见 [《细则》](source:admission-2026)
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.diagnostics import Diagnostic, error
from generator.model.chapter import Chapter, Section
from generator.model.handbook import Handbook, Origin
from generator.model.site import Home
from generator.parse_markdown import KINDS

ID = "body-markup"
_PARSER = MarkdownIt("commonmark").enable("table")
_SCHEMES = tuple(f"{kind}:" for kind in KINDS)


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """First-level headings, HTML, pictures and outside links in Markdown bodies."""
    pages: list[tuple[Home | Chapter | Section, Origin]] = [
        *handbook.each(Home),
        *handbook.each(Chapter),
        *handbook.each(Section),
    ]
    for page, origin in pages:
        for line, message, hint in _faults_of(page.body):
            yield error(origin.body(line, 1), ID, message, hint)


@lru_cache(maxsize=1024)
def _faults_of(body: str) -> tuple[tuple[int, str, str], ...]:
    """Line from 0, message and hint of every fault in a body."""
    return tuple(
        (token.map[0] if token.map else 0, message, hint)
        for token in _PARSER.parse(body)
        for message, hint in _faults(token)
    )


def _faults(token: Token) -> Iterator[tuple[str, str]]:
    if token.type == "heading_open" and token.tag == "h1":
        yield "正文里用了一级标题", "改成 ##；页面标题由 title 生成。"
    if token.type == "html_block":
        yield "正文里有 HTML", "用 Markdown 的写法代替。"
    for child in token.children or ():
        if child.type == "html_inline":
            yield "正文里有 HTML", "用 Markdown 的写法代替。"
        elif child.type == "image":
            yield "正文里有图片", "本站正文不放图片，用文字说明。"
        elif child.type == "link_open" and not str(child.attrGet("href")).startswith(_SCHEMES):
            yield f"链接“{child.attrGet('href')}”不是站内编号", f"写成 {'、'.join(_SCHEMES)} 加编号。"
