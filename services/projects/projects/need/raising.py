"""How many needs may be raised from one place in an hour: the pool is open to everybody, and must not be flooded.

A place is a phone account or, for somebody signed out, a network; kept as a keyed hash, apart from the needs, and
no longer than it counts.
"""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis import clock
from chassis.database import Sessions, new_id, system_transaction
from chassis.dated import Dated
from chassis.door import network_of
from chassis.problems import Problem
from chassis.vault import Vault
from projects.database import Table

HOUR = timedelta(hours=1)


class TooManyNeeds(Problem):
    """一小时内提出的需求过多，请稍后再试，或联系村（社区）工作人员登记。"""

    status = 429


class RaisingRule(Dated):
    """提出需求的频次."""

    FILE = Path(__file__).resolve().parents[2] / "data" / "need_raising.toml"

    per_network_hour: int
    per_account_hour: int


class Raising(Table):
    """提出记录: that a need was raised from a place; not which."""

    __tablename__ = "need_raising"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    place_hash: Mapped[bytes]
    raised_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_need_raising_place_hash_raised_at", "place_hash", "raised_at"),
        Index("ix_need_raising_raised_at", "raised_at"),
    )


async def count_in(tx: AsyncSession, keys: Vault, *, account_id: UUID | None, address: str, at: datetime) -> None:
    """Counts one more need, or refuses it; those who raise from one place at once are counted one after the other."""
    rule = RaisingRule.on(clock.day(at))
    most = rule.per_account_hour if account_id else rule.per_network_hour
    place = keys.lookup("need_raising_place", str(account_id) if account_id else network_of(address))
    await tx.execute(select(func.pg_advisory_xact_lock(int.from_bytes(place[:8], signed=True))))
    lately = (Raising.place_hash == place, Raising.raised_at > at - HOUR, Raising.raised_at <= at)
    if (await tx.scalar(select(func.count()).where(*lately)) or 0) >= most:
        raise TooManyNeeds
    tx.add(Raising(place_hash=place, raised_at=at))


async def forget(sessions: Sessions, now: datetime) -> int:
    """Drops what counts no more; tells nothing."""
    async with system_transaction(sessions, at=now) as tx:
        await tx.execute(delete(Raising).where(Raising.raised_at <= now - HOUR))
    return 0
