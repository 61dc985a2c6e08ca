"""核查名单: whose entries by hand are all checked before they count, since one was found wrong."""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.access import Access
from chassis.database import new_id
from volunteers.database import Table


class Watch(Table):
    """全面核查: of one proposer, by account and by person where known, until a day."""

    __tablename__ = "proposer_watch"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    proposed_by: Mapped[str]
    proposed_person_id: Mapped[UUID | None]
    hours_id: Mapped[UUID]  # the entry that was found wrong
    until_on: Mapped[date]

    __table_args__ = (
        Index("ix_proposer_watch_proposed_by", "proposed_by"),
        Index("ix_proposer_watch_proposed_person_id", "proposed_person_id"),
    )


async def is_watched(tx: AsyncSession, by: Access, on: date) -> bool:
    """Whether what this caller enters by hand on a day must be checked first."""
    same = [Watch.proposed_by == str(by.account_id)]
    if by.principal.person_id is not None:
        same.append(Watch.proposed_person_id == by.principal.person_id)
    return await tx.scalar(select(Watch.id).where(or_(*same), Watch.until_on >= on).limit(1)) is not None
