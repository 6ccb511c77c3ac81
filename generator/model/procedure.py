"""Procedures: stages, steps, decisions and ends of one piece of work."""

from __future__ import annotations

import re
from enum import StrEnum

from pydantic import Field

from generator.model.base import Entity, Id, Model, RoleRef, RuleRef, SectionRef, Text
from generator.model.rule import Evidence, Nature

_DOCUMENT_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Lane(Model):
    """A column of the chart: roles that act side by side."""

    id: Id = Field(title="泳道编号")
    """Id within the procedure."""
    name: Text = Field(title="泳道名，如 党支部")
    """Heading of the column."""
    roles: tuple[RoleRef, ...] = Field(title="归在这一列的角色", min_length=1)
    """Roles drawn in it."""


class Limit(Model):
    """A time limit or count that a step must keep."""

    text: Text = Field(title="时限或次数，短语")
    """The limit in a short phrase."""
    rule: RuleRef | None = Field(None, title="出自哪条规定")
    """Rule that sets it."""
    quantity: Id | None = Field(None, title="排日程用：那条规定里哪个数量，写它的 name")
    """Named quantity of the rule, where the limit is a span of time that planners reckon with."""
    since: Id | None = Field(None, title="排日程用：从办完哪一步或哪个起算日往后数；写本步自己就是从本步开始那天数")
    """Step or event it counts forward from; the step itself where it limits the step's own length."""
    before: Id | None = Field(None, title="排日程用：从哪一步或哪个起算日往前数", examples=["general-meeting"])
    """Step or event it counts back from."""
    only: Id | None = Field(None, title="排日程用：只在勾选了哪个情形时适用")
    """Circumstance it applies in, where it does not always apply."""


class Event(Model):
    """A day that limits are counted from and that is no step of the procedure."""

    id: Id = Field(title="起算日编号，不与步骤重名")
    """Id within the procedure."""
    title: Text = Field(title="是哪一天，如 党员大会通过接收")
    """What day it is."""
    limits: tuple[Limit, ...] = Field((), title="由别的日子推出来的，写怎么推")
    """How it follows from other days, where it does."""
    then: Id | None = Field(None, title="这一天以后先办哪一步；写了就排在那一步前面")
    """Step that comes next after it."""
    note: Text | None = Field(None, title="提醒")
    """A remark for the reader."""


class Circumstance(Model):
    """Something that may be so, and that some limits depend on."""

    id: Id = Field(title="情形编号")
    """Id within the procedure."""
    title: Text = Field(title="什么情形，写成可以勾选的一句话")
    """The circumstance as a statement to tick."""


class PlannedDay(Model):
    """A date that a plan asks for."""

    id: Id = Field(title="哪一步或哪个起算日")
    """Step or event whose date it is."""
    title: Text = Field(title="请人填的是哪一天，如 党员大会通过接收")
    """How the plan asks for it."""


class Branch(Model):
    """One way out of a decision."""

    label: Text = Field(title="条件，如 合格")
    """The condition in a word or two."""
    to: Id | None = Field(None, title="去哪一步或哪个结局；不写就是进入下一步")
    """Step or end it leads to; the next step where absent."""
    note: Text | None = Field(None, title="怎么办")
    """What is done on this way."""


class Decision(Model):
    """A question at a step whose answer decides the way on."""

    question: Text = Field(title="要判断什么")
    """The question."""
    branches: tuple[Branch, ...] = Field(title="各种结果", min_length=1)
    """Ways out; exactly one has no `to`."""


class Parallel(Model):
    """Work another actor does at the same time as a step."""

    actor: RoleRef = Field(title="谁")
    """Who does it."""
    title: Text = Field(title="同时做什么")
    """What is done."""


