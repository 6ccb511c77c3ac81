"""Questions as an editor types them in Markdown: quizzes/*.md to the same nodes as YAML.

The file begins with front matter that names the section of all its questions; each question is a
second-level heading with lines below it::

    ---
    section: admission-process
    ---

    ## 预备党员的预备期从哪一天算起？

    编号：probation-from
    - [x] 党支部党员大会通过之日
    - [ ] 上级党委批准之日 // 批准只是确认大会的决议
    - [ ] 本人宣誓之日 // 宣誓在批准以后
    解析：预备期从党员大会通过其为预备党员之日算起。
    依据：probation-length
    难度：易

Lines are 编号 (id), 题型 (type), 答案 (key, several parted by ｜), 解析 (rationale), 依据 (rules, parted
by 、), 难度 (易, 中, 难), 节 (section, where it differs), and options: [x] right, [ ] wrong, the reason
after //. Without 题型 a question is single with one right option, multiple with more, true-false
with the key 对 or 错, fill-in where the stem has ______, else short answer. Unknown lines are errors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.diagnostics import Diagnostic, Span, error
from generator.nodes import Mapping, Node, Scalar, Sequence, descend

TYPES = {
    "单选": "single",
    "多选": "multiple",
    "判断": "true-false",
    "填空": "fill-in",
    "排序": "ordering",
    "配对": "matching",
    "案例": "case",
    "简答": "short-answer",
}
"""Word → type of question."""
DIFFICULTIES = {"易": "easy", "中": "medium", "难": "hard"}
"""Word → difficulty."""
_OPTION = re.compile(r"[-*] \[([ xX])\] +(.+)")
_LINE = re.compile(r"([一-鿿]{1,3})[：:] *(.*)")
_GAP = "______"
_ONE = {"编号": "id", "解析": "rationale", "节": "section"}
_MANY = {"答案": ("key", "[｜|]"), "依据": ("rules", "[、，, ]+")}
_WORDS = {"题型": ("type", TYPES), "难度": ("difficulty", DIFFICULTIES)}
_FORM = f"可以写：{'、'.join((*_ONE, *_MANY, *_WORDS))}，或以“- [x] ”“- [ ] ”开头的选项。"


@dataclass
class Draft:
    """A question while its lines are read."""

    fields: dict[str, tuple[Scalar, Node]]
    """Field → key and value as written."""
    options: list[Node] = field(default_factory=list)
    """Options so far."""
    right: int = 0
    """Number of right options so far."""


def parse_questions(node: Node | None, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """The questions in the body of a Markdown file whose front matter was split off, and its faults."""
    section = descend(node, ("section",)) if node is not None else None
    body = descend(node, ("body",)) if node is not None else None
    if not isinstance(body, Scalar) or node is None:
        return None, []
    found: list[Diagnostic] = []
    drafts: list[Draft] = []
    for number, line in enumerate(body.value.split("\n"), body.span.line):
        if line.startswith("## "):
            stem = Scalar(line[3:].strip(), Span(path, number, 4))
            drafts.append(Draft({"stem": (Scalar("stem", stem.span), stem)}))
        elif line.strip():
            found += _read(line, Span(path, number, 1), drafts)
    if not drafts and not found:
        found.append(error(body.span, "empty-file", "文件里没有题目", "每道题以“## 题干”开头。"))
    return Sequence(tuple(_entity(draft, section) for draft in drafts), body.span), found


def _read(line: str, span: Span, drafts: list[Draft]) -> Iterator[Diagnostic]:
    if not drafts:
        yield error(span, "wrong-shape", "第一道题之前有别的文字", "每道题以“## 题干”开头。")
    elif option := _OPTION.fullmatch(line.strip()):
        drafts[-1].right += option[1] != " "
        drafts[-1].options.append(_option(option, span))
    elif (told := _LINE.fullmatch(line.strip())) and told[1] in (*_ONE, *_MANY, *_WORDS):
        yield from _tell(drafts[-1], told, span)
    else:
        yield error(span, "unknown-field", f"不认识这一行“{line.strip()[:20]}”", _FORM)


def _option(found: re.Match[str], span: Span) -> Node:
    text, _, why = found[2].partition("//")
    place = Span(span.path, span.line, span.column + found.start(2))
    entries = [("text", text.strip()), ("correct", "true" if found[1] != " " else "false")]
    if why.strip():
        entries.append(("why", why.strip()))
    return Mapping(tuple((Scalar(name, place), Scalar(value, place)) for name, value in entries), place)


def _tell(draft: Draft, told: re.Match[str], span: Span) -> Iterator[Diagnostic]:
    word, text = told[1], told[2].strip()
    place = Span(span.path, span.line, span.column + told.start(2))
    name = _ONE.get(word) or (_MANY.get(word) or _WORDS[word])[0]
    if name in draft.fields:
        yield error(span, "duplicate-key", f"“{word}”写了两次", "两处合成一处。")
    elif not text:
        yield error(span, "empty-value", f"“{word}”后面没有内容", "补上内容，或把整行删掉。")
    elif word in _WORDS and text not in _WORDS[word][1]:
        yield error(place, "wrong-value", f"“{word}”不能写“{text}”", f"可以写：{'、'.join(_WORDS[word][1])}。")
    else:
        draft.fields[name] = (Scalar(name, span), _value(word, text, place))


def _value(word: str, text: str, place: Span) -> Node:
    if word in _WORDS:
        return Scalar(_WORDS[word][1][text], place)
    if word in _MANY:
        parts = (part.strip() for part in re.split(_MANY[word][1], text))
        return Sequence(tuple(Scalar(part, place) for part in parts if part), place)
    return Scalar(text, place)


def _entity(draft: Draft, section: Node | None) -> Mapping:
    stem = draft.fields["stem"][1]
    fields = dict(draft.fields)
    fields.setdefault("type", (Scalar("type", stem.span), Scalar(_type(draft), stem.span)))
    if section is not None:
        fields.setdefault("section", (Scalar("section", section.span), section))
    if draft.options:
        fields["options"] = (Scalar("options", stem.span), Sequence(tuple(draft.options), draft.options[0].span))
    return Mapping(tuple(fields.values()), stem.span)


def _type(draft: Draft) -> str:
    """What the question must be by its options and key."""
    key = draft.fields.get("key")
    words = (
        [part.value for part in key[1].items if isinstance(part, Scalar)]
        if key and isinstance(key[1], Sequence)
        else []
    )
    if draft.options:
        return "single" if draft.right == 1 else "multiple"
    if words in (["对"], ["错"]):
        return "true-false"
    stem = draft.fields["stem"][1]
    return "fill-in" if isinstance(stem, Scalar) and _GAP in stem.value else "short-answer"
