"""Rules: the atoms of the handbook, each one checkable statement."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.model.base import Entity, Id, Model, RoleRef, RuleRef, SectionRef, SourceRef, Text

SPAN = re.compile(r"\[\[(.+?)\]\]")
"""Words of a rule that are marked to be asked for."""


@lru_cache(maxsize=1 << 14)
def _unmarked(text: str) -> str:
    return SPAN.sub(r"\1", text)


class Evidence(StrEnum):
    """How well a statement is known."""

    OFFICIAL = "official"
    """A person compared it with the official publication."""
    TEXT = "text"
    """Read in a full-text copy or a verbatim excerpt."""
    REPORT = "report"
    """Read in an official answer, digest or implementing rule."""
    MEMORY = "memory"
    """Not confirmed; never scored."""
    CONFLICT = "conflict"
    """Sources disagree; never scored."""


SCORED = frozenset({Evidence.OFFICIAL, Evidence.TEXT, Evidence.REPORT})
"""Kinds of evidence that may be scored in a quiz."""


class Nature(StrEnum):
    """Where a statement or duty binds from."""

    RULE = "rule"
    """A national regulation."""
    LOCAL = "local"
    """A superior body's or one unit's requirement."""
    CUSTOM = "custom"
    """Common practice that no regulation states."""


class Bound(StrEnum):
    """How a quantity limits."""

    AT_LEAST = "at-least"
    """The value or more."""
    AT_MOST = "at-most"
    """The value or less."""
    MORE_THAN = "more-than"
    """Strictly more than the value."""
    LESS_THAN = "less-than"
    """Strictly less than the value."""
    ABOUT = "about"
    """The value as a rule of thumb."""
    EXACTLY = "exactly"
    """The value itself."""
    BETWEEN = "between"
    """From the value to `upper`, both included."""


def _is_number(value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,6})?|[0-9]{1,6}/[1-9][0-9]{0,5}", value):
        raise ValueError("数值要写成数字或分数，如 3、0.5、4/5")
    return value


Number = Annotated[str, AfterValidator(_is_number)]


class Quantity(Model):
    """A number a rule sets, in a form that calculators and questions can use."""

    value: Number = Field(title="数值：整数、小数或分数，如 3、0.5、4/5")
    """The number: integer, decimal or fraction."""
    upper: Number | None = Field(None, title="上限，只在 bound 为 between 时写")
    """Upper end, only with bound `between`."""
    unit: Text = Field(title="单位：名、人、年、个月、工作日、次、学时、应到会人数……")
    """Unit; for ratios, the base the ratio is taken of."""
    bound: Bound = Field(title="怎么限：at-least、at-most、more-than、less-than、about、exactly、between")
    """How the value limits."""
    of: Text = Field(title="限的是什么")
    """What is counted or measured."""
    span: Text | None = Field(None, title="对应规定里标出的哪几个字")
    """The marked span of the rule that states it."""
    name: Id | None = Field(None, title="供计算器取数用的名字")
    """Name by which calculators and planners fetch it."""

    @property
    def number(self) -> Fraction:
        """The value as an exact fraction."""
        return Fraction(self.value) if "/" in self.value else Fraction(Decimal(self.value))


class Basis(Model):
    """A clause a statement rests on."""

    source: SourceRef = Field(title="来源编号")
    """Source that holds the clause."""
    article: Text | None = Field(None, title="第几条，如 第三十一条；不知道就不写")
    """Article in Chinese numerals, absent where unknown."""
    article_evidence: Evidence | None = Field(None, title="条号的可信程度，与内容不同时才写")
    """Evidence for the article number where it differs from the rule's own."""
    note: Text | None = Field(None, title="说明")
    """Anything a reader must know about this clause."""


class Change(StrEnum):
    """What became of an earlier wording."""

    SAME = "same"
    """Holds unchanged."""
    REFINED = "refined"
    """Same in substance, now more exact."""
    CHANGED = "changed"
    """The rule is different now."""
    NEW = "new"
    """There was no such rule then."""
    UNKNOWN = "unknown"
    """Cannot be told."""


class History(Model):
    """What an earlier edition said on the same point."""

    year: int = Field(title="那时是哪一年", ge=1921, le=2100)
    """Year the earlier state is described for; 2013 means the starting handbook's time."""
    source: SourceRef | None = Field(None, title="出自哪个旧来源")
    """Earlier source, where known."""
    says: Text = Field(title="那时怎么说，用自己的话")
    """What it said, in our own words."""
    change: Change = Field(title="到今天：same 没变、refined 写得更细、changed 变了、new 当时没有、unknown 不能判定")
    """What became of it."""
    evidence: Evidence = Field(title="这条沿革的可信程度")
    """How well the earlier state is known."""
    note: Text | None = Field(None, title="怎么知道的，或为什么变")
    """How this is known, or why it changed."""


