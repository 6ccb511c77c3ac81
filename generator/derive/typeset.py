"""How wide text is and where it may break, without a font: a Chinese character is one em in every Chinese font."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

NO_START = frozenset("，。、；：？！）》」』】〕”’…—·％%,.;:?!)]}")
"""Characters that no line begins with."""
NO_END = frozenset("（《「『【〔“‘([{")
"""Characters that no line ends with."""

WORDS = (
    "党员|党组织|党委|党总支|党支部|党小组|支部|支委|委员|大会|会议|书记|上级|基层|组织|"
    "部门|机关|单位|本人|群众|介绍人|联系人|积极分子|发展|对象|预备|正式|转正|入党|申请|"
    "志愿|登记|谈话|培养|教育|考察|考核|政治|审查|预审|审议|审批|批准|批复|备案|公示|表决|"
    "讨论|研究|决定|决议|同意|意见|通知|请示|报告|材料|档案|归档|记录|纪要|资格|取消|延长|"
    "推迟|继续|重新|分析|队伍|培训|集中|短期|宣誓|选举|候选|选票|票数|到会|赞成|超过|半数|"
    "不少于|不超过|工作日|期满|以上|以内|之内|之前|之后|之日|没有|是否|需要|情况|结果|条件|"
    "时间|名单|流动|关系|转接|转入|转出|处分|处理|处置|纪律|检查|监督|整改|落实|党课|主题|"
    "党日|党费|缴纳|生活|民主|评议|除名|劝退|申诉|期限|成立|换届|任期|延期|提前|履行|手续|"
    "接收|全国|规定"
)
"""Words of this handbook that are not broken between two lines."""

_WIDE_LATIN = frozenset("MWmw@%—…“”‘’·")
_STOPS = re.compile(r"(?<=[，、；。：])")
_WORD = re.compile("|".join(sorted(WORDS.split("|"), key=len, reverse=True)) + r"|[!-~]+|\s+|.", re.DOTALL)


@lru_cache(maxsize=4096)
def em(char: str) -> float:
    """Width of a character in em; on the safe side for Latin letters, whose width depends on the font."""
    if char in _WIDE_LATIN or unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if unicodedata.combining(char):
        return 0.0
    return 0.7 if char.isupper() else 0.6


def width(text: str, size: float) -> float:
    """Width of a line of text set in a size."""
    return sum(map(em, text)) * size


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[str, ...]:
    """The text cut where a line may break: words whole, closing marks with what they close."""
    found: list[str] = []
    for piece in _WORD.findall(" ".join(text.split())):
        sticks = found and (piece[0] in NO_START or found[-1].rstrip()[-1] in NO_END)
        if sticks or (piece == " " and found):
            found[-1] += piece
        else:
            found.append(piece)
    return tuple(found)


@lru_cache(maxsize=4096)
def wrap(text: str, room: float, size: float) -> tuple[str, ...]:
    """The text in as few lines as fit the room, made about equally long; two lines part at a stop if they can."""
    measured = _measured(text)
    room /= size
    lines = _fill(measured, room)
    if len(lines) == 1:
        return lines
    if len(lines) == 2 and (parted := _at_stop(text, room)) is not None:
        return parted
    widest = max(bare for _, bare, _ in measured)
    low, high = (max(room / 2, widest), room) if widest <= room else (room / 2, room)
    while high - low > 0.5:
        middle = (low + high) / 2
        narrower = _fill(measured, middle)
        if len(narrower) > len(lines):
            low = middle
        else:
            high, lines = middle, narrower
    return lines


def _measured(text: str) -> list[tuple[str, float, float]]:
    """Each piece with its width in em, without and with the space after it."""
    return [(piece, width(piece.rstrip(), 1), width(piece, 1)) for piece in pieces(text)]


def _at_stop(text: str, room: float) -> tuple[str, str] | None:
    parts = _STOPS.split(" ".join(text.split()))
    pairs = [("".join(parts[:i]), "".join(parts[i:]).strip()) for i in range(1, len(parts))]
    fitting = [
        (abs(width(one, 1) - width(other, 1)), one, other)
        for one, other in pairs
        if other and other[0] not in NO_START and max(width(one, 1), width(other, 1)) <= room
    ]
    uneven, one, other = min(fitting, default=(0.0, "", ""))
    return (one, other) if one and uneven < width(text, 1) / 2 else None


def _fill(measured: list[tuple[str, float, float]], room: float) -> tuple[str, ...]:
    lines = [""]
    used = 0.0
    for piece, bare, whole in measured:
        if lines[-1] and used + bare > room:
            lines.append("")
            used = 0.0
        if bare > room:
            *full, rest = _cut(piece, room)
            lines[-1:] = [*full, rest]
            used = width(rest, 1)
        else:
            lines[-1] += piece
            used += whole
    return tuple(line.rstrip() for line in lines)


def _cut(piece: str, room: float) -> list[str]:
    """A piece too long for a line, cut by force."""
    lines = [""]
    for char in piece:
        if lines[-1] and width(lines[-1] + char, 1) > room:
            lines.append("")
        lines[-1] += char
    return lines
