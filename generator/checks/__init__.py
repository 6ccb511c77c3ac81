"""Checks of meaning: each one a module whose docstring is its entry in the editors' manual."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from generator.checks import (
    ask_options,
    blueprint_total,
    body_markup,
    calculator_quantity,
    document_checks,
    document_layout,
    document_template,
    duplicate_id,
    duplicate_name,
    evidence_complete,
    flowchart_shape,
    holiday_year,
    lesson_amount,
    lesson_depth,
    lesson_minutes,
    limit_dates,
    private_number,
    procedure_graph,
    quantity_bounds,
    question_options,
    rests_on_rules,
    section_rules,
    source_chain,
    spans_marked,
    superseded_basis,
    superseded_number,
    unknown_id,
    unused_entity,
    year_entry,
)
from generator.diagnostics import Diagnostic
from generator.model.handbook import Handbook

CHECKS: tuple[ModuleType, ...] = (
    duplicate_id,
    unknown_id,
    unused_entity,
    duplicate_name,
    evidence_complete,
    superseded_basis,
    superseded_number,
    source_chain,
    section_rules,
    rests_on_rules,
    spans_marked,
    ask_options,
    quantity_bounds,
    calculator_quantity,
    procedure_graph,
    flowchart_shape,
    limit_dates,
    holiday_year,
    year_entry,
    document_checks,
    document_template,
    document_layout,
    private_number,
    lesson_amount,
    lesson_depth,
    lesson_minutes,
    question_options,
    blueprint_total,
    body_markup,
)
"""All checks, in the order of the manual."""


NEED_WHOLE = frozenset({lesson_amount.ID, unknown_id.ID, unused_entity.ID, section_rules.ID, source_chain.ID})
"""Checks that would blame one fault on many places when some content could not be read."""


def check(handbook: Handbook, *, whole: bool = True) -> Iterator[Diagnostic]:
    """Every finding of every check; of the checks about absence only if the content is whole."""
    for module in CHECKS:
        if whole or module.ID not in NEED_WHOLE:
            yield from module.check(handbook)
