"""Sign-ups: one a volunteer and opportunity, confirmed or waiting with a number, and what came of it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from volunteers.database import Table


class State(StrEnum):
    """报名状态."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    ATTENDING = "attending"
    ATTENDED = "attended"
    NO_SHOW = "no_show"
    EXCUSED = "excused"
    CANCELLED = "cancelled"


class Because(StrEnum):
    """取消原因."""

    ACTIVITY_CANCELLED = "activity_cancelled"
    ACTIVITY_HELD = "activity_held"
    BY_VOLUNTEER = "by_volunteer"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    UNANSWERED = "unanswered"
    WITHDRAWN = "withdrawn"


UNDECIDED = frozenset({State.WAITING, State.CONFIRMED})


class Signup(Record, Table):
    """报名; title, place and times are the activity's as last published, so that it can be shown by itself."""

    __tablename__ = "signup"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    person_id: Mapped[UUID]
    opportunity_id: Mapped[UUID] = mapped_column(ForeignKey("places.opportunity_id"))
    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    state: Mapped[State]
    waiting_number: Mapped[int | None]
    title: Mapped[str]
    role_name: Mapped[str]
    place_name: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    signed_up_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    cancelled_because: Mapped[Because | None]
    # What was not the ordinary way, and why; shown to the volunteer and to whoever decides later.
    walk_in: Mapped[bool]
    clash_signup_id: Mapped[UUID | None]
    admitted_by: Mapped[UUID | None]
    admitted_because: Mapped[str | None]
    promoted_because: Mapped[str | None]
    answer_by: Mapped[datetime | None]
    excused_because: Mapped[str | None]
    uncounted_because: Mapped[str | None]  # where somebody served and no hours could be proposed

    __table_args__ = (
        # The last belt: who cancelled may sign up again, and the cancelled row stays.
        Index(
            "uq_signup_opportunity_id_volunteer_id",
            "opportunity_id",
            "volunteer_id",
            unique=True,
            postgresql_where=text("state <> 'cancelled'"),
        ),
        # The line, and whoever was moved up past it.
        Index(
            "ix_signup_line",
            "opportunity_id",
            "waiting_number",
            postgresql_where=text("state = 'waiting' or promoted_because is not null"),
        ),
        Index("ix_signup_still_out", "ends_at", postgresql_where=text("state = 'confirmed'")),
        Index("ix_signup_answer_by", "answer_by", postgresql_where=text("answer_by is not null")),
        Index("ix_signup_account_id_id", "account_id", "id"),
        Index("ix_signup_activity_id", "activity_id"),
        Index(
            "ix_signup_organisation_id_id",
            "organisation_id",
            "id",
            postgresql_where=text("organisation_id is not null"),
        ),
        Index("ix_signup_scope_key_id", "scope_key", "id"),
        # The end of a sign-up and its start: what cannot clash is passed over without being read.
        Index("ix_signup_volunteer_id_ends_at_starts_at", "volunteer_id", "ends_at", "starts_at"),
    )

    @property
    def may_have_served(self) -> bool:
        """Whether somebody had a place: for nobody else are hours entered by hand."""
        return self.state not in {State.WAITING, State.CANCELLED}

    def overlaps(self, starts_at: datetime, ends_at: datetime) -> bool:
        """Whether it takes some of that time; a waiting one does, since it may move up at any moment."""
        return self.state is not State.CANCELLED and self.starts_at < ends_at and starts_at < self.ends_at
