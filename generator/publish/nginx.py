"""The settings of nginx for the site: what may be kept for how long, what is packed, and the headers of safety."""

from __future__ import annotations

from generator.publish.policy import HEADERS, content_policy, header_policy
from generator.render.flowchart import picture_styles

YEAR = 31_536_000
"""Seconds a browser may keep what is called by its version."""

_TYPES = "text/css text/javascript application/javascript application/json image/svg+xml"

_CONF = """\
# 支部学堂的 nginx 配置，由 zhibu nginx 写出；重新生成网站以后，若提示样式策略变了，再写一次。
# 放进 /etc/nginx/conf.d/，检查 nginx -t，生效 nginx -s reload。
# 网址带版本号（?v=…）或文件名带哈希的可以长存，其余每次问一声有没有变（没有变只回 304）。

map $request_uri $zhibu_keep {{
    default                                     "no-cache";
    "~\\?v=[0-9a-f]+$"                           "public, max-age={year}, immutable";
    "~\\.[0-9a-f]{{8}}\\.min\\.(js|css)(\\?|$)"      "public, max-age={year}, immutable";
    "~/sw\\.js"                                  "no-store";
}}

server {{
    listen {listen};
    charset utf-8;
    charset_types {types} text/calendar text/plain;
    server_tokens off;
    absolute_redirect off;

    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_min_length 1000;
    gzip_proxied any;
    gzip_types {types};

    location {at} {{
        alias {folder}/;
        index index.html;
        error_page 404 {at}404.html;
        types {{
{mime}
        }}
        default_type application/octet-stream;
        limit_except GET HEAD {{ deny all; }}

        add_header Cache-Control $zhibu_keep always;
        add_header Content-Security-Policy "{policy}" always;
{headers}
        # 只用 https 的，去掉下一行的井号：
        # add_header Strict-Transport-Security "max-age={year}" always;
    }}
}}
"""

_MIME = {
    "text/html": "html",
    "text/css": "css",
    "text/javascript": "js",
    "text/calendar": "ics",
    "text/plain": "txt",
    "application/json": "json",
    "application/zip": "zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/x-icon": "ico",
}


def nginx_conf(at: str, folder: str, listen: str) -> str:
    """A server block that serves the site in `folder` at the path `at`, which begins and ends with a stroke."""
    return _CONF.format(
        at=at,
        folder=folder.rstrip("/"),
        listen=listen,
        year=YEAR,
        types=_TYPES,
        policy=header_policy(content_policy(picture_styles())),
        mime="\n".join(f"            {kind} {ending};" for kind, ending in _MIME.items()),
        headers="".join(f'        add_header {name} "{value}" always;\n' for name, value in HEADERS.items()),
    )
