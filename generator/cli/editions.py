"""The commands of publishing: verify an edition, write the settings of a web server."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.pipeline import Site


def write_usb(site: Site, root: Path, out: Path) -> None:
    """Write the zip for sticks, or say what keeps it from being carried."""
    from generator.publish.editions import publish_usb
    from generator.publish.usb import EditionError

    try:
        size = publish_usb(site, root, out)
    except EditionError as problem:
        raise click.ClickException(f"打不成 U 盘版，已有的没有动：\n{problem}") from problem
    click.echo(f"{out}：{size / 1e6:.1f} MB。解压后双击 start.html；核对用 zhibu verify。", err=True)


@click.command(help="核对 U 盘版：少了哪些文件，哪些被改过，多出哪些。")
@click.argument("edition", type=click.Path(exists=True, path_type=Path))
def verify(edition: Path) -> None:
    """Compare a zip or an unpacked folder with the list of hashes in it."""
    from generator.publish.checksums import compare

    try:
        found = compare(edition)
    except ValueError as problem:
        raise click.ClickException(str(problem)) from problem
    for word, paths in (("少了", found.missing), ("改过", found.altered), ("多出", found.extra)):
        for path in paths:
            click.echo(f"{word}：{path}")
    if found.clean:
        click.echo(f"{found.whole} 个文件都对得上。")
        return
    counts = f"少 {len(found.missing)} 个，改 {len(found.altered)} 个，多 {len(found.extra)} 个"
    click.echo(f"对不上：{counts}；对得上的 {found.whole} 个。请重新拷一份。", err=True)
    sys.exit(1)


@click.command(help="写出 nginx 配置：缓存、压缩、安全响应头，可以放在子目录下。")
@click.option("--at", default="/", show_default=True, help="网站放在哪个路径下，如 /xuetang/")
@click.option("--folder", default="/srv/zhibu/site", show_default=True, help="生成的网站在服务器上的文件夹")
@click.option("--listen", default="80", show_default=True, help="端口，或“地址:端口”")
def nginx(at: str, folder: str, listen: str) -> None:
    """Print a server block."""
    from generator.publish.nginx import nginx_conf

    if not re.fullmatch(r"/(?:[\w.-]+/)*", at):
        raise click.BadParameter("以 / 开头，以 / 结尾，中间是字母、数字和连字符，如 /xuetang/", param_hint="--at")
    if not re.fullmatch(r"/[^\s;{}\"'$]*", folder):
        raise click.BadParameter("写绝对路径，如 /srv/zhibu/site，不能有空格和引号", param_hint="--folder")
    if not re.fullmatch(r"[\w.:\[\]-]+", listen):
        raise click.BadParameter("写端口，或“地址:端口”，如 127.0.0.1:8080", param_hint="--listen")
    click.echo(nginx_conf(at, folder, listen), nl=False)
