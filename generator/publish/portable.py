"""Paths that can be carried to any machine: what Windows, old unzip programs and sticks do not take."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

LONGEST = 119
"""Letters of a path from the edition's root; Windows takes 259 with the folder it is put into."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\..*)?", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]')


def path_problems(paths: Iterable[str]) -> Iterator[str]:
    """What is wrong with paths, one sentence for each."""
    alike = defaultdict[str, list[str]](list)
    for path in paths:
        alike[path.lower()].append(path)
        parts = path.split("/")
        if len(path) > LONGEST:
            yield f"{path}：路径有 {len(path)} 个字符，最多 {LONGEST} 个，把编号取短些"
        if not path.isascii():
            yield f"{path}：路径里有英文字母、数字以外的字，旧的解压软件会弄错"
        if any(_RESERVED.fullmatch(part) for part in parts):
            yield f"{path}：con、aux、nul 这样的名字 Windows 不让用，换一个编号"
        if any(_REFUSED.search(part) or part != part.strip(" .") for part in parts):
            yield f"{path}：路径里有 Windows 不让用的符号"
    for same in alike.values():
        if len(same) > 1:
            yield f"{'、'.join(sorted(same))}：只有大小写不同，Windows 上会互相覆盖"
