"""Lesson kits: one topic, told in several lengths."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generator.model.base import Entity, Model, RuleRef, SectionRef, SourceRef, Text

Minutes = Annotated[int, Field(ge=1, le=240)]


class Point(Model):
    """One thing the speaker says."""

    text: Text = Field(title="要点")
    """What is said."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it rests on."""
    notes: Text | None = Field(None, title="讲解提示")
    """What the speaker may add."""


class Case(Model):
    """A made-up situation to talk about."""

    text: Text = Field(title="案例，虚构")
    """The situation."""
    ask: Text = Field(title="问大家什么")
    """What to ask the room."""
    answer: Text = Field(title="讲课人手里的答案")
    """The answer in the speaker's hand."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules the answer rests on."""


class OutlinePart(Model):
    """A part of the lesson with its minutes at each length."""

    title: Text = Field(title="这一部分讲什么")
    """Heading."""
    minutes: dict[Minutes, Minutes] = Field(title="各种时长下用几分钟，如 {20: 5, 45: 10}；没列的时长不讲")
    """Minutes by length of the lesson; absent lengths leave the part out."""
    points: tuple[Point, ...] = Field((), title="要点")
    """What is said."""
    case: Case | None = Field(None, title="案例")
    """A situation to talk about."""


class Lesson(Entity):
    """A lesson kit a secretary can carry into the room."""

    title: Text = Field(title="课题")
    """Topic."""
    section: SectionRef = Field(title="主要对应哪一节")
    """Section it draws on most."""
    audience: Text = Field(title="讲给谁")
    """Who it is for."""
    lengths: tuple[Minutes, ...] = Field(title="提供的时长（分钟），常用 8、20、45、90", min_length=1)
    """Lengths offered, in minutes."""
    aims: tuple[Text, ...] = Field(title="目标", min_length=1)
    """What listeners can do afterwards."""
    key_points: tuple[Text, ...] = Field(title="重点", min_length=1)
    """Key points."""
    difficult_points: tuple[Text, ...] = Field((), title="难点")
    """Difficult points."""
    outline: tuple[OutlinePart, ...] = Field(title="提纲", min_length=1)
    """Parts in order."""
    discussion: tuple[Text, ...] = Field((), title="讨论题")
    """Questions to discuss."""
    further: tuple[SourceRef, ...] = Field((), title="接着读")
    """Sources to read next."""
