"""The theme around the pages: one site after another as path → bytes, each made when it is asked for.

These are the steps of `mkdocs build` with the plugin, without its Markdown stage, since pages come as finished HTML,
and without its order, so that a preview makes only what a browser asks for. A test holds both to the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

from generator.pipeline import Site
from generator.publish.compiled_templates import Compiled
from generator.publish.mkdocs_plugin import HandbookPlugin
from generator.render.context import environment
from generator.render.made import Made
from generator.render.page import Rendered


@dataclass(frozen=True)
class Shell:
    """The theme of a project, ready to be put around its sites."""

    root: Path
    """Folder of `mkdocs.yml`."""
    out: Path | None
    """Folder the site is meant for; the settings' own where there is none."""
    env: Environment
    """The theme's templates."""
    theme_files: Files
    """Styles, scripts and signs of the theme."""

    def around(self, site: Site) -> Mapping[str, Callable[[], bytes]]:
        """Every path of the published site → how its bytes are made; files that take long as `Made`."""
        return _Published(dict(self._pages(site)), site.rendered)

    def _pages(self, site: Site) -> Iterator[tuple[str, Callable[[], bytes]]]:
        config = _settings(self.root, self.out)
        plugins = config.plugins
        plugin = plugins["handbook"]
        assert isinstance(plugin, HandbookPlugin)
        plugin.site, plugin.with_files = site, False
        plugins.on_startup(command="build", dirty=False)
        config = plugins.on_config(config)
        files = plugins.on_files(Files([*self.theme_files, *get_files(config)]), config=config)
        set_exclusions(files, config)
        nav = plugins.on_nav(get_navigation(files, config), config=config, files=files)
        env = plugins.on_env(self.env, config=config, files=files)
        wrapping = _Wrapping(config, env, files, files.documentation_pages(), nav, Lock())
        for file in files:
            if not file.inclusion.is_included():  # type: ignore[no-untyped-call]
                continue
            page = file.page
            yield file.dest_uri, partial(wrapping.page, page) if page is not None else partial(_content, file)
        for name in config.theme.static_templates:
            yield name, partial(wrapping.template, name)


def _content(file: File) -> bytes:
    return file.content_bytes


def open_shell(root: Path, out: Path | None = None) -> Shell:
    """The shell of the project at `root`, whose site is meant for the folder `out`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    config = _settings(root, out)
    env = config.theme.get_env()
    env.auto_reload = False
    env.bytecode_cache, environment().bytecode_cache = Compiled("theme"), Compiled("pages")
    files = Files([])
    files.add_files_from_theme(env, config)
    return Shell(root, out, env, files)


def _settings(root: Path, out: Path | None) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"), **({"site_dir": str(out)} if out else {}))


class _Published(Mapping[str, Callable[[], bytes]]):
    """Pages and the theme's files at once; what else the site has, when it is looked for."""

    def __init__(self, pages: Mapping[str, Callable[[], bytes]], rendered: Rendered) -> None:
        self._pages = pages
        self._rendered = rendered

    def __getitem__(self, path: str) -> Callable[[], bytes]:
        if path in self._pages:
            return self._pages[path]
        for group in self._rendered.groups:
            if path in group.files:
                return _making(group.files[path])
        raise KeyError(path)

    def __iter__(self) -> Iterator[str]:
        return iter({**self._pages, **self._rendered.files})

    def __len__(self) -> int:
        return len(set(self))


def _making(content: str | bytes | Made) -> Callable[[], bytes]:
    if isinstance(content, Made):
        return content
    return partial(bytes, content.encode() if isinstance(content, str) else content)


@dataclass(frozen=True)
class _Wrapping:
    """What MkDocs holds while it builds one site; one page at a time, since the settings say which it is at."""

    config: MkDocsConfig
    env: Environment
    files: Files
    documents: Sequence[File]
    nav: Navigation
    lock: Lock

    def page(self, page: Page) -> bytes:
        """One page in the theme, as MkDocs would have it after its Markdown stage."""
        with self.lock:
            return self._page(page)

    def _page(self, page: Page) -> bytes:
        plugins, config = self.config.plugins, self.config
        page.markdown = plugins.on_page_markdown("", page=page, config=config, files=self.files)
        page.content = plugins.on_page_content("", page=page, config=config, files=self.files)
        page.active = True
        context = get_context(self.nav, self.documents, config, page)
        context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
        html = self.env.get_template("main.html").render(context)
        page.active = False
        return plugins.on_post_page(html, page=page, config=config).encode(errors="xmlcharrefreplace")

    def template(self, name: str) -> bytes:
        """A page of the theme's own, such as the one for addresses that do not exist."""
        with self.lock:
            base = (
                urlsplit(self.config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
            )
            context = get_context(self.nav, self.documents, self.config, base_url=base)
            context = self.config.plugins.on_template_context(context, template_name=name, config=self.config)
            html = self.env.get_template(name).render(context)
            return self.config.plugins.on_post_template(html, template_name=name, config=self.config).encode()
