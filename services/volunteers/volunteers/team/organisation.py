"""The local copy of organisations that stand: one of them may have a team."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from volunteers.database import Table


class OrganisationCopy(Table):
    """组织副本: filed or registered from a day until (excluding) another."""

    __tablename__ = "organisation_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    valid_from: Mapped[date]
    valid_to: Mapped[date | None]

    __table_args__ = ({"info": {"projection": True}},)

    def stands(self, on: date) -> bool:
        """Whether it stands on a day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)
