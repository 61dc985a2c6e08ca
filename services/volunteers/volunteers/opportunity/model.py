"""Opportunities: details copied from published activities, and the places, which this service alone decides on."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import CheckConstraint, Index, Select, Text, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, contains_eager, foreign, joinedload, mapped_column, relationship

from chassis.problems import Unavailable
from volunteers.database import Table


class State(StrEnum):
    """岗位状态."""

    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"


def opportunity_id(activity_id: UUID, role: str) -> UUID:
    """The id of an activity's role, the same however often the activity is heard of."""
    return uuid5(activity_id, role)


class Activity(Table):
    """活动副本: what volunteers need to know of a published activity."""

    __tablename__ = "activity_copy"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID | None]
    project_id: Mapped[UUID]
    lead_person_id: Mapped[UUID | None]
    title: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place_name: Mapped[str]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]

    __table_args__ = (
        Index("ix_activity_copy_scope_key_id", "scope_key", "id"),
        Index("ix_activity_copy_lead_person_id", "lead_person_id"),
        {"info": {"projection": True}},
    )


class Places(Table):
    """名额: the ledger of one opportunity; it survives any rebuild of the copies.

    `wanted` is what the activity asks for. A cut below `taken` keeps who is in, so `capacity` stays above `wanted`
    until they leave: free places are always `capacity - taken`.
    """

    __tablename__ = "places"

    opportunity_id: Mapped[UUID] = mapped_column(primary_key=True)
    activity_id: Mapped[UUID] = mapped_column(index=True)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[State] = mapped_column(default=State.OPEN)
    wanted: Mapped[int]
    capacity: Mapped[int]
    taken: Mapped[int] = mapped_column(default=0)
    waiting_numbers: Mapped[int] = mapped_column(default=0)  # how many were ever given

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy\'s own form
    __table_args__ = (
        CheckConstraint("0 <= taken and taken <= capacity", name="taken_within_capacity"),
        CheckConstraint("0 <= wanted and wanted <= capacity", name="wanted_within_capacity"),
    )

    @property
    def free(self) -> int:
        """Places that nobody has."""
        return self.capacity - self.taken

    @property
    def overfull(self) -> bool:
        """Whether more are in than the activity still asks for."""
        return self.capacity > self.wanted

    def take(self) -> None:
        """Somebody comes in."""
        self.taken += 1

    def take_beyond(self) -> None:
        """Somebody comes in beyond the plan; the place goes with them when they leave."""
        self.taken += 1
        self.capacity = max(self.capacity, self.taken)

    def give_back(self) -> None:
        """Somebody leaves; after a cut the place goes with them."""
        self.taken -= 1
        self.capacity = max(self.wanted, self.taken)

    def next_waiting_number(self) -> int:
        """The next number of the waiting list; numbers are never given twice."""
        self.waiting_numbers += 1
        return self.waiting_numbers


class Opportunity(Table):
    """岗位: one wanted role of a published activity."""

    __tablename__ = "opportunity"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    activity_id: Mapped[UUID] = mapped_column(index=True)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID | None]
    role: Mapped[str]
    role_name: Mapped[str]
    minimum_age: Mapped[int]
    maximum_age: Mapped[int | None]
    skills: Mapped[list[str]]
    trainings: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)  # course_id and name of each
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    activity: Mapped[Activity] = relationship(
        lazy="raise", viewonly=True, primaryjoin=lambda: foreign(Opportunity.activity_id) == Activity.id
    )
    places: Mapped[Places] = relationship(
        lazy="raise", viewonly=True, primaryjoin=lambda: foreign(Opportunity.id) == Places.opportunity_id
    )

    __table_args__ = (
        Index("ix_opportunity_scope_key_id", "scope_key", "id"),
        Index("ix_opportunity_starts_at_id", "starts_at", "id"),
        {"info": {"projection": True}},
    )

    @property
    def asks_ability(self) -> bool:
        """Whether it takes more than an age: a skill, or a training that still holds."""
        return bool(self.skills or self.trainings)

    def is_open(self, at: datetime) -> bool:
        """Whether one may sign up."""
        return self.places.state is State.OPEN and at < self.starts_at


async def heard_of(tx: AsyncSession, activity_id: UUID) -> Activity:
    """An activity that somebody has signed up for: its copy may be away while it is made anew, never for good."""
    found = await tx.get(Activity, activity_id)
    if found is None:
        raise Unavailable
    return found


def whole() -> Select[Opportunity]:
    """Opportunities with their activity and their places."""
    query = select(Opportunity).join(Opportunity.places)
    return query.options(contains_eager(Opportunity.places), joinedload(Opportunity.activity, innerjoin=True))
