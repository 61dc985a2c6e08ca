"""Stars of volunteers: one application at a time, its notice, the hours on the day of granting, and how it ended."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis import clock
from chassis.database import Record
from volunteers.database import Table
from volunteers.honour.dated import StarRule


class State(StrEnum):
    """星级认定状态."""

    APPLIED = "applied"
    PUBLICISED = "publicised"
    GRANTED = "granted"
    REFUSED = "refused"
    REVOKED = "revoked"


UNDECIDED = frozenset({State.APPLIED, State.PUBLICISED})
# Once it has lain open it stays readable: whoever was named must be able to point at how it ended.
OPEN_TO_ALL = (State.PUBLICISED, State.GRANTED, State.REVOKED)


class Honour(Record, Table):
    """星级认定; `organisation_id` is the one that applied for the volunteer, none where they did."""

    __tablename__ = "honour"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    person_id: Mapped[UUID]
    stars: Mapped[int]
    state: Mapped[State]
    statement: Mapped[str]
    applied_by: Mapped[UUID | None]
    applied_person_id: Mapped[UUID | None]
    applied_at: Mapped[datetime]
    notice_id: Mapped[UUID | None]
    publicised_by: Mapped[UUID | None]
    publicised_person_id: Mapped[UUID | None]
    publicised_at: Mapped[datetime | None]
    granted_by: Mapped[UUID | None]
    granted_at: Mapped[datetime | None]
    minutes: Mapped[int]  # confirmed when it was applied for, then publicised, then granted
    ended_because: Mapped[str | None]
    ended_at: Mapped[datetime | None]
    disqualified_until: Mapped[date | None]  # the first day on which one may apply again

    __table_args__ = (
        CheckConstraint("stars > 0 and minutes >= 0", name="measures"),
        CheckConstraint("granted_by is null or granted_by <> publicised_by", name="granted_by_another"),
        CheckConstraint("publicised_by is null or publicised_by <> account_id", name="not_by_oneself"),
        Index(
            "uq_honour_person_id_undecided",
            "person_id",
            unique=True,
            postgresql_where=text("state in ('applied', 'publicised')"),
        ),
        Index(
            "uq_honour_person_id_stars", "person_id", "stars", unique=True, postgresql_where=text("state = 'granted'")
        ),
        Index("ix_honour_account_id_id", "account_id", "id"),
        Index("ix_honour_organisation_id_id", "organisation_id", "id"),
        Index("ix_honour_scope_key_id", "scope_key", "id"),
        Index("ix_honour_volunteer_id", "volunteer_id"),
    )

    @property
    def rule(self) -> StarRule:
        """The ladder of the day of its last step upwards: since then its rung may have been taken out."""
        return StarRule.on(clock.day(self.granted_at or self.publicised_at or self.applied_at))

    def is_publicised_by(self, account_id: UUID | None, person_id: UUID | None) -> bool:
        """Whether this account publicised it, or this person by another one."""
        same_person = person_id is not None and person_id == self.publicised_person_id
        return same_person or account_id == self.publicised_by

    def disqualifies(self, on: date) -> bool:
        """Whether its falsification still bars on a day."""
        return self.disqualified_until is not None and on < self.disqualified_until
