"""流程走不通

从第一步出发，每一步都要走得到，每个结局都要有路到达；每个判断至少两种结果，其中恰好一种直接进入下一步（不写 to）；
每一步的主体要恰好属于一条泳道。

坏例::

    decision: {question: 合格？, branches: [{label: 合格}, {label: 不合格, to: no-such-step}]}

好例::

    decision: {question: 合格？, branches: [{label: 合格}, {label: 不合格, to: rejected}]}
    ends: [{id: admitted, title: 成为预备党员, kind: done}, {id: rejected, title: 不能发展, kind: stop}]
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TypeAlias

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook, Origin
from generator.model.procedure import Procedure, Step

ID = "procedure-graph"
Places: TypeAlias = dict[str, tuple[str | int, ...]]


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Ways that lead nowhere, steps and ends never reached, actors without a lane."""
    for procedure, origin in handbook.each(Procedure):
        places: Places = {
            step.id: ("stages", i, "steps", j)
            for i, stage in enumerate(procedure.stages)
            for j, step in enumerate(stage.steps)
        }
        yield from _ids(procedure, origin)
        yield from _branches(procedure, origin, places)
        yield from _reached(procedure, origin, places)
        yield from _lanes(procedure, origin, places)


def _ids(procedure: Procedure, origin: Origin) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    places: list[tuple[str, tuple[str | int, ...]]] = [
        (step.id, ("stages", i, "steps", j, "id"))
        for i, stage in enumerate(procedure.stages)
        for j, step in enumerate(stage.steps)
    ]
    places += [(end.id, ("ends", i, "id")) for i, end in enumerate(procedure.ends)]
    for name, path in places:
        if name in seen:
            yield error(origin.at(*path), ID, f"步骤或结局编号“{name}”在本流程里用了两次", "换一个编号。")
        seen.add(name)


def _branches(procedure: Procedure, origin: Origin, places: Places) -> Iterator[Diagnostic]:
    targets = [*places, *(end.id for end in procedure.ends)]
    for step in procedure.steps:
        if step.decision is None:
            continue
        path = (*places[step.id], "decision", "branches")
        branches = step.decision.branches
        if len(branches) < 2:
            yield error(
                origin.at(*path),
                ID,
                f"判断“{step.decision.question}”只有一种结果",
                "至少写两种；没有第二种就不用写判断。",
            )
        if sum(branch.to is None for branch in branches) != 1:
            yield error(
                origin.at(*path),
                ID,
                f"判断“{step.decision.question}”要恰好有一种结果不写 to",
                "不写 to 的那一种直接进入下一步。",
            )
        for i, branch in enumerate(branches):
            if branch.to is not None and branch.to not in targets:
                near = difflib.get_close_matches(branch.to, targets, n=1)
                yield error(
                    origin.at(*path, i, "to"),
                    ID,
                    f"本流程没有编号为“{branch.to}”的步骤或结局",
                    f"是否想写“{near[0]}”？" if near else "写本流程里的步骤或结局编号。",
                )


def _reached(procedure: Procedure, origin: Origin, places: Places) -> Iterator[Diagnostic]:
    steps = procedure.steps
    following = dict(zip([s.id for s in steps], [*(s.id for s in steps[1:]), procedure.ends[0].id], strict=True))
    by_id = {step.id: step for step in steps}
    reached: set[str] = set()
    todo = [steps[0].id]
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            if name in by_id:
                todo += _ways(by_id[name], following[name])
    for step in steps:
        if step.id not in reached:
            yield error(origin.at(*places[step.id]), ID, f"走不到步骤“{step.title}”", "检查前面各个判断的去向。")
    for i, end in enumerate(procedure.ends):
        if end.id not in reached:
            yield error(origin.at("ends", i), ID, f"没有路到达结局“{end.title}”", "补上去向，或删掉这个结局。")


def _ways(step: Step, following: str) -> list[str]:
    if step.decision is None:
        return [following]
    return [branch.to or following for branch in step.decision.branches]


def _lanes(procedure: Procedure, origin: Origin, places: Places) -> Iterator[Diagnostic]:
    for step in procedure.steps:
        actors = [(step.actor, (*places[step.id], "actor"))]
        actors += [(p.actor, (*places[step.id], "parallel", i, "actor")) for i, p in enumerate(step.parallel)]
        for actor, path in actors:
            lanes = [lane.name for lane in procedure.lanes if actor in lane.roles]
            if len(lanes) != 1:
                where = "不属于任何一条泳道" if not lanes else f"同时属于泳道{'、'.join(lanes)}"
                yield error(origin.at(*path), ID, f"“{actor}”{where}", "在 lanes 里把它归到恰好一条泳道。")
