"""Sources: the regulations, standards and books every statement rests on."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from generator.model.base import Address, Entity, SourceRef, Text


class SourceStatus(StrEnum):
    """Whether a source binds today."""

    IN_FORCE = "in-force"
    """In force, as far as the last look could tell."""
    SUPERSEDED = "superseded"
    """Replaced or repealed; may only be cited as history."""
    DRAFT = "draft"
    """Not yet in force."""
    REFERENCE = "reference"
    """Not a regulation: a book, an answer to questions, a plan that has run out."""


class ReadDepth(StrEnum):
    """How much of a source someone here has read."""

    WHOLE = "whole"
    """The whole text, in a copy."""
    PARTS = "parts"
    """Some articles only."""
    DIGEST = "digest"
    """Only reports, digests or answers about it."""
    NONE = "none"
    """Nothing of its text."""


class Source(Entity):
    """A regulation, standard or book, with its dates and status."""

    title: Text = Field(title="全称，不带书名号")
    """Full title without book-title marks."""
    short: Text = Field(title="页面上用的简称，不带书名号")
    """Short title used in citations, without book-title marks."""
    issuer: Text = Field(title="制定或发布机关")
    """Issuing body."""
    issued: Text | None = Field(None, title="发布日期，写到知道的精度：2026-05-11、2026-05 或 2026")
    """Date of issue, to the precision known."""
    in_force: Text | None = Field(None, title="施行日期，写到知道的精度")
    """Date it took effect, to the precision known."""
    status: SourceStatus = Field(title="现状：in-force 现行、superseded 已被取代、draft 草案、reference 非法规")
    """Whether it binds today."""
    replaces: tuple[SourceRef, ...] = Field((), title="它取代了哪些")
    """Sources it replaced."""
    replaced_by: SourceRef | None = Field(None, title="被哪一部取代")
    """Source that replaced it."""
    address: Address | None = Field(None, title="官方公布网址，没有亲眼打开过也可列，页面会说明")
    """Official address, for a person to check; shown as text and link, never fetched."""
    read: ReadDepth = Field(title="读到多少：whole 全文、parts 部分条文、digest 只见转述、none 没读到")
    """How much of its text was read here."""
    read_note: Text = Field(title="读到了哪些、在什么样的材料里读到")
    """What was read and in what kind of copy."""
    looked: datetime.date = Field(title="最近一次核看日期")
    """Date someone last looked whether it still holds."""
    unsure: Text | None = Field(None, title="关于它本身还有什么没有核实")
    """What about the source itself is not confirmed."""
    summary: Text = Field(title="它管什么，一两句话")
    """What it governs, in a sentence or two."""
