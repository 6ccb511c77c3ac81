"""Search entries for a handbook of any size: the real ones, and cases that mention the same words."""

from __future__ import annotations

import random
from collections.abc import Iterable

from generator.derive.search import Entry, EntryKind

SENTENCES = (
    "{unit}在讨论{a}时，先请支部委员会研究，再提交党员大会表决，应到{n}人，实到{m}人。",
    "有同志提出，{a}和{b}不能混为一谈，前者看的是程序，后者看的是材料。",
    "书记按照规定查了依据，发现去年的做法与现行条例不一致，于是把{a}重新办了一遍。",
    "组织委员负责整理与{b}有关的记录，{m}天内交党小组长核对。",
    "这个案例说明：{a}要先看条件，再看时限，最后看由谁批准。",
    "后来{unit}把{b}列入年度计划，每季度检查一次，结果向党员公布。",
    "{unit}共有党员{n}名，其中预备党员{k}名，参加{a}的有{m}名。",
    "讨论中意见不一致的，没有匆忙表决，而是把{b}推迟到下次会议。",
)
UNITS = ("第一车间支部", "社区第三支部", "机关二支部", "学院教工支部", "村支部", "医院门诊支部", "项目部临时支部")


def grown(entries: tuple[Entry, ...], pages: int, seed: int = 7) -> Iterable[Entry]:
    """The entries, and cases up to a number of pages, always the same for a seed."""
    own = len({entry.location.partition("#")[0] for entry in entries})
    names = [entry.title for entry in entries if entry.kind in (EntryKind.TERM, EntryKind.DOCUMENT)]
    dice = random.Random(seed)
    return (*entries, *(case(number, names, dice) for number in range(1, pages - own + 1)))


def case(number: int, names: list[str], dice: random.Random) -> Entry:
    """One page with a made-up case on two things of the handbook."""
    a, b = dice.sample(names, 2)
    unit = dice.choice(UNITS)
    text = "".join(
        sentence.format(a=a, b=b, unit=unit, n=dice.randint(20, 90), m=dice.randint(10, 20), k=dice.randint(1, 5))
        for sentence in dice.sample(SENTENCES, 6)
    )
    return Entry(EntryKind.SECTION, f"cases/{number:04}.html", f"案例{number}：{unit}的{a}", text=text, place="案例")
