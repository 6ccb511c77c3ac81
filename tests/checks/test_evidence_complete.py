"""evidence-complete: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "memory without why": (
        replaced("content/rules/process.yaml", "  why: 细则只要求书面申请，没有写提前多久；以本单位通知为准。\n", ""),
        "content/rules/process.yaml:30:13: error: 没有确认的规定没有写为什么、到哪里核 [evidence-complete]\n"
        "    补上 why。",
    ),
    "official without a person": (
        replaced(
            "content/rules/process.yaml",
            "  evidence: text\n  quantities:\n    - {value: 1,",
            "  evidence: official\n  quantities:\n    - {value: 1,",
        ),
        "content/rules/process.yaml:6:13: error: 写了已核原文（official），没有写谁在哪天核对 [evidence-complete]\n"
        "    补上 checked: {by: 姓名, on: 日期}；没有人对照过官方公布就写 text。",
    ),
    "conflict with one reading": (
        replaced(
            "content/rules/process.yaml",
            "  evidence: memory\n",
            "  evidence: conflict\n  readings: [{says: 一周, where: 某通知}]\n",
        ),
        "content/rules/process.yaml:30:13: error: 有分歧的规定没有写出各种说法 [evidence-complete]\n"
        "    在 readings 里至少写两种，并写明各见于哪里。",
    ),
    "scored without basis": (
        replaced("content/rules/process.yaml", "  basis: [{source: admission-2026, article: 第十三条}]\n", ""),
        "content/rules/process.yaml:35:13: error: 没有依据 [evidence-complete]\n"
        "    补上 basis；找不到依据就把 evidence 改为 memory。",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
