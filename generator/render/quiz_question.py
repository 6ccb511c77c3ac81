"""One question in the form that pages and bank files show it: fixed order, letters, answer, links."""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

from generator.derive.drawing import numbers, shuffle
from generator.derive.questions.item import Item
from generator.derive.views import Views
from generator.model.question import QuestionType
from generator.model.rule import Basis
from generator.model.source import Source

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""What options and parts are called on the screen."""
CHOICES = frozenset({QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.TRUE_FALSE, QuestionType.CASE})
"""Types that are answered by choosing options."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question ready to be shown."""

    item: Item
    """The question."""
    left: tuple[str, ...]
    """Matching: what stays in place; empty for other types."""
    parts: tuple[tuple[str, str], ...]
    """Options, parts to order or what is matched, as shown, each with why it is wrong; nothing where it is
    right or the rationale says the same."""
    right: tuple[int, ...]
    """Choices: positions of the right parts; ordering: positions in the right order; matching: the
    position that belongs to each left; empty for other types."""

    @property
    def answer(self) -> str:
        """The answer in words, as 看答案 gives it."""
        kind = self.item.type
        if kind is QuestionType.TRUE_FALSE:
            return self.parts[self.right[0]][0]
        if kind in CHOICES:
            return "；".join(f"{LETTERS[i]}，{self.parts[i][0]}" for i in self.right)
        if kind is QuestionType.MATCHING:
            return "；".join(f"{i}—{LETTERS[j]}" for i, j in enumerate(self.right, 1))
        if kind is QuestionType.ORDERING:
            return " → ".join(self.item.key)
        return "；".join(self.item.key) if kind is QuestionType.SHORT_ANSWER else self.item.key[0]


def show(item: Item) -> Shown:
    """The question in the order it is shown, which its id decides where its options do not."""
    if item.type in CHOICES:
        parts = tuple((choice.text, choice.why if choice.why != item.rationale else "") for choice in item.options)
        return Shown(item, (), parts, tuple(i for i, choice in enumerate(item.options) if choice.correct))
    if item.type is QuestionType.ORDERING:
        mixed = _mixed(item, item.key)
        return Shown(item, (), tuple((text, "") for text in mixed), tuple(mixed.index(text) for text in item.key))
    if item.type is QuestionType.MATCHING:
        mixed = _mixed(item, tuple(right for _, right in item.pairs))
        left = tuple(left for left, _ in item.pairs)
        right = tuple(mixed.index(right) for _, right in item.pairs)
        return Shown(item, left, tuple((text, "") for text in mixed), right)
    return Shown(item, (), (), ())


def has_room(views: Views) -> bool:
    """Whether there are questions that can be shown on the screen for the room."""
    return any(item.type in CHOICES for item in views.bank.items)


def _mixed(item: Item, texts: tuple[str, ...]) -> list[str]:
    """The texts mixed by the id, never in the given order where there is another."""
    stream = numbers(crc32(item.id.encode()))
    mixed = shuffle(texts, stream)
    while mixed == list(texts) and len(set(texts)) > 1:
        mixed = shuffle(texts, stream)
    return mixed


def basis_words(bases: tuple[Basis, ...], views: Views) -> str:
    """What a question rests on, as words: 《发展党员工作细则》第三十一条、第三十二条."""
    articles: dict[str, list[str]] = {}
    for basis in bases:
        articles.setdefault(basis.source, []).append(basis.article or "")
    return "，".join(
        f"《{views.handbook.get(Source, source).short}》" + "、".join(article for article in found if article)
        for source, found in articles.items()
    )


def rule_url(item: Item, views: Views) -> str:
    """Path of the rule the question asks, from the site's root."""
    if item.rules:
        return views.addresses.of("rules", item.rules[0])
    return views.addresses.of("sections", item.section)
