"""Terms: words a reader must know, and the words people type instead."""

from __future__ import annotations

from pydantic import Field

from generator.model.base import Entity, RuleRef, SectionRef, TermRef, Text


class Term(Entity):
    """A word with its meaning and all the ways people write it."""

    name: Text = Field(title="术语")
    """The word as used today."""
    aliases: tuple[Text, ...] = Field((), title="别名、简称、旧称")
    """Other names, short forms, former names."""
    everyday: tuple[Text, ...] = Field((), title="人们平常怎么打：几年换届、交党费")
    """Everyday words people type when they mean it."""
    text: Text = Field(title="解释，一到三句话")
    """Explanation in one to three sentences."""
    section: SectionRef = Field(title="主要在哪一节讲")
    """Section that treats it."""
    rules: tuple[RuleRef, ...] = Field((), title="依据的规定")
    """Rules the explanation rests on."""
    see: tuple[TermRef, ...] = Field((), title="容易混淆或相关的术语")
    """Terms related to it or confused with it."""
