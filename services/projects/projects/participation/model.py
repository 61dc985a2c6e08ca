"""Who took part: residents, by the id of their phone account; never volunteers, leads or staff."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import beyond_scope, new_id
from projects.activity.model import OPEN_TO_ALL, Activity
from projects.database import Table


class Means(StrEnum):
    """登记方式."""

    CODE = "code"
    RECORDED = "recorded"


class Participation(Table):
    """参与: one resident once in one activity; the phone is kept in masked form only."""

    __tablename__ = "participation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    activity_id: Mapped[UUID] = mapped_column(ForeignKey("activity.id"))
    project_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    account_id: Mapped[UUID]
    phone_masked: Mapped[str | None]
    means: Mapped[Means]
    recorded_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("activity_id", "account_id"),
        Index("ix_participation_scope_key_id", "scope_key", "id"),
        Index("ix_participation_account_id_id", "account_id", "id"),
        Index("ix_participation_organisation_id_id", "organisation_id", "id"),
    )


async def activity_of_all(tx: AsyncSession, activity_id: UUID) -> tuple[Activity, int] | None:
    """A public activity and how many took part, for a resident who otherwise sees own rows only.

    The activity is held until the transaction ends, so that the last place is taken once.
    """
    query = select(Activity).where(Activity.id == activity_id, Activity.state.in_(OPEN_TO_ALL))
    async with beyond_scope(tx):
        activity = await tx.scalar(query.with_for_update())
        return (activity, await recorded(tx, activity_id)) if activity else None


async def recorded(tx: AsyncSession, activity_id: UUID) -> int:
    """How many residents stand in the register of an activity."""
    return await tx.scalar(select(func.count()).where(Participation.activity_id == activity_id)) or 0


async def already_recorded(tx: AsyncSession, activity_id: UUID, account_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these residents are known to have taken part."""
    mine = (Participation.activity_id == activity_id, Participation.account_id.in_(list(account_ids)))
    return set(await tx.scalars(select(Participation.account_id).where(*mine)))
