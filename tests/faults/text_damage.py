"""Ways to damage the bytes of one file: each takes chance and the bytes and gives other bytes."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.faults.hostile import ALL

TOKENS = (
    b"", b": ", b":", b"- ", b"\n", b"[", b"]", b"{", b"}", b'"', b"'", b"&a ", b"*a", b"\t", b"!!python/object:os.system ",
    b"[[", b"]]", b"\xff", b"\xed\xa0\x80", b"{{ rules: }}", b"{{ rules: a, , b }}", b"|\n", b">-\n", b"#", b"---\n",
    b"...\n", b"%YAML 9.9\n", b"? ", b"<<: *a\n", b"\0", b"\r\n", b"\r", b"\xe2\x80\xa8", b"\xc2\x85", b"@", b"`", b"\\",
    b"\xef\xbb\xbf", b'"\\ud800"', b'"\\0"', b'"\\x1b"', b"!<tag:x> ", b"\x0b", b"\x0c", b"\x1b[0m", b"\x7f",
)  # fmt: skip

MARKDOWN = (
    "> " * 3_000 + "深", "- " * 3_000 + "深", "[" * 9_000, "![" * 5_000, "*" * 9_000, "_a_" * 3_000, "`" * 5_000 + "a",
    "".join("`" * i + " " for i in range(1, 300)), "<" * 9_000, "&" * 9_000, "a](" * 3_000, "|" * 3_000 + "\n" + "|-" * 3_000,
    "[a]: b\n" * 2_000 + "[a]" * 2_000, "\\" * 9_000, "# " * 3_000, "```\n没有收尾", "~~~\n" * 500, "<!--", "<b>粗</b>",
    "![图](a.png)", "[网](http://a.example)", "[坏](javascript:alert(1))", "[空]()", "[术语](term:)", "[术语](term:没有)",
    "[术语](term:a#b#c)", "[规定](rule:" + "a" * 5_000 + ")", "{{ rules: " + "a, " * 3_000 + "}}", "{{ rules: a",
    "{{rules:a}}", "# 一级", "####### 七级", "甲\n===\n", "  \n" * 2_000, "1. " * 2_000, "+ [ ] a\n" * 2_000,
    "\n---\nid: b\n---\n", "a  \n" * 3_000, "<https://a.example>", "[a][b]\n\n[b]: javascript:alert(1)", "(" * 9_000,
)  # fmt: skip

QUESTIONS = (
    "## \n", "##\n", "## 题？\n- [x] 甲\n- [x] 甲\n", "## 题？\n", "- [x] 甲\n", "- [y] 甲\n", "- []\n", "编号：\n", "编号：a\n编号：b\n",
    "题型：论述\n", "答案：｜｜\n", "答案：" + "甲｜" * 3_000 + "\n", "依据：、、\n", "依据：没有这条\n", "难度：极难\n", "随便写一行\n",
    "## " + "长" * 5_000 + "\n", "- [x] " + "//" * 2_000 + "\n", "## 空 ______ ______\n答案：甲\n", "解析:: \n", "节：没有\n",
)  # fmt: skip

BOMBS = (
    "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n",
    "&a [*a]\n", "&a {x: *a}\n", "a: &a\n  <<: *a\n", "[" * 200_000, "{" * 200_000, "- " * 200_000, "? " * 100_000,
    "\n".join(" " * i + "a:" for i in range(800)), "[" * 19 + "x" + "]" * 19, "a: " + "x" * 400_000, "x" * 400_000 + ": a",
    "\n".join(f"k{i}: v" for i in range(40_000)), "- a\n" * 100_000, "[" + "[]," * 150_000 + "]", "{" + "a," * 150_000 + "}",
    '"' + "\\u4e00" * 60_000 + '"', "'" * 300_000, "# " * 300_000, "a: |\n" + " x\n" * 100_000, "\n" * 400_000,
    "!!binary " * 20_000, "%TAG ! x\n" * 20_000, "a: >\n" + "\n" * 200_000, "- {id: a}\n" * 40_000, ":" * 200_000,
    "{a: " * 19 + "b" + "}" * 19, "--- a\n" * 10_000, "\ufeff" * 10_000, "a:\n" + "  - b\n" * 80_000,
)  # fmt: skip


def _middle(chance: random.Random, data: bytes) -> int:
    """A place in the bytes, mostly between two characters."""
    at = chance.randint(0, len(data))
    if chance.random() < 0.9:
        while at < len(data) and data[at] & 0xC0 == 0x80:
            at += 1
    return at


def _truncate(chance: random.Random, data: bytes) -> bytes:
    return data[: _middle(chance, data)]


def _behead(chance: random.Random, data: bytes) -> bytes:
    return data[_middle(chance, data) :]


def _empty(chance: random.Random, data: bytes) -> bytes:
    return chance.choice((b"", b" ", b"\n\n", b"# a\n", b"---\n", b"---\n---\n", b"~", b"[]", b"{}", b"- ", b"null\n"))


def _insert(chance: random.Random, data: bytes) -> bytes:
    for _ in range(chance.randint(1, 4)):
        at = _middle(chance, data)
        data = data[:at] + chance.choice(TOKENS) + data[at + chance.randint(0, 6) :]
    return data


def _flip(chance: random.Random, data: bytes) -> bytes:
    raw = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        if raw:
            raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def _binary(chance: random.Random, data: bytes) -> bytes:
    head = chance.choice((b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0", b"\x1f\x8b", b""))
    return head + chance.randbytes(chance.randint(1, 4_000))


def _encode(chance: random.Random, data: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    name = chance.choice(("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "big5", "cp1252"))
    return text.encode(name, "replace")


def _newlines(chance: random.Random, data: bytes) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\n", b"\n\r", b"\xe2\x80\xa8", b"\x0b", b"")))


def _lines(chance: random.Random, data: bytes) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    some = lines[at : at + chance.randint(1, 6)]
    match chance.randrange(6):
        case 0:
            del lines[at : at + len(some)]
        case 1:
            lines[at:at] = some
        case 2:
            chance.shuffle(lines)
        case 3:
            lines[at] = b" " * chance.randint(1, 9) + lines[at]
        case 4:
            lines[at] = lines[at].lstrip()
        case _:
            lines[at : at + 2] = [b"".join(lines[at : at + 2])]
    return b"\n".join(lines)


def _bomb(chance: random.Random, data: bytes) -> bytes:
    bomb = chance.choice(BOMBS).encode()
    return chance.choice((bomb, data + b"\n" + bomb, b"---\n" + bomb + b"\n---\n\n" + data[:2_000]))


def _snippet(chance: random.Random, data: bytes, snippets: tuple[str, ...]) -> bytes:
    lines = data.split(b"\n")
    lines.insert(chance.randint(0, len(lines)), chance.choice(snippets).encode("utf-8", "surrogatepass"))
    return b"\n".join(lines)


def _markdown(chance: random.Random, data: bytes) -> bytes:
    return _snippet(chance, data, MARKDOWN)


def _questions(chance: random.Random, data: bytes) -> bytes:
    return _snippet(chance, data, QUESTIONS)


def _hostile(chance: random.Random, data: bytes) -> bytes:
    at = _middle(chance, data)
    return data[:at] + chance.choice(list(ALL.values())).encode("utf-8", "surrogatepass") + data[at:]


def _front_matter(chance: random.Random, data: bytes) -> bytes:
    new = chance.choice((b"", b"----\n", b" ---\n", b"---\n---\n", b"--- #\n", b"---\n- a\n---\n", b"---\nx\n---\n"))
    return data.replace(b"---\n", new, chance.randint(1, 2))


TEXT_DAMAGE: tuple[tuple[str, Callable[[random.Random, bytes], bytes]], ...] = (
    ("truncate", _truncate), ("behead", _behead), ("empty", _empty), ("insert", _insert), ("insert", _insert),
    ("flip", _flip), ("binary", _binary), ("encode", _encode), ("newlines", _newlines), ("lines", _lines),
    ("lines", _lines), ("bomb", _bomb), ("markdown", _markdown), ("markdown", _markdown), ("questions", _questions),
    ("hostile bytes", _hostile), ("front matter", _front_matter),
)  # fmt: skip
"""Name and damage done to the bytes of one file; the commoner ones twice."""
