"""Notices: what has happened that concerns somebody without an act of theirs, and who has read it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.tables import OVERWRITTEN
from gateway.database import Table
from gateway.identity.addressee import Addressed


class NoticeState(StrEnum):
    """通知状态."""

    UNREAD = "unread"
    READ = "read"


class Notice(Addressed, Table):
    """通知 to one role: its id follows from the fact and the role, so that the same fact tells nobody twice."""

    __tablename__ = "notice"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    href: Mapped[str]
    # What the record is called, where the fact says so.
    about: Mapped[str | None]
    # Whoever did it need not be told.
    actor: Mapped[str]
    told_at: Mapped[datetime]
    seq: Mapped[int]

    __table_args__ = (
        Index("ix_notice_scope_key_told_at", "scope_key", "told_at"),
        Index("ix_notice_organisation_id_told_at", "organisation_id", "told_at"),
        Index("ix_notice_told_at", "told_at"),
        {"info": {"projection": OVERWRITTEN}},
    )


class Reading(Table):
    """已读: one account has read one notice."""

    __tablename__ = "notice_reading"

    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("notice.id", ondelete="CASCADE"), primary_key=True)
    read_at: Mapped[datetime]

    __table_args__ = (Index("ix_notice_reading_notice_id", "notice_id"),)
