"""What search can find beside the content: calculators, planners and pages of use, by the words people type."""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.addresses import HUBS, Addresses
from generator.derive.calculators.tools import Tools
from generator.derive.search import Entry, EntryKind
from generator.derive.term_uses import SUFFIX
from generator.model.handbook import Handbook
from generator.model.procedure import Procedure

CALCULATORS = {
    "dues": (
        "党费计算器",
        "党费交多少 党费怎么算 每月交多少党费 算党费 党费标准 党费比例 党费计算",
        "填收入算每月交多少党费：在职、离退休、农民、学生、年薪制。",
    ),
    "votes": (
        "表决计算器",
        "多少票通过 多少票当选 到会多少人有效 算票 过半数怎么算 三分之二是几个人 表决人数 计票",
        "填应到、实到和票数，算能不能开会、通过没有、当选没有。",
    ),
    "candidates": (
        "差额计算器",
        "候选人要几名 候选人几个 差额几名 差额比例怎么算 差额人数",
        "填应选名额，算候选人至少几名。",
    ),
    "term": (
        "换届计算器",
        "什么时候换届 哪天换届 任期哪天满 届满时间 换届提前多久 换届时间",
        "填本届选出的日子，算哪天届满、提前多久报告、最多延期到哪天。",
    ),
    "setting": (
        "设什么组织计算器",
        "几个党员设支委会 多少党员成立总支 多少党员成立党委 要不要设支委会 设支部还是总支",
        "填党员人数，算设党支部、总支还是党委，设不设支委会。",
    ),
}
"""Calculator → its name, the words it is asked with, and what it does."""

_PLAN_ASKED = ("什么时候", "还要多久", "要多久", "哪天", "时间安排", "时间表", "日程表", "排日程", "哪天办")
_YEAR = (
    "年度计划",
    "全年安排 今年安排 年度工作安排 排全年计划 一年要开哪些会 党支部年度工作计划表 年度日历",
    "按年份和支部大小排出全年的会议、党课和要办的事，可以打印、存成 Word 和日历。",
)
_MONTHS = (
    "年历",
    "本月要做什么 这个月要做什么 这个月干什么 每个月要做什么 月度工作 每月工作清单",
    "十二个月各要做什么，规则定的和惯例各是哪些。",
)
_OFFLINE = (
    "离线使用",
    "没有网怎么用 断网能用吗 装到手机 装成应用 拷到U盘 U盘版 下载整个网站",
    "存到这台设备、装成应用、拷到 U 盘、放在共享文件夹。",
)


def derive_tool_entries(handbook: Handbook, addresses: Addresses, tools: Tools) -> Iterator[Entry]:
    """Every calculator, planner and page of use that the site has."""
    if tools.complete:
        for name, told in CALCULATORS.items():
            yield _entry(f"{HUBS['calculators']}#{name}", *told)
    for table in tools.planned:
        yield _plan(handbook.get(Procedure, table.procedure), addresses)
    if tools.yearly:
        yield _entry(HUBS["year-plan"], *_YEAR)
        yield _entry(HUBS["year"], *_MONTHS)
    yield _entry(HUBS["offline"], *_OFFLINE)


def _entry(page: str, title: str, asked: str, text: str) -> Entry:
    return Entry(EntryKind.TOOL, page, title, everyday=tuple(asked.split()), text=text)


def _plan(procedure: Procedure, addresses: Addresses) -> Entry:
    """A procedure's planner, asked for by each of its short names and a word for time."""
    names = {SUFFIX.sub("", name): None for name in (procedure.title, *procedure.aliases)}
    asked = tuple(f"{name}{word}" for name in names for word in _PLAN_ASKED if len(name) <= 6)
    text = "填几个日期，排出每一步最早和最晚哪天办，可以存成日历。"
    page = addresses.of("procedure-plans", procedure.id)
    return Entry(EntryKind.TOOL, page, f"{procedure.title}日程", everyday=asked, text=text)
