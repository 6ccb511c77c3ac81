"""Lesson kits: one topic, told in several lengths."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Entity, Model, RuleRef, SectionRef, SourceRef, Text
from generator.model.rule import Nature

Minutes = Annotated[int, Field(ge=1, le=240)]


class Need(StrEnum):
    """What a branch needs a lesson for."""

    ADMISSION = "admission"
    """From application to full membership."""
    MEMBERS = "members"
    """What every member has to know."""
    BRANCH = "branch"
    """How the branch is run."""
    MASSES = "masses"
    """Working with people."""


class Moment(StrEnum):
    """When something is seen to."""

    BEFORE = "before"
    """Before the class."""
    DURING = "during"
    """In the class."""
    AFTER = "after"
    """After the class."""


class Activity(StrEnum):
    """What the room does in a part where nobody lectures."""

    DISCUSSION = "discussion"
    """Talks about the questions of the kit."""
    PAPER = "paper"
    """Answers the ten questions and goes through them."""


class Point(Model):
    """One thing the speaker says."""

    text: Text = Field(title="要点")
    """What is said."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it rests on."""
    notes: Text | None = Field(None, title="讲解提示")
    """What the speaker may add."""
    least: Minutes | None = Field(None, title="至少多少分钟的课才讲它；不写就是这一部分出现时都讲")
    """Least length in which it is told; the part's least where absent."""


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
    least: Minutes | None = Field(None, title="至少多少分钟的课才讲它；不写就是这一部分出现时都讲", examples=["45"])
    """Least length in which it is talked about; the part's least where absent."""


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
    activity: Activity | None = Field(None, title="大家做什么：discussion 讨论、paper 做十题小卷；没有要点和案例时写")
    """What the room does instead of listening."""


class Lesson(Entity):
    """A lesson kit a secretary can carry into the room."""

    title: Text = Field(title="课题")
    """Topic."""
    section: SectionRef = Field(title="主要对应哪一节")
    """Section it draws on most."""
    audience: Text = Field(title="讲给谁")
    """Who it is for."""
    need: Need = Field(title="哪一类需要：admission 入党和转正、members 党员教育、branch 支部工作、masses 群众工作")
    """What it is needed for."""
    occasion: Text = Field(title="几个字说出什么时候用，如 积极分子培训")
    """When it is used, in a few words."""
    place: int = Field(99, title="在这一类需要里排第几；不写就排在最后", ge=1)
    """Place among the lessons of its need; last where not given."""
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


class Preparation(Entity):
    """One thing to see to before, in or after a class, whatever the topic."""

    when: Moment = Field(title="什么时候：before 课前、during 课上、after 课后")
    """Before, during or after the class."""
    text: Text = Field(title="做什么")
    """What to do."""
    nature: Nature = Field(title="性质：rule 规则、local 地方、custom 惯例")
    """Where it binds from."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it rests on."""
    note: Text | None = Field(None, title="说明")
    """A remark."""
