"""Reading files: every fault of form is one located finding in plain words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.diagnostics import Span, error
from generator.load import load, read_files
from generator.nodes import plain

CASES = {
    "unclosed quote points at its start": (
        'id: a\ntitle: "没有收尾\nlead: b\n',
        "content/a.yaml:2:8: error: YAML 写法有误：引号没有配对，一直到文件末尾也没有找到收尾的引号 [yaml-syntax]\n"
        "    在这里检查引号是否成对。",
    ),
    "two colons in a line": (
        "id: a\ntext: 时限: 一个月\n",
        "content/a.yaml:2:9: error: YAML 写法有误：一行里出现了两个“: ” [yaml-syntax]\n"
        "    值里面含有“: ”时，给整个值加上引号。",
    ),
    "full-width colon is named where it stands, not where reading stops": (
        "- id: a\n  text：预备期一年\n  evidence: text\n",
        "content/a.yaml:2:7: error: YAML 写法有误：键后面是中文冒号 [yaml-syntax]\n    改成英文冒号，后面空一格。",
    ),
    "full-width colon on the first line": (
        "id：a\ntext: b\n",
        "content/a.yaml:1:3: error: YAML 写法有误：键后面是中文冒号 [yaml-syntax]\n    改成英文冒号，后面空一格。",
    ),
    "key too far in": (
        "- id: a\n   text: b\n",
        "content/a.yaml:2:8: error: YAML 写法有误：这一行同上一行连成了一个值 [yaml-syntax]\n"
        "    同一级的键要从同一列开始；上一行的减号、冒号后面要空一格。",
    ),
    "minus without a space": (
        "-id: a\n text: b\n",
        "content/a.yaml:2:6: error: YAML 写法有误：这一行同上一行连成了一个值 [yaml-syntax]\n"
        "    同一级的键要从同一列开始；上一行的减号、冒号后面要空一格。",
    ),
    "duplicate key": (
        "id: a\ntext: 一年\ntext: 两年\n",
        "content/a.yaml:3:1: error: 键“text”写了两次，第一次在第 2 行 [duplicate-key]\n"
        "    两处合成一处；YAML 自己会悄悄丢掉前一处。",
    ),
    "empty value": (
        "id: a\ntext:\n",
        "content/a.yaml:2:6: error: 这里没有写值 [empty-value]\n    补上内容，或把这一行整行删掉。",
    ),
    "alias": (
        "a: &x [1]\nb: *x\n",
        "content/a.yaml:1:4: error: 这里用了 YAML 的锚点（&）或别名（*），本站不支持 [yaml-alias]\n"
        "    把内容照写一遍；值以 & 或 * 开头时给它加上引号。",
    ),
    "tag": (
        "a: !!python/object/apply:os.system [ls]\n",
        "content/a.yaml:1:4: error: 这里用了 YAML 的类型标记（!），本站不支持 [yaml-tag]\n"
        "    删掉以 ! 开头的标记；值以 ! 开头时给它加上引号。",
    ),
    "merge key": (
        "<<: {a: 1}\n",
        "content/a.yaml:1:1: error: 键必须是一个词 [yaml-key]\n    花括号、方括号开头的值要加引号；不支持“<<”合并。",
    ),
    "second document": (
        "a: 1\n---\nb: 2\n",
        "content/a.yaml:2:1: error: 一个文件里只能有一份内容，这里又用 --- 开了一份 [yaml-documents]\n"
        "    删掉这一行 ---，或把后面的内容放进另一个文件。",
    ),
    "deep nesting": (
        "[" * 30 + "]" * 30,
        "content/a.yaml:1:22: error: 嵌套超过 20 层 [yaml-depth]\n    检查缩进，内容不需要这么多层。",
    ),
    "long list inside an entity": (
        "a: [" + "x," * 301 + "]\n",
        "content/a.yaml:1:605: error: 一处写了超过 300 项 [yaml-length]\n    删掉重复的，或拆开写。",
    ),
    "long mapping": (
        "".join(f"k{i}: v\n" for i in range(301)),
        "content/a.yaml:301:1: error: 一处写了超过 300 项 [yaml-length]\n    删掉重复的，或拆开写。",
    ),
    "control character written as an escape": (
        'a: 一\nb: "甲\\x1b[31m乙"\n',
        "content/a.yaml:2:4: error: 有一个不能显示的控制字符（U+001B） [control-character]\n"
        "    删掉它，重新输入这一段；多半是从别的软件粘贴时带进来的。",
    ),
    "control character as it is": (
        "a: 甲\x0b乙\nb: 丙\u2028丁\n",
        "content/a.yaml:1:5: error: 有一个不能显示的控制字符（U+000B） [control-character]\n"
        "    删掉它，重新输入这一段；多半是从别的软件粘贴时带进来的。\n"
        "content/a.yaml:2:5: error: 有一个不能显示的控制字符（U+2028） [control-character]\n"
        "    删掉它，重新输入这一段；多半是从别的软件粘贴时带进来的。",
    ),
    "invisible character": (
        "a: 党\u200b支部\n",
        "content/a.yaml:1:5: warning: 有一个看不见的字符（U+200B），搜索和对照会因它对不上 [invisible-character]\n"
        "    删掉它，重新输入前后几个字；多半是从网页粘贴时带进来的。",
    ),
    "cut off in the middle of a list": (
        "a: [x,\n",
        "content/a.yaml:2:1: error: YAML 写法有误：方括号或花括号里缺少一项，或没有收尾的括号 [yaml-syntax]\n"
        "    检查括号是否成对，有没有多写逗号。",
    ),
    "cut off without a last newline": (
        "a:\n  b: [x",
        "content/a.yaml:2:6: error: YAML 写法有误：方括号或花括号里缺少逗号或收尾的括号 [yaml-syntax]\n"
        "    检查括号是否成对、各项之间是否有英文逗号。",
    ),
    "nothing after the last key": (
        "a: b\nc:",
        "content/a.yaml:2:3: error: 这里没有写值 [empty-value]\n    补上内容，或把这一行整行删掉。",
    ),
    "tab": (
        "a:\n  \tb: 1\n",
        "content/a.yaml:2:3: error: 用了制表符（Tab）缩进 [yaml-tab]\n    改用空格，每级两个。",
    ),
    "empty file": (
        "# 只有注释\n",
        "content/a.yaml:1:1: error: 文件里没有内容 [empty-file]\n    写上内容，或删掉这个文件。",
    ),
}

BYTES = {
    "bom": (b"\xef\xbb\xbfa: 1\n", "content/a.yaml:1:1: error: 文件开头有看不见的 BOM 标记 [file-bom]"),
    "utf-16": ("a: 1".encode("utf-16"), "content/a.yaml:1:1: error: 文件是 UTF-16 编码 [file-encoding]"),
    "gbk": (
        "a: 一\nb: 预备期".encode("gbk"),
        "content/a.yaml:2:5: error: 有一段不是 UTF-8 编码，可能是 GBK [file-encoding]",
    ),
    "crlf": (b"a: 1\nb: 2\r\nc: 3\r\n", "content/a.yaml:2:5: error: 换行是 Windows 格式（CRLF） [file-crlf]"),
    "binary": (b"PK\x03\x04\n\0\0", "content/a.yaml:2:1: error: 这不是文本文件 [file-binary]"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_fault_of_form_is_located(text: str, expected: str) -> None:
    _, found = load({"content/a.yaml": text.encode()})
    assert "\n".join(str(finding) for finding in found) == expected


@pytest.mark.parametrize(("data", "expected"), BYTES.values(), ids=BYTES)
def test_file_that_is_not_plain_text_is_refused(data: bytes, expected: str) -> None:
    documents, found = load({"content/a.yaml": data})
    assert documents == ()
    assert [str(finding).partition("\n")[0] for finding in found] == [expected]


def test_scalars_keep_the_text_that_was_written() -> None:
    text = "a: no\nb: 010\nc: 1:30\nd: 2026-05-11\ne: 1e3\nf: '~'\ng: 0x1F\n"
    (document,), found = load({"content/a.yaml": text.encode()})
    assert found == []
    assert plain(document.node) == {
        "a": "no", "b": "010", "c": "1:30", "d": "2026-05-11", "e": "1e3", "f": "~", "g": "0x1F",
    }  # fmt: skip


def test_a_file_holds_a_bounded_number_of_values() -> None:
    _, found = load({"content/a.yaml": b"- a\n" * 100_001})
    assert [str(finding) for finding in found] == [
        "content/a.yaml:100000:3: error: 一个文件里的值超过 100,000 个 [yaml-length]\n    拆成几个文件。"
    ]


def test_a_message_fits_on_a_line_and_a_screen() -> None:
    shown = str(error(Span("a", 1, 1), "x", "甲\n乙\x1b[31m\u202e" + "长" * 600 + "没有标出", "丙\t丁"))
    assert shown == "a:1:1: error: 甲 乙�[31m�" + "长" * 371 + "……" + "长" * 116 + "没有标出 [x]\n    丙 丁"


def test_all_files_are_read_although_one_is_broken() -> None:
    documents, found = load({"content/a.yaml": b"a: [1\n", "content/b.yaml": b"- {id: b}\n- {id: c}\n"})
    assert [plain(document.node) for document in documents] == [{"id": "b"}, {"id": "c"}]
    assert [finding.check for finding in found] == ["yaml-syntax"]


def test_front_matter_counts_lines_of_the_whole_file() -> None:
    text = "---\nid: a\ntitle:\n---\n\n## 标题\n"
    (document,), found = load({"content/handbook/ch01/a.md": text.encode()})
    assert [str(finding.span) for finding in found] == ["content/handbook/ch01/a.md:3:7"]
    assert plain(document.node) == {"id": "a", "title": "", "body": "## 标题\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 标题\n", "文件开头没有用 --- 围起来的信息"),
        ("---\nid: a\n", "开头的 --- 没有收尾"),
        ("---\n---\n正文\n", "开头的信息是空的"),
        ("---\n- a\n---\n正文\n", "开头的信息要写成“键: 值”"),
    ],
)
def test_front_matter_must_be_there(text: str, expected: str) -> None:
    documents, found = load({"content/handbook/ch01/a.md": text.encode()})
    assert documents == ()
    assert [finding.message for finding in found] == [expected]


def test_large_and_broken_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "content" / "terms").mkdir(parents=True)
    (tmp_path / "content" / "big.yaml").write_bytes(b"a" * 1_000_001)
    (tmp_path / "content" / "gone.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "content" / "round.yaml").symlink_to("round.yaml")
    (tmp_path / "content" / ".hidden.yaml").write_text("a: 1")
    (tmp_path / "content" / "loop").symlink_to(tmp_path / "content")
    (tmp_path / "content" / "a.yaml").write_text("a: 1")
    (tmp_path / "content" / "A.yaml").write_text("a: 1")
    (tmp_path / "content" / "b\n.yaml").write_text("a: 1")
    (tmp_path / "content" / os.fsdecode(b"c\xff.yaml")).write_text("a: 1")
    os.mkfifo(tmp_path / "content" / "terms" / "pipe.yaml")
    files, found = read_files(tmp_path)
    assert list(files) == ["content/A.yaml"]
    assert [str(finding).partition("\n")[0] for finding in sorted(found, key=lambda finding: finding.order)] == [
        "content/a.yaml:1:1: error: 文件名和 content/A.yaml 只差大小写 [file-name]",
        "content/b .yaml:1:1: error: 文件名里有不能显示的字符 [file-name]",
        "content/big.yaml:1:1: error: 文件有 1,000,001 字节，超过上限 1,000,000 [file-size]",
        "content/c�.yaml:1:1: error: 文件名里有不能显示的字符 [file-name]",
        "content/gone.yaml:1:1: error: 打不开（链接指向的文件不在了） [file-unreadable]",
        "content/loop:1:1: error: 这是指向文件夹的链接，没有读它 [file-unreadable]",
        "content/round.yaml:1:1: error: 打不开（链接绕成了圈） [file-unreadable]",
        "content/terms/pipe.yaml:1:1: error: 这不是普通文件（是管道、设备之类） [file-unreadable]",
    ]


def test_a_project_without_content_is_told(tmp_path: Path) -> None:
    _, found = read_files(tmp_path)
    assert [str(finding) for finding in found] == [
        "content:1:1: error: 没有 content 文件夹，不知道内容在哪里 [file-unreadable]\n"
        "    在项目所在的文件夹里运行，或用 --root 指明它。"
    ]


def test_other_files_are_left_out_with_a_warning() -> None:
    _, found = load({"content/rules/a.yml": b"a: 1\n", "content/a.docx": b"PK\0"})
    assert [str(finding) for finding in found] == [
        "content/rules/a.yml:1:1: warning: 不认识这种文件，没有读它 [unknown-file]\n    改名为 .yaml。",
        "content/a.docx:1:1: warning: 不认识这种文件，没有读它 [unknown-file]\n    移到别处；内容只用 .yaml 和 .md。",
    ]
