"""时限算不出日期

排日程用的时限，要写清从哪天数（since 往后数，before 往前数，二者写一个）、数多少（rule 和 quantity）。
起点要是本流程的步骤或 events 里的起算日；quantity 要是那条规定里某个数量的 name，单位是年、个月、天或个工作日；
only 要是 circumstances 里的情形；planned 里要是步骤或起算日。

坏例::

    limits: [{text: 一个月内, rule: apply-talk-deadline, quantity: talk, since: application}]

好例::

    limits: [{text: 一个月内, rule: apply-talk-deadline, quantity: apply-talk, since: submit-application}]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.figure import named
from generator.model.handbook import Handbook, Origin
from generator.model.procedure import Limit, Procedure
from generator.model.rule import Rule

ID = "limit-dates"
UNITS = frozenset({"年", "个月", "天", "个工作日"})
"""Units that planners reckon with."""


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Limits that name no known day, span or circumstance."""
    rules = {rule.id: rule for rule in handbook.rules}
    for procedure, origin in handbook.each(Procedure):
        days = [*(step.id for step in procedure.steps), *(event.id for event in procedure.events)]
        cases = [case.id for case in procedure.circumstances]
        for path, limit in _limits(procedure):
            yield from _counted(limit, origin, path, rules)
            for key, known, what in (
                ("since", days, "步骤或起算日"),
                ("before", days, "步骤或起算日"),
                ("only", cases, "情形"),
            ):
                yield from _known(getattr(limit, key), known, origin, (*path, key), what)
        for i, day in enumerate(procedure.planned):
            yield from _known(day.id, days, origin, ("planned", i, "id"), "步骤或起算日")
        for i, event in enumerate(procedure.events):
            if days.count(event.id) > 1:
                yield error(origin.at("events", i, "id"), ID, f"起算日编号“{event.id}”用了两次", "换一个编号。")
            steps = [step.id for step in procedure.steps]
            yield from _known(event.then, steps, origin, ("events", i, "then"), "步骤")


def _limits(procedure: Procedure) -> Iterator[tuple[tuple[str | int, ...], Limit]]:
    for i, stage in enumerate(procedure.stages):
        for j, step in enumerate(stage.steps):
            yield from ((("stages", i, "steps", j, "limits", k), limit) for k, limit in enumerate(step.limits))
    for i, event in enumerate(procedure.events):
        yield from ((("events", i, "limits", k), limit) for k, limit in enumerate(event.limits))


def _counted(limit: Limit, origin: Origin, path: tuple[str | int, ...], rules: dict[str, Rule]) -> Iterator[Diagnostic]:
    ends = [end for end in (limit.since, limit.before) if end is not None]
    if limit.quantity is None and not ends:
        return
    if limit.quantity is None or limit.rule is None or len(ends) != 1:
        yield error(
            origin.at(*path), ID, "时限要算日期，rule、quantity 和 since（或 before）要一起写", "补上缺的，或都不写。"
        )
    elif limit.rule in rules:
        found = [quantity for _, quantity in named(rules[limit.rule], limit.quantity)]
        at = origin.at(*path, "quantity")
        if not found:
            names = [quantity.name for quantity in rules[limit.rule].quantities if quantity.name]
            hint = f"可以写：{'、'.join(names)}。" if names else "先给那条规定的数量写上 name。"
            yield error(at, ID, f"规定“{limit.rule}”里没有名为“{limit.quantity}”的数量", hint)
        elif found[0].unit not in UNITS or found[0].number.denominator != 1:
            unit = f"{found[0].value} {found[0].unit}"
            yield error(at, ID, f"“{limit.quantity}”是 {unit}，算不出日期", "换一个以年、个月、天或个工作日计的数量。")


def _known(
    name: str | None, known: list[str], origin: Origin, path: tuple[str | int, ...], what: str
) -> Iterator[Diagnostic]:
    if name is None or name in known:
        return
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"你是否想写“{near[0]}”？" if near else f"本流程的{what}：{'、'.join(known) or '还没有'}。"
    yield error(origin.at(*path), ID, f"本流程没有{what}“{name}”", hint)
