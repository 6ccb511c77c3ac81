"""All views together, as render takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.derive.addresses import Addresses, derive_addresses
from generator.derive.audit import Audit, derive_audit
from generator.derive.calculators.tools import Tools, derive_tools
from generator.derive.currency import Currency, derive_currency
from generator.derive.flowcharts import Flowchart, derive_flowcharts
from generator.derive.lessons.kits import Kit, derive_kits
from generator.derive.questions.bank import derive_bank
from generator.derive.questions.item import Bank
from generator.derive.relations import Relations, derive_relations
from generator.derive.search import Entry, derive_search
from generator.derive.search_tools import derive_tool_entries
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
    flowcharts: Mapping[str, Flowchart]
    """Procedure id → its flow chart."""
    tools: Tools
    """What calculators and planners reckon with."""

    @cached_property
    def search(self) -> tuple[Entry, ...]:
        """What search can find."""
        tools = derive_tool_entries(self.handbook, self.addresses, self.tools)
        return (*derive_search(self.handbook, self.addresses, self.bank), *tools)

    @cached_property
    def audit(self) -> Audit:
        """What an editor should look at next."""
        return derive_audit(self.handbook, self.bank, self.relations)

    @cached_property
    def kits(self) -> Mapping[str, Kit]:
        """Lesson id → its kit."""
        return derive_kits(self.handbook, self.bank)


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
        flowcharts=derive_flowcharts(handbook),
        tools=derive_tools(handbook),
    )
