"""The slides of a made-up lesson as plain values: what stands where at every length, and what is said beside it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from generator.derive.lessons.deck import Slide, derive_deck
from generator.derive.papers import Form, PaperPart
from generator.derive.questions.item import Choice, Item
from generator.model.lesson import Activity, Case, Lesson, Need, OutlinePart, Point
from generator.model.question import Difficulty, QuestionType
from generator.model.rule import Basis, Change, Evidence, History, Misconception, Rule
from generator.model.source import ReadDepth, Source, SourceStatus
from generator.model.telling import tell

DAY = datetime.date(2026, 11, 22)
SOURCES = {
    name: Source(
        id=name, title=short, short=short, issuer="中央", status=SourceStatus.IN_FORCE, read=ReadDepth.WHOLE,
        read_note="全文", looked=DAY, summary="管什么。",
    )
    for name, short in (("rules", "细则"), ("charter", "党章"), ("old", "旧细则"))
}  # fmt: skip
PROBATION = Rule(
    id="probation", section="s", text="预备期[[一年]]，从[[党员大会通过]]那天算[[党员大会]]。", evidence=Evidence.TEXT,
    basis=(Basis(source="rules", article="第三十一条"), Basis(source="charter")),
    misconceptions=(
        Misconception(claim="预备期半年。", truth="是一年。"), Misconception(claim="预备期两年。", truth="也是一年。"),
    ),
    history=(
        History(year=2014, says="两年。", change=Change.CHANGED, source="old", evidence=Evidence.TEXT),
        History(year=2013, says="一年半。", change=Change.CHANGED, evidence=Evidence.TEXT),
    ),
)  # fmt: skip
VOTE = Rule(
    id="vote", section="s", text="要[[超过半数]]。", evidence=Evidence.REPORT,
    basis=(Basis(source="rules", article="第九条"),),
    misconceptions=(Misconception(claim="过三分之二。", truth="超过半数。"),),
    history=(History(year=2014, says="三分之二。", change=Change.CHANGED, source="old", evidence=Evidence.TEXT),),
)  # fmt: skip
RULES = {rule.id: rule for rule in (PROBATION, VOTE)}
LESSON = Lesson(
    id="made-up", title="预备期", section="s", audience="预备党员", need=Need.ADMISSION, occasion="转正前",
    lengths=(8, 20), aims=("会算",), key_points=("一年", "半数"), difficult_points=("起算日",),
    discussion=("谁来算？", "算到哪天？"),
    outline=(
        OutlinePart(
            title="日子", minutes={8: 3, 20: 8},
            points=(
                Point(text="从党员大会通过那天算一年", rules=("probation",), notes="停一停。"),
                Point(text="没有依据的话"), Point(text="到会的要超过半数", rules=("vote", "probation"), least=20),
            ),
        ),
        OutlinePart(
            title="案例", minutes={20: 4},
            case=Case(text="虚构案例。小王算错了。", ask="错在哪？", answer="少算一天。", rules=("probation",)),
        ),
        OutlinePart(title="议一议", minutes={20: 4}, activity=Activity.DISCUSSION),
        OutlinePart(title="小卷", minutes={8: 5, 20: 4}, activity=Activity.PAPER),
    ),
)  # fmt: skip


def item(number: int, options: tuple[str, ...], right: str) -> Item:
    made = tuple(Choice(text, text in right, "") for text in options)
    basis = (Basis(source="rules", article="第九条"), Basis(source="charter")) if number else ()
    return Item(
        f"q{number}", f"f{number}", QuestionType.SINGLE, "多长？", made, (right,), (), f"因为{number}。", basis,
        Evidence.TEXT, "题", "c", "s", ("probation",), (), (), Difficulty.EASY, must_know=False, written=False,
    )  # fmt: skip


FIVE, SIX = ("一年", "两年", "三年", "半年", "一个月"), ("一年", "两个月零三天", "三年", "半年", "一个月", "十天")
FORM = Form("A", (PaperPart(QuestionType.SINGLE, 10, (item(0, FIVE, "一年"), item(1, SIX, "十天、半年"))),))


def told(slides: tuple[Slide, ...]) -> Iterator[str]:
    for slide in slides:
        yield f"{'.'.join(map(str, slide.key))} {slide.kind} [{slide.part} {slide.label}] {slide.title}"
        yield from (f"  {line}" for line in slide.lines)
        yield from (f"  stressed {word}" for word in slide.stressed)
        yield from (f"  says {word}" for word in slide.say)
        yield from [f"  basis {slide.cited}"] * bool(slide.basis)


def test_slides_of_every_length_as_before(golden: Callable[[str, str], None]) -> None:
    decks = [derive_deck(tell(LESSON, length, RULES), FORM, SOURCES) for length in LESSON.lengths]
    golden("lessons/slides.txt", "\n\n".join("\n".join(told(deck.slides)) for deck in decks) + "\n")


def test_sources_fill_several_slides_six_lines_each() -> None:
    many = {f"s{i}": SOURCES["rules"].model_copy(update={"id": f"s{i}", "short": f"第{i}部"}) for i in range(7)}
    basis = tuple(Basis(source=name, article="第一条") for name in many)
    rules = {"probation": PROBATION.model_copy(update={"basis": basis, "history": ()})}
    slides = derive_deck(tell(LESSON, 8, rules), FORM, SOURCES | many).slides
    assert [(slide.key, len(slide.lines)) for slide in slides if slide.kind == "sources"] == [
        ((1000, 1, 0, 8), 6), ((1000, 1, 6, 8), 1),
    ]  # fmt: skip


def test_words_of_up_to_twelve_signs_are_stressed() -> None:
    twelve, thirteen = "一二三四五六七八九十百千", "甲乙丙丁戊己庚辛壬癸子丑寅"
    rule = PROBATION.model_copy(update={"text": f"[[{twelve}]]、[[{thirteen}]]。"})
    part = OutlinePart(title="日子", minutes={8: 8}, points=(Point(text=twelve + thirteen, rules=("probation",)),))
    told = tell(LESSON.model_copy(update={"outline": (part,)}), 8, {"probation": rule})
    assert [slide.stressed for slide in derive_deck(told, FORM, SOURCES).slides if slide.key == (0, 0, 0)] == [
        (twelve,)
    ]
