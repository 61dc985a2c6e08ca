"""Notices and the objections to them: what lies open, until when, and what is still to be answered."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from procedures.tables import ProcedureTable


class Kind(StrEnum):
    """公示事项; each has its window in `NoticeRule`."""

    AWARD = "award"
    GRADE = "grade"
    STAR = "star"


class State(StrEnum):
    """公示状态."""

    OPEN = "open"
    OVER = "over"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """异议处理状态."""

    WAITING = "waiting"
    DISMISSED = "dismissed"
    UPHELD = "upheld"


class Notice(Record, ProcedureTable):
    """公示; its window is fixed when it opens and no verb changes it."""

    __tablename__ = "notice"

    kind: Mapped[Kind]
    subject_id: Mapped[UUID] = mapped_column(index=True)
    subject_href: Mapped[str]
    title: Mapped[str]
    text: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID | None]
    closes_at: Mapped[datetime]
    source: Mapped[str]
    assumption: Mapped[bool]
    # What it proposed was decided so; its words stay as they lay open.
    confirmed_at: Mapped[datetime | None]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str | None]
    objections_waiting: Mapped[int] = mapped_column(default=0)
    objections_upheld: Mapped[int] = mapped_column(default=0)
    objections_dismissed: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("objections_waiting >= 0 and objections_upheld >= 0", name="objections"),
        CheckConstraint("closes_at > opened_at", name="window"),
        Index("ix_notice_scope_key_id", "scope_key", "id"),
    )

    def state(self, at: datetime) -> State:
        """Open until its window is over, whatever is objected."""
        if self.withdrawn_at is not None:
            return State.WITHDRAWN
        return State.OPEN if at < self.closes_at else State.OVER


class Objection(Record, ProcedureTable):
    """异议: raised within the window by anybody signed in, answered with reasons by an officer."""

    __tablename__ = "objection"

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("notice.id"), index=True)
    # Whoever raised it sees it as their own.
    account_id: Mapped[UUID]
    text: Mapped[str]
    raised_at: Mapped[datetime]
    due_on: Mapped[date]
    standing: Mapped[Standing]
    answer: Mapped[str | None]
    answered_at: Mapped[datetime | None]
    answered_by: Mapped[UUID | None]

    __table_args__ = (Index("ix_objection_scope_key_id", "scope_key", "id"),)
