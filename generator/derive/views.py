"""All views together, as render takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.addresses import Addresses, derive_addresses
from generator.derive.calculators.tools import Tools, derive_tools
from generator.derive.currency import Currency, derive_currency
from generator.derive.flowcharts import Flowchart, derive_flowcharts
from generator.derive.questions.bank import derive_bank
from generator.derive.questions.item import Bank
from generator.derive.relations import Relations, derive_relations
from generator.derive.search import Entry, derive_search
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
    search: tuple[Entry, ...]
    """What search can find."""
    flowcharts: Mapping[str, Flowchart]
    """Procedure id → its flow chart."""
    tools: Tools
    """What calculators and planners reckon with."""


def derive(handbook: Handbook) -> Views:
    """Every view of a checked handbook."""
    addresses = derive_addresses(handbook)
    bank = derive_bank(handbook)
    return Views(
        handbook=handbook,
        addresses=addresses,
        relations=derive_relations(handbook),
        currency=derive_currency(handbook),
        bank=bank,
        search=derive_search(handbook, addresses, bank),
        flowcharts=derive_flowcharts(handbook),
        tools=derive_tools(handbook),
    )
