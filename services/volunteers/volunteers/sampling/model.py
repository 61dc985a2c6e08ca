"""Draws of a town's month, reproducible from what they keep, and the checks that lie where somebody else makes them."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from volunteers.database import Table


class State(StrEnum):
    """核对状态."""

    WAITING = "waiting"
    RIGHT = "right"
    WRONG = "wrong"
    DROPPED = "dropped"


class Kind(StrEnum):
    """核对方式."""

    SAMPLE = "sample"
    FULL = "full"


class Draw(Record, Table):
    """抽取: the entries by hand that a town confirmed in a month, and the seed that chose among them."""

    __tablename__ = "hours_draw"

    month: Mapped[date]
    pool: Mapped[list[UUID]]
    seed: Mapped[int]
    share_percent: Mapped[int]
    drawn_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("area_id", "month"),
        Index("ix_hours_draw_scope_key_id", "scope_key", "id"),
    )


class Check(Record, Table):
    """核对: it lies in another town than the entry, and shows of it what a paper list can tell."""

    __tablename__ = "hours_check"

    hours_id: Mapped[UUID] = mapped_column(ForeignKey("hours.id"), unique=True)
    draw_id: Mapped[UUID | None] = mapped_column(ForeignKey("hours_draw.id"))
    kind: Mapped[Kind]
    state: Mapped[State]
    due_on: Mapped[date]
    entry_area_id: Mapped[UUID]
    volunteer_number: Mapped[str]
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    minutes: Mapped[int]
    because: Mapped[str]
    finding: Mapped[str | None]
    decided_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_hours_check_scope_key_id", "scope_key", "id"),)
