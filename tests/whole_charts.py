"""Made-up procedures whose pictures show every kind of shape, and a picture in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.derive.flow_shapes import Block, Node, Picture
from generator.derive.flowcharts import Flowchart, flowchart
from generator.model.procedure import Procedure

NAMES = {"one": "本人", "book": "书记", "unit": "支委会", "above": "上级党组织", "meeting": "党员大会"}
PAPERS = ["会议记录", "关于发展对象政治审查情况的综合性报告", "集中培训结业证书", "公示情况登记表"]


def _step(id_: str, title: str, actor: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": title, "actor": actor, "text": "怎么做。", "evidence": "text", **more}


def _ways(question: str, *ways: tuple[str, str | None]) -> dict[str, Any]:
    return {"question": question, "branches": [{"label": w, **({"to": to} if to else {})} for w, to in ways]}


def _limits(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


def _chart(lanes: list[tuple[str, list[str]]], stages: list[tuple[str, list[dict[str, Any]]]]) -> Flowchart:
    procedure = Procedure.model_validate(
        {
            "id": "made-up",
            "title": "一种流程",
            "section": "somewhere",
            "lead": "导语。",
            "lanes": [{"id": f"l{i}", "name": name, "roles": roles} for i, (name, roles) in enumerate(lanes)],
            "stages": [{"id": f"g{i}", "title": name, "steps": steps} for i, (name, steps) in enumerate(stages)],
            "ends": [
                {"id": "done", "title": "成为预备党员，从党员大会通过之日算起", "kind": "done"},
                {"id": "stop", "title": "不予接收", "kind": "stop"},
            ],
        }
    )
    return flowchart(procedure, NAMES, {})


def everything() -> Flowchart:
    """Three lanes with jumps, ends, papers, limits and work at the same time on all sides."""
    agree = _ways("是否同意列为发展对象？", ("不同意，材料退回本人重写", "write"), ("情况不清", "talk"), ("同意", None))
    pass_ = _ways("表决结果怎样？", ("没有过半数", "stop"), ("过半数，手续不全", "done"), ("赞成票超过半数", None))
    skip = _ways("材料齐全吗？", ("已经齐全", "vote"), ("不齐", None))
    again = _ways("写好了没有？", ("没有", "write"), ("写好了", None))
    return _chart(
        [("申请人和联系人", ["one"]), ("党支部", ["book", "unit"]), ("上级", ["above", "meeting"])],
        [
            ("提出申请", [
                _step("write", "写入党申请书", "one", outputs=["入党申请书"], decision=again),
                _step("talk", "派人同入党申请人谈话，了解基本情况并做好谈话记录", "book",
                      limits=_limits("一个月内", "收到入党申请书以后算起，不超过一个月"), outputs=PAPERS,
                      parallel=[{"actor": "one", "title": "如实回答"}, {"actor": "above", "title": "派人参加"},
                                {"actor": "above", "title": "听取汇报"}, {"actor": "unit", "title": "讨论"}]),
            ]),
            ("审查", [
                _step("check", "政治审查", "unit", decision=agree, parallel=[{"actor": "book", "title": "主持"}]),
                _step("gather", "收集材料", "one", decision=skip, outputs=PAPERS[:2],
                      parallel=[{"actor": "above", "title": "预审"}]),
            ]),
            ("接收", [
                _step("train", "短期集中培训", "above", limits=_limits("不少于三天")),
                _step("vote", "召开支部党员大会讨论接收", "meeting", decision=pass_,
                      parallel=[{"actor": "one", "title": "到会"}]),
                _step("file", "归档", "book"),
            ]),
        ],
    )  # fmt: skip


def plain() -> Flowchart:
    """One lane, no decision."""
    return _chart([("党支部", ["book"])], [("一步", [_step("file", "归档", "book", limits=_limits("五个工作日"))])])


def inner() -> Flowchart:
    """Ways out of the middle lane only."""
    ways = _ways("行不行？", ("不行", "done"), ("再来", "talk"), ("行", None))
    return _chart(
        [("本人", ["one"]), ("党支部", ["book"]), ("上级", ["above"])],
        [("谈话", [_step("talk", "谈话", "book", decision=ways), _step("file", "归档", "book")])],
    )


def long(steps: int) -> Flowchart:
    """Many steps in stages of four, with a jump across one border of stages."""
    made = [
        _step(f"s{i}", f"第 {i} 件事，请示上级党组织", ("book", "above")[i % 3 == 0],
              decision=_ways("退回？", ("退回", f"s{i - 2}"), ("往下", None)) if i % 4 == 1 and i > 4 else None)
        for i in range(1, steps + 1)
    ]  # fmt: skip
    for i in {5, 17} & set(range(steps + 1)):
        made[i - 1]["decision"] = None
    return _chart(
        [("党支部", ["book"]), ("上级", ["above"])],
        [(f"第 {i // 4 + 1} 段", made[i : i + 4]) for i in range(0, steps, 4)],
    )


def told(picture: Picture) -> str:
    """Every shape, line and word of a picture with its place, one a line."""
    return "\n".join(_told(picture)) + "\n"


def _told(picture: Picture) -> Iterator[str]:
    yield f"picture {_at(picture.width, picture.height)}"
    for ground in picture.grounds:
        yield f"{ground.kind} {_at(ground.box.x, ground.box.y, ground.box.w, ground.box.h)}"
    for rail in picture.rails:
        yield f"rail {_at(*rail)}"
    for edge in picture.edges:
        corners = " > ".join(_at(*point) for point in edge.points)
        yield f"{edge.kind} {corners}{' arrow' if edge.arrow else ''}{' falls' if edge.falls else ''}"
    yield from map(_block, picture.labels)
    for node in picture.nodes:
        yield from _node(node)


def _node(node: Node) -> Iterator[str]:
    box, rules = node.box, "".join(f" rule {_at(y)}" for y in node.rules)
    yield f"{node.kind} {node.number} #{node.anchor} {_at(box.x, box.y, box.w, box.h)}{rules}"
    for block in node.blocks:
        yield f"  {_block(block)}"


def _block(block: Block) -> str:
    look = " ".join(filter(None, (block.kind, block.anchor, block.icon)))
    return f"{look} {_at(block.x, block.y, block.size, block.leading)} {'/'.join(block.lines)}"


def _at(*numbers: float) -> str:
    return ",".join(f"{number:.1f}".removesuffix(".0") for number in numbers)
