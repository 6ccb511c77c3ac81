"""Styles and scripts by their content: an address that changes with the file may be kept by browsers for good."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

from mkdocs.structure.files import File

_CALLED = re.compile(r'(assets/(?:javascripts|stylesheets)/(?:[a-z]+/)?[a-z0-9-]+\.(?:js|css))(?=")')
_NOT_USED = re.compile(r"assets/javascripts/(?:lunr|workers)/|\.map$|assets/images/favicon\.png$")


def is_used(path: str) -> bool:
    """Whether a file of the theme is part of our site; Material's own search, maps and sign are not."""
    return not _NOT_USED.search(path)


def asset_versions(files: Iterable[File]) -> dict[str, str]:
    """Path of each own style and script → the beginning of its hash. Material's carry one in their names."""
    return {
        file.src_uri: hashlib.sha256(file.content_bytes).hexdigest()[:8]
        for file in files
        if _CALLED.match(f'{file.src_uri}"')
    }


def with_versions(html: str, versions: Mapping[str, str]) -> str:
    """A page whose calls of styles and scripts name their versions."""

    def call(match: re.Match[str]) -> str:
        version = versions.get(match[1])
        return f"{match[1]}?v={version}" if version else match[1]

    return _CALLED.sub(call, html)
