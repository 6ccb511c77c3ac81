"""The 28 faults inspectors name (shared/reference/users.md §2.3): what a form catches, and why it cannot catch the rest."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.test_document_checks import scripts, texts
from tests.documents_form.papers import changed, data, example, papers

__all__ = ["scripts"]

MINUTES, HEARING = "meeting-minutes-general", "opinion-hearing-record"

Caught = tuple[str, dict[str, Any], str]

CAUGHT: dict[str, Caught] = {
    "G01 不记请假、缺席的人和原因": (
        MINUTES,
        {"absent": [["冯某某", "外出"]]},
        "实到加缺席是26人，应到是28人，缺席的要逐人写全。",
    ),
    "G01 缺席没有原因": (MINUTES, {"absent/原因": ""}, "缺席的要写原因。"),
    "G02 时间不明确": (MINUTES, {"time": "周四晚上"}, "时间要写年月日和起止时刻。"),
    "G02 地点不明确": (MINUTES, {"place": ""}, "这一项还没有填。"),
    "G03 没有表决票数": (
        MINUTES,
        {"votes-yes": "", "votes-no": "", "votes-abstain": ""},
        "有表决就要写应到、实到有表决权人数和三项票数，没有的写 0。",
    ),
    "G03 票数不全": (MINUTES, {"votes-no": "0"}, "三项票数加起来是23，应当等于实到有表决权的加书面意见24人。"),
    "G04 只有“大家一致认为”": (
        MINUTES,
        {"speeches": [["大家", "一致认为条件成熟"]]},
        "发言要逐人记，发言人不能写“大家”。",
    ),
    "G04 没有个人发言": (
        MINUTES,
        {"speeches/内容": "一致认为条件成熟"},
        "只写“一致认为”看不出谁说了什么，请逐人写。",
    ),
    "G05 议定的事没有人接着办": (
        "committee-minutes",
        {"items/责任人": ""},
        "每项议定事项都要有责任人和完成时限。",
    ),
    "G06 党课只是读文件": (
        "party-lecture-plan",
        {"outline/案例或数字": ""},
        "每一讲都要有案例或数字，有提问，不只念文件。",
    ),
    "G08 以“希望”代替批评": (
        "rectification-list",
        {"criticisms/意见": "希望今后多学习"},
        "批评不能用“希望今后”代替，写具体的事和影响。",
    ),
    "G09 组织生活会写成民主生活会": (
        "organisation-life-plan",
        {"theme": "开好民主生活会"},
        "支部开的是组织生活会，不写“民主生活会”。",
    ),
    "G10 主题党日事前没有方案": (
        "theme-day-plan",
        {"date": "2026年9月8日"},
        "方案写在2026年9月8日，活动2026年9月5日已经办了；主题党日要事先有方案。",
    ),
    "G10 主题党日日期不固定": ("theme-day-plan", {"time": "2026年9月5日9时"}, "写明本支部每月固定在哪一天。"),
    "G11 事后才请假": (
        "leave-report",
        {"date": "2026年3月5日"},
        "报备写在2026年3月5日，外出从2026年3月1日就开始了，应当事先报备。",
    ),
    "G12 以文娱、休闲代替": (
        "theme-day-plan",
        {"contents/内容": "观影后聚餐"},
        "主题党日不用文娱、休闲代替，这里写了“聚餐”。",
    ),
    "G13 人数不够就表决": (
        MINUTES,
        {"members-present": "12", "votes-yes": "12", "votes-no": "0", "votes-abstain": "1"},
        "有表决权的应到26人，至少要到13人才能表决，实到只有12人。",
    ),
    "G15 口头定积极分子": (
        "active-applicant-filing-report",
        {"meeting-date": ""},
        "这一项还没有填。",
    ),
    "G15 口头定发展对象": ("prospective-member-request", {"meeting-date": ""}, "这一项还没有填。"),
    "G16 培养不满一年": (
        "prospective-member-request",
        {"people/确定为积极分子日期": "2025年9月12日"},
        "从确定为积极分子起，培养到2026年9月12日才满一年，会议开早了。",
    ),
    "G17 政审后补": (
        "pre-review-request",
        {"attachments": [["入党申请书"], ["公示材料"], ["集中培训证明"]]},
        "附件里没有政治审查材料。",
    ),
    "G19 预备期没有满就讨论": (
        "branch-resolution-conversion",
        {"period": "2025年10月18日起一年"},
        "预备期到2026年10月18日才满，大会写的是2026年9月24日，还没有满。",
    ),
    "G23 政审报告早于函调回函": (
        "political-review-report",
        {
            "methods": [
                ["函调", "2026年7月6日发函，7月30日回函", "某支部"],
                ["谈话", "2026年7月1日", "本人"],
                ["档案", "2026年7月3日", "档案"],
            ]
        },
        "这一项到2026年7月30日才完成，报告却写在2026年7月27日。",
    ),
    "G24 座谈会本人在场": (
        HEARING,
        {"participants/姓名": "张某某"},
        "“张某某”是听取意见的对象，应当回避，不能在场。",
    ),
    "G24 座谈会没有逐人发言": (
        HEARING,
        {"speeches": [["何某某", "走访认真，有时说话急"]]},
        "参加的有4人，发言只记了1人，要逐人记。",
    ),
    "G24 座谈会没有群众": (
        HEARING,
        {"participants": [["刘某某", "党员"]]},
        "参加人里没有群众，群众的意见也要听。",
    ),
    "G27 同一件事前后数目不一": (
        "active-applicant-filing-report",
        {"count": "3"},
        "名单里有2人，确定人数写的是3，两处要一样。",
    ),
    "G28 报批材料不齐": (
        "approval-request",
        {"attachments": [["《中国共产党入党志愿书》"], ["入党申请书"], ["政治审查材料"]]},
        "附件里没有《入党积极分子培养考察登记表》。",
    ),
}
"""Fault → a paper, what is typed into it, and what the form then says."""

NOT_CAUGHT = {
    "G07": "和业务是不是两张皮，看内容，表单判断不了。",
    "G14": "会开没有开、材料是不是伪造，表单看不到；后果写在流程和规定里。",
    "G18": "党委批没有批，在上级手里；流程步骤写明没有审批不算接收。",
    "G20": "本人交没有交书面申请，是手写材料，不在表单里；转正流程的第一步就是它。",
    "G21": "审查是不是用心，表单判断不了；政审报告逐项留出内容。",
    "G22": "入党申请书由本人手写，只给自查表。",
    "G25": "现行细则写明情况清楚可以不函调，不是差错，不能做成校验。",
    "G26": "思想汇报由本人手写，不提供范文。",
}
"""Fault → why no form can catch it."""


@pytest.mark.parametrize(("paper", "changes", "expected"), CAUGHT.values(), ids=CAUGHT)
def test_a_fault_is_caught(scripts: Page, paper: str, changes: dict[str, Any], expected: str) -> None:
    assert expected in texts(scripts, paper, changed(paper, changes))
    assert expected not in texts(scripts, paper, example(paper))


def test_all_28_faults_are_answered() -> None:
    answered = {name.split()[0] for name in CAUGHT} | set(NOT_CAUGHT)
    assert answered == {f"G{number:02}" for number in range(1, 29)}
    assert {name.split()[0] for name in CAUGHT}.isdisjoint(NOT_CAUGHT)


STATES = """([data, values]) => data.elements.map((element) => xt.documentElements.state(element, data, values))"""


def states(page: Page, paper: str, values: dict[str, Any]) -> dict[str, str]:
    found = page.evaluate(STATES, [data(paper), values])
    return {element.text: state for element, state in zip(papers()[paper].elements, found, strict=True) if state}


def test_a_record_says_what_it_lacks(scripts: Page) -> None:
    values = changed(MINUTES, {"absent/原因": "", "recorder": "", "votes-no": "0"})
    lacking = [text for text, state in states(scripts, MINUTES, values).items() if state == "lacks"]
    assert lacking == [
        "主持人和记录人",
        "应到、实到人数，缺席的逐人写姓名和原因",
        "有表决的，写应到和实到有表决权人数、表决方式、三项票数",
    ]


@pytest.mark.parametrize("kind", ["支部党员大会", "支部委员会会议", "党小组会", "党课", "组织生活会", "主题党日"])
def test_every_kind_of_meeting_has_its_own_elements(scripts: Page, kind: str) -> None:
    values = changed(MINUTES, {"kind": kind, "vote-method": "没有表决事项"})
    found = states(scripts, MINUTES, values)
    own = {
        "支部党员大会": "需要大会决定的事，先由支部委员会会议讨论过",
        "支部委员会会议": "到会委员半数以上",
        "党小组会": "党小组组长召集主持",
        "党课": "讲授人和讲授提纲，讨论情况",
        "组织生活会": "逐人查摆问题、作自我批评和批评，写具体的事，不用“希望”代替",
        "主题党日": "主题，做了哪几项，谁负责",
    }
    assert [name for name, text in own.items() if text in found] == [kind]


def test_every_example_of_a_record_holds_all_its_elements(scripts: Page) -> None:
    lacking = {
        paper: [text for text, state in states(scripts, paper, example(paper)).items() if state == "lacks"]
        for paper, document in papers().items()
        if document.elements
    }
    assert {paper: texts for paper, texts in lacking.items() if texts} == {}
    assert len(lacking) == 6
