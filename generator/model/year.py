"""Occasions: what a branch does in the course of a year, and when."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import DocumentRef, Entity, Id, Model, ProcedureRef, Ref, RoleRef, RuleRef, Text
from generator.model.rule import Evidence, Nature

Month = Annotated[int, Field(ge=1, le=12)]
LessonRef = Annotated[Id, Ref("lessons")]
OccasionRef = Annotated[Id, Ref("occasions")]


class Need(StrEnum):
    """What a branch must have for an occasion to concern it."""

    COMMITTEE = "committee"
    """It has a branch committee."""
    NO_COMMITTEE = "no-committee"
    """It has no branch committee."""
    GROUPS = "groups"
    """It is divided into Party groups."""
    ACTIVISTS = "activists"
    """It has active applicants."""
    MOBILE = "mobile"
    """It has members away from home for six months or more."""
    ABROAD = "abroad"
    """It has members studying abroad."""


class Span(Model):
    """A named quantity of a rule: how often something is done, or how long before."""

    rule: RuleRef = Field(title="出自哪条规定")
    """Rule that states it."""
    quantity: Id = Field(title="那条规定里哪个数量，写它的 name")
    """Its name in that rule."""


class Follow(Model):
    """An occasion that goes with another."""

    occasion: OccasionRef = Field(title="跟着哪一项走")
    """The other occasion."""
    months: int = Field(0, title="差几个月：0 同一天，-1 前一个月，1 后一个月", ge=-3, le=3)
    """Months after it; 0 is the same day."""


class Quarter(Model):
    """What is suggested for an occasion in one quarter."""

    quarter: int = Field(title="第几季度", ge=1, le=4)
    """Which quarter."""
    topic: Text | None = Field(None, title="建议的议题")
    """What the meeting may deal with."""
    lessons: tuple[LessonRef, ...] = Field((), title="建议的课件，几个就一年换一个")
    """Kits, of which each year takes the next."""


class Occasion(Entity):
    """A meeting, a lecture or another thing a branch does in a year."""

    title: Text = Field(title="做什么，短语", max_length=24)
    """What is done, in a short phrase."""
    text: Text | None = Field(None, title="怎么做，一两句话")
    """How it is done."""
    column: Text | None = Field(None, title="在年表里单占一列时的列名；不写就归在“其他”", max_length=6)
    """Heading of its column in the table of the year; without one it stands among the rest."""
    roles: tuple[RoleRef, ...] = Field(title="谁来办，第一个牵头", min_length=1)
    """Who sees to it; the first leads."""
    every: Span | None = Field(None, title="规定的频次")
    """How often the rules ask for it, where they do."""
    months: tuple[Month, ...] = Field((), title="排在哪几个月")
    """Months it is put in."""
    day: int | None = Field(None, title="一般排在几号；不写就只写到月", ge=1, le=28)
    """Day it is usually put on; without one only the month is given."""
    theme: bool = Field(False, title="就是主题党日本身")
    """Whether it is the theme day, whose day the branch fixes."""
    with_theme: bool = Field(False, title="可以放在主题党日那天一起办")
    """Whether it may be held on the theme day."""
    before: OccasionRef | None = Field(None, title="同一个月里要排在哪一项前面")
    """Occasion it must precede in the same month."""
    movable: bool = Field(False, title="可以挪到次年一至三月")
    """Whether it may be put off to the first months of the next year."""
    follows: Follow | None = Field(None, title="跟着哪一项走；写了就不写 months")
    """Occasion it goes with."""
    term: Span | None = Field(None, title="按届满日往前数多久")
    """How long before the end of the term it is done."""
    term_end: bool = Field(False, title="最晚在届满那天")
    """Whether it is due by the end of the term."""
    needs: tuple[Need, ...] = Field(
        (), title="什么情况才有：committee、no-committee、groups、activists、mobile、abroad"
    )
    """What the branch must have."""
    kinds: tuple[RoleRef, ...] = Field((), title="只适用于哪些支部（支部类型的角色编号）")
    """Kinds of branch it concerns; all where empty."""
    quarters: tuple[Quarter, ...] = Field((), title="各季度的建议")
    """What is suggested quarter by quarter."""
    procedure: ProcedureRef | None = Field(None, title="按哪个流程办")
    """Procedure it follows."""
    documents: tuple[DocumentRef, ...] = Field((), title="用哪些文书")
    """Papers it uses."""
    nature: Nature = Field(title="凭什么：rule 规则、local 地方、custom 惯例")
    """Where it binds from."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定，最要紧的放第一个；惯例可以不写")
    """Rules it rests on, the main one first; may be empty only for custom."""
    evidence: Evidence = Field(title="可信程度")
    """How well it is known."""
    note: Text | None = Field(None, title="提醒")
    """A remark for the reader."""

    @property
    def chosen(self) -> bool:
        """Whether a branch may choose its months."""
        return (self.day is not None or self.theme) and self.follows is None
