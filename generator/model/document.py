"""Document templates: the papers of branch work."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from generator.model.base import Entity, Id, Model, RoleRef, RuleRef, SectionRef, Text
from generator.model.document_check import DocumentCheck, Only, Operand
from generator.model.rule import Basis, Evidence, Nature


class DocumentKind(StrEnum):
    """Who makes the paper, and so what we may offer."""

    A = "A"
    """Self-drafted: blank and sample files."""
    B = "B"
    """Centrally printed: a filling guide only."""
    C = "C"
    """Handwritten by the person: outline and self-check only."""


class Layout(StrEnum):
    """How a self-drafted paper is laid out."""

    OFFICIAL = "official"
    """Official letter after GB/T 9704-2012, without red head."""
    RECORD = "record"
    """Record of a meeting or talk."""
    NOTICE = "notice"
    """Notice or announcement to post."""
    TABLE = "table"
    """Form in a table."""
    ROSTER = "roster"
    """List of people or things."""
    BALLOT = "ballot"
    """Ballot or vote slip."""
    ESSAY = "essay"
    """Running text with headings, such as a plan or summary."""


class FieldType(StrEnum):
    """What may be typed into a field."""

    TEXT = "text"
    """One line."""
    PARAGRAPH = "paragraph"
    """Several lines."""
    DATE = "date"
    """A day."""
    NUMBER = "number"
    """A whole number, 0 or more."""
    CHOICE = "choice"
    """One of the listed options."""
    PERSON = "person"
    """A person's name."""
    LIST = "list"
    """Rows of columns."""


class DocumentField(Model):
    """One blank of a paper."""

    id: Id = Field(title="字段编号，在本文书内唯一")
    """Id within its document."""
    label: Text = Field(title="填什么")
    """Label."""
    type: FieldType = Field(FieldType.TEXT, title="类型：text、paragraph、date、number、choice、person、list")
    """What may be typed."""
    help: Text | None = Field(None, title="怎么填")
    """How it is filled in."""
    example: Text | None = Field(None, title="示例，明显虚构，不含证件号和电话；list 每行一条、列间用 | 隔开")
    """A plainly made-up example; rows on lines and columns by | for lists."""
    options: tuple[Text, ...] = Field((), title="choice 的选项，或 list 的列名")
    """Options of a choice, or columns of a list."""
    required: bool = Field(True, title="是否必填")
    """Whether it must be filled."""


class Mistake(Model):
    """A fault commonly found in a paper."""

    text: Text = Field(title="常见差错")
    """The fault."""
    why: Text = Field(title="为什么是错、怎么改")
    """Why it is wrong and what to do."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules it breaks."""


class Part(Model):
    """One part of a paper's structure, in order."""

    title: Text = Field(title="部分名，如 标题、主送、正文、落款")
    """Name of the part."""
    text: Text = Field(title="写什么")
    """What it holds; `{field-id}` stands for a field in self-drafted papers."""


class RecordElement(Model):
    """One thing a record must hold, and how the form sees whether it does."""

    text: Text = Field(title="记录里要有什么")
    """The element."""
    fields: tuple[Operand, ...] = Field((), title="填了哪些字段就算有")
    """Fields that must be filled."""
    checks: tuple[Id, ...] = Field((), title="还要通过哪几项 checks")
    """Checks that must be kept as well."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules that ask for it."""
    nature: Nature | None = Field(None, title="性质；不写就随第一条规定，没有规定的算惯例")
    """Where it binds from, where the first rule does not say so."""
    only: tuple[Only, ...] = Field((), title="只在这些情形下要")
    """Circumstances in which it is asked for."""


class DocumentTemplate(Entity):
    """A paper: what it is for, who writes to whom, and how."""

    number: int = Field(title="文书目录中的序号", ge=1)
    """Number in the catalogue of papers."""
    title: Text = Field(title="文书名")
    """Name."""
    aliases: tuple[Text, ...] = Field((), title="别名和口头叫法")
    """Other names people use."""
    everyday: tuple[Text, ...] = Field((), title="人们平常怎么问，供检索：没转正能投票吗")
    """Everyday words with which people ask for it."""
    section: SectionRef = Field(title="属于第八章哪一节")
    """Section of chapter 8."""
    kind: DocumentKind = Field(title="类别：A 自拟、B 统一印制、C 本人手写")
    """Who makes it."""
    layout: Layout | None = Field(None, title="版式，A 类必写")
    """Layout, for kind A."""
    purpose: Text = Field(title="用来做什么")
    """What it is for."""
    writer: Text = Field(title="谁写")
    """Who writes it."""
    writer_role: RoleRef | None = Field(None, title="谁写（角色编号）")
    """Role that writes it."""
    reader: Text = Field(title="写给谁、交给谁")
    """Who it is for."""
    when: Text = Field(title="什么时候用")
    """When it is used."""
    fields: tuple[DocumentField, ...] = Field((), title="字段")
    """Blanks in order."""
    structure: tuple[Part, ...] = Field((), title="结构：各部分写什么")
    """Parts in order."""
    checks: tuple[DocumentCheck, ...] = Field((), title="填写时要对一对的：票数相加、到会过半、日期先后……")
    """Cross-field checks of what is filled in."""
    posted: bool = Field(False, title="是否张贴、发布；是的，填写时提醒不要写个人电话")
    """Whether it is posted or published, so that the form warns of private data."""
    elements: tuple[RecordElement, ...] = Field((), title="一份记录要有的各项，填写时逐项对照")
    """What a record must hold."""
    mistakes: tuple[Mistake, ...] = Field((), title="常见差错")
    """Common faults."""
    checklist: tuple[Text, ...] = Field((), title="交出前自查")
    """What to check before handing it in."""
    basis: tuple[Basis, ...] = Field((), title="依据")
    """Clauses it rests on."""
    rules: tuple[RuleRef, ...] = Field((), title="要照着写的规定")
    """Rules its content must follow."""
    nature: Nature = Field(title="性质：rule 条例点名、local 地方、custom 惯例")
    """Whether a regulation names the paper."""
    evidence: Evidence = Field(title="可信程度")
    """How well the above is known."""
    note: Text | None = Field(None, title="说明")
    """A remark for the reader."""
