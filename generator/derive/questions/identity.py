"""Permanent ids: made of what is asked and of its answer, never of wording or position."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache

from generator.model.wording import canonical

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def question_id(recipe: str, fact: str, answer: str) -> str:
    """Id of the question that a recipe makes of a fact, as long as its answer is the same."""
    return f"q-{digest(recipe, fact, canonical(answer))}"


@lru_cache(maxsize=1 << 16)
def digest(*parts: str) -> str:
    """Ten hexadecimal digits that stand for the parts."""
    return hashlib.sha256(_ENCODER.encode(parts).encode()).hexdigest()[:10]


def shuffled(seed: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in an order that the seed fixes, whatever order they come in."""
    return tuple(sorted(texts, key=lambda text: hashlib.sha256(f"{seed}/{text}".encode()).digest()))
