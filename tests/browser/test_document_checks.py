"""Checks of filled papers, as the browser looks at them: what is typed in, the exact messages out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.documents_form.papers import ROOT, SCRIPTS, changed, contradiction, data, example, papers

LOOK = """([data, values]) => {
  const found = xt.documentFieldChecks.look(data, values);
  return found.missing.concat(found.wrong).map((one) => [one.at, one.row, one.text]);
}"""


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page that holds the scripts and nothing else."""
    page = browser.new_page()
    for name in SCRIPTS:
        page.add_script_tag(path=ROOT / f"theme_overrides/assets/javascripts/{name}.js")
    yield page
    page.close()


def texts(page: Page, paper: str, values: dict[str, Any]) -> list[str]:
    return [text for _, _, text in page.evaluate(LOOK, [data(paper), values])]


def test_every_example_passes_all_its_checks(scripts: Page) -> None:
    found = {paper: page_found for paper in papers() if (page_found := texts(scripts, paper, example(paper)))}
    assert found == {}


def test_every_check_complains_of_its_contradiction(scripts: Page, golden: Callable[[str, str], None]) -> None:
    """One line for each check of each paper; a check that never complains would be missing from it."""
    lines = []
    for paper in papers():
        for i, check in enumerate(data(paper)["checks"]):
            values = contradiction(paper, check)
            told = scripts.evaluate(
                "([data, values, i]) => xt.documentChecks.run(data.checks[i], data, values).map((one) => one.text)",
                [data(paper), values, i],
            )
            lines.append(f"{paper} · {i + 1} {check['check']} · {check['at']} · {told[0] if told else '没有提示'}")
    assert [line for line in lines if line.endswith("没有提示")] == []
    golden("documents/checks.txt", "\n".join(lines) + "\n")


FIELDS = {
    "number with words": ({"votes-yes": "22票"}, "赞成票要写整数，没有就写 0。"),
    "number below 0": ({"votes-yes": "-1"}, "赞成票要写整数，没有就写 0。"),
    "day that is none": ({"decided-on": "2026年2月30日"}, "日期没有写全，或者没有这一天。"),
    "day in a text that is none": ({"opening": "2026年9月31日入职"}, "“2026年9月31日”这一天不存在。"),
    "noughts": ({"opening": "2026年08月05日入职"}, "月、日前面不加 0，写“2026年8月5日”。"),
    "option that is none": ({"result": "通过"}, "只能从选项里选一个。"),
    "identity number": ({"opening": "女，11010119900307421X"}, "像是身份证号。这份材料用不着，请删掉。"),
    "empty": ({"name": "  "}, "这一项还没有填。"),
    "empty with an ideographic space": ({"name": "　"}, "这一项还没有填。"),
}


@pytest.mark.parametrize(("changes", "expected"), FIELDS.values(), ids=FIELDS)
def test_a_field_checks_its_own_type(scripts: Page, changes: dict[str, str], expected: str) -> None:
    assert expected in texts(scripts, "branch-resolution-admission", changed("branch-resolution-admission", changes))


PHONES = ("13800000000", "138 0000 0000", "138-0000-0000")


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_number_is_warned_of_only_where_the_paper_is_posted(scripts: Page, phone: str) -> None:
    warned = "像是个人手机号。张贴、发布的材料不写个人电话，写受理部门和座机。"
    posted = changed("prospective-member-notice", {"channel": f"电话{phone}"})
    kept = changed("pre-review-request", {"contact": f"赵某某{phone}"})
    assert texts(scripts, "prospective-member-notice", posted) == [warned]
    assert texts(scripts, "pre-review-request", kept) == []


def test_long_numbers_that_are_no_person_s_are_let_be(scripts: Page) -> None:
    harmless = changed(
        "news-item", {"result": "编号2026101600000123456789，收据1234567890123456，合计12345678901元，电话010-65280000"}
    )
    assert texts(scripts, "news-item", harmless) == []


