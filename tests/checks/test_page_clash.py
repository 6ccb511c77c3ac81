"""Two things that want the same page."""

from __future__ import annotations

from generator.derive.addresses import derive_addresses
from generator.derive.page_clash import prove_addresses
from generator.load import load
from generator.structure import structure
from tests.support import minimal_files


def clashes(old: str, new: str) -> str:
    """What is printed about the minimal handbook with an id exchanged in every file."""
    files = {path: data.decode().replace(old, new).encode() for path, data in minimal_files().items()}
    documents, unread = load(files)
    handbook, misshapen = structure(documents)
    assert [*unread, *misshapen] == []
    return "\n".join(str(found) for found in prove_addresses(handbook, derive_addresses(handbook)))


def test_ids_of_pages_that_the_site_has_already_are_refused() -> None:
    assert clashes("id: conversion-request", "id: index") == (
        "content/documents/conversion-request.yaml:1:5: error: 文书“index”的网页 documents/index.html "
        "已被本站的固定页面占用 [page-clash]\n    换一个编号。"
    )
    assert clashes("admission-process", "daily") == (
        "content/handbook/ch01-admission/01-process.md:2:5: error: 节“daily”的网页 quiz/daily.html "
        "已被本站的固定页面占用 [page-clash]\n    换一个编号。"
    )


def test_a_section_named_like_its_chapter_is_refused() -> None:
    assert clashes("admission-process", "admission") == (
        "content/handbook/ch01-admission/01-process.md:2:5: error: 节“admission”的网页 quiz/admission.html "
        "已被章“admission”占用 [page-clash]\n    换一个编号。"
    )


def test_names_that_windows_keeps_for_itself_are_refused() -> None:
    assert clashes("id: probationary-member", "id: con") == (
        "content/roles/probationary-member.yaml:1:5: error: 编号“con”是 Windows 不许用的文件名 [page-clash]\n"
        "    换一个编号。"
    )


def test_ordinary_ids_do_not_clash() -> None:
    assert clashes("nothing", "nothing") == ""
