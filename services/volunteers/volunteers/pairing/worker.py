"""The local copies of social workers and of the posts they hold: who is in service may be paired.

Reactions write them as well as projections, so that a fact is judged by everything told before it, whichever follower
is ahead; an older fact never overwrites a newer one.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.tables import OVERWRITTEN
from volunteers.database import Table


class SocialWorkerCopy(Table):
    """社工副本: registered from a day until (excluding) the first day on which the registration no longer holds."""

    __tablename__ = "social_worker_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    seq: Mapped[int]

    __table_args__ = ({"info": {"projection": OVERWRITTEN}},)

    def is_registered(self, on: date) -> bool:
        """Whether the registration holds on a day."""
        return self.valid_from <= on < self.valid_to


class PostCopy(Table):
    """岗位副本: where it lies, and who holds it."""

    __tablename__ = "post_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID | None]
    field: Mapped[str]
    social_worker_id: Mapped[UUID | None] = mapped_column(index=True)
    seq: Mapped[int]

    __table_args__ = (
        Index("ix_post_copy_scope_key", "scope_key"),
        Index("ix_post_copy_organisation_id", "organisation_id"),
        {"info": {"projection": OVERWRITTEN}},
    )
