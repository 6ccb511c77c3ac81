"""Cross-field checks of a paper and the elements a record must hold, as editors write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from generator.model.base import Id, Model, RuleRef, Text
from generator.model.rule import Bound, Nature

OPERAND = re.compile(r"(?P<field>[a-z0-9]+(?:-[a-z0-9]+)*)(?:/(?P<column>[^/#+、\s]+))?(?P<how>[#+、])?")
"""What a check looks at: a field, a column of a list, how it is counted."""
PLACEHOLDER = re.compile(r"\{([a-z0-9_-]+)\}")
"""A place in a message for the value of a field, or for what the check found."""


def _is_operand(value: str) -> str:
    if not OPERAND.fullmatch(value):
        raise ValueError("要写成 字段、字段/列名、字段#、字段/列名+ 或字段后加顿号")
    return value


Operand = Annotated[str, AfterValidator(_is_operand)]
"""A field (`votes-yes`), a column of a list (`results/赞成`), or what is counted in them (`absent#`, `rows/实交+`)."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an operand names: a field, a column of a list, or what is counted in them."""

    field: str
    """Id of the field."""
    column: str = ""
    """Column of a list; empty for the field itself."""
    how: str = ""
    """`#` counts filled rows, `+` adds a column up, `、` counts names; empty takes the value."""


def place(operand: str) -> Place:
    """What an operand names."""
    found = OPERAND.fullmatch(operand)
    assert found is not None, operand
    return Place(found["field"], found["column"] or "", found["how"] or "")


_KIND = (
    "种类：amount 两边的数相比、share 占总数的比例、limit 不超过或不少于规定的数、order 日期先后、span 相隔多久、"
    "workdays 写的工作日数、words 用词、chosen 只能这样选、filled 必须填、apart 不能是同一人"
)


class Relation(StrEnum):
    """How two amounts must stand to each other."""

    EQUAL = "equal"
    """The same."""
    AT_MOST = "at-most"
    """The first not above the second."""
    AT_LEAST = "at-least"
    """The first not below the second."""


class Only(Model):
    """A condition on another field."""

    field: Id = Field(title="看哪个字段")
    """Field that decides."""
    values: tuple[Text, ...] = Field((), title="取这些值之一时；不写就是只要填了")
    """Values of which it must have one; none: it must be filled in."""


class Check(Model):
    """What all cross-field checks share."""

    id: Id | None = Field(None, title="编号，供 elements 引用，可以不写")
    """Name for the elements of a record to refer to."""
    message: Text = Field(title="不对时的提示：错在哪里、对的数是多少；{字段编号} 写填的值")
    """What is wrong and the right number."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it rests on."""
    nature: Nature | None = Field(None, title="性质；不写就随第一条规定，没有规定的算惯例")
    """Where it binds from, where the first rule does not say so."""
    only: tuple[Only, ...] = Field((), title="只在这些情形下查")
    """Circumstances in which it is looked at, all of them together."""
    at: Id | None = Field(None, title="提示写在哪个字段旁边；不写就是最后一个提到的")
    """Field beside which the message stands."""


class AmountCheck(Check):
    """Two sums of numbers that must agree."""

    check: Literal["amount"] = Field("amount", title=_KIND)
    """Kind of check."""
    left: tuple[Operand, ...] = Field(title="左边，相加", min_length=1)
    """Numbers added up on the left."""
    relation: Relation = Field(
        Relation.EQUAL, title="关系：equal 相等、at-most 左边不超过右边、at-least 左边不少于右边"
    )
    """How the sums must stand."""
    right: tuple[Operand, ...] = Field(title="右边，相加", min_length=1)
    """Numbers added up on the right."""


class ShareCheck(Check):
    """A part of a whole that must reach a rule's share."""

    check: Literal["share"] = Field("share", title=_KIND)
    """Kind of check."""
    part: tuple[Operand, ...] = Field(title="部分，相加", min_length=1)
    """Numbers that make the part."""
    less: tuple[Operand, ...] = Field((), title="从部分里减去")
    """Numbers taken off the part."""
    base: tuple[Operand, ...] = Field(title="总数，相加", min_length=1)
    """Numbers that make the whole."""
    rule: RuleRef = Field(title="比例出自哪条规定")
    """Rule that sets the share."""
    quantity: Id = Field(title="规定里数量的 name")
    """Name of the rule's quantity."""
    outcome: Only | None = Field(None, title="写着结论的字段和算“够”的选项；写了就查结论与算出来的是否一致")
    """Field that states the outcome and its values that claim the share was reached."""


