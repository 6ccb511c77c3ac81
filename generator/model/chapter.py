"""Chapters and sections: the handbook's own order of reading."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.model.base import Body, Entity, Model, RuleRef, SourceRef, Text


class Remember(Model):
    """One line of the box 「记住这几条」."""

    text: Text = Field(title="一句要记住的话")
    """The line itself."""
    rules: tuple[RuleRef, ...] = Field((), title="出自哪些规定")
    """Rules it sums up."""


class FurtherReading(Model):
    """A place in a source worth reading next."""

    source: SourceRef = Field(title="来源编号")
    """Source to read."""
    articles: Text | None = Field(None, title="哪几条")
    """Articles to read, where known."""
    why: Text = Field(title="为什么值得读")
    """Why it is worth reading."""


class Section(Entity):
    """A section page: prose in our own words, joined to its rules."""

    title: Text = Field(title="节名，沿用手册目录")
    """Heading as in the handbook's table of contents."""
    number: int = Field(title="第几节", ge=1)
    """Position within its chapter."""
    lead: Text = Field(title="导语：这一节讲清什么")
    """What the section makes clear, in one or two sentences."""
    checked: datetime.date = Field(title="核对日期")
    """Date its statements were last compared with the rules."""
    remember: tuple[Remember, ...] = Field((), title="记住这几条")
    """Lines worth remembering."""
    further: tuple[FurtherReading, ...] = Field((), title="接着读")
    """Further reading in the sources."""
    body: Body = Field(title="正文（Markdown）")
    """Markdown body: prose, references as links, rule cards by `{{ rules: … }}`."""


class Chapter(Entity):
    """A chapter of the handbook with its sections."""

    title: Text = Field(title="章名，沿用手册目录")
    """Heading as in the handbook's table of contents."""
    number: int = Field(title="第几章", ge=1)
    """Position in the handbook."""
    lead: Text = Field(title="导语：这一章讲什么")
    """What the chapter is about."""
    body: Body = Field(title="正文（Markdown）")
    """Markdown introduction."""
    sections: tuple[Section, ...] = Field((), title="各节，由同一文件夹里的文件组成")
    """Sections in order."""
