"""The MkDocs plugin: the rendered site as virtual pages, so `mkdocs build` and `serve` work.

Themes of MkDocs print titles and settings as HTML, so every text that goes there is escaped here.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation as MkDocsNavigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.diagnostics import ContentError
from generator.pipeline import Site, build_site
from generator.publish.app_worker import complete_worker
from generator.publish.assets import asset_versions, is_used, with_versions
from generator.publish.joined_scripts import join_scripts
from generator.publish.made_files import finished
from generator.publish.policy import content_policy
from generator.publish.scripts import lean
from generator.publish.search_worker import join_worker
from generator.render.flowchart import picture_styles
from generator.render.navigation import Navigation
from generator.render.page import NavItem, Page
from generator.render.quiz_scripts import JOINED
from generator.render.text import day


class HandbookConfig(Config):
    """The plugin has no options; content decides."""


class HandbookPlugin(BasePlugin[HandbookConfig]):
    """Publishes the handbook through MkDocs."""

    site: Site | None = None
    """The site to publish; built from the project's content where not given."""
    with_files: bool = True
    """Whether MkDocs is to publish what is not a page; a shell does that itself, when asked."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._files: Mapping[str, str | bytes] = {}
        self._navigation = Navigation(())
        self._stamp = ""
        self._wanted: tuple[str, ...] = ()
        self._versions: Mapping[str, str] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Run the pipeline, before MkDocs touches what is published."""
        root = Path(config.config_file_path).parent
        try:
            site = self.site or build_site(root)
        except ContentError as problem:
            raise PluginError(str(problem)) from problem
        self._pages = {source_path(page.url): page for page in site.rendered.pages}
        self._navigation = Navigation(site.rendered.outline)
        self._files = finished(site.rendered.files, root) if self.with_files else {}
        self._stamp = f"依据截至 {day(site.views.handbook.home.as_of)}"
        self._wanted = tuple(map(escape, site.views.handbook.home.wanted))
        config.extra["policy"] = content_policy(picture_styles())
        config.nav = [_nav(item) for item in site.rendered.outline]
        config.use_directory_urls = False
        config.theme.static_templates.discard("sitemap.xml")
        return config

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch the question banks beside the content."""
        quizzes = Path(config.config_file_path).parent / "quizzes"
        if quizzes.is_dir():
            server.watch(str(quizzes))
        return server

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the authored files by the rendered pages and files."""
        authored = (".md", ".yaml", "sitemap.xml")
        kept = [file for file in files if is_used(file.src_uri) and not file.src_uri.endswith(authored)]
        made = [File.generated(config, path, content="") for path in self._pages]
        made += [File.generated(config, path, content=content) for path, content in self._files.items()]
        lean_files = Files([*(_lean(file, config) for file in kept), *made])
        whole = join_scripts(join_worker(lean_files, config), config, JOINED)
        self._versions = asset_versions(whole)
        return whole

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give the page its title and settings; its body is already HTML."""
        rendered = self._pages[page.file.src_uri]
        page.meta = {"title": escape(rendered.title), "search": {"exclude": True}, "styles": rendered.styles}
        if rendered.description:
            page.meta["description"] = escape(rendered.description)
        if rendered.wide:
            page.meta["hide"] = ["navigation", "toc"]
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """The finished body, with its headings as table of contents."""
        rendered = self._pages[page.file.src_uri]
        page.toc = TableOfContents(_contents(rendered))
        return rendered.html

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """No tabs and lists on pages of the theme's own, whichever page was made before."""
        config.extra.pop("xt", None)
        return context

    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: MkDocsNavigation) -> Any:
        """Tabs and navigation lists as the theme's partials print them."""
        url = self._pages[page.file.src_uri].url
        section = self._navigation.section(url)
        config.extra["xt"] = {
            "tabs": self._navigation.tabs(url),
            "nav": section,
            "stamp": self._stamp,
            "wanted": self._wanted,
        }
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """The whole page, its styles and scripts called by version."""
        return with_versions(output, self._versions)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """A page of the theme's own, the same way."""
        return with_versions(output_content, self._versions)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Complete the service worker, which lists every file."""
        complete_worker(Path(config.site_dir))


def _lean(file: File, config: MkDocsConfig) -> File:
    """One of our own scripts without its comments; any other file as it is."""
    own = config.theme.custom_dir and (file.abs_src_path or "").startswith(config.theme.custom_dir)
    if own and file.src_uri.endswith(".js"):
        return File.generated(config, file.src_uri, content=lean(file.content_string))
    return file


def source_path(url: str) -> str:
    """The Markdown file that a page's address stands for."""
    return url.removesuffix(".html") + ".md"


def _nav(item: NavItem) -> Any:
    path = source_path(item.url)
    if not item.children:
        return {escape(item.title): path}
    own = [] if "#" in item.url else [{escape(item.title): path}]
    return {escape(item.title): [*own, *(_nav(child) for child in item.children)]}


def _contents(page: Page) -> list[AnchorLink]:
    links: list[AnchorLink] = []
    for level, anchor, text in page.headings:
        link = AnchorLink(title=escape(text), id=anchor, level=level)
        if level == 3 and links:
            links[-1].children.append(link)
        else:
            links.append(link)
    return links
