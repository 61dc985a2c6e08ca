"""Activities of approved projects: when, where, led by whom, and how many are wanted."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from projects.database import Table


class State(StrEnum):
    """活动状态."""

    PLANNED = "planned"
    PUBLISHED = "published"
    HELD = "held"
    CANCELLED = "cancelled"


# A page that was public stays so: those who signed up must be able to read that it was called off.
OPEN_TO_ALL = (State.PUBLISHED, State.HELD, State.CANCELLED)


class Activity(Record, Table):
    """活动."""

    __tablename__ = "activity"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    # Of the project, which no longer changes them once it is approved.
    organisation_id: Mapped[UUID | None]
    need_ids: Mapped[list[UUID]]
    title: Mapped[str]
    description: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place_name: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    lead_social_worker_id: Mapped[UUID]
    lead_person_id: Mapped[UUID]
    wanted: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    resident_places: Mapped[int]
    state: Mapped[State]
    published_at: Mapped[datetime | None]
    held_at: Mapped[datetime | None]
    cancelled_because: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="times"),
        Index("ix_activity_scope_key_id", "scope_key", "id"),
        Index("ix_activity_organisation_id_id", "organisation_id", "id"),
        Index("ix_activity_project_id_id", "project_id", "id"),
        Index("ix_activity_state_starts_at_id", "state", "starts_at", "id"),
        Index("ix_activity_need_ids", "need_ids", postgresql_using="gin"),
    )
