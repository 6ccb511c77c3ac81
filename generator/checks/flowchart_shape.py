"""流程图画出来会让人看错

阶段编号、泳道编号在一个流程里各只能用一次；每条泳道至少有一步或一件同时做的事；第一个结局要是办成（kind: done）；
一个判断的各种结果写法不能相同，也不能有一种明写着去下一步（那就是不写 to 的那一种）；
同时进行的事不能还是同一个主体在做。

坏例::

    branches: [{label: 合格}, {label: 合格, to: rejected}]

好例::

    branches: [{label: 合格}, {label: 不合格, to: rejected}]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, error
from generator.model.handbook import Handbook, Origin
from generator.model.procedure import EndKind, Lane, Procedure, Stage, Step

ID = "flowchart-shape"


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Empty or doubled columns, doubled ways, ends in the wrong order."""
    for procedure, origin in handbook.each(Procedure):
        yield from _twice(procedure.lanes, "lanes", "泳道", origin)
        yield from _twice(procedure.stages, "stages", "阶段", origin)
        yield from _empty_lanes(procedure, origin)
        if procedure.ends[0].kind is not EndKind.DONE:
            found = f"第一个结局“{procedure.ends[0].title}”不是办成"
            yield error(origin.at("ends", 0), ID, found, "走完全程的结局写在最前面，kind 写 done。")
        following = [*(step.id for step in procedure.steps[1:]), procedure.ends[0].id]
        paths = [(i, j) for i, stage in enumerate(procedure.stages) for j in range(len(stage.steps))]
        for step, after, (i, j) in zip(procedure.steps, following, paths, strict=True):
            path = ("stages", i, "steps", j)
            yield from _ways(step, after, origin, path)
            yield from _alone(step, origin, path)


def _twice(items: Sequence[Lane | Stage], name: str, label: str, origin: Origin) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for i, item in enumerate(items):
        if item.id in seen:
            yield error(origin.at(name, i, "id"), ID, f"{label}编号“{item.id}”在本流程里用了两次", "换一个编号。")
        seen.add(item.id)


def _empty_lanes(procedure: Procedure, origin: Origin) -> Iterator[Diagnostic]:
    actors = {actor for step in procedure.steps for actor in (step.actor, *(p.actor for p in step.parallel))}
    if actors - {role for lane in procedure.lanes for role in lane.roles}:
        return  # procedure-graph tells whose lane is missing
    for i, lane in enumerate(procedure.lanes):
        if not actors & set(lane.roles):
            found = f"泳道“{lane.name}”里没有一步"
            yield error(origin.at("lanes", i), ID, found, "删掉这条泳道，或者把它的角色并到别的泳道。")


def _ways(step: Step, after: str, origin: Origin, path: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    labels: set[str] = set()
    branches = step.decision.branches if step.decision else ()
    for i, branch in enumerate(branches):
        here = (*path, "decision", "branches", i)
        if branch.label in labels:
            yield error(origin.at(*here, "label"), ID, f"有两种结果都叫“{branch.label}”", "把两种结果写得不一样。")
        labels.add(branch.label)
        if branch.to == after and any(other.to is None for other in branches):
            found = f"结果“{branch.label}”明写了去下一步"
            yield error(origin.at(*here, "to"), ID, found, "与不写 to 的那一种并成一种。")


def _alone(step: Step, origin: Origin, path: tuple[str | int, ...]) -> Iterator[Diagnostic]:
    for i, other in enumerate(step.parallel):
        if other.actor == step.actor:
            found = f"“{other.title}”与这一步是同一个主体，不是同时进行"
            yield error(origin.at(*path, "parallel", i, "actor"), ID, found, "写进这一步的 text，或者另写一步。")
