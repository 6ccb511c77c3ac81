"""A small fixed part of the fuzzing; the whole of it is `python -m tests.faults.fuzz`."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.fuzz import run_tree
from tests.faults.mutations import VALUE_DAMAGE, WHOLE_DAMAGE, mutate
from tests.faults.text_damage import TEXT_DAMAGE
from tests.faults.trees import Laboratory

ROOT = Path(__file__).parents[1]
SEED = 7
TREES = 90


@pytest.fixture(scope="module")
def laboratory() -> Laboratory:
    """The real handbook."""
    return Laboratory(ROOT)


def test_damaged_handbooks_give_located_findings_or_a_site(laboratory: Laboratory) -> None:
    outcomes = set()
    damage = set()
    for number in range(1, TREES):
        done, answer = run_tree(laboratory, SEED, number, rendered=False)
        assert not answer.faults, f"python -m tests.faults.fuzz --seed {SEED} --only {number}: {answer.faults}"
        outcomes.add(answer.outcome)
        damage |= {kind.rpartition(" ")[0] for kind in done}
    assert outcomes == {"findings", "site"}
    kinds = {name for name, _ in (*VALUE_DAMAGE, *WHOLE_DAMAGE, *TEXT_DAMAGE)}
    assert len(kinds - damage) <= 5, kinds - damage


@pytest.mark.parametrize("bomb", [b"[" * 200_000, b"{" * 200_000, b"- " * 200_000, b"? " * 100_000])
def test_what_would_bring_the_fuzzer_down_is_damaged_no_further(bomb: bytes) -> None:
    for number in range(40):
        mutate(random.Random(number), {"content/a.yaml": bomb, "content/b.yaml": b"id: b\n"})


def test_an_undamaged_handbook_is_a_site(laboratory: Laboratory) -> None:
    assert laboratory.answer(laboratory.files).outcome == "site"


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"id: a\n", "no such place"),
        (None, "no such file"),
    ],
)
def test_the_oracle_notices_a_finding_in_the_wrong_place(
    laboratory: Laboratory, data: bytes | None, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.diagnostics import Span, error

    place = "content/terms/admission.yaml" if data else "content/none.yaml"
    files = {**laboratory.files, **({place: data} if data else {})}
    wrong = error(Span(place, 99, 1), "unknown-id", "错")
    monkeypatch.setattr("tests.faults.trees.check", lambda *_, **__: [wrong])
    assert any(told.startswith(fault) for told in laboratory.answer(files).faults)


def test_the_oracle_notices_a_traceback(laboratory: Laboratory, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("tests.faults.trees.check", fail)
    answer = laboratory.answer(laboratory.files)
    assert answer.outcome == "fault"
    assert "KeyError: 'x'" in answer.faults[0]