class LimitCheck(Check):
    """A number that must keep within a rule's quantity."""

    check: Literal["limit"] = Field("limit", title=_KIND)
    """Kind of check."""
    value: tuple[Operand, ...] = Field(title="数，相加", min_length=1)
    """Numbers added up."""
    rule: RuleRef = Field(title="数出自哪条规定")
    """Rule that sets the limit."""
    quantity: Id = Field(title="规定里数量的 name")
    """Name of the rule's quantity."""


class OrderCheck(Check):
    """Two days in their order."""

    check: Literal["order"] = Field("order", title=_KIND)
    """Kind of check."""
    first: Operand = Field(title="在前的日期")
    """The earlier day."""
    then: Operand = Field(title="在后的日期")
    """The later day."""
    same: bool = Field(True, title="同一天算不算对")
    """Whether both may be the same day."""


class SpanCheck(Check):
    """Time between two days that must keep a rule's quantity."""

    check: Literal["span"] = Field("span", title=_KIND)
    """Kind of check."""
    first: Operand = Field(title="起")
    """The day it begins."""
    then: Operand = Field(title="止")
    """The day it ends."""
    rule: RuleRef = Field(title="时间出自哪条规定")
    """Rule that sets the time."""
    quantity: Id = Field(title="规定里数量的 name，单位是年、个月、天或个工作日")
    """Name of the rule's quantity, in years, months, days or working days."""
    bound: Bound | None = Field(None, title="规定写的是定数、这里只要满它时写 at-least")
    """How it limits here, where the rule's exact time must only be full."""


class WorkdaysCheck(Check):
    """A number of working days written down that must be the real one, first and last day counted."""

    check: Literal["workdays"] = Field("workdays", title=_KIND)
    """Kind of check."""
    first: Operand = Field(title="起")
    """First day."""
    then: Operand = Field(title="止")
    """Last day."""
    number: Operand = Field(title="写着工作日数的字段")
    """Field that states the number."""


class WordsCheck(Check):
    """Words that a text must not hold, or of which it must hold one."""

    check: Literal["words"] = Field("words", title=_KIND)
    """Kind of check."""
    fields: tuple[Operand, ...] = Field((), title="查哪些字段；不写就查全部")
    """Texts that are searched; none: all."""
    without: tuple[Text, ...] = Field((), title="不能有的词")
    """Words it must not hold."""
    some: tuple[Text, ...] = Field((), title="至少要有一个的词")
    """Words of which it must hold one."""

    @model_validator(mode="after")
    def _either(self) -> WordsCheck:
        if bool(self.without) == bool(self.some):
            raise ValueError("without 和 some 写一样，也只写一样")
        return self


class ChosenCheck(Check):
    """A choice that must be one of some."""

    check: Literal["chosen"] = Field("chosen", title=_KIND)
    """Kind of check."""
    field: Id = Field(title="哪个字段")
    """Field with options."""
    values: tuple[Text, ...] = Field(title="可以选的", min_length=1)
    """Options that are right."""


class FilledCheck(Check):
    """Fields that must not be empty, nor say that they do not apply."""

    check: Literal["filled"] = Field("filled", title=_KIND)
    """Kind of check."""
    fields: tuple[Operand, ...] = Field(title="哪些字段", min_length=1)
    """Fields or columns."""


class ApartCheck(Check):
    """People who must not be the same."""

    check: Literal["apart"] = Field("apart", title=_KIND)
    """Kind of check."""
    one: Operand = Field(title="一方的姓名")
    """Names on one side."""
    others: tuple[Operand, ...] = Field(title="另一方的姓名", min_length=1)
    """Names on the other."""


DocumentCheck: TypeAlias = Annotated[
    AmountCheck
    | ShareCheck
    | LimitCheck
    | OrderCheck
    | SpanCheck
    | WorkdaysCheck
    | WordsCheck
    | ChosenCheck
    | FilledCheck
    | ApartCheck,
    Field(discriminator="check"),
]


_OPERANDS = (
    *("fields", "others", "one", "value", "base", "less", "part"),
    *("right", "left", "first", "then", "number", "field"),
)


def operands(check: DocumentCheck) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every operand of a check with its path in the check, the one that the message stands beside last."""
    for name in _OPERANDS:
        value = getattr(check, name, None)
        if isinstance(value, str):
            yield (name,), value
        elif value is not None:
            yield from (((name, i), item) for i, item in enumerate(value))


def beside(check: DocumentCheck) -> str:
    """Field that the message of a check stands beside; empty where it concerns the paper as a whole."""
    if check.at:
        return check.at
    if isinstance(check, ShareCheck) and check.outcome:
        return check.outcome.field
    named = [place(operand).field for _, operand in operands(check)]
    return named[-1] if named else ""
