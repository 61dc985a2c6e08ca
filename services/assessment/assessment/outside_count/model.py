"""Outside counts: which system counted what, how many, on which day, and where that is written."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from assessment.database import Table
from assessment.indicator.model import Indicator
from chassis.database import Record


class Counts(StrEnum):
    """统计对象: “志愿者人数” of another system may be its accounts, its cards or its active ones."""

    ACCOUNTS = "accounts"
    ACTIVE_VOLUNTEERS = "active_volunteers"
    CARDS = "cards"
    HOURS = "hours"
    ORGANISATIONS = "organisations"
    SOCIAL_WORKERS = "social_workers"


class State(StrEnum):
    """外部统计数状态."""

    ENTERED = "entered"
    WITHDRAWN = "withdrawn"


# Beside which of our own figures each is shown.
BESIDE: dict[Counts, frozenset[Indicator]] = {
    Counts.ACCOUNTS: frozenset({Indicator.VOLUNTEER_RATIO}),
    Counts.ACTIVE_VOLUNTEERS: frozenset({Indicator.VOLUNTEER_RATIO, Indicator.VOLUNTEER_ACTIVE_RATIO}),
    Counts.CARDS: frozenset({Indicator.VOLUNTEER_RATIO}),
    Counts.HOURS: frozenset({Indicator.HOURS, Indicator.HOURS_PER_HEAD}),
    Counts.ORGANISATIONS: frozenset({Indicator.ORG_TOTAL}),
    Counts.SOCIAL_WORKERS: frozenset({Indicator.SW_PER_10K}),
}


class OutsideCount(Record, Table):
    """外部统计数: one count of one system on one day; a wrong one is withdrawn with its reason, never changed."""

    __tablename__ = "outside_count"

    system: Mapped[str]
    counts: Mapped[Counts]
    value: Mapped[int]
    counted_on: Mapped[date]
    source: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by: Mapped[UUID | None]
    state: Mapped[State]
    withdrawn_at: Mapped[datetime | None]
    withdrawn_because: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("value >= 0", name="value"),
        Index("ix_outside_count_scope_key_id", "scope_key", "id"),
        Index(
            "uq_outside_count_entered",
            "area_id",
            "system",
            "counts",
            "counted_on",
            unique=True,
            postgresql_where="state = 'entered'",
        ),
    )
