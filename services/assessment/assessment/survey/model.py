"""Surveys of satisfaction: who was drawn from whom by which seed, and answers that end apart from their givers."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from chassis.database import Record


class State(StrEnum):
    """调查状态."""

    OPEN = "open"
    CLOSED = "closed"


class Standing(StrEnum):
    """受访者的答卷状态."""

    WAITING = "waiting"
    ANSWERED = "answered"
    MISSED = "missed"
    COUNTED = "counted"


class Survey(Record, Table):
    """满意度调查 of one activity, by the settings in force when it was opened."""

    __tablename__ = "survey"

    activity_id: Mapped[UUID] = mapped_column(unique=True)
    project_id: Mapped[UUID]
    need_ids: Mapped[list[UUID]]
    title: Mapped[str]
    # With the seed these reproduce the draw. They are shown to nobody.
    pool: Mapped[list[UUID]]
    seed: Mapped[int]
    drawn: Mapped[int]
    answered: Mapped[int] = mapped_column(default=0)
    satisfied: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    # Wall clock: a survey of an activity that was heard of late stays open a while all the same.
    recorded_at: Mapped[datetime]

    __table_args__ = (
        Index("ix_survey_scope_key_id", "scope_key", "id"),
        Index("ix_survey_closes_at", "closes_at", postgresql_where="closed_at is null"),
        CheckConstraint("satisfied <= answered and answered <= drawn", name="counts"),
    )

    def state(self, at: datetime) -> State:
        """Open until its time is over or it has been closed, whichever comes first."""
        return State.OPEN if self.closed_at is None and at < self.closes_at else State.CLOSED


class Invitation(Record, Table):
    """受访邀请: one drawn account; says whether it has answered, never what."""

    __tablename__ = "invitation"

    survey_id: Mapped[UUID] = mapped_column(ForeignKey("survey.id"))
    account_id: Mapped[UUID] = mapped_column(index=True)
    activity_id: Mapped[UUID]
    title: Mapped[str]
    closes_at: Mapped[datetime]
    answered: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("survey_id", "account_id"),
        Index("ix_invitation_scope_key_id", "scope_key", "id"),
    )

    def standing(self, at: datetime) -> Standing:
        """What the invited person has to do or has done."""
        if at < self.closes_at:
            return Standing.ANSWERED if self.answered else Standing.WAITING
        return Standing.COUNTED if self.answered else Standing.MISSED


class Answer(Table):
    """答卷: bound to its invitation only until the survey closes, so that it can be corrected; then to nobody."""

    __tablename__ = "answer"

    # Random, not by time: neither id nor row says when it was given.
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    survey_id: Mapped[UUID] = mapped_column(ForeignKey("survey.id"), index=True)
    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey("invitation.id"), unique=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    score: Mapped[int]
    comment: Mapped[str | None]

    __table_args__ = (
        Index("ix_answer_scope_key_id", "scope_key", "id"),
        CheckConstraint("score between 1 and 5", name="score"),
    )
