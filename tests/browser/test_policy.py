"""Every page keeps to its own content security policy, sends nothing anywhere, and runs without an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Route

from generator.publish.policy import content_policy
from generator.render.flowchart import picture_styles

CRAWL = """async (paths) => {
  const left = paths.slice();
  const outside = [];
  let seen = 0;
  const one = async () => {
    while (left.length) {
      const path = left.shift();
      const frame = document.createElement("iframe");
      frame.width = 390;
      frame.height = 800;
      await new Promise((loaded) => { frame.onload = loaded; frame.src = path; document.body.append(frame); });
      if (frame.contentDocument.querySelector("h1, h2")) seen += 1;
      const asked = frame.contentWindow.performance.getEntriesByType("resource").map((entry) => entry.name);
      outside.push(...asked.filter((name) => !name.startsWith(location.origin + "/") && !name.startsWith("data:")));
      frame.remove();
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return { seen, outside };
}"""
"""Opens every page in a frame, some at a time, and tells what they asked for outside their own site."""

SLIDES_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
    "form-action 'none'"
)
"""The policy of the slide shows, which stand outside the theme and ask for less."""


def paths(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


def said(message: ConsoleMessage) -> str:
    """What the console says, and of which address."""
    return f"{message.text} ({message.location['url']})"


def test_every_page_keeps_the_policy_and_asks_only_its_own_site(
    browser: Browser, base_url: str, site_dir: Path
) -> None:
    context = browser.new_context(service_workers="block", locale="zh-CN")
    page = context.new_page()
    faults: list[str] = []
    page.goto(f"{base_url}/manifest.json")
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(said(message)) if message.type == "error" else None)
    pages = paths(site_dir)
    told = page.evaluate(CRAWL, pages)
    context.close()
    # The page that holds the frames is no page of ours; browsers ask for a sign of it.
    assert [fault for fault in faults if "/favicon.ico" not in fault] == []
    assert told == {"seen": len(pages), "outside": []}


def test_a_script_written_into_a_page_does_not_run_and_the_crawl_sees_it(browser: Browser, base_url: str) -> None:
    def altered(route: Route) -> None:
        answer = route.fetch()
        evil = "</h1><script>window.xtEvil = 1</script><img src=x onerror='window.xtEvil = 2'><img src=http://other.test/x>"
        route.fulfill(response=answer, body=answer.text().replace("</h1>", evil, 1))

    context = browser.new_context(service_workers="block")
    page = context.new_page()
    said: list[str] = []
    page.route("**/roles/index.html", altered)
    page.goto(f"{base_url}/roles/index.html")
    assert page.evaluate("typeof window.xtEvil") == "undefined"
    page.goto(f"{base_url}/manifest.json")
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.evaluate(CRAWL, ["roles/index.html"])
    context.close()
    assert sum("Content Security Policy" in text for text in said) == 3


def test_no_page_holds_a_script_of_its_own_or_a_style_the_policy_does_not_know(site_dir: Path) -> None:
    policy = content_policy(picture_styles())
    known = set(picture_styles())
    for path in paths(site_dir):
        text = (site_dir / path).read_text(encoding="utf-8")
        inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", text)
        assert set(inline) <= {' id="__config" type="application/json"'}, path
        assert set(re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL)) <= known, path
        assert not re.search(r"<[a-z][^>]*\son[a-z]+=", re.sub(r"&lt;.*?&gt;", "", text)), path
        own = SLIDES_POLICY if path.endswith("/slides.html") else policy
        assert text.count(f'content="{own}"'.replace("'", "&#39;")) + text.count(f'content="{own}"') == 1, path


@pytest.mark.parametrize("word", ["unsafe-eval", "http:", "https:", "*", "blob:"])
def test_policy_allows_nothing_wide(word: str) -> None:
    assert word not in content_policy(picture_styles())
    assert "script-src 'self';" in content_policy(picture_styles())
