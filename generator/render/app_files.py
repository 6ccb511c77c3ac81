"""What makes the site an app over http: its manifest and its icons."""

from __future__ import annotations

import json

from generator.render.app_icon import GROUND, PAPER, icon_png, icon_svg

ICONS = {"icon-192": (192, 1.0), "icon-512": (512, 1.0), "icon-mask": (512, 0.78), "icon-180": (180, 0.92)}
"""Icon → its size and how large the book in it is; the mask of a launcher may cut off a tenth on each side."""


def app_files() -> dict[str, str | bytes]:
    """Path from the site's root → manifest or icon."""
    icons: dict[str, str | bytes] = {
        f"assets/icons/{name}.png": icon_png(size, scale) for name, (size, scale) in ICONS.items()
    }
    return {**icons, "assets/icons/icon.svg": icon_svg(), "manifest.json": _manifest()}


def _manifest() -> str:
    sizes = (("icon-192", "any"), ("icon-512", "any"), ("icon-mask", "maskable"))
    manifest = {
        "name": "支部学堂",
        "short_name": "支部学堂",
        "description": "党员和支部工作者的知识库：规定、流程、文书、自测。",
        "lang": "zh-CN",
        "dir": "ltr",
        "start_url": "index.html",
        "scope": "./",
        "display": "standalone",
        "theme_color": "#{:02x}{:02x}{:02x}".format(*GROUND),
        "background_color": "#{:02x}{:02x}{:02x}".format(*PAPER),
        "icons": [
            {
                "src": f"assets/icons/{name}.png",
                "sizes": "{0}x{0}".format(ICONS[name][0]),
                "type": "image/png",
                "purpose": purpose,
            }
            for name, purpose in sizes
        ]
        + [{"src": "assets/icons/icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
