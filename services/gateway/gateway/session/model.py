"""Sessions: opened by a sign-in, known to the holder by a random token, named anew when the rights change."""

import hashlib
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import new_id
from gateway.database import Table


class Method(StrEnum):
    """登录方式, as `amr` names it (RFC 8176)."""

    CLIENT = "client"
    PASSWORD = "pwd"  # noqa: S105 - the registered name of the method
    PHONE_CODE = "sms"


class Ending(StrEnum):
    """结束原因."""

    SIGNED_OUT = "signed_out"
    REPLACED = "replaced"
    ENDED_ELSEWHERE = "ended_elsewhere"
    PASSWORD_SET = "password_set"  # noqa: S105 - a reason, not a password
    ACCOUNT_DISABLED = "account_disabled"


class Session(Table):
    """登录会话; `sid` is what tokens call it: revoking a `sid` kills its tokens, whatever any clock says."""

    __tablename__ = "session"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    sid: Mapped[UUID] = mapped_column(unique=True)
    token_hash: Mapped[bytes] = mapped_column(unique=True)
    method: Mapped[Method]
    network: Mapped[str]
    device: Mapped[str]
    opened_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    idle_until: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[Ending | None]

    __table_args__ = (Index("ix_session_account_id_id", "account_id", "id"),)

    def is_live(self, now: datetime) -> bool:
        """Whether it has neither been ended nor run out."""
        return self.ended_at is None and now < min(self.idle_until, self.expires_at)


class Outcome(StrEnum):
    """登录结果; an attempt still being decided counts as a failure, or many at once would get around the limit."""

    PENDING = "pending"
    FAILED = "failed"
    SUCCEEDED = "succeeded"


class Attempt(Table):
    """登录尝试: of a user name (by its keyed hash) from a network."""

    __tablename__ = "sign_in_attempt"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    name_hash: Mapped[bytes]
    network: Mapped[str]
    at: Mapped[datetime]
    outcome: Mapped[Outcome]

    __table_args__ = (
        Index("ix_sign_in_attempt_name_hash_at", "name_hash", "at"),
        Index("ix_sign_in_attempt_network_at", "network", "at"),
    )


def hashed(token: str) -> bytes:
    """What is stored of a session token: it has 256 random bits, so a plain hash cannot be reversed."""
    return hashlib.sha256(token.encode()).digest()


async def by_token(tx: AsyncSession, token: str) -> Session | None:
    """The session of a token, held until the transaction ends."""
    return await tx.scalar(select(Session).where(Session.token_hash == hashed(token)).with_for_update())


async def live_sessions(tx: AsyncSession, account_id: UUID, now: datetime) -> list[Session]:
    """The live sessions of an account, held until the transaction ends."""
    query = select(Session).where(
        Session.account_id == account_id,
        Session.ended_at.is_(None),
        Session.idle_until > now,
        Session.expires_at > now,
    )
    return list(await tx.scalars(query.order_by(Session.id).with_for_update()))
