"""Courses and what volunteers have completed of them: by whom taught, how long, and until when it is good for."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from volunteers.database import Table


class Offering(StrEnum):
    """课程状态."""

    OFFERED = "offered"
    ENDED = "ended"


class State(StrEnum):
    """培训记录状态."""

    RECORDED = "recorded"
    COMPLETED = "completed"
    RETURNED = "returned"
    REVOKED = "revoked"


class Course(Record, Table):
    """培训课程, of an organisation or of an area's own office; `waiting` counts the records not yet looked at again."""

    __tablename__ = "course"

    organisation_id: Mapped[UUID | None]
    provider_name: Mapped[str]
    name: Mapped[str]
    description: Mapped[str]
    skill: Mapped[str | None]  # what whoever completed it is able to do, in the words of the volunteers' profiles
    minutes: Mapped[int]
    validity_months: Mapped[int | None]  # none: it never expires
    state: Mapped[Offering]
    waiting: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("minutes > 0 and validity_months > 0 and waiting >= 0", name="measures"),
        Index("ix_course_scope_key_id", "scope_key", "id"),
        Index("ix_course_organisation_id_id", "organisation_id", "id"),
    )


class Training(Record, Table):
    """培训记录 (民政部令第67号 art. 4): name, content, hours and provider are the course's on the day of recording."""

    __tablename__ = "training"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    course_id: Mapped[UUID] = mapped_column(ForeignKey("course.id"))
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    person_id: Mapped[UUID]
    course_name: Mapped[str]
    provider_name: Mapped[str]
    skill: Mapped[str | None]
    minutes: Mapped[int]
    completed_on: Mapped[date]
    valid_until: Mapped[date | None]  # the first day on which it holds no more
    state: Mapped[State]
    recorded_by: Mapped[UUID | None]
    recorded_person_id: Mapped[UUID | None]
    recorded_at: Mapped[datetime]
    second_account_id: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    because: Mapped[str | None]  # why it was returned or revoked

    __table_args__ = (
        CheckConstraint("second_account_id is null or second_account_id <> recorded_by", name="second_is_another"),
        CheckConstraint("second_account_id is null or second_account_id <> account_id", name="second_is_not_oneself"),
        Index(
            "uq_training_course_id_volunteer_id_completed_on",
            "course_id",
            "volunteer_id",
            "completed_on",
            unique=True,
            postgresql_where=text("state in ('recorded', 'completed')"),
        ),
        Index("ix_training_account_id_id", "account_id", "id"),
        Index("ix_training_organisation_id_id", "organisation_id", "id"),
        Index("ix_training_scope_key_id", "scope_key", "id"),
        Index("ix_training_volunteer_id", "volunteer_id"),
    )

    def stands(self, on: date) -> bool:
        """Whether it counts on a day: confirmed, and not expired."""
        return self.state is State.COMPLETED and self.completed_on <= on and not self.expired(on)

    def expired(self, on: date) -> bool:
        """Whether its time is over."""
        return self.valid_until is not None and self.valid_until <= on
