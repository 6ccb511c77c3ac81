"""Random procedures for tests of flow charts: whole, checked graphs with texts an editor might type."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from generator.derive.flowcharts import Flowchart, flowchart
from generator.model.procedure import Procedure

ALPHABET = "党支部委员会预备期转正申请审批材料归档上级，。、（）“”《》；：？0123456789ABCgmw %"

short = st.text(ALPHABET, min_size=1, max_size=12).map(lambda text: text.strip() or "党")
names = st.text(ALPHABET, min_size=1, max_size=24).map(lambda text: text.strip() or "审批")
sentences = st.text(ALPHABET, min_size=1, max_size=60).map(lambda text: text.strip() or "判断？")


@st.composite
def procedures(draw: st.DrawFn, most: int = 40) -> Procedure:
    """A procedure of 1—5 lanes and 1—`most` steps with random branches and work at the same time."""
    lanes = draw(st.integers(1, 5))
    count = draw(st.integers(1, most))
    ends = draw(st.integers(1, 3))
    targets = [*(f"s{i}" for i in range(count)), *(f"e{i}" for i in range(ends))]
    steps = [_step(draw, i, lanes, targets) for i in range(count)]
    cuts = sorted(draw(st.sets(st.integers(1, count - 1), max_size=5))) if count > 1 else []
    stages = [
        {"id": f"g{i}", "title": draw(short), "steps": steps[start:stop]}
        for i, (start, stop) in enumerate(zip([0, *cuts], [*cuts, count], strict=True))
    ]
    return Procedure.model_validate(
        {
            "id": "random",
            "title": draw(short),
            "section": "somewhere",
            "lead": "导语。",
            "lanes": [{"id": f"l{i}", "name": draw(short), "roles": [f"r{i}", f"q{i}"]} for i in range(lanes)],
            "stages": stages,
            "ends": [
                {"id": f"e{i}", "title": draw(names), "kind": draw(st.sampled_from(["done", "stop"]))}
                for i in range(ends)
            ],
        }
    )


def _step(draw: st.DrawFn, number: int, lanes: int, targets: list[str]) -> dict[str, Any]:
    role = st.builds(lambda kind, lane: f"{kind}{lane}", st.sampled_from("rq"), st.integers(0, lanes - 1))
    others = draw(st.lists(st.sampled_from(targets), max_size=3))
    branches = [{"label": draw(short)}, *({"label": draw(short), "to": to} for to in others)]
    decision = {"question": draw(sentences), "branches": draw(st.permutations(branches))} if others else None
    return {
        "id": f"s{number}",
        "title": draw(names),
        "actor": draw(role),
        "text": "怎么做。",
        "evidence": "text",
        "outputs": draw(st.lists(st.sampled_from(["会议记录", "关于某事的请示", "登记表"]), max_size=3)),
        "limits": [{"text": text} for text in draw(st.lists(short, max_size=2))],
        "parallel": [{"actor": draw(role), "title": draw(short)} for _ in range(draw(st.integers(0, 2)))],
        "decision": decision,
    }


def charted(procedure: Procedure) -> Flowchart:
    """The chart of a procedure whose roles are named by their ids."""
    roles = {role: f"角色{role}" for lane in procedure.lanes for role in lane.roles}
    return flowchart(procedure, roles, {})
