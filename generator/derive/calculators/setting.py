"""Setting: which organisation some members form, and whether the branch has a committee."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.derive.calculators.figures import Figure, decimal, holds
from generator.derive.calculators.result import Line, Result, Verdict, bad, put

WITHOUT_RULE = "no-committee-posts"
"""Rule on branches without a committee."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A kind of unit, with its own thresholds."""

    title: str
    """Its name."""
    committee: str
    """Figure of the members that make a grassroots committee."""
    general: str
    """Figure of the members that make a general branch."""
    committee_word: str
    """Sentence where the first holds."""
    general_word: str
    """Sentence where the second holds."""
    joint_rule: str
    """Rule on units with too few members."""
    note: tuple[str, str]
    """What is not confirmed: a sentence and its rule; empty where nothing is."""


UNITS: Mapping[str, Unit] = {
    "general": Unit(
        "一般单位", "grassroots-committee-members", "general-branch-members", "committee", "general", "joint-branch",
        ("这两个人数线是机关工委对设置规定的解答，本单位另有规定的从其规定。", "general-thresholds"),
    ),
    "organ": Unit(
        "党和国家机关", "organ-committee-members", "organ-general-branch-members", "committee", "general",
        "joint-branch", ("", ""),
    ),
    "soe": Unit(
        "国有企业", "soe-committee-members", "general-branch-members", "committee", "general", "joint-branch",
        ("国有企业设总支、支部的条文没有读到，这里用的是一般口径，待核。", "soe-lower-thresholds"),
    ),
    "village": Unit(
        "村", "village-committee-members", "village-general-branch-members", "committee-village", "general-village",
        "village-branch-threshold", ("", ""),
    ),
}  # fmt: skip
"""Kinds of unit."""

WORDS: Mapping[str, str] = {
    "formal": "正式党员 {formal} 名，多于党员总数 {total} 名，数字对不上。",
    "total": "党员总数要填 1 或更大的整数。",
    "joint": "正式党员 {formal} 名，"
    "不足 {min} 名：应当同邻近或者相近的单位成立联合党支部，覆盖的单位一般不超过 {units} 个。",
    "joint-village": "正式党员 {formal} 名，不足 {min} 名：可以同邻近村联合设立党支部。",
    "found": "正式党员 {formal} 名，达到 {min} 名：应当成立党的基层组织。",
    "committee": "党员 {total} 名，达到 {n} 名：经上级党组织批准，设党的基层委员会。",
    "committee-village": "党员 {total} 名，达到 {n} 名：根据工作需要，经县级党委批准，可以设党的基层委员会。",
    "general": "党员 {total} 名，达到 {n} 名：经上级党组织批准，设党的总支部委员会。",
    "general-village": "党员 {total} 名，超过 {n} 名：可以设党的总支部。",
    "branch": "党员 {total} 名：设党支部；一个党支部的党员一般不超过 {max} 名。",
    "both": "正好 {total} 名：一个党支部一般不超过 {max} 名，没有超过；设总支的人数线也到了。请示上级党组织。",
    "with": "正式党员 {formal} 名，达到 {seven} 名：党支部设支部委员会，"
    "由 {low} 至 {high} 人组成，一般不超过 {most} 人。",
    "without": "正式党员 {formal} 名，不足 {seven} 名：党支部不设支部委员会，设书记，必要时可以设副书记。",
    "several": "下设的每个党支部，按自己的正式党员数看设不设支部委员会（{seven} 名）。",
    "say-joint": "正式党员 {formal} 名，不足 {min} 名，不单独成立党支部，成立联合党支部。",
    "say-committee": "党员 {total} 名，其中正式党员 {formal} 名，按人数可以设党的基层委员会。",
    "say-general": "党员 {total} 名，其中正式党员 {formal} 名，按人数可以设党总支。",
    "say-with": "党员 {total} 名，其中正式党员 {formal} 名，设党支部，设支部委员会。",
    "say-without": "党员 {total} 名，其中正式党员 {formal} 名，设党支部，不设支部委员会。",
}
"""Sentences of the setting."""


def setting(figures: Mapping[str, Figure], kind: str, total: int, formal: int) -> Result:
    """What a unit of a kind sets up with some members, of whom some are full members."""
    unit = UNITS[kind]
    values = _values(figures, total, formal)
    if total < 1 or formal > total:
        return bad(put(WORDS["total" if total < 1 else "formal"], values))
    if not holds(figures["branch-min-members"], formal):
        word = "joint-village" if kind == "village" else "joint"
        return Result(Verdict.NO, put(WORDS["say-joint"], values), (Line(put(WORDS[word], values), unit.joint_rule),))
    lines = [Line(put(WORDS["found"], values), figures["branch-min-members"].rule)]
    level, line = _level(figures, unit, values, total)
    lines.append(line)
    if level == "general" and holds(figures["branch-max-members"], total):
        lines.append(Line(put(WORDS["both"], values), figures["branch-max-members"].rule))
    if unit.note[0] and level != "committee":
        lines.append(Line(*unit.note))
    own = "with" if holds(figures["committee-min-members"], formal) else "without"
    word = own if level == "branch" else "several"
    rule = WITHOUT_RULE if word == "without" else figures["committee-min-members"].rule
    lines.append(Line(put(WORDS[word], values), rule))
    return Result(Verdict.YES, put(WORDS[f"say-{own if level == 'branch' else level}"], values), tuple(lines))


def _level(figures: Mapping[str, Figure], unit: Unit, values: Mapping[str, object], total: int) -> tuple[str, Line]:
    for level, name, word in (
        ("committee", unit.committee, unit.committee_word),
        ("general", unit.general, unit.general_word),
    ):
        if holds(figures[name], total):
            text = put(WORDS[word], {**values, "n": decimal(figures[name].value)})
            return level, Line(text, figures[name].rule)
    return "branch", Line(put(WORDS["branch"], values), figures["branch-max-members"].rule)


def _values(figures: Mapping[str, Figure], total: int, formal: int) -> dict[str, object]:
    size = figures["committee-size"]
    return {
        "total": total,
        "formal": formal,
        "min": decimal(figures["branch-min-members"].value),
        "max": decimal(figures["branch-max-members"].value),
        "units": decimal(figures["joint-branch-max-units"].value),
        "seven": decimal(figures["committee-min-members"].value),
        "low": decimal(size.value),
        "high": decimal(size.upper),
        "most": decimal(figures["committee-size-max"].value),
    }
