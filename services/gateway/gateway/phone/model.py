"""Phone codes: challenges that one code answers once, and the texts that carry codes to phones."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import new_id
from gateway.database import Table


class Challenge(Table):
    """验证码: its code is kept as a keyed hash over the challenge's id and the code."""

    __tablename__ = "phone_challenge"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    phone_hash: Mapped[bytes]
    phone_cipher: Mapped[bytes]
    code_hash: Mapped[bytes]
    network: Mapped[str]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    used_at: Mapped[datetime | None]

    __table_args__ = (
        Index("ix_phone_challenge_phone_hash_made_at", "phone_hash", "made_at"),
        Index("ix_phone_challenge_network_made_at", "network", "made_at"),
        Index("ix_phone_challenge_made_at", "made_at"),
    )


class PhoneText(Table):
    """短信: written with what it is about, handed to the channel afterwards."""

    __tablename__ = "phone_text"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    phone_cipher: Mapped[bytes]
    body_cipher: Mapped[bytes]
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime]

    __table_args__ = (Index("ix_phone_text_sent_at_next_try_at", "sent_at", "next_try_at"),)


async def take_try(tx: AsyncSession, challenge_id: UUID, most: int, now: datetime) -> Challenge | None:
    """Uses up one try of a challenge that can still be answered; of many at once, none is free."""
    query = (
        update(Challenge)
        .where(
            Challenge.id == challenge_id,
            Challenge.used_at.is_(None),
            Challenge.tries < most,
            Challenge.expires_at > now,
        )
        .values(tries=Challenge.tries + 1)
        .returning(Challenge)
    )
    return (await tx.scalars(query)).one_or_none()


async def use(tx: AsyncSession, challenge_id: UUID, now: datetime) -> bool:
    """Spends a challenge; only one of several that answer it rightly at once does."""
    query = update(Challenge).where(Challenge.id == challenge_id, Challenge.used_at.is_(None)).values(used_at=now)
    return await tx.scalar(query.returning(Challenge.id)) is not None


async def sent_lately(
    tx: AsyncSession, phone_hash: bytes, network: str, *, minute: datetime, day: datetime, hour: datetime
) -> tuple[int, int, int]:
    """How many codes went to a phone since `minute` and since `day`, and to a network since `hour`."""
    await tx.execute(select(func.pg_advisory_xact_lock(int.from_bytes(phone_hash[:8], signed=True))))
    to_phone, from_network = Challenge.phone_hash == phone_hash, Challenge.network == network
    counts = await tx.execute(
        select(
            func.count().filter(to_phone, Challenge.made_at > minute),
            func.count().filter(to_phone),
            select(func.count()).where(from_network, Challenge.made_at > hour).scalar_subquery(),
        ).where(to_phone, Challenge.made_at > day)
    )
    minutely, daily, hourly = counts.one()
    return minutely, daily, hourly
