"""题库里有硬伤

每道题生成以后都要过一遍：单选、判断、情景题恰好一个正确答案，选项不重复，错误选项不能同答案或同一规定认可的写法
意思相同，答案不能空。改写、否决意见里的题号要真有这道题；已经发布的题目不再出了，要在 quizzes/retired.yaml 写一句说明；
组卷方案要的题，题库要抽得出。

坏例::

    asks:
      - span: 一年
        ask: 预备党员的预备期有多长？
        wrong: [{text: 十二个月, why: 同一年是一回事。}]

好例::

    asks:
      - span: 一年
        ask: 预备党员的预备期有多长？
        wrong: [{text: 六个月, why: 六个月是延长预备期的下限。}]
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.derive.drawing import draw
from generator.derive.questions.item import Bank, Item
from generator.diagnostics import Diagnostic, Span, error, warning
from generator.model.handbook import Handbook
from generator.model.question import Blueprint, Published, QuestionType, Retirement, Review
from generator.model.rule import Rule
from generator.model.wording import meaning

ID = "question-proof"
_ONE = (QuestionType.SINGLE, QuestionType.TRUE_FALSE, QuestionType.CASE)
_FEWEST_PARTS = 3


def prove(handbook: Handbook, bank: Bank) -> Iterator[Diagnostic]:
    """Faults of the questions themselves, and of what editors say about them."""
    places = _places(handbook)
    accepted = _accepted(handbook)
    for item in bank.items:
        for message, hint in faults(item, accepted.get(item.stem, frozenset())):
            yield error(places[item.rules[0]], ID, f"题目 {item.id}“{item.stem}”{message}", hint)
    yield from _of_reviews(handbook, bank)
    yield from _of_published(handbook, bank)
    yield from _of_blueprints(handbook, bank)


def faults(item: Item, accepted: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """What is wrong with a question, each with what to do."""
    right = [option for option in item.options if option.correct]
    meanings = [meaning(option.text) for option in item.options]
    if item.type in _ONE and len(right) != 1:
        yield f"有 {len(right)} 个正确选项", "改 asks 或题目，使正确选项恰好一个。"
    if item.type is QuestionType.MULTIPLE and not 1 < len(right) < len(item.options):
        yield "正确选项太少，或者没有错误选项", "改选项。"
    if len(set(meanings)) != len(meanings):
        yield "有两个选项意思相同", "换掉其中一个。"
    for option in item.options:
        if not option.correct and meaning(option.text) in accepted:
            yield f"的错误选项“{option.text}”其实也对", "换一个确实错误的选项。"
        if not option.correct and not option.why:
            yield f"的错误选项“{option.text}”没有写错在哪里", "补上 why。"
    if not (item.pairs or all(item.key)) or not (item.pairs or item.key):
        yield "没有答案", "补上答案。"
    if item.pairs and _is_ambiguous(item):
        yield "有两项可以互换", "换掉其中一项。"
    if item.type is QuestionType.ORDERING and (len(set(item.key)) < len(item.key) or len(item.key) < _FEWEST_PARTS):
        yield "要排的项太少，或者有重复", "改步骤名。"


def _is_ambiguous(item: Item) -> bool:
    sides = zip(*item.pairs, strict=True)
    return any(len({meaning(text) for text in side}) < len(item.pairs) for side in sides)


def _accepted(handbook: Handbook) -> dict[str, frozenset[str]]:
    """Stem → meanings of everything that answers it rightly."""
    right: dict[str, set[str]] = {}
    for rule in handbook.rules:
        for ask in rule.asks:
            right.setdefault(ask.ask, set()).update(map(meaning, (ask.span, ask.key or ask.span, *ask.accept)))
    return {stem: frozenset(meanings) for stem, meanings in right.items()}


def _places(handbook: Handbook) -> dict[str, Span]:
    return {rule.id: origin.at("text") for rule, origin in handbook.each(Rule)}


def _of_reviews(handbook: Handbook, bank: Bank) -> Iterator[Diagnostic]:
    made = {item.id: item for item in bank.made}
    for review, origin in handbook.each(Review):
        item = made.get(review.id)
        if item is None:
            yield warning(
                origin.at("id"), ID, f"题库里没有 {review.id} 这道题", "它的答案变了，或者已经不出；删掉这条意见。"
            )
            continue
        texts = dict.fromkeys((*(o.text for o in item.options), *item.key, *(t for pair in item.pairs for t in pair)))
        for i, rewording in enumerate(review.options):
            if rewording.was not in texts:
                place = origin.at("options", i, "was")
                yield error(
                    place, ID, f"题目 {review.id} 没有“{rewording.was}”这个选项", f"可以改写：{'、'.join(texts)}。"
                )


def _of_published(handbook: Handbook, bank: Bank) -> Iterator[Diagnostic]:
    known = {item.id for item in bank.items}
    accounted = known | {retirement.id for retirement in handbook.retirements}
    for published, origin in handbook.each(Published):
        if published.id not in accounted:
            yield warning(
                origin.at(),
                ID,
                f"已经发布的题目 {published.id} 不再出了，学员不知道为什么",
                "在 quizzes/retired.yaml 写上它的编号和说明，如“规定已变”。",
            )
    for retirement, origin in handbook.each(Retirement):
        if retirement.id in known:
            yield error(origin.at("id"), ID, f"题目 {retirement.id} 还在出，不能又说停用", "删掉这一条，或否决这道题。")


def _of_blueprints(handbook: Handbook, bank: Bank) -> Iterator[Diagnostic]:
    for blueprint, origin in handbook.each(Blueprint):
        for i, (part, drawn) in enumerate(zip(blueprint.parts, draw(blueprint, bank.items, 0)[0], strict=True)):
            if len(drawn) < part.count:
                yield warning(
                    origin.at("parts", i, "count"),
                    ID,
                    f"题库里这种题不够 {part.count} 道，只抽得出 {len(drawn)} 道",
                    "减少题数，或放宽 sections。",
                )
