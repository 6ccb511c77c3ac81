"""文书里出现了像证件号或电话的数字

示例、说明和结构里不写十八位证件号、十一位手机号一类的数字，虚构的也不写：
有人会照抄，也有人会当真。要留位置的，写“由使用者另填”。

坏例::

    fields: [{id: contact, label: 联系人, example: 赵某某 13800000000}]

好例::

    fields: [{id: contact, label: 联系人, help: 电话由使用者另填。, example: 组织委员赵某某}]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, error
from generator.model.document import DocumentTemplate
from generator.model.handbook import Handbook, Origin

ID = "private-number"
_NUMBER = re.compile(
    r"(?<![0-9])1[ -]?(?:[0-9][ -]?){9}[0-9](?![0-9])|(?<![0-9])(?:[0-9][ -]?){17}[0-9Xx](?![0-9A-Za-z])"
)
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def check(handbook: Handbook) -> Iterator[Diagnostic]:
    """Papers with a number shaped like that of a mobile phone or an identity card."""
    for document, origin in handbook.each(DocumentTemplate):
        for i, field in enumerate(document.fields):
            for name in ("label", "help", "example"):
                yield from _found(getattr(field, name), origin, "fields", i, name)
        for i, part in enumerate(document.structure):
            yield from _found(part.text, origin, "structure", i, "text")


def _found(text: str | None, origin: Origin, *path: str | int) -> Iterator[Diagnostic]:
    for found in _NUMBER.finditer((text or "").translate(_WIDE)):
        yield error(
            origin.at(*path),
            ID,
            f"“{found.group()}”像证件号或手机号",
            "删掉这个数字；要留位置的，在 help 里写“由使用者另填”。",
        )
