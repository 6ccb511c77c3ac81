"""Writes editions: the folder for a web server, or the zip for sticks."""

from __future__ import annotations

import tempfile
from pathlib import Path

from generator.pipeline import Site
from generator.publish.mkdocs_build import publish_with_mkdocs
from generator.publish.usb import SITE, usb_files, usb_zip
from generator.render.start_page import start_page


def publish_usb(site: Site, root: Path, out: Path) -> int:
    """Write the zip for sticks and give its size; a zip that was there stays until the new one is whole.

    Raises `OSError` where `out` cannot be written, `EditionError` where the site cannot be carried.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as side:
        publish_with_mkdocs(site, root, Path(side) / "site")
        files = usb_files(Path(side) / "site", start_page(site.views, SITE))
        data = usb_zip(files, site.views.handbook.home.as_of)
        fresh = Path(side) / "new.zip"
        fresh.write_bytes(data)
        fresh.replace(out)
    return len(data)
