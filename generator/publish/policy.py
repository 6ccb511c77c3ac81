"""The content security policy of every page: our own files only, and no script but files."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "SAMEORIGIN",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Further headers a server sends with every answer."""


def content_policy(styles: Iterable[str]) -> str:
    """The policy: style elements of these texts by their hash, styles of attributes as they are.

    The default is our own site, not nothing: Firefox fetches the page that `rel=next` names by it. A page takes the
    policy from a meta element too, where a server sends no headers. Browsers that do not know `style-src-elem` use
    `style-src`.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            " ".join(("style-src-elem 'self'", *sorted({_hash(style) for style in styles}))),
            "style-src-attr 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "frame-src 'none'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def header_policy(policy: str) -> str:
    """The policy as a server sends it: with who may put a page into a frame, which a meta element cannot say."""
    return f"{policy}; frame-ancestors 'self'"


def _hash(style: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'"
