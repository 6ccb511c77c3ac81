"""Candidates: how many there must be for the seats to fill."""

from __future__ import annotations

from collections.abc import Mapping

from generator.derive.calculators.figures import Figure, decimal, least
from generator.derive.calculators.result import Line, Result, Verdict, bad, put

ROUNDING_RULE = "candidate-surplus-minimum"
"""Rule that says the surplus is rounded up."""

WORDS: Mapping[str, str] = {
    "seats": "应选人数要填 1 或更大的整数。",
    "say": "应选委员 {seats} 名，差额不少于应选人数的 {share}%，候选人至少 {need} 名。",
    "surplus": "差额：{seats} 名的 {share}% 是 {part} 名，至少要差 {surplus} 名。",
    "rounding": "不足一名的按一名算，四舍五入会不够。",
    "add": "候选人：{seats} 加 {surplus}，至少 {need} 名。",
}
"""Sentences of candidates."""


def candidates(figures: Mapping[str, Figure], seats: int) -> Result:
    """The fewest candidates for some seats."""
    if seats < 1:
        return bad(WORDS["seats"])
    share = figures["election-surplus"]
    surplus = least(share, seats)
    part = share.value * seats
    values = {
        "seats": seats, "share": decimal(share.value * 100), "part": decimal(part),
        "surplus": surplus, "need": seats + surplus,
    }  # fmt: skip
    lines = [Line(put(WORDS["surplus"], values), share.rule)]
    if part.denominator > 1:
        lines.append(Line(WORDS["rounding"], ROUNDING_RULE))
    lines.append(Line(put(WORDS["add"], values), ""))
    return Result(Verdict.NONE, put(WORDS["say"], values), tuple(lines))
