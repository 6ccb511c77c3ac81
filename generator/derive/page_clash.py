"""两样东西要用同一个网页

网页的地址由编号而来。有的编号已被别的页面占用，如 index、calculators；有的和另一条加上后缀的地址相同；
con、nul、com1 等是 Windows 不许用的文件名，拷到 U 盘会丢。换一个编号即可。

坏例::

    - {id: index, title: 转正, lead: 预备党员转为正式党员。}

好例::

    - {id: conversion, title: 转正, lead: 预备党员转为正式党员。}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.derive.addresses import HUBS, Addresses
from generator.diagnostics import Diagnostic, Span, error
from generator.model.handbook import COLLECTIONS, LABELS, Handbook

ID = "page-clash"
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def prove_addresses(handbook: Handbook, addresses: Addresses) -> Iterator[Diagnostic]:
    """Entities whose page would take the place of another, or could not be kept on Windows."""
    owners = {path.partition("#")[0]: "本站的固定页面" for path in HUBS.values()}
    places = _places(handbook)
    for (use, name), address in addresses.table.items():
        if "#" in address:
            continue
        collection = _collection(use)
        owner = f"{LABELS[collection]}“{name}”"
        if any(_RESERVED.fullmatch(part.partition(".")[0]) for part in address.split("/")):
            yield error(places[collection, name], ID, f"编号“{name}”是 Windows 不许用的文件名", "换一个编号。")
        elif address in owners:
            message = f"{owner}的网页 {address} 已被{owners[address]}占用"
            yield error(places[collection, name], ID, message, "换一个编号。")
        owners.setdefault(address, owner)


def _collection(use: str) -> str:
    """The collection whose entities have pages of some use: sections for quiz-sections."""
    return next(name for name in COLLECTIONS if use in (name, f"quiz-{name}") or use.startswith(f"{name[:-1]}-"))


def _places(handbook: Handbook) -> dict[tuple[str, str], Span]:
    return {
        (name, entity.id): origin.at("id")
        for name, kind in COLLECTIONS.items()
        for entity, origin in handbook.each(kind)
    }
