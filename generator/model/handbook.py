"""The whole handbook: every entity, and where each was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from generator.diagnostics import Span
from generator.model.base import Entity, Reference, references
from generator.model.chapter import Chapter, Section
from generator.model.document import DocumentTemplate
from generator.model.holiday import HolidayYear
from generator.model.lesson import Lesson, Preparation
from generator.model.procedure import Procedure
from generator.model.question import Blueprint, Published, Question, Retirement, Review
from generator.model.role import Role
from generator.model.rule import Rule
from generator.model.site import Home, Update
from generator.model.source import Source
from generator.model.term import Term
from generator.model.year import Occasion
from generator.nodes import Node, locate, locate_key

E = TypeVar("E", bound=Entity)

COLLECTIONS: Mapping[str, type[Entity]] = {
    "sources": Source,
    "chapters": Chapter,
    "sections": Section,
    "rules": Rule,
    "roles": Role,
    "procedures": Procedure,
    "documents": DocumentTemplate,
    "terms": Term,
    "lessons": Lesson,
    "preparations": Preparation,
    "questions": Question,
    "blueprints": Blueprint,
    "reviews": Review,
    "retirements": Retirement,
    "published": Published,
    "holidays": HolidayYear,
    "occasions": Occasion,
    "updates": Update,
    "home": Home,
}
"""Collection name → kind of entity."""

_NAMES = {kind: name for name, kind in COLLECTIONS.items()}

LABELS = {
    "sources": "来源",
    "chapters": "章",
    "sections": "节",
    "rules": "规定",
    "roles": "角色",
    "procedures": "流程",
    "documents": "文书",
    "terms": "术语",
    "lessons": "课件",
    "preparations": "课前课后检查",
    "questions": "题目",
    "blueprints": "组卷方案",
    "reviews": "审题意见",
    "retirements": "停用的题目",
    "published": "已发布的题目",
    "holidays": "节假日",
    "occasions": "年历事项",
    "updates": "更新记录",
    "home": "首页",
}
"""Collection name → what an editor calls one of its entities."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one entity was written."""

    node: Node
    """The entity as written."""

    def at(self, *path: str | int) -> Span:
        """Place of the value at a path of field names and list positions."""
        return locate(self.node, path)

    def key(self, *path: str | int) -> Span:
        """Place of the key that ends a path."""
        return locate_key(self.node, path)

    def body(self, line: int, column: int) -> Span:
        """Place of a line (from 0) and column (from 1) within a Markdown body."""
        start = self.at("body")
        return Span(start.path, start.line + line, column)


@dataclass(frozen=True)
class Handbook:
    """All authored content, immutable."""

    entities: Mapping[str, tuple[Entity, ...]]
    """Collection name → its entities in reading order."""
    origins: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict, compare=False)
    """Collection name → where each entity was written, in the same order."""

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """All entities of a kind, in reading order."""
        return cast("tuple[E, ...]", self.entities.get(_NAMES[kind], ()))

    def each(self, kind: type[E]) -> Iterator[tuple[E, Origin]]:
        """All entities of a kind with the places they were written at."""
        return zip(self.of(kind), self.origins.get(_NAMES[kind], ()), strict=True)

    @cached_property
    def by_id(self) -> Mapping[str, Mapping[str, Entity]]:
        """Collection name → id → entity; the first wins where an id was used twice."""
        return {name: {entity.id: entity for entity in reversed(self.entities.get(name, ()))} for name in COLLECTIONS}

    @cached_property
    def references(self) -> Mapping[str, tuple[tuple[Reference, ...], ...]]:
        """Collection name → the typed references of each of its entities, in reading order."""
        return {name: tuple(tuple(references(e)) for e in self.entities.get(name, ())) for name in COLLECTIONS}

    def get(self, kind: type[E], entity_id: str) -> E:
        """The entity of a kind with an id.

        Raises `KeyError` where there is none, which checked content never does.
        """
        return cast("E", self.by_id[_NAMES[kind]][entity_id])

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources."""
        return self.of(Source)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters, each with its sections."""
        return self.of(Chapter)

    @property
    def sections(self) -> tuple[Section, ...]:
        """All sections of all chapters."""
        return self.of(Section)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules."""
        return self.of(Rule)

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles."""
        return self.of(Role)

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """All procedures."""
        return self.of(Procedure)

    @property
    def documents(self) -> tuple[DocumentTemplate, ...]:
        """All document templates."""
        return self.of(DocumentTemplate)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms."""
        return self.of(Term)

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lesson kits."""
        return self.of(Lesson)

    @property
    def preparations(self) -> tuple[Preparation, ...]:
        """All things to see to around a class."""
        return self.of(Preparation)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All written questions."""
        return self.of(Question)

    @property
    def blueprints(self) -> tuple[Blueprint, ...]:
        """All blueprints of papers."""
        return self.of(Blueprint)

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All words of editors on questions of the bank."""
        return self.of(Review)

    @property
    def retirements(self) -> tuple[Retirement, ...]:
        """All questions that are no longer asked."""
        return self.of(Retirement)

    @property
    def published(self) -> tuple[Published, ...]:
        """All questions that learners may have met."""
        return self.of(Published)

    @property
    def updates(self) -> tuple[Update, ...]:
        """All updates, as written."""
        return self.of(Update)

    @property
    def home(self) -> Home:
        """The home page's words."""
        return self.of(Home)[0]
