"""Questions on documents: which wrong ones stand beside the right one."""

from __future__ import annotations

from generator.derive.questions.bank import derive_bank
from tests.test_questions import handbook


def papers(*written: tuple[str, str, str, str]) -> str:
    """Documents by id, title, section and kind, each with a purpose of its own."""
    return "".join(
        f"- {{id: {name}, number: {i}, title: {title}, section: {section}, kind: {kind}, purpose: {purpose}, writer: 某人,\n"
        f"   reader: 党支部, when: 第 {i} 天, structure: [{{title: 事, text: 写。}}], checklist: [写了],\n"
        "   rules: [probation-length], nature: rule, evidence: text}\n"
        for i, (name, title, section, kind) in enumerate(written, 1)
        for purpose in ["写明申请的事。" if i == 1 else f"第 {i} 件。"]
    )


def test_wrong_documents_are_those_nearest_to_the_right_one() -> None:
    written = papers(
        ("asked", "转正申请书", "admission-process", "C"),
        ("same-form-and-words", "申请要点", "admission-process", "C"),
        ("same-form", "思想体会", "admission-process", "C"),
        ("same-words", "申请登记", "admission-process", "B"),
        ("other-section", "学习心得", "meetings", "C"),
    )
    bank = derive_bank(handbook({"content/documents/all.yaml": written}))
    (asked,) = [item for item in bank.items if item.family == "document-asked"]
    assert {option.text for option in asked.options} == {"转正申请书", "申请要点", "思想体会", "申请登记"}
