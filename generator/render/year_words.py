"""What plans of a year say beside their sentences: on the page, in calendars, in Word and on the command line."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Final

from generator.derive.calculators.dates import shown
from generator.derive.calculators.result import put
from generator.derive.views import Views
from generator.derive.year.plan import Row
from generator.derive.year.wish import Wish
from generator.derive.year.yearbook import Entry
from generator.model.frequency import YEAR
from generator.model.lesson import Lesson
from generator.model.role import Role
from generator.model.rule import Nature, Rule
from generator.model.year import Need
from generator.render.quiz_question import basis_words
from generator.render.words import NATURE

WORDS: Final[Mapping[str, str]] = {
    "name": "「三会一课」年度计划",
    "title": "{year} 年「三会一课」年度计划",
    "month": "{n} 月",
    "next": "次年 {n} 月",
    "day": "{d} 日 {weekday}",
    "others": "其他",
    "topic": "议题：{topic}",
    "lesson": "课件：{lesson}",
    "undated": "本月办：{title}",
    "always": "每个月",
    "free": "规则没写次数",
    "doubt": "（待核）",
    "none": "没有找到条文",
    "cycle": "{year} 年度",
    "see": "看依据",
    "l-month": "月份",
    "l-often": "多久一次",
    "l-dates": "排在",
    "close": "支部学堂按规定的频次排的计划，以上级党组织的要求为准。",
    "done": "已存成 {file}。",
    "fits": "规定的次数都排够了。",
    "members": "党员 {members} 名，其中正式党员 {formal} 名",
    "committee": "设支部委员会",
    "no-committee": "不设支部委员会",
    "groups": "分了党小组",
    "no-groups": "没有分党小组",
    "term": "本届 {end} 届满",
    "failed": "没有存成。先下载现成的 Word 年表，照着本页改。",
}
"""Words of plans, which scripts are given too."""

NEEDS: Final[Mapping[Need, str]] = {
    Need.COMMITTEE: "设支委会",
    Need.NO_COMMITTEE: "不设支委会",
    Need.GROUPS: "分了党小组",
    Need.ACTIVISTS: "有入党积极分子",
    Need.MOBILE: "有流动党员",
    Need.ABROAD: "有出国（境）学习的党员",
}
"""What a branch may have → words."""


FIRST_FREE: Final = 3
"""Day of the month from which a calendar shows what has no day of its own."""


def plan_year(as_of: datetime.date) -> int:
    """The year that is planned on a day: from October on the next one."""
    return as_of.year + (as_of.month >= 10)


def month_label(month: int) -> str:
    """A month of a plan: 3 月, 次年 2 月."""
    return put(WORDS["month" if month <= YEAR else "next"], {"n": (month - 1) % YEAR + 1})


def day_words(row: Row) -> str:
    """A day within its month: 20 日 周三."""
    if not row.day:
        return ""
    day = datetime.date.fromisoformat(row.day)
    return put(WORDS["day"], {"d": day.day, "weekday": shown(day).rpartition(" ")[2]})


def year_of(row: Row) -> int:
    """The year a row with a day falls in; the year it is held for where it has none."""
    return int(row.day[:4]) if row.day else row.cycle


def advice(row: Row, views: Views) -> tuple[str, ...]:
    """Suggested topic and kit of a row."""
    topic = (put(WORDS["topic"], {"topic": row.topic}),) if row.topic else ()
    kit = (put(WORDS["lesson"], {"lesson": kit_name(row.lesson, views)}),) if row.lesson else ()
    return topic + kit


def kit_name(lesson: str, views: Views) -> str:
    """The short name of a kit: its title up to the colon."""
    return views.handbook.get(Lesson, lesson).title.partition("：")[0]


def tag_words(entry: Entry) -> str:
    """What an occasion is: 规则, 地方 or 惯例, and whether it is not confirmed."""
    return NATURE[Nature(entry.tag)] + (WORDS["doubt"] if entry.doubtful else "")


def often_words(entry: Entry) -> str:
    """How often the rules ask for it, or, for a meeting, that they do not say."""
    return entry.often or (WORDS["free"] if entry.chosen else "")


def entry_basis(entry: Entry, views: Views) -> str:
    """The clauses an occasion rests on."""
    if not entry.rule:
        return WORDS["none"]
    return basis_words(views.handbook.get(Rule, entry.rule).basis, views) or WORDS["none"]


def dates_of(entry: Entry, rows: tuple[Row, ...]) -> str:
    """When an occasion comes in a plan, in a line."""
    own = [row for row in rows if row.entry == entry.id]
    if len({row.month for row in own if row.month <= YEAR}) == YEAR:
        return WORDS["always"]
    if any(row.day for row in own):
        return "、".join(f"{month_label(row.month)} {day_words(row).partition(' 日')[0]} 日" for row in own)
    return "、".join(month_label(row.month) for row in own)


def facts(wish: Wish, views: Views) -> str:
    """What a plan was made for, in a line."""
    seven = views.tools.yearbook.sizes["committee-min-members"].number
    said = [views.handbook.get(Role, wish.kind).name] if wish.kind else []
    if wish.members:
        said.append(put(WORDS["members"], {"members": wish.members, "formal": wish.formal}))
    said.append(WORDS["committee" if wish.formal == 0 or wish.formal >= seven else "no-committee"])
    said.append(WORDS["groups" if wish.groups else "no-groups"])
    if wish.term_ends:
        said.append(put(WORDS["term"], {"end": wish.term_ends.isoformat()}))
    return "，".join(said) + "。"
