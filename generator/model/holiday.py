"""Statutory holidays of a year, as the State Council's yearly notice sets them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from pydantic import Field

from generator.model.base import Address, Entity, Model, Text
from generator.model.rule import Evidence


class Leave(Model):
    """One holiday: its first and last day off."""

    name: Text = Field(title="节日，如 春节")
    """Name of the holiday."""
    first: datetime.date = Field(title="放假第一天")
    """First day off."""
    last: datetime.date = Field(title="放假最后一天；只放一天的与第一天相同")
    """Last day off, the same as the first where there is one day."""

    @property
    def days(self) -> Iterator[datetime.date]:
        """Every day off, in order."""
        for i in range((self.last - self.first).days + 1):
            yield self.first + datetime.timedelta(days=i)


class HolidayYear(Entity):
    """The days off and the weekend days worked in one year."""

    year: int = Field(title="哪一年", ge=2000, le=2100)
    """Year the notice is for."""
    title: Text = Field(title="通知全称，不带书名号")
    """Full title of the notice."""
    issued: datetime.date | None = Field(None, title="通知日期；通知还没有读到的不写")
    """Date of the notice; absent where none was read."""
    number: Text | None = Field(None, title="文号")
    """Number of the notice, where known."""
    address: Address | None = Field(None, title="在哪里可以看到")
    """Where it can be read."""
    evidence: Evidence = Field(title="可信程度；通知没有读到、只写了法定放假日的写 memory，排会时避开，不用来数工作日")
    """How well it is known; an unconfirmed year is kept clear of, and not counted with."""
    note: Text = Field(title="在什么样的材料里读到、哪天读的")
    """What kind of copy it was read in, and when."""
    leaves: tuple[Leave, ...] = Field(title="放假", min_length=1)
    """Holidays in order."""
    workdays: tuple[datetime.date, ...] = Field((), title="调休上班的周末")
    """Weekend days that are worked instead."""
