"""Attendance: one record a sign-up, from check-in to check-out, with what is not known of it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record
from volunteers.database import Table
from volunteers.signup.model import Signup


class State(StrEnum):
    """签到状态."""

    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    FORGOTTEN = "forgotten"
    UNDONE = "undone"


# Nobody has said yet, with the code, that they left.
STILL_IN = frozenset({State.CHECKED_IN, State.FORGOTTEN})


class Means(StrEnum):
    """签到方式."""

    CODE = "code"
    LEAD = "lead"


class Attendance(Record, Table):
    """签到记录; the phone's position is compared and forgotten, only the doubt is kept."""

    __tablename__ = "attendance"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    signup_id: Mapped[UUID] = mapped_column(ForeignKey("signup.id"), unique=True)
    opportunity_id: Mapped[UUID]
    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    volunteer_id: Mapped[UUID]
    state: Mapped[State]
    means: Mapped[Means]
    place_unknown: Mapped[bool]
    checked_in_at: Mapped[datetime]
    checked_out_at: Mapped[datetime | None]
    # Who answers for it that somebody was there, where no phone can show it.
    vouched_by: Mapped[UUID | None]
    vouched_person_id: Mapped[UUID | None]
    vouched_at: Mapped[datetime | None]
    vouched_because: Mapped[str | None]
    # When somebody who did not check out says that they left, and how it came.
    said_left_at: Mapped[datetime | None]
    said_because: Mapped[str | None]
    # Of somebody who never checked out: a second person has decided on the hours, however they were entered.
    hours_decided: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    # When the guardian of a child who is there took the consent back, and when the lead had handed the child over.
    guardian_withdrew_at: Mapped[datetime | None]
    handed_over_at: Mapped[datetime | None]
    signup: Mapped[Signup] = relationship(lazy="raise")

    @property
    def wants_vouching(self) -> bool:
        """Whether nothing shows yet that somebody was at the place."""
        return self.place_unknown and self.vouched_by is None and self.state is not State.UNDONE

    @property
    def is_open(self) -> bool:
        """Whether it may still be said when somebody left."""
        return self.state in STILL_IN and not self.hours_decided

    @property
    def awaits_departure(self) -> bool:
        """Whether the lead is to confirm when somebody left."""
        return self.is_open and self.said_left_at is not None

    @property
    def awaits_handover(self) -> bool:
        """Whether a child is to be handed over: until it has checked out, whatever becomes of the rest."""
        called = self.guardian_withdrew_at is not None and self.handed_over_at is None
        return called and self.state is not State.CHECKED_OUT

    __table_args__ = (
        Index("ix_attendance_account_id_id", "account_id", "id"),
        Index("ix_attendance_activity_id", "activity_id"),
        Index(
            "ix_attendance_organisation_id_id",
            "organisation_id",
            "id",
            postgresql_where=text("organisation_id is not null"),
        ),
        Index("ix_attendance_scope_key_id", "scope_key", "id"),
        Index("ix_attendance_still_in", "activity_id", postgresql_where=text("state = 'checked_in'")),
        Index("ix_attendance_volunteer_id", "volunteer_id"),
    )
