"""What a term is done by: the procedures that go by the same name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from generator.model.handbook import Handbook

SUFFIX = re.compile(r"(?:流程|手续|步骤|.步|.十.步)$")
"""What names of procedures add to the name of the thing."""


def procedures_of_terms(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """Term id → ids of procedures with one of its names."""
    named = defaultdict[str, dict[str, None]](dict)
    for procedure in handbook.procedures:
        for name in (procedure.title, *procedure.aliases):
            named[SUFFIX.sub("", name)][procedure.id] = None
    return {
        term.id: tuple(dict.fromkeys(id for name in (term.name, *term.aliases) for id in named.get(name, ())))
        for term in handbook.terms
    }
