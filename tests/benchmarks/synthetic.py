"""A handbook of any size for benchmarks: eight chapters, sections with prose, rules, terms and links."""

from __future__ import annotations

from pathlib import Path

PROSE = (
    "党支部党员大会通过接收决议以后，预备期就开始了。支部及时把他编入党小组，安排他参加组织生活，"
    "继续教育和考察。讨论转正的时候，先听党小组和群众的意见，再由支部委员会审查，最后由党员大会表决。"
)

MKDOCS = "site_name: 基准\ndocs_dir: content\nuse_directory_urls: false\ntheme: {{name: material, language: zh, font: false{custom}}}\nplugins: [handbook]\n"


def write_handbook(root: Path, pages: int, overrides: Path | None = None) -> None:
    """Write a project of about `pages` pages to `root`."""
    custom = f", custom_dir: {overrides}" if overrides else ""
    write(root / "mkdocs.yml", MKDOCS.format(custom=custom))
    write(root / "content/index.md", f"---\nid: home\ntitle: 基准\nlead: 基准。\nas_of: 2026-11-22\n---\n{PROSE}\n")
    write(
        root / "content/sources.yaml",
        "- {id: source-one, title: 某条例, short: 某条例, issuer: 某机关, status: in-force, read: whole, "
        "read_note: 全文。, looked: 2026-11-22, summary: 某事。}\n",
    )
    sections = max(1, (pages - 50) // 16)  # each has a page of its own and one of questions, in each of eight chapters
    for chapter in range(1, 9):
        folder = root / f"content/handbook/ch{chapter:02}"
        write(
            folder / "index.md",
            f"---\nid: ch{chapter}\ntitle: 第{chapter}部\nnumber: {chapter}\nlead: 导语。\n---\n{PROSE}\n",
        )
        for number in range(1, sections + 1):
            name = f"ch{chapter}-s{number}"
            write(folder / f"{number:04}.md", section(name, number))
            write(root / f"content/rules/{name}.yaml", rules(name))


def section(name: str, number: int) -> str:
    """A section page with prose and its rules."""
    head = f"---\nid: {name}\ntitle: 第{number}个题目\nnumber: {number}\nlead: 导语。\nchecked: 2026-11-22\n---\n"
    return head + "".join(f"## 小标题{i}\n\n{PROSE}\n\n{{{{ rules: {name}-r{i} }}}}\n\n" for i in range(3))


def rules(name: str) -> str:
    """Three rules with history and a misconception each."""
    return "".join(
        f"- id: {name}-r{i}\n  section: {name}\n  text: 支部讨论第{i}件事，到会人数要[[超过半数]]。\n"
        f"  basis: [{{source: source-one, article: 第十条}}]\n  evidence: text\n"
        f"  history: [{{year: 2013, says: 半数以上。, change: changed, evidence: text}}]\n"
        f"  misconceptions: [{{claim: 一半就行。, truth: 要超过一半。}}]\n"
        for i in range(3)
    )


def write(path: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
