"""The screen for the room: what it can ask, and that it is left out where there is nothing to ask."""

from __future__ import annotations

import dataclasses

from generator.derive.questions.item import Bank
from generator.derive.views import derive
from generator.render.navigation import outline
from generator.render.quiz_question import CHOICES
from generator.render.room_page import kit_questions, room_pages
from tests.support import minimal_handbook
from tests.yearbook import views


def test_every_kit_has_questions_for_the_room() -> None:
    kinds = {item.id: item.type for item in views().bank.items}
    found = kit_questions(views())
    assert found.keys() == {lesson.id for lesson in views().handbook.lessons}
    for name, ids in found.items():
        assert 5 <= len(ids) <= 10, name
        assert len(set(ids)) == len(ids)
        assert {kinds[one] for one in ids} <= CHOICES


def test_no_questions_no_screen() -> None:
    plain = derive(minimal_handbook())
    empty = dataclasses.replace(plain, bank=Bank((), ()))
    assert [page.url for page in room_pages(plain)] == ["quiz/room.html"]
    assert list(room_pages(empty)) == []
    titles = [item.title for tab in outline(empty) for item in tab.children]
    assert "会场大屏" not in titles
    assert "会场大屏" in [item.title for tab in outline(plain) for item in tab.children]
