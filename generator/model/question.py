"""Written questions and blueprints of papers."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.base import Entity, Id, Model, Ref, RuleRef, SectionRef, Text


class QuestionType(StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    """Choose one option."""
    MULTIPLE = "multiple"
    """Choose all right options."""
    TRUE_FALSE = "true-false"
    """Say whether a statement is right."""
    FILL_IN = "fill-in"
    """Type the missing words."""
    ORDERING = "ordering"
    """Put items in order."""
    MATCHING = "matching"
    """Pair items."""
    CASE = "case"
    """Judge a situation, by choosing one option."""
    SHORT_ANSWER = "short-answer"
    """Write, then compare with key points."""


class Difficulty(StrEnum):
    """How hard a question is."""

    EASY = "easy"
    """Most readers of the section know it."""
    MEDIUM = "medium"
    """Needs the exact rule."""
    HARD = "hard"
    """Needs several rules or a calculation."""


class Option(Model):
    """One option of a written question."""

    text: Text = Field(title="选项", examples=["党员大会通过之日"])
    """The option."""
    correct: bool = Field(False, title="是不是正确答案", examples=["true"])
    """Whether it is right."""
    why: Text | None = Field(None, title="错在哪里，错误选项必写", examples=["党委批准是确认大会决议，不改变起算日。"])
    """Why it is wrong; required for wrong options."""


class Question(Entity):
    """A question an editor wrote."""

    type: QuestionType = Field(title="题型")
    """How it is answered."""
    section: SectionRef = Field(title="属于哪一节")
    """Section it belongs to."""
    stem: Text = Field(title="题干")
    """The question."""
    options: tuple[Option, ...] = Field((), title="选项")
    """Options of a choice, parts to order, or none."""
    key: tuple[Text, ...] = Field((), title="答案：填空的可接受写法，排序的正确次序，简答的要点；判断写 对 或 错")
    """Accepted fillings, right order, key points, or 对/错."""
    rationale: Text = Field(title="为什么")
    """Why the key is right."""
    rules: tuple[RuleRef, ...] = Field(title="依据的规定", min_length=1)
    """Rules it rests on."""
    difficulty: Difficulty = Field(Difficulty.MEDIUM, title="难度")
    """How hard it is."""


class BlueprintPart(Model):
    """One part of a paper: how many questions of one type."""

    type: QuestionType = Field(title="题型")
    """Type of question."""
    count: int = Field(title="几道", ge=1, le=200)
    """How many."""
    marks: int = Field(title="每道几分", ge=1, le=100)
    """Marks for each."""


class ChapterShare(Model):
    """How much of a paper comes from one chapter."""

    chapter: Annotated[Id, Ref("chapters")] = Field(title="章的编号")
    """The chapter."""
    weight: int = Field(title="占多少份", ge=1, le=1000)
    """Its parts of the whole."""


class Blueprint(Entity):
    """How a paper is drawn."""

    title: Text = Field(title="试卷名")
    """Name."""
    modelled_on: Text = Field(title="仿照什么考试，并说明以本单位通知为准")
    """What it imitates, and that the unit's own notice decides."""
    minutes: int = Field(title="多少分钟", ge=1, le=300)
    """Length in minutes."""
    total: int = Field(title="总分", ge=1)
    """Full marks; must equal the parts' sum."""
    pass_mark: int = Field(title="及格分", ge=0)
    """Marks needed to pass."""
    parts: tuple[BlueprintPart, ...] = Field(title="各部分", min_length=1)
    """Parts in order."""
    sections: tuple[SectionRef, ...] = Field((), title="只从哪些节抽；不写就是全书")
    """Sections to draw from; the whole handbook where empty."""
    shares: tuple[ChapterShare, ...] = Field((), title="各章占多少份；不写就按各章题目多少")
    """Weights of the chapters; by the number of questions where empty."""


class Rewording(Model):
    """Other words for one option, part or key of a question."""

    was: Text = Field(title="原来的写法", examples=["党委审批之日"])
    """As the generator writes it."""
    now: Text = Field(title="改成什么", examples=["党委批准的那天"])
    """As the editor wants it."""
    why: Text | None = Field(None, title="改写后的这个选项错在哪里", examples=["审批在后，起点是党员大会通过之日。"])
    """Why the option is wrong in its new words."""


class Review(Entity):
    """An editor's word on one question of the bank; its id is the question's."""

    veto: bool = Field(False, title="是否不再出这道题")
    """Whether it is not asked."""
    why: Text | None = Field(None, title="为什么否决或改写")
    """Why it is vetoed or reworded."""
    stem: Text | None = Field(None, title="改写后的题干", examples=["预备期从哪一天算起？"])
    """Stem in the editor's words."""
    rationale: Text | None = Field(None, title="改写后的解析", examples=["预备期从党员大会通过那天算。"])
    """Rationale in the editor's words."""
    options: tuple[Rewording, ...] = Field((), title="改写哪些选项或答案")
    """Options, parts or keys in the editor's words."""


class Retirement(Entity):
    """A published question that is no longer asked; its id is the question's."""

    id: Id = Field(title="停用的题号", examples=["q-3f9a0c71be"])
    """Id of the question."""
    note: Text = Field(
        title="给学员看的说明，如 规定已变：现在是……", examples=["规定已变：现在要先报上级党委同意，再公示。"]
    )
    """What a learner who met it is told."""


class Published(Entity):
    """A question that learners may have met; its id is the question's."""
