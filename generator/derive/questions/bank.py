"""The bank: every recipe over the handbook, reviewed by the editors, in its reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from generator.derive.questions import (
    case,
    choice,
    document_facts,
    edition,
    fill_in,
    matching,
    multiple,
    ordering,
    procedure_facts,
    short_answer,
    skipped_step,
    true_false,
    written,
)
from generator.derive.questions.families import grouped
from generator.derive.questions.ground import Draft, Ground, lay_ground
from generator.derive.questions.item import Bank, Choice, Item, Retired
from generator.model.handbook import Handbook
from generator.model.question import Review, Rewording

Recipe = Callable[[Ground], Iterator[Draft]]

RECIPES: Mapping[str, Recipe] = {
    choice.RECIPE: choice.drafts,
    true_false.RECIPE: true_false.drafts,
    fill_in.RECIPE: fill_in.drafts,
    multiple.RECIPE: multiple.drafts,
    case.RECIPE: case.drafts,
    procedure_facts.RECIPE: procedure_facts.drafts,
    skipped_step.RECIPE: skipped_step.drafts,
    document_facts.RECIPE: document_facts.drafts,
    ordering.RECIPE: ordering.drafts,
    matching.RECIPE: matching.drafts,
    edition.RECIPE: edition.drafts,
    short_answer.RECIPE: short_answer.drafts,
    written.RECIPE: written.drafts,
}
"""Every way to make questions, in the order their questions follow each other within a section."""


def derive_bank(handbook: Handbook) -> Bank:
    """All questions of a checked handbook that the editors have not vetoed."""
    ground = lay_ground(handbook)
    reviews = {review.id: review for review in handbook.reviews}
    made = derive_items(ground)
    kept = (reworded(item, reviews.get(item.id)) for item in made if not _is_vetoed(reviews.get(item.id)))
    return Bank(grouped(kept), tuple(Retired(r.id, r.note) for r in handbook.retirements), made)


def derive_items(ground: Ground) -> tuple[Item, ...]:
    """What the recipes make, each id once, in reading order."""
    order = {section: i for i, section in enumerate(ground.chapter_of)}
    unique: dict[str, Item] = {}
    for recipe in RECIPES.values():
        for draft in recipe(ground):
            item = ground.item(draft)
            unique.setdefault(item.id, item)
    return tuple(sorted(unique.values(), key=lambda item: order[item.section]))


def reworded(item: Item, review: Review | None) -> Item:
    """The item in the editor's words, its id unchanged."""
    if review is None:
        return item
    words = {rewording.was: rewording.now for rewording in review.options}
    told = item.rationale
    for was, now in words.items() if item.pairs else ():
        told = told.replace(was.rstrip("。"), now.rstrip("。"))
    return replace(
        item,
        stem=review.stem or item.stem,
        rationale=review.rationale or told,
        options=tuple(_reworded(option, review.options) for option in item.options),
        key=_in_words(item.key, words),
        pairs=tuple((words.get(left, left), words.get(right, right)) for left, right in item.pairs),
    )


def _reworded(option: Choice, rewordings: Iterable[Rewording]) -> Choice:
    """An option in the editor's words; a reason that quotes what was reworded quotes the new words."""
    text, why = option.text, option.why
    for rewording in rewordings:
        why = why.replace(f"“{rewording.was}”", f"“{rewording.now}”")
    for rewording in rewordings:
        if rewording.was == option.text:
            text, why = rewording.now, rewording.why or why
    return replace(option, text=text, why=why)


def _in_words(texts: Iterable[str], words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(words.get(text, text) for text in texts)


def _is_vetoed(review: Review | None) -> bool:
    return review is not None and review.veto
