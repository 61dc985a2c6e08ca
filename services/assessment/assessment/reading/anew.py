"""Copies that are made anew: until they are as far as they were, no figure is said and nothing decided on them."""

from typing import ClassVar

from sqlalchemy import exists, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from assessment.reading.feeds import FOLLOWER
from chassis.problems import Problem
from chassis.tables import Cursor


class MadeAnew(Table):
    """重新汇集: how far a neighbour's log had been heard when its cursor was set back.

    A trigger on the cursors writes it, so whatever sets them back is noted: an upgrade as well as `make rebuild`.
    """

    __tablename__ = "made_anew"

    source: Mapped[str] = mapped_column(primary_key=True)
    until: Mapped[int]


class BeingMadeAnew(Problem):
    """读数正在按各方记录重新汇集，完成前不显示数字，请稍后再看。"""

    status = 503
    headers: ClassVar[dict[str, str]] = {"Retry-After": "30"}


async def being_made_anew(tx: AsyncSession) -> bool:
    """Whether the copies are not yet where they have been."""
    behind = (Cursor.follower == FOLLOWER, Cursor.source == MadeAnew.source, Cursor.seq < MadeAnew.until)
    return bool(await tx.scalar(select(exists().where(*behind))))


async def require_whole(tx: AsyncSession) -> None:
    """Refuses while the copies are made anew: half of them would be said as all."""
    if await being_made_anew(tx):
        raise BeingMadeAnew
