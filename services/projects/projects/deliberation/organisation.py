"""The local copy of organisations, which may answer for what was agreed and carry out a project."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from projects.database import Table


class OrganisationCopy(Table):
    """组织副本: filed from a day until (excluding) its deregistration."""

    __tablename__ = "organisation_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    __table_args__ = ({"info": {"projection": True}},)

    def stands(self, on: date) -> bool:
        """Whether it was filed and not deregistered on a day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


async def standing_among(tx: AsyncSession, organisation_ids: Sequence[UUID], on: date) -> set[UUID]:
    """Which of these organisations stand on a day."""
    found = await tx.scalars(select(OrganisationCopy).where(OrganisationCopy.id.in_(organisation_ids)))
    return {each.id for each in found if each.stands(on)}
