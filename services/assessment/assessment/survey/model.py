"""Surveys of satisfaction: who was drawn from whom by which seed, and answers that end apart from their givers."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from chassis.database import Record


class Subject(StrEnum):
    """调查对象."""

    ACTIVITY = "activity"
    CONTRACT_STAGE = "contract_stage"


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
    """满意度调查 of one activity or of one stage of a contract, by the settings in force when it was opened."""

    __tablename__ = "survey"

    activity_id: Mapped[UUID | None] = mapped_column(unique=True)
    # Answers end apart from their givers, so those of several activities are not one person's each: a stage of a
    # contract is asked about by itself, over all its activities that were held.
    acceptance_id: Mapped[UUID | None] = mapped_column(unique=True)
    contract_id: Mapped[UUID | None]
    provider_id: Mapped[UUID | None]
    stage_no: Mapped[int | None]
    stage_activity_ids: Mapped[list[UUID] | None]
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
        CheckConstraint(
            "num_nonnulls(activity_id, acceptance_id) = 1"
            " and num_nonnulls(acceptance_id, contract_id, provider_id, stage_no, stage_activity_ids) in (0, 5)",
            name="subject",
        ),
    )

    @property
    def subject(self) -> Subject:
        """What is asked about."""
        return Subject.CONTRACT_STAGE if self.activity_id is None else Subject.ACTIVITY

    @property
    def activity_ids(self) -> list[UUID]:
        """Whoever worked at one of these is not asked."""
        return self.stage_activity_ids or [] if self.activity_id is None else [self.activity_id]

    def state(self, at: datetime) -> State:
        """Open until its time is over or it has been closed, whichever comes first."""
        return State.OPEN if self.closed_at is None and at < self.closes_at else State.CLOSED


class Invitation(Record, Table):
    """受访邀请: one drawn account; says whether it has answered, never what."""

    __tablename__ = "invitation"

    survey_id: Mapped[UUID] = mapped_column(ForeignKey("survey.id"))
    account_id: Mapped[UUID] = mapped_column(index=True)
    # Of a survey of an activity, or of a contract's stage.
    activity_id: Mapped[UUID | None]
    stage_no: Mapped[int | None]
    title: Mapped[str]
    closes_at: Mapped[datetime]
    answered: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (
        UniqueConstraint("survey_id", "account_id"),
        Index("ix_invitation_scope_key_id", "scope_key", "id"),
    )

    @property
    def subject(self) -> Subject:
        """What is asked about."""
        return Subject.CONTRACT_STAGE if self.activity_id is None else Subject.ACTIVITY

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
