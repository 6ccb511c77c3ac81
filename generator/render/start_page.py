"""The page that opens the edition for sticks: it needs no script and no other file."""

from __future__ import annotations

from generator.derive.addresses import HUBS
from generator.derive.views import Views
from generator.render.context import environment
from generator.render.navigation import outline


def start_page(views: Views, site: str) -> str:
    """The whole page; `site` is the folder of the site beside it."""
    doors = [(item.title, item.url) for item in outline(views) if item.url != HUBS["home"]]
    as_of = views.handbook.home.as_of
    return environment().get_template("start.html.jinja").render(site=site, doors=doors, as_of=as_of)
