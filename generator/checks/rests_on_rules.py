"""说是规则却没有依据的规定

职责和步骤的性质写 rule，就要列出它依据的规定；列不出来的，如实写 custom（惯例）或 local（地方）。

坏例::

    - {id: notify, title: 通知党员, actor: branch-committee, nature: rule, evidence: memory}

好例::

    - {id: notify, title: 通知党员, actor: branch-committee, nature: custom, evidence: memory}
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook
from generator.model.procedure import Procedure
from generator.model.role import Role
from generator.model.rule import Nature

ID = "rests-on-rules"
_HINT = "补上 rules；没有规定可依的，把 nature 改为 custom 或 local。"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Duties and steps that claim a rule and name none."""
    for role, origin in handbook.each(Role):
        for i, duty in enumerate(role.duties):
            if duty.nature is Nature.RULE and not duty.rules:
                yield error(origin.at("duties", i), ID, f"职责“{duty.text}”没有列出依据的规定", _HINT)
    for procedure, origin in handbook.each(Procedure):
        for i, stage in enumerate(procedure.stages):
            for j, step in enumerate(stage.steps):
                if step.nature is Nature.RULE and not step.rules:
                    yield error(origin.at("stages", i, "steps", j), ID, f"步骤“{step.title}”没有列出依据的规定", _HINT)
