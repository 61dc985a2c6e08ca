"""What ended before its tokens did: the short list that every service long-polls."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import BigInteger, Identity, Index, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.tokens import LIFETIME
from gateway.database import Table

# A reader's place in the list is a number: numbers are given one writer at a time, so none appears behind a reader.
LOCK = 0x53414E5348450010
RINGS = "revoked"  # what the commit rings, so that readers look at once and only then
# Tokens issued until `at` are refused; the margin covers the clocks of several gateways.
REACH = timedelta(seconds=LIFETIME)
KEPT = timedelta(minutes=30)


class Revocation(Table):
    """吊销: the name of a session or the id of an account, and the instant up to which its tokens are dead."""

    __tablename__ = "revocation"

    seq: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    name: Mapped[str]
    at: Mapped[datetime]

    __table_args__ = (Index("ix_revocation_at", "at"),)


async def revoke(tx: AsyncSession, names: Iterable[str], at: datetime) -> None:
    """Puts names on the list; taken last in a transaction, as it makes other revocations wait."""
    entries = [{"name": name, "at": at} for name in names]
    if entries:
        await tx.flush()
        await tx.execute(select(func.pg_advisory_xact_lock(LOCK)))
        await tx.execute(insert(Revocation), entries)
        tx.info["rings"] = {RINGS}


async def ended_since(tx: AsyncSession, after: int, now: datetime) -> Sequence[Revocation]:
    """The entries after a place that still decide something."""
    query = select(Revocation).where(Revocation.seq > after, Revocation.at > now - KEPT).order_by(Revocation.seq)
    return (await tx.scalars(query)).all()
