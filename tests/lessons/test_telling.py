"""One outline, told at every length: what is cut, what is filled up, how the minutes run."""

from __future__ import annotations

from generator.derive.views import Views
from generator.model.lesson import Activity, Case, Lesson, Need, OutlinePart, Point
from generator.model.rule import SCORED, Change, Evidence, History, Misconception, Rule
from generator.model.telling import FILL, SPOKEN, spoken_length, tell

RULE = Rule(
    id="length",
    section="s",
    text="预备期[[一年]]。",
    evidence=Evidence.TEXT,
    misconceptions=(
        Misconception(claim="预备期半年。", truth="是一年。"),
        Misconception(claim="预备期两年。", truth="也是一年。"),
    ),
    history=(History(year=2013, says="一年半。", change=Change.CHANGED, evidence=Evidence.TEXT),),
)


def lesson(*parts: OutlinePart) -> Lesson:
    return Lesson(
        id="l",
        title="预备期",
        section="s",
        audience="预备党员",
        need=Need.ADMISSION,
        occasion="转正前",
        lengths=(1, 3),
        aims=("会算",),
        key_points=("一年",),
        outline=parts,
    )


def test_points_and_cases_come_in_at_their_least_length() -> None:
    case = Case(text="小王", ask="对吗", answer="不对", least=3)
    short, long = Point(text="一年"), Point(text="从大会算起", least=3)
    whole = lesson(OutlinePart(title="日子", minutes={1: 1, 3: 3}, points=(short, long), case=case))
    told = [tell(whole, length, {}).parts[0] for length in (1, 3)]
    assert [[told.point.text for told in part.points] for part in told] == [["一年"], ["一年", "从大会算起"]]
    assert [part.case for part in told] == [None, case]


def test_time_left_is_filled_from_the_rules_the_best_first() -> None:
    part = OutlinePart(title="日子", minutes={1: 1}, points=(Point(text="一年", rules=("length",), notes="停一停。"),))
    told = tell(lesson(part), 1, {"length": RULE}).parts[0].points[0]
    assert told.spoken == (
        "一年停一停。有人说，预备期半年。其实，是一年。2013 年的说法是：一年半。现在是：预备期一年。"
        "有人说，预备期两年。其实，也是一年。"
    )


def test_no_addition_is_told_twice_or_beyond_the_time() -> None:
    points = (Point(text="字" * 100, rules=("length",)), Point(text="再说", rules=("length",)))
    told = tell(lesson(OutlinePart(title="日子", minutes={1: 1}, points=points)), 1, {"length": RULE}).parts[0]
    assert [[more.spoken for more in point.more] for point in told.points] == [
        ["有人说，预备期半年。其实，是一年。", "规定是这样说的：预备期一年。"],
        [],
    ]
    assert told.amount <= SPOKEN * FILL


def test_unconfirmed_rules_add_nothing() -> None:
    rule = RULE.model_copy(update={"evidence": Evidence.MEMORY})
    part = OutlinePart(title="日子", minutes={1: 1}, points=(Point(text="一年", rules=("length",)),))
    assert tell(lesson(part), 1, {"length": rule}).parts[0].points[0].more == ()


def test_minutes_run_on_and_left_out_parts_are_not_there() -> None:
    parts = (
        OutlinePart(title="甲", minutes={1: 1, 3: 1}, points=(Point(text="一"),)),
        OutlinePart(title="乙", minutes={3: 2}, activity=Activity.DISCUSSION),
    )
    assert [(part.title, part.start, part.end) for part in tell(lesson(*parts), 3, {}).parts] == [
        ("甲", 0, 1),
        ("乙", 1, 3),
    ]
    assert [part.title for part in tell(lesson(*parts), 1, {}).parts] == ["甲"]


def test_every_real_part_can_be_said_in_its_minutes(views: Views) -> None:
    for kit in views.kits.values():
        for telling in kit.tellings:
            assert telling.parts[-1].end == telling.length
            for part in telling.parts:
                assert not part.empty
                assert part.amount <= part.minutes * 200, f"{kit.lesson.id} {telling.length} {part.title}"


def test_spoken_length_counts_no_blanks() -> None:
    assert spoken_length("一 年\n　半") == 3


def test_no_earlier_wording_known_from_memory_is_told(views: Views) -> None:
    told = [
        more.what
        for kit in views.kits.values()
        for telling in kit.tellings
        for part in telling.parts
        for point in part.points
        for more in point.more
        if isinstance(more.what, History)
    ]
    assert {past.evidence for past in told} <= SCORED
    assert len(told) > 50