WORKDAYS = {
    "five from Monday": ("2026年6月22日", "2026年6月26日", []),
    "four": ("2026年6月22日", "2026年6月25日", ["公示只有4个工作日，不够：至少要到2026年6月26日。"]),
    "Dragon Boat holiday in between": (
        "2026年6月17日",
        "2026年6月23日",
        ["公示只有4个工作日，不够：至少要到2026年6月24日。"],
    ),
    "National Day and a Saturday worked": ("2026年9月28日", "2026年10月9日", []),
    "year whose holidays are not known": (
        "2030年1月7日",
        "2030年1月10日",
        ["公示只有4个工作日，不够：至少要到2030年1月11日。（2030 年的放假安排还没有收入，先按周一至周五算。）"],
    ),
    "end before start": ("2026年6月26日", "2026年6月22日", ["公示结束日期2026年6月22日早于开始日期2026年6月26日。"]),
}


@pytest.mark.parametrize(("start", "end", "expected"), WORKDAYS.values(), ids=WORKDAYS)
def test_publicity_counts_working_days(scripts: Page, start: str, end: str, expected: list[str]) -> None:
    values = changed("prospective-member-notice", {"start": start, "end": end, "date": start})
    assert texts(scripts, "prospective-member-notice", values) == expected


MAJORITY = {
    "just over half": (26, 14, 14, []),
    "exactly half": (26, 14, 13, ["赞成13票，应到会26人要至少14票才通过，这里的结论选反了。"]),
    "half of those present is not enough": (
        26,
        23,
        13,
        ["赞成13票，应到会26人要至少14票才通过，这里的结论选反了。"],
    ),
    "odd number": (25, 13, 13, []),
    "not enough came": (
        26,
        13,
        13,
        [
            "应到会26人，至少要到14人才能讨论，实到只有13人。",
            "赞成13票，应到会26人要至少14票才通过，这里的结论选反了。",
        ],
    ),
}


@pytest.mark.parametrize(("due", "present", "yes", "expected"), MAJORITY.values(), ids=MAJORITY)
def test_majority_and_quorum(scripts: Page, due: int, present: int, yes: int, expected: list[str]) -> None:
    count = {"members-due": due, "members-present": present, "written-opinions": 0, "votes-yes": yes}
    count |= {"votes-no": present - yes, "votes-abstain": 0}
    values = changed("branch-resolution-admission", {name: str(number) for name, number in count.items()})
    found = texts(scripts, "branch-resolution-admission", values)
    assert [text for text in found if "选反" in text or "至少要到" in text] == expected


def test_a_quorum_of_half_counts_half(scripts: Page) -> None:
    """At least half for other votes, more than half for admission: the rules' own bounds."""
    half = {"members-due": "26", "members-present": "13", "written-opinions": "0", "votes-yes": "13", "votes-no": "0"}
    half |= {"votes-abstain": "0"}
    assert texts(scripts, "meeting-minutes-general", changed("meeting-minutes-general", half)) == []


def test_candidates_exceed_seats_by_a_fifth(scripts: Page) -> None:
    found = {
        (seats, candidates): texts(
            scripts, "election-rules", changed("election-rules", {"seats": str(seats), "candidates": str(candidates)})
        )
        for seats, candidates in ((3, 4), (5, 6), (7, 9), (7, 8), (5, 5))
    }
    assert found == {
        (3, 4): [],
        (5, 6): [],
        (7, 9): [],
        (7, 8): ["应选7名，候选人要多出至少2名，这里只多1名。"],
        (5, 5): ["应选5名，候选人要多出至少1名，这里只多0名。"],
    }


ROWS = {
    "no one absent": ([["无", ""]], "28", []),
    "reason forgotten": (
        [["冯某某", "外出"], ["罗某某", ""], ["钱某某", "值班"]],
        "25",
        ["缺席的要写原因。"],
    ),
    "one not named": (
        [["冯某某", "外出"], ["罗某某", "卧病"]],
        "25",
        ["实到加缺席是27人，应到是28人，缺席的要逐人写全。"],
    ),
}


@pytest.mark.parametrize(("absent", "present", "expected"), ROWS.values(), ids=ROWS)
def test_absent_members_are_named_with_reasons(
    scripts: Page, absent: list[list[str]], present: str, expected: list[str]
) -> None:
    values = changed("meeting-minutes-general", {"absent": absent, "present": present})
    assert texts(scripts, "meeting-minutes-general", values) == expected


def test_a_message_names_the_row(scripts: Page) -> None:
    values = example("teller-report")
    values["results"][2] = ["孙某某", "20", "2", "0"]
    found = scripts.evaluate(LOOK, [data("teller-report"), values])
    assert found == [["results", 2, "赞成、不赞成、弃权加起来是22，应当等于有效票23张。"]]
