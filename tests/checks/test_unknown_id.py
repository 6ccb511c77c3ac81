"""unknown-id: bad content in, the printed findings out."""

from __future__ import annotations

import pytest

from tests.support import findings, replaced

CASES = {
    "optional reference": (
        replaced("content/rules/process.yaml", "source: admission-2014, says", "source: admission-2041, says"),
        "content/rules/process.yaml:41:28: error: 没有编号为“admission-2041”的来源 [unknown-id]\n"
        "    是否想写“admission-2014”？",
    ),
    "near miss is suggested": (
        replaced(
            "content/rules/process.yaml", "article: 第三十一条", "article: 第三十一条}\n    - {source: admision-2014"
        ),
        "content/rules/process.yaml:6:16: error: 没有编号为“admision-2014”的来源 [unknown-id]\n"
        "    是否想写“admission-2014”？",
    ),
    "place inside a list": (
        replaced(
            "content/rules/process.yaml",
            "  roles: [probationary-member]",
            "  roles: [probationary-member, secretary-general]",
        ),
        "content/rules/process.yaml:24:32: error: 没有编号为“secretary-general”的角色 [unknown-id]\n"
        "    先写好这个角色，或改用已有的编号。",
    ),
    "link in a Markdown body": (
        replaced("content/handbook/ch01-admission/01-process.md", "(procedure:conversion)", "(procedure:convertion)"),
        "content/handbook/ch01-admission/01-process.md:20:19: error: 没有编号为“convertion”的流程 [unknown-id]\n"
        "    是否想写“conversion”？",
    ),
    "card in a Markdown body": (
        replaced(
            "content/handbook/ch01-admission/01-process.md",
            "{{ rules: probation-length }}",
            "{{ rules: probation-length, probation-lenght }}",
        ),
        "content/handbook/ch01-admission/01-process.md:16:29: error: 没有编号为“probation-lenght”的规定 [unknown-id]\n"
        "    是否想写“probation-length”？",
    ),
    "paper of a step": (
        replaced(
            "content/procedures/conversion.yaml",
            "inputs: [conversion-application, 意见汇总]",
            "inputs: [conversion-aplication, 意见汇总]",
        ),
        "content/procedures/conversion.yaml:24:18: error: 没有编号为“conversion-aplication”的文书 [unknown-id]\n"
        "    是否想写“conversion-application”？",
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_finding(files: dict[str, str], expected: str) -> None:
    assert findings(files) == expected