class Step(Model):
    """One act of one actor."""

    id: Id = Field(title="步骤编号，在本流程内唯一，发布后不再改")
    """Permanent id within its procedure."""
    title: Text = Field(title="步骤名，短语", max_length=24)
    """Name in a short phrase."""
    actor: RoleRef = Field(title="谁来做")
    """Who acts."""
    text: Text = Field(title="怎么做，一到三句话")
    """How it is done."""
    inputs: tuple[Text, ...] = Field((), title="用到的文书：文书编号，或没有模板的材料名")
    """Papers it needs: document ids, or plain names where there is no template."""
    outputs: tuple[Text, ...] = Field((), title="产生的文书：文书编号，或没有模板的材料名")
    """Papers it makes: document ids, or plain names where there is no template."""
    limits: tuple[Limit, ...] = Field((), title="时限和次数")
    """Time limits and counts."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定；惯例步骤可以不写")
    """Rules it rests on; may be empty only for custom."""
    nature: Nature = Field(Nature.RULE, title="性质：rule 规则、local 地方、custom 惯例")
    """Where it binds from."""
    evidence: Evidence = Field(title="可信程度")
    """How well it is known."""
    decision: Decision | None = Field(None, title="这一步要作的判断")
    """Decision that ends the step."""
    parallel: tuple[Parallel, ...] = Field((), title="同时进行的事")
    """Work done at the same time by others."""
    note: Text | None = Field(None, title="提醒")
    """A remark for the reader."""

    @property
    def papers(self) -> tuple[str, ...]:
        """All papers, inputs first, each once."""
        return tuple(dict.fromkeys((*self.inputs, *self.outputs)))


class Stage(Model):
    """A run of steps under one heading."""

    id: Id = Field(title="阶段编号")
    """Id within its procedure."""
    title: Text = Field(title="阶段名")
    """Heading."""
    steps: tuple[Step, ...] = Field(title="步骤", min_length=1)
    """Steps in order."""


class EndKind(StrEnum):
    """How a procedure can close."""

    DONE = "done"
    """It reached its aim."""
    STOP = "stop"
    """It closed without its aim."""


class End(Model):
    """A way a procedure closes."""

    id: Id = Field(title="结局编号")
    """Id within its procedure."""
    title: Text = Field(title="结局")
    """Name of the end."""
    kind: EndKind = Field(title="done 办成、stop 终止")
    """Whether the aim was reached."""


class Procedure(Entity):
    """A piece of work told step by step."""

    title: Text = Field(title="流程名")
    """Name."""
    aliases: tuple[Text, ...] = Field((), title="别名和口头叫法")
    """Other names people use."""
    everyday: tuple[Text, ...] = Field((), title="人们平常怎么问，供检索：没转正能投票吗")
    """Everyday words with which people ask for it."""
    section: SectionRef = Field(title="属于哪一节")
    """Section that treats it."""
    lead: Text = Field(title="什么时候用、由谁牵头、办成什么")
    """When it is used, who leads, what it achieves."""
    trigger: Text | None = Field(None, title="从什么事开始")
    """What starts it."""
    lanes: tuple[Lane, ...] = Field(title="泳道，不超过五条", min_length=1, max_length=5)
    """Columns of the chart."""
    stages: tuple[Stage, ...] = Field(title="阶段", min_length=1)
    """Stages in order."""
    ends: tuple[End, ...] = Field(title="结局，第一个是走完全程的结局", min_length=1)
    """Ends; the first is where the last step leads."""
    caution: tuple[Text, ...] = Field((), title="提醒：常见差错和没有核实的地方")
    """Common faults and what is not confirmed."""
    events: tuple[Event, ...] = Field((), title="起算日：时限从它数起、又不是本流程步骤的日子")
    """Days that limits are counted from besides the steps."""
    circumstances: tuple[Circumstance, ...] = Field((), title="排日程时要问的情形")
    """What a plan asks, since some limits depend on it."""
    planned: tuple[PlannedDay, ...] = Field((), title="排日程时请人填哪几天，按先后；写了就有日程页")
    """Steps and events whose dates a plan asks for, in order of time; a procedure with any gets a page of planning."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in order."""
        return tuple(step for stage in self.stages for step in stage.steps)

    def number(self, step_id: str) -> int:
        """Position of a step counted from 1."""
        return next(i for i, step in enumerate(self.steps, 1) if step.id == step_id)


def is_document_id(paper: str) -> bool:
    """Whether a paper named by a step is a document id rather than a plain name."""
    return _DOCUMENT_ID.fullmatch(paper) is not None
