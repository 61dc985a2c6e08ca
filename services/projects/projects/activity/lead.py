"""The local copy of registered social workers, who alone may lead an activity."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from projects.database import Table


class SocialWorkerCopy(Table):
    """社工副本: registered from a day until (excluding) the first day on which the registration no longer holds."""

    __tablename__ = "social_worker_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    valid_from: Mapped[date]
    valid_to: Mapped[date]

    __table_args__ = ({"info": {"projection": True}},)

    def registered(self, on: date) -> bool:
        """Whether the registration holds on a day."""
        return self.valid_from <= on < self.valid_to
