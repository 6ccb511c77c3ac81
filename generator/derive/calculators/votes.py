"""Votes: whether a meeting may vote, and whether what it votes on is passed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.calculators.figures import Figure, decimal, least
from generator.derive.calculators.result import Line, Result, Verdict, bad, put, share_words
from generator.model.rule import Bound

WRITTEN_RULE = "reception-written-opinion"
"""Rule on written opinions of members who cannot come."""


@dataclass(frozen=True, slots=True)
class Ballot:
    """What is voted on."""

    title: str
    """Its name."""
    quorum: str
    """Figure of the members that must come."""
    passing: str
    """Figure of the votes needed."""
    written: bool
    """Whether written opinions count as votes."""
    who: str
    """Whose number is reckoned from."""


BALLOTS: Mapping[str, Ballot] = {
    "admission": Ballot("接收预备党员", "reception-quorum", "reception-approval", True, "有表决权的党员"),
    "conversion": Ballot("预备党员转正", "conversion-quorum", "conversion-approval", True, "有表决权的党员"),
    "ordinary": Ballot("一般议题", "general-meeting-quorum", "general-meeting-pass", False, "有表决权的党员"),
    "election": Ballot("选举", "election-quorum", "election-majority", False, "有选举权的党员"),
}
"""What can be voted on."""

WORDS: Mapping[str, str] = {
    "due": "应到会人数要填 1 或更大的整数。",
    "present": "实到 {present} 人，多于应到会的 {due} 人，数字对不上。",
    "votes": "会上赞成 {votes} 票，多于实到的 {present} 人，数字对不上。",
    "written": "书面意见赞成 {written} 票，多于没有到会的 {absent} 人，数字对不上。",
    "quorum-more": "到会：应到会 {due} 人，{share}是 {part}，要超过这个数，"
    "至少 {need} 人；实到 {present} 人，{outcome}。",
    "quorum-least": "到会：应到会 {due} 人，{share}是 {part}，不能少于这个数，"
    "至少 {need} 人；实到 {present} 人，{outcome}。",
    "enough": "够",
    "short": "不够",
    "pass": "赞成：要超过应到会的{share} {part}，至少 {need} 票；赞成 {total} 票，{outcome}。",
    "written-count": "书面意见只计入票数，不计入实到人数。",
    "say-closed": "应到会{who} {due} 人，实到 {present} 人，不到规定的 {need} 人，这次会不能表决，另行召开。",
    "say-pass": "应到会{who} {due} 人，实到 {present} 人，可以表决；赞成 {total} 票，超过应到会的{share}，通过。",
    "say-fail": "应到会{who} {due} 人，实到 {present} 人，"
    "可以表决；赞成 {total} 票，没有超过应到会的{share}，没有通过。",
    "say-void": "应到会{who} {due} 人，实到 {present} 人，不到规定的 {need} 人，选举会议无效，另定时间再开。",
    "say-elected": "应到会{who} {due} 人，实到 {present} 人，"
    "会议有效；得赞成票 {total} 票，按应到会或者实到会算都超过半数，当选。",
    "say-lost": "应到会{who} {due} 人，实到 {present} 人，"
    "会议有效；得赞成票 {total} 票，按应到会或者实到会算都没有超过半数，没有当选。",
    "say-unsure": "应到会{who} {due} 人，实到 {present} 人，会议有效；得赞成票 {total} 票，"
    "按实到会算过半、按应到会算没有过半，来源有分歧，按上级党组织批准的选举办法定，宣布以前先请示。",
    "by-due": "按应到会算：要超过 {due} 的{share} {part}，至少 {need} 票；得 {total} 票，{outcome}。",
    "by-present": "按实到会算（旧口径）：要超过 {present} 的{share} {part}，至少 {need} 票；得 {total} 票，{outcome}。",
}
"""Sentences of votes."""


@dataclass(frozen=True, slots=True)
class Count:
    """What was counted at a meeting."""

    due: int
    """Members who should have come."""
    present: int
    """Members who came."""
    votes: int
    """Votes in favour at the meeting."""
    written: int = 0
    """Written opinions in favour."""


def votes(figures: Mapping[str, Figure], kind: str, count: Count) -> Result:
    """Whether the meeting may vote and whether the motion is passed, or the candidate elected."""
    ballot = BALLOTS[kind]
    written = count.written if ballot.written else 0
    if (fault := _fault(count, written)) is not None:
        return fault
    quorum, passing = figures[ballot.quorum], figures[ballot.passing]
    need = least(quorum, count.due)
    values: dict[str, object] = {
        "who": ballot.who, "due": count.due, "present": count.present,
        "total": count.votes + written, "share": share_words(passing.value),
    }  # fmt: skip
    opening = _quorum(quorum, need, values, count)
    if count.present < need:
        say = WORDS["say-void" if kind == "election" else "say-closed"]
        return Result(Verdict.NO, put(say, values | {"need": need}), (opening,))
    if kind == "election":
        return _election(passing, count, values, opening)
    passed = count.votes + written >= least(passing, count.due)
    lines = [opening, _share("pass", passing, count.due, values, passed=passed)]
    if ballot.written:
        lines.append(Line(WORDS["written-count"], WRITTEN_RULE))
    say = put(WORDS["say-pass" if passed else "say-fail"], values)
    return Result(Verdict.YES if passed else Verdict.NO, say, tuple(lines))


def _fault(count: Count, written: int) -> Result | None:
    absent = count.due - count.present
    values = {"due": count.due, "present": count.present, "votes": count.votes, "written": written, "absent": absent}
    if count.due < 1:
        return bad(WORDS["due"])
    if count.present > count.due:
        return bad(put(WORDS["present"], values))
    if count.votes > count.present:
        return bad(put(WORDS["votes"], values))
    return bad(put(WORDS["written"], values)) if written > absent else None


def _quorum(quorum: Figure, need: int, values: Mapping[str, object], count: Count) -> Line:
    word = "quorum-more" if quorum.bound is Bound.MORE_THAN else "quorum-least"
    own = {
        "share": share_words(quorum.value), "part": decimal(quorum.value * count.due),
        "need": need, "outcome": WORDS["enough" if count.present >= need else "short"],
    }  # fmt: skip
    return Line(put(WORDS[word], {**values, **own}), quorum.rule)


def _share(word: str, passing: Figure, base: int, values: Mapping[str, object], *, passed: bool) -> Line:
    own = {
        "part": decimal(passing.value * base), "need": least(passing, base),
        "outcome": WORDS["enough" if passed else "short"],
    }  # fmt: skip
    return Line(put(WORDS[word], {**values, **own}), passing.rule)


def _election(passing: Figure, count: Count, values: Mapping[str, object], opening: Line) -> Result:
    by_due = count.votes >= least(passing, count.due)
    by_present = count.votes >= least(passing, count.present)
    lines = (
        opening,
        _share("by-due", passing, count.due, values, passed=by_due),
        _share("by-present", passing, count.present, values, passed=by_present),
    )
    if by_due:
        return Result(Verdict.YES, put(WORDS["say-elected"], values), lines)
    word, verdict = ("say-unsure", Verdict.UNSURE) if by_present else ("say-lost", Verdict.NO)
    return Result(verdict, put(WORDS[word], values), lines)
