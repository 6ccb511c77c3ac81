"""The screen for the room: questions that fill a projector, answered by show of hands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from generator.derive.addresses import HUBS
from generator.derive.views import Views
from generator.render.context import Context, fill
from generator.render.page import Page
from generator.render.planner_data import compact
from generator.render.quiz_pages import blueprint_json
from generator.render.quiz_question import CHOICES, has_room

SIZES = (5, 10, 20)
"""How many questions can be asked in a row."""

WORDS = {
    "number": "第 {n} 题，共 {of} 题",
    "single": "单选",
    "multiple": "多选",
    "true-false": "判断",
    "case": "案例",
    "show": "看答案",
    "hide": "收起答案",
    "next": "下一题",
    "back": "上一题",
    "counts": "收起人数",
    "counts-on": "显示人数",
    "leave": "退出",
    "hands": "选 {letter} 的人数",
    "people": "{n} 人",
    "right": "正确答案",
    "answer": "答案：{answer}。",
    "basis": "依据 {basis}",
    "end": "最后一题了，按「退出」回到选题。",
    "none": "这里没有可以上屏的选择题，换一个范围。",
    "lost": "题目没有载入，换个浏览器或者重新打开本页再试。",
    "label": "会场大屏",
    "keys": "→ 下一题　← 上一题　空格 看答案　A—H 填举手人数　N 收起人数　Esc 退出",
}
"""What the screen writes."""


def room_pages(views: Views) -> Iterator[Page]:
    """The page, where there are questions to ask."""
    if not has_room(views):
        return
    counts = Counter(item.section for item in views.bank.items if item.type in CHOICES)
    yield fill(
        "quiz_room.html.jinja",
        Context(views, HUBS["quiz-room"]),
        title="会场大屏",
        lead="把题目放大到投影上，举手作答，当场看答案和依据。",
        wide=True,
        counts=counts,
        sizes=SIZES,
        words_json=compact(WORDS),
        papers_json=compact({plan.id: json.loads(blueprint_json(plan)) for plan in views.handbook.blueprints}),
        later=lambda: {"kits_json": compact(kit_questions(views))},
    )


def kit_questions(views: Views) -> Mapping[str, list[str]]:
    """Lesson id → the questions of its ten-question paper that have options."""
    return {
        name: [item.id for part in kit.paper.forms[0].parts for item in part.items if item.type in CHOICES]
        for name, kit in views.kits.items()
    }
