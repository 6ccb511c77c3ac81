"""Roles: who acts in a branch, and what each must do."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Entity, Id, Model, RuleRef, SectionRef, Text
from generator.model.rule import Evidence, Nature


class RoleKind(StrEnum):
    """What sort of actor a role is."""

    POSITION = "position"
    """A post one person holds, as the branch secretary."""
    BODY = "body"
    """A body that meets and decides, as the branch general meeting."""
    PERSON = "person"
    """A person at a stage of membership, as an applicant."""
    ORGANISATION = "organisation"
    """A kind of branch by where it stands, as a village branch."""


class Duty(Model):
    """One thing a role does."""

    id: Id = Field(title="职责编号，在本角色内唯一")
    """Id within its role."""
    text: Text = Field(title="做什么")
    """What is to be done."""
    often: Text | None = Field(None, title="多久一次或什么时候")
    """How often, or when."""
    nature: Nature = Field(title="凭什么：rule 规则、local 地方、custom 惯例")
    """Where it binds from."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it rests on; required where nature is `rule`."""
    evidence: Evidence = Field(title="可信程度")
    """How well it is known."""
    note: Text | None = Field(None, title="说明，例如手册旧说法为什么不再用")
    """A remark for the reader."""


class Role(Entity):
    """A post, body, person or kind of branch that acts."""

    name: Text = Field(title="名称")
    """Name as used today."""
    kind: RoleKind = Field(title="类别：position 职务、body 组织或会议、person 人员、organisation 支部类型")
    """What sort of actor it is."""
    aliases: tuple[Text, ...] = Field((), title="别名、旧称、口头叫法")
    """Other names people use."""
    everyday: tuple[Text, ...] = Field((), title="人们平常怎么问，供检索：没转正能投票吗")
    """Everyday words with which people ask for it."""
    section: SectionRef | None = Field(None, title="主要在哪一节讲")
    """Section that treats it."""
    lead: Text = Field(title="一两句话说清这是谁、管什么")
    """Who this is and what they care for."""
    chosen: Text | None = Field(None, title="怎么产生")
    """How one comes to be it."""
    answers_to: Text | None = Field(None, title="对谁负责")
    """To whom it answers."""
    order: int = Field(100, title="在列表里排在第几，小的在前", ge=0)
    """Rank in lists of roles, smaller first."""
    duties: tuple[Duty, ...] = Field((), title="职责")
    """What it does."""
    rules: tuple[RuleRef, ...] = Field((), title="约束它的规定（除职责所列以外）", examples=["[committee-size]"])
    """Further rules that bind it."""