class Misconception(Model):
    """What people wrongly believe about a rule."""

    claim: Text = Field(title="有人说……")
    """The wrong belief as a full sentence."""
    truth: Text = Field(title="其实是……")
    """What is true and why the claim is wrong."""
    span: Text | None = Field(None, title="错在规定里标出的哪几个字")
    """Marked span the belief gets wrong."""
    instead: Text | None = Field(None, title="人们把这几个字说成了什么")
    """What people put in the place of the span."""


class WrongOption(Model):
    """A wrong answer an editor wrote for a question on a span."""

    text: Text = Field(title="错误选项")
    """The option, parallel in form to the span."""
    why: Text = Field(title="为什么错")
    """Why it is wrong."""


class Ask(Model):
    """How to ask for one marked span."""

    span: Text = Field(title="问规定里标出的哪几个字")
    """Marked span that is the answer."""
    ask: Text = Field(title="题干，一个独立成立的问句")
    """Stem: a question that stands alone and ends with a question mark."""
    key: Text | None = Field(None, title="正确选项的写法，与标出的字不同时才写")
    """Wording of the right option where the span alone would not read well."""
    accept: tuple[Text, ...] = Field((), title="填空时还可以接受的写法")
    """Other wordings accepted when filled in."""
    wrong: tuple[WrongOption, ...] = Field((), title="错误选项和错在哪里")
    """Wrong options with reasons."""


class Reading(Model):
    """One of several sources that disagree."""

    says: Text = Field(title="这种说法是什么")
    """What this reading says."""
    where: Text = Field(title="见于哪里")
    """Where it was read."""


class Checked(Model):
    """A person's comparison with the official publication."""

    by: Text = Field(title="谁核对的", examples=["组织科 刘某某"])
    """Who compared."""
    on: datetime.date = Field(title="哪天核对的", examples=["2026-11-22"])
    """Date of the comparison."""


class Rule(Entity):
    """One checkable statement in our own words."""

    section: SectionRef = Field(title="属于哪一节")
    """Section whose page shows it."""
    text: Text = Field(title="规定，用自己的话写；关键字用 [[ ]] 标出")
    """The statement; key spans are marked with double brackets."""
    everyday: tuple[Text, ...] = Field((), title="人们平常怎么问，供检索：没转正能投票吗")
    """Everyday words with which people ask for it."""
    nature: Nature = Field(Nature.RULE, title="性质：rule 规则、local 地方、custom 惯例")
    """Where it binds from."""
    basis: tuple[Basis, ...] = Field((), title="依据：来源和条号")
    """Clauses it rests on; may be empty only where evidence is memory or conflict, or by custom."""
    evidence: Evidence = Field(title="可信程度：official、text、report、memory、conflict")
    """How well it is known."""
    checked: Checked | None = Field(None, title="谁在哪天与官方公布对照过，official 必写")
    """The comparison behind evidence `official`."""
    why: Text | None = Field(None, title="为什么待核、到哪里核，memory 和 conflict 必写")
    """Why it is unconfirmed and where to look."""
    readings: tuple[Reading, ...] = Field((), title="有分歧时的各种说法，conflict 至少写两种")
    """The readings that disagree."""
    quantities: tuple[Quantity, ...] = Field((), title="数量：数值、单位、怎么限、限什么")
    """Numbers, ratios and limits the rule sets."""
    history: tuple[History, ...] = Field((), title="沿革：以前怎么说，后来怎么变")
    """Earlier states, oldest first."""
    misconceptions: tuple[Misconception, ...] = Field((), title="常见误解")
    """What people wrongly believe."""
    asks: tuple[Ask, ...] = Field((), title="怎么考：问哪几个字、怎么问、错误选项")
    """How its spans are asked."""
    roles: tuple[RoleRef, ...] = Field((), title="约束或涉及哪些角色")
    """Roles it binds or concerns."""
    see: tuple[RuleRef, ...] = Field((), title="容易混淆或相关的规定")
    """Related or easily confused rules."""
    must_know: bool = Field(False, title="是否属于“转正前必会”")
    """Whether a probationary member must know it before the review."""

    @property
    def spans(self) -> tuple[str, ...]:
        """The marked spans, in order."""
        return tuple(SPAN.findall(self.text))

    @property
    def plain(self) -> str:
        """The statement without marks."""
        return _unmarked(self.text)

    @property
    def scored(self) -> bool:
        """Whether it is confirmed well enough to judge by."""
        return self.evidence in SCORED

    @property
    def askable(self) -> bool:
        """Whether questions may be drawn from it: confirmed, and a learner can look it up."""
        return self.scored and bool(self.basis)
