"""Stationings: an organisation or a social worker in a facility, from a day until another."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from registry.database import Table


class State(StrEnum):
    """进驻状态."""

    RUNNING = "running"
    ENDED = "ended"


# Their names in the database, which decides between two that act at once.
ONCE_IN_A_FACILITY = ("uq_stationing_organisation", "uq_stationing_social_worker")
RUNNING = text("state = 'running'")


class Stationing(Record, Table):
    """进驻: `until` is the first day on which the agreement no longer holds; `ended_on` when it was over."""

    __tablename__ = "stationing"

    facility_id: Mapped[UUID] = mapped_column(ForeignKey("facility.id"), index=True)
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    social_worker_id: Mapped[UUID | None] = mapped_column(ForeignKey("social_worker.id"), index=True)
    agreement: Mapped[str]
    state: Mapped[State]
    starts_on: Mapped[date]
    until: Mapped[date]
    ended_on: Mapped[date | None]
    ended_because: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("(organisation_id is null) <> (social_worker_id is null)", name="one_of_both"),
        Index("ix_stationing_scope_key_id", "scope_key", "id"),
        Index("ix_stationing_until", "until"),
        Index(ONCE_IN_A_FACILITY[0], "facility_id", "organisation_id", unique=True, postgresql_where=RUNNING),
        Index(ONCE_IN_A_FACILITY[1], "facility_id", "social_worker_id", unique=True, postgresql_where=RUNNING),
    )
