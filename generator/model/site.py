"""The home page's own words and the log of updates."""

from __future__ import annotations

import datetime

from pydantic import Field

from generator.model.base import Body, Entity, RuleRef, Text


class Home(Entity):
    """What the home page says of the site."""

    title: Text = Field(title="首页大标题")
    """Headline."""
    lead: Text = Field(title="一句话说明本站是什么")
    """What the site is, in a sentence."""
    as_of: datetime.date = Field(title="依据截至哪一天")
    """Date up to which the sources were looked at."""
    wanted: tuple[Text, ...] = Field((), title="搜索框里列出的常找的词")
    """Words offered in the search box before anything is typed."""
    body: Body = Field(title="正文（Markdown）：本站是什么、怎么用")
    """Markdown: what the site is and how to use it."""


class Update(Entity):
    """One entry of 「最近更新」."""

    on: datetime.date = Field(title="哪一天")
    """Date."""
    text: Text = Field(title="改了什么，为什么")
    """What changed and why."""
    rules: tuple[RuleRef, ...] = Field((), title="涉及的规定", examples=["[probation-length]"])
    """Rules concerned."""
