"""Calculators: numbers in, the sentence to read out and the working."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.derive.calculators.candidates import candidates
from generator.derive.calculators.dues import PAYERS, dues
from generator.derive.calculators.figures import decimal, derive_figures, holds, least
from generator.derive.calculators.result import share_words
from generator.derive.calculators.setting import UNITS, setting
from generator.derive.calculators.term import COMMITTEES, term
from generator.derive.calculators.votes import BALLOTS, Count, votes
from generator.model.figure import NEEDS
from tests.figures import DAY, FIGURES
from tests.support import minimal_handbook

VOTES = {
    "admission passed with written opinions": ("admission", Count(26, 21, 12, 2), "yes",
        "应到会有表决权的党员 26 人，实到 21 人，可以表决；赞成 14 票，超过应到会的半数，通过。"),
    "admission: exactly half of the votes is not more than half": ("admission", Count(26, 21, 13), "no",
        "应到会有表决权的党员 26 人，实到 21 人，可以表决；赞成 13 票，没有超过应到会的半数，没有通过。"),
    "admission: exactly half present is not more than half": ("admission", Count(26, 13, 13), "no",
        "应到会有表决权的党员 26 人，实到 13 人，不到规定的 14 人，这次会不能表决，另行召开。"),
    "written opinions do not help the quorum": ("conversion", Count(9, 4, 4, 5), "no",
        "应到会有表决权的党员 9 人，实到 4 人，不到规定的 5 人，这次会不能表决，另行召开。"),
    "odd number": ("conversion", Count(9, 5, 5), "yes",
        "应到会有表决权的党员 9 人，实到 5 人，可以表决；赞成 5 票，超过应到会的半数，通过。"),
    "ordinary: exactly half present is enough, exactly half of the votes is not": ("ordinary", Count(26, 13, 13), "no",
        "应到会有表决权的党员 26 人，实到 13 人，可以表决；赞成 13 票，没有超过应到会的半数，没有通过。"),
    "ordinary: written opinions are not counted": ("ordinary", Count(10, 5, 5, 3), "no",
        "应到会有表决权的党员 10 人，实到 5 人，可以表决；赞成 5 票，没有超过应到会的半数，没有通过。"),
    "election: exactly four fifths is enough": ("election", Count(10, 8, 6), "yes",
        "应到会有选举权的党员 10 人，实到 8 人，会议有效；得赞成票 6 票，按应到会或者实到会算都超过半数，当选。"),
    "election: one fewer than four fifths": ("election", Count(10, 7, 7), "no",
        "应到会有选举权的党员 10 人，实到 7 人，不到规定的 8 人，选举会议无效，另定时间再开。"),
    "election: the readings differ": ("election", Count(26, 21, 11), "unsure",
        "应到会有选举权的党员 26 人，实到 21 人，会议有效；得赞成票 11 票，按实到会算过半、按应到会算没有过半，来源有分歧，"
        "按上级党组织批准的选举办法定，宣布以前先请示。"),
    "election: neither reading": ("election", Count(26, 21, 10), "no",
        "应到会有选举权的党员 26 人，实到 21 人，会议有效；得赞成票 10 票，按应到会或者实到会算都没有超过半数，没有当选。"),
    "nobody": ("admission", Count(0, 0, 0), "bad", "应到会人数要填 1 或更大的整数。"),
    "more came than should": ("admission", Count(5, 6, 3), "bad", "实到 6 人，多于应到会的 5 人，数字对不上。"),
    "more votes than people": ("ordinary", Count(9, 6, 7), "bad", "会上赞成 7 票，多于实到的 6 人，数字对不上。"),
    "more written opinions than absent": ("admission", Count(9, 6, 3, 4), "bad",
        "书面意见赞成 4 票，多于没有到会的 3 人，数字对不上。"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "count", "verdict", "say"), VOTES.values(), ids=VOTES)
def test_votes(kind: str, count: Count, verdict: str, say: str) -> None:
    result = votes(FIGURES, kind, count)
    assert (result.verdict, result.say) == (verdict, say)


def test_votes_show_their_working_with_its_rules() -> None:
    lines = [(line.text, line.rule) for line in votes(FIGURES, "election", Count(26, 21, 11)).lines]
    assert lines == [
        ("到会：应到会 26 人，五分之四是 20.8，不能少于这个数，至少 21 人；实到 21 人，够。", "election-quorum"),
        ("按应到会算：要超过 26 的半数 13，至少 14 票；得 11 票，不够。", "elected-majority"),
        ("按实到会算（旧口径）：要超过 21 的半数 10.5，至少 11 票；得 11 票，够。", "elected-majority"),
    ]


CANDIDATES = {1: 2, 3: 4, 5: 6, 6: 8, 7: 9, 9: 11, 10: 12, 11: 14, 12: 15, 15: 18}


@pytest.mark.parametrize(("seats", "need"), CANDIDATES.items())
def test_candidates(seats: int, need: int) -> None:
    result = candidates(FIGURES, seats)
    assert result.say == f"应选委员 {seats} 名，差额不少于应选人数的 20%，候选人至少 {need} 名。"


def test_candidates_say_that_a_part_counts_as_one() -> None:
    assert [line.text for line in candidates(FIGURES, 3).lines] == [
        "差额：3 名的 20% 是 0.6 名，至少要差 1 名。",
        "不足一名的按一名算，四舍五入会不够。",
        "候选人：3 加 1，至少 4 名。",
    ]
    assert len(candidates(FIGURES, 5).lines) == 2
    assert candidates(FIGURES, 0).say == "应选人数要填 1 或更大的整数。"


BASE = "每月相对固定、经常性的税后收入"
PENSION = "每月实际领取的离退休费或者养老金总额"
DUES = {
    "top of the first band": ("salary", 300000, f"{BASE} 3000 元，按 0.5% 计算，每月应交党费 15 元。"),
    "a cent above": ("salary", 300001, f"{BASE} 3000.01 元，按 1% 计算，每月应交党费 30.0001 元，约 30 元。"),
    "top of the second band": ("salary", 500000, f"{BASE} 5000 元，按 1% 计算，每月应交党费 50 元。"),
    "third band": ("salary", 600000, f"{BASE} 6000 元，按 1.5% 计算，每月应交党费 90 元。"),
    "top of the third band": ("salary", 1000000, f"{BASE} 10000 元，按 1.5% 计算，每月应交党费 150 元。"),
    "above all bands": ("salary", 1000100, f"{BASE} 10001 元，按 2% 计算，每月应交党费 200.02 元。"),
    "half a cent": ("salary", 100100, f"{BASE} 1001 元，按 0.5% 计算，每月应交党费 5.005 元，约 5.01 元。"),
    "pension, first band": ("retired", 500000, f"{PENSION} 5000 元，按 0.5% 计算，每月应交党费 25 元。"),
    "pension, second band": ("retired", 600000, f"{PENSION} 6000 元，按 1% 计算，每月应交党费 60 元。"),
    "farmer": ("farmer", 0, "农民党员每月交纳党费 0.2 元至 1 元。"),
    "student": ("student", 0, "学生、下岗失业、靠抚恤救济、领低保的党员每月交纳党费 0.2 元。"),
    "nothing typed": ("salary", 0, f"请填{BASE}，大于 0。"),
}


@pytest.mark.parametrize(("kind", "fen", "say"), DUES.values(), ids=DUES)
def test_dues(kind: str, fen: int, say: str) -> None:
    assert dues(FIGURES, kind, fen).say == say


def test_dues_say_what_is_not_confirmed() -> None:
    rules = [line.rule for line in dues(FIGURES, "retired", 600000).lines]
    assert rules == [
        "dues-retired-low", "dues-retired-high", "", "dues-retired-base-dispute", "dues-no-progressive", "dues-hardship",
    ]  # fmt: skip


SETTING = {
    "one member": ("general", 1, 1, "no", "正式党员 1 名，不足 3 名，不单独成立党支部，成立联合党支部。"),
    "two members": ("general", 4, 2, "no", "正式党员 2 名，不足 3 名，不单独成立党支部，成立联合党支部。"),
    "three members": ("general", 3, 3, "yes", "党员 3 名，其中正式党员 3 名，设党支部，不设支部委员会。"),
    "six full members": ("general", 9, 6, "yes", "党员 9 名，其中正式党员 6 名，设党支部，不设支部委员会。"),
    "seven full members": ("organ", 9, 7, "yes", "党员 9 名，其中正式党员 7 名，设党支部，设支部委员会。"),
    "fifty": ("general", 50, 45, "yes", "党员 50 名，其中正式党员 45 名，按人数可以设党总支。"),
    "fifty in a village": ("village", 50, 45, "yes", "党员 50 名，其中正式党员 45 名，设党支部，设支部委员会。"),
    "fifty-one in a village": ("village", 51, 45, "yes", "党员 51 名，其中正式党员 45 名，按人数可以设党总支。"),
    "a hundred": ("soe", 100, 90, "yes", "党员 100 名，其中正式党员 90 名，按人数可以设党的基层委员会。"),
    "nobody": ("general", 0, 0, "bad", "党员总数要填 1 或更大的整数。"),
    "more full members than members": ("general", 3, 4, "bad", "正式党员 4 名，多于党员总数 3 名，数字对不上。"),
}


@pytest.mark.parametrize(("kind", "total", "formal", "verdict", "say"), SETTING.values(), ids=SETTING)
def test_setting(kind: str, total: int, formal: int, verdict: str, say: str) -> None:
    result = setting(FIGURES, kind, total, formal)
    assert (result.verdict, result.say) == (verdict, say)


def test_setting_says_that_two_rules_meet_at_fifty() -> None:
    texts = [line.text for line in setting(FIGURES, "general", 50, 45).lines]
    assert "正好 50 名：一个党支部一般不超过 50 名，没有超过；设总支的人数线也到了。请示上级党组织。" in texts
    assert not any(
        text.startswith("正好") for text in (line.text for line in setting(FIGURES, "general", 51, 45).lines)
    )


def test_term_keeps_the_end_of_the_month() -> None:
    result = term(FIGURES, "branch", DAY("2024-02-29"))
    assert result.say == "本届 2024-02-29 周四 选出，每届任期 3 年，按对应日算到 2027-02-28 周日 届满；到期应当换届。"
    assert [line.text for line in result.lines][1:] == [
        "提醒：上级党组织一般提前 6 个月提醒，在 2026-08-28 周五 前后。",
        "请示：提前多久报换届请示，没有读到全国统一的规定，照上级党组织的要求。",
        "提前：确需提前换届的，报上级党组织批准；提前一般不超过 1 年，不早于 2026-02-28 周六。",
        "延期：确需延期换届的，报上级党组织批准；延长一般不超过 1 年，不晚于 2028-02-28 周一。",
    ]


def test_shares_and_limits() -> None:
    assert [least(FIGURES["reception-quorum"], n) for n in (1, 2, 3, 4)] == [1, 2, 2, 3]
    assert [least(FIGURES["general-meeting-quorum"], n) for n in (1, 2, 3, 4)] == [1, 1, 2, 2]
    assert [least(FIGURES["election-quorum"], n) for n in (5, 6, 9, 10)] == [4, 5, 8, 8]
    assert [holds(FIGURES["village-general-branch-members"], n) for n in (50, 51)] == [False, True]
    assert [holds(FIGURES["branch-max-members"], n) for n in (50, 51)] == [True, False]


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("5/2", 2, "2.5"),
        ("1/3", 2, "0.33"),
        ("2/3", 2, "0.67"),
        ("1/200", 2, "0.01"),
        ("7", 2, "7"),
        ("999/1000", 2, "1"),
    ],
)
def test_decimal(value: str, places: int, text: str) -> None:
    assert decimal(Fraction(value), places) == text


def test_shares_in_words() -> None:
    assert [share_words(Fraction(share)) for share in ("1/2", "4/5", "2/3", "7/12")] == [
        "半数", "五分之四", "三分之二", "12 分之 7",
    ]  # fmt: skip


def test_every_figure_named_in_a_calculator_is_needed() -> None:
    used = {name for ballot in BALLOTS.values() for name in (ballot.quorum, ballot.passing)}
    used |= {committee.term for committee in COMMITTEES.values()}
    used |= {name for payer in PAYERS.values() for name in (payer.fixed, *sum(payer.bands, ())) if name}
    used |= {name for unit in UNITS.values() for name in (unit.committee, unit.general)}
    assert used <= NEEDS.keys()
    assert FIGURES.keys() == NEEDS.keys()


def test_a_handbook_without_the_rules_has_no_figures() -> None:
    assert derive_figures(minimal_handbook()) == {}
