"""The preview in a browser: a save reloads the page, faults stand over the last good one until they are mended."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.diagnostics import ContentError
from generator.publish.preview import Preview
from generator.publish.preview_server import PreviewServer
from generator.publish.shell import open_shell
from tests.support import MINIMAL

ROOT = Path(__file__).parents[2]
RULES = "content/rules/process.yaml"
PAGE = "handbook/admission/admission-process.html"


@dataclass
class Project:
    """A small handbook in the real theme, being previewed."""

    root: Path
    address: str
    preview: Preview

    def save(self, old: str, new: str) -> None:
        """Change the rules and read them again."""
        file = self.root / RULES
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.preview.refresh(open_shell(self.root))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    root = Path(shutil.copytree(MINIMAL, tmp_path / "project", ignore=shutil.ignore_patterns(".*", "mkdocs.yml")))
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "theme_overrides", root / "theme_overrides")
    preview = Preview(root)
    preview.refresh(open_shell(root))
    server = PreviewServer(preview, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Project(root, server.address, preview)
    server.shutdown()
    server.server_close()


def test_a_save_is_shown_by_itself_and_a_fault_stands_over_the_page(browser: Browser, project: Project) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto(project.address + PAGE)
    project.save("预备党员的预备期为[[一年]]", "预备党员的预备期是[[一年]]")
    expect(page.locator("#rule-probation-length")).to_contain_text("预备党员的预备期是一年")
    with pytest.raises(ContentError):
        project.save("evidence: memory", "evidence: <b>guess")
    panel = page.locator("#preview-problem")
    expect(panel).to_contain_text("保存的内容有错，这一页还是上一次的。")
    expect(panel).to_contain_text(f"{RULES}:30:13: error: “evidence”不能写“<b>guess”")
    expect(page.locator("#rule-probation-length")).to_be_visible()
    page.goto(project.address + "terms/index.html")
    expect(panel).to_contain_text("保存的内容有错")
    project.save("evidence: <b>guess", "evidence: memory")
    expect(panel).to_have_count(0)
    assert refused == []
    context.close()
