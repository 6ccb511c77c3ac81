"""The report on the bank, as Markdown for editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.derive.questions.item import Item
from generator.derive.questions.measures import Coverage, Guess, Measures, measure
from generator.derive.views import Views
from generator.model.question import QuestionType
from generator.render.words import QUESTION_TYPE, chapter_title

_ALLOWED = 5
_TRAINED = (
    "“学过别的题的用词”是用题库自己训练出来的猜题者：朴素贝叶斯，看选项里一至三个字的连写"
    "（判断题看题干里的），考点分成五份，轮流用四份学、猜剩下一份，换三种分法取平均。"
    "是否合格看全部题；各题型分开的数字题少时起伏大，只作参考。"
)


def quiz_report(views: Views) -> str:
    """Counts, coverage and quality of the bank."""
    measures = measure(views.handbook, views.bank)
    lines = [
        "# 题库报告",
        "",
        *_counts(views),
        *_quality(measures),
        *_near(measures),
        *_sections(views, measures),
        *_uncovered(measures),
        *_map(measures),
    ]
    return "\n".join(lines) + "\n"


def _counts(views: Views) -> Iterator[str]:
    items = views.bank.items
    families = len({item.family for item in items})
    yield f"共 {len(items)} 道题，{families} 个考点；停用 {len(views.bank.retired)} 道。"
    yield ""
    yield from _table(("章", *QUESTION_TYPE.values(), "合计", "考点"), _by_chapter(views))


def _by_chapter(views: Views) -> Iterator[tuple[object, ...]]:
    for chapter in views.handbook.chapters:
        yield (chapter_title(chapter), *_by_type([item for item in views.bank.items if item.chapter == chapter.id]))
    yield ("全书", *_by_type(views.bank.items))


def _by_type(items: Iterable[Item]) -> tuple[int, ...]:
    found = list(items)
    counts = Counter(item.type for item in found)
    return (*(counts[kind] for kind in QuestionType), len(found), len({item.family for item in found}))


def _quality(measures: Measures) -> Iterator[str]:
    yield "## 不懂也能猜对多少"
    yield ""
    yield f"盲猜为准，允许高出 {_ALLOWED} 个百分点。"
    yield ""
    yield _TRAINED
    yield ""
    rows = [
        ("选同题干重字最多的", *_guess(measures.by_overlap)),
        ("选最长的", *_guess(measures.longest)),
        ("学过别的题的用词", *_guess(measures.learned)),
        *((f"其中{QUESTION_TYPE[kind]}", *_guess(g)[:-1], "参考") for kind, g in measures.by_words.items()),
    ]
    yield from _table(("猜法", "题数", "猜对", "盲猜", "高出", ""), rows)
    places = "、".join(f"{letter} {n}" for letter, n in zip("ABCD", measures.positions, strict=True))
    yield f"单选答案位置：{places}。"
    yield ""


def _guess(guess: Guess) -> tuple[object, ...]:
    tried = max(1, guess.of)
    verdict = "合格" if guess.excess <= _ALLOWED else "偏高"
    return (guess.of, f"{guess.hits / tried:.1%}", f"{guess.chance / tried:.1%}", f"{guess.excess:+.1f}", verdict)


def _near(measures: Measures) -> Iterator[str]:
    yield "## 题干相近而不在一个考点的"
    yield ""
    yield from (f"- {one.id} {one.stem} ／ {other.id} {other.stem}" for one, other in measures.near)
    if not measures.near:
        yield "没有。"
    yield ""


def _sections(views: Views, measures: Measures) -> Iterator[str]:
    yield "## 各节覆盖"
    yield ""
    rows = []
    for section in views.handbook.sections:
        own = [found for found in measures.coverage if found.rule.section == section.id]
        asked = sum(bool(found.items) for found in own)
        items = sum(item.section == section.id for item in views.bank.items)
        rows.append((section.title, len(own), asked, f"{asked / max(1, len(own)):.0%}", items))
    yield from _table(("节", "可考的规定", "考到", "比例", "题数"), rows)


def _uncovered(measures: Measures) -> Iterator[str]:
    missing = [found for found in measures.coverage if not found.items]
    yield f"## 没有出题的规定（{len(missing)} 条）"
    yield ""
    for reason, count in Counter(found.reason for found in missing).most_common():
        yield f"- {reason}：{count} 条"
    yield ""
    yield from (
        f"- {found.rule.id}{'（转正前必会）' if found.rule.must_know else ''} {found.rule.plain}（{found.reason}）"
        for found in missing
    )
    yield ""


def _map(measures: Measures) -> Iterator[str]:
    yield "## 规定 × 题目 × 课件"
    yield ""
    yield from _table(("规定", "题目", "课件"), (_row(found) for found in measures.coverage))


def _row(found: Coverage) -> tuple[object, ...]:
    kinds = Counter(QUESTION_TYPE[item.type] for item in found.items)
    told = "、".join(f"{kind} {n}" if n > 1 else kind for kind, n in kinds.items())
    return (found.rule.id, told or "—", "、".join(found.lessons) or "—")


def _table(head: Iterable[str], rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    cells = list(head)
    yield f"| {' | '.join(cells)} |"
    yield f"|{'---|' * len(cells)}"
    yield from (f"| {' | '.join(str(cell).replace('|', '｜') for cell in row)} |" for row in rows)
    yield ""
