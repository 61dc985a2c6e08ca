"""How many needs may be raised from one place in an hour: the pool is open to everybody, and must not be flooded.

A place is a phone account or, for somebody signed out, a network; kept as a keyed hash, apart from the needs, and
no longer than it counts.
"""

import tomllib
from datetime import date, datetime, timedelta
from functools import lru_cache
from ipaddress import ip_address, ip_network
from pathlib import Path
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Index, delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis import clock
from chassis.database import new_id
from chassis.problems import Problem
from chassis.vault import Vault
from projects.database import Table

FILE = Path(__file__).resolve().parents[2] / "data" / "need_raising.toml"
HOUR = timedelta(hours=1)
PREFIX = {4: 24, 6: 56}  # enough to see a flood, too little to tell a person


class TooManyNeeds(Problem):
    """一小时内提出的需求过多,请稍后再试,或联系村(社区)工作人员登记。"""

    status = 429


class Terms(BaseModel):
    """提出需求的频次, in force from a day until (excluding) another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: date
    valid_to: date | None = None
    source: str
    assumption: bool
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


@lru_cache(maxsize=1)
def _sets() -> list[Terms]:
    return [Terms.model_validate(each) for each in tomllib.loads(FILE.read_text(encoding="utf-8"))["set"]]


def in_force(on: date) -> Terms:
    """The set of a day; the first one also for the days before it."""
    sets = _sets()
    return next((each for each in sets if each.valid_from <= on and (not each.valid_to or on < each.valid_to)), sets[0])


def network_of(address: str) -> str:
    """The network that an address lies in; Caddy alone tells the address."""
    try:
        version = ip_address(address).version
    except ValueError:
        return "unknown"
    return str(ip_network(f"{address}/{PREFIX[version]}", strict=False))


async def count_in(tx: AsyncSession, keys: Vault, *, account_id: UUID | None, address: str, at: datetime) -> None:
    """Counts one more need, or refuses it; those who raise from one place at once are counted one after the other."""
    terms = in_force(clock.day(at))
    most = terms.per_account_hour if account_id else terms.per_network_hour
    place = keys.lookup("need_raising_place", str(account_id) if account_id else network_of(address))
    await tx.execute(select(func.pg_advisory_xact_lock(int.from_bytes(place[:8], signed=True))))
    lately = (Raising.place_hash == place, Raising.raised_at > at - HOUR, Raising.raised_at <= at)
    if (await tx.scalar(select(func.count()).where(*lately)) or 0) >= most:
        raise TooManyNeeds
    await tx.execute(delete(Raising).where(Raising.raised_at <= at - HOUR))
    tx.add(Raising(place_hash=place, raised_at=at))
