"""The second engine: the same pages as a plain Markdown tree that needs no plugin of ours."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from html import escape
from pathlib import Path

from generator.pipeline import Site
from generator.publish.made_files import finished
from generator.publish.side_folder import side_folder
from generator.render.page import NavItem, Page


def tree_files(site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Path → content of a project that plain MkDocs builds: docs/ and mkdocs.yml."""
    for page in site.rendered.pages:
        yield f"docs/{page.url.removesuffix('.html')}.md", _page(page)
    for path, content in finished(site.rendered.files, None).items():
        yield f"docs/{path}", content
    yield "mkdocs.yml", _config(site.rendered.outline)


def write_tree(site: Site, out: Path) -> int:
    """Write the tree into an empty or new folder and give the number of files.

    Raises `OSError` where the folder cannot be written, `FileExistsError` where it is not empty.
    """
    if out.exists() and any(out.iterdir()):
        raise FileExistsError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(out))
    files = dict(tree_files(site))
    with side_folder(out) as side:
        for path, content in files.items():
            target = side / "tree" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        if out.exists():
            out.rmdir()
        (side / "tree").rename(out)
    return len(files)


def _page(page: Page) -> str:
    meta = {"title": page.title, "description": page.description}
    head = "".join(f"{key}: {json.dumps(escape(value), ensure_ascii=False)}\n" for key, value in meta.items() if value)
    hide = "hide: [navigation, toc]\n" if page.wide else ""
    return f'---\n{head}{hide}---\n\n<div class="xt-page">\n{page.html}\n</div>\n'


def _config(outline: tuple[NavItem, ...]) -> str:
    nav = "\n".join(_nav(item, "  ") for item in outline)
    return f"site_name: 支部学堂\nuse_directory_urls: false\nplugins: []\nnav:\n{nav}\n"


def _nav(item: NavItem, indent: str) -> str:
    title = json.dumps(escape(item.title), ensure_ascii=False)
    path = item.url.removesuffix(".html") + ".md"
    if not item.children:
        return f"{indent}- {title}: {path}"
    own = [] if "#" in item.url else [f"{indent}    - {title}: {path}"]
    return "\n".join([f"{indent}- {title}:", *own, *(_nav(child, indent + "    ") for child in item.children)])
