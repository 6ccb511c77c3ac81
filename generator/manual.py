"""The editors' manual of checks, made from the checks' own docstrings."""

from __future__ import annotations

import inspect
import textwrap
from dataclasses import dataclass

from generator.checks import CHECKS
from generator.derive import page_clash
from generator.derive.questions import proofs

READING = {
    "file-unreadable": "打不开|文件或文件夹没有读的权限，或者是一个指向别处的链接、管道之类。恢复权限，或把东西本身拷进来。",
    "file-name": "文件名不能用|文件名里有不能显示的字符，或与另一个文件只差大小写。改名；只用小写英文字母、数字和连字符。",
    "file-size": "文件太大|一个内容文件最多 1,000,000 字节。按小节拆成几个文件。",
    "file-bom": "文件开头有 BOM|有些 Windows 编辑器会在开头写上看不见的标记。另存为“UTF-8（无 BOM）”。",
    "file-encoding": "编码不是 UTF-8|GBK、UTF-16 的文件读不了。用编辑器另存为 UTF-8。",
    "file-binary": "不是文本文件|Word、图片、压缩包不能当内容。",
    "file-crlf": "换行是 Windows 格式|用编辑器把换行改成 LF。",
    "control-character": "有控制字符|从别的软件粘贴时会带进不能显示的字符，网页、Word 都放不下。删掉它，重新输入这一段。",
    "invisible-character": "有看不见的字符|零宽空格、文字方向控制符等，看不见，却让搜索和对照对不上。删掉它，重新输入前后几个字。",
    "unknown-file": "不认识的文件|内容只写在 .yaml 和 .md 文件里。",
    "unknown-place": "不知道是什么内容|文件要放进与内容相符的文件夹，如 content/rules/。",
    "empty-file": "文件是空的|写上内容，或删掉。",
    "empty-value": "键后面没有值|补上内容，或把整行删掉。",
    "front-matter": "开头的信息不对|Markdown 文件开头用两行 --- 围起 id、title 等信息。",
    "yaml-syntax": "YAML 写法有误|多半是冒号用了中文的、缩进没有对齐、引号没有配对，或值里有“: ”而没有加引号。",
    "yaml-tab": "用了制表符缩进|缩进只用空格，每级两个。",
    "yaml-documents": "一个文件写了两份内容|后面不能再用 --- 另起一份。",
    "yaml-alias": "用了锚点或别名|& 和 * 开头的写法不支持。把内容照写一遍，或给值加引号。",
    "yaml-tag": "用了类型标记|! 开头的写法不支持。给值加引号。",
    "yaml-depth": "嵌套太深|检查缩进。",
    "yaml-length": "太长|一个列表最多 300 项，一个文件最多 100,000 个值。拆开写。",
    "yaml-key": "键不是一个词|花括号、方括号开头的值要加引号。",
    "duplicate-key": "同一个键写了两次|两处合成一处。",
    "missing-field": "缺少必填的项|照提示补上。",
    "unknown-field": "不认识的项|多半是键名拼错了，照提示改。",
    "wrong-shape": "写成了别的形式|该写列表的写了文字，或反过来。照编辑手册里的例子改。",
    "wrong-value": "值不合要求|编号、数字、日期或固定选项写得不对，照提示改。",
}
"""Check id → title and explanation, for faults found while reading files."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A check as the manual explains it."""

    id: str
    """Id of the check."""
    title: str
    """What it finds, in a few words."""
    text: tuple[str, ...]
    """Explanation, by paragraph."""
    bad: str = ""
    """Content it complains of."""
    good: str = ""
    """Content it is content with."""


def entries() -> tuple[Entry, ...]:
    """Every entry of the manual, checks of meaning first."""
    reading = (Entry(name, *_reading(text)) for name, text in READING.items())
    return (*(_entry(module.ID, inspect.getdoc(module) or "") for module in (*CHECKS, proofs, page_clash)), *reading)


def _reading(text: str) -> tuple[str, tuple[str, ...]]:
    title, _, explanation = text.partition("|")
    return title, (explanation,)


def _entry(check_id: str, doc: str) -> Entry:
    head, _, rest = doc.partition("\n\n")
    text, _, examples = rest.partition("坏例::\n")
    bad, _, good = examples.partition("好例::\n")
    paragraphs = tuple(" ".join(part.split("\n")) for part in text.strip().split("\n\n"))
    return Entry(check_id, head, paragraphs, _block(bad), _block(good))


def _block(text: str) -> str:
    return textwrap.dedent(text).strip("\n").rstrip()
