"""All views together, as render takes them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.derive.addresses import Addresses, derive_addresses
from generator.derive.currency import Currency, derive_currency
from generator.derive.questions.bank import derive_bank
from generator.derive.questions.item import Bank
from generator.derive.relations import Relations, derive_relations
from generator.model.handbook import Handbook


@dataclass(frozen=True)
class Views:
    """The handbook and everything derived from it."""

    handbook: Handbook
    """What the editors wrote."""
    addresses: Addresses
    """Where each entity is shown."""
    relations: Relations
    """Links read backwards."""
    currency: Currency
    """How current the handbook is."""
    bank: Bank
    """All questions."""


def derive(handbook: Handbook) -> Views:
    """Every view of a checked handbook."""
    return Views(
        handbook=handbook,
        addresses=derive_addresses(handbook),
        relations=derive_relations(handbook),
        currency=derive_currency(handbook),
        bank=derive_bank(handbook),
    )
