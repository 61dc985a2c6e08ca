"""Narrow copies of what the other services tell and small counters by area and day, all rebuildable from zero."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table


class Counted(StrEnum):
    """计数项: what the counters count; each depends on one feed only, so feeds may arrive in any order."""

    ACTIVITIES = "activities"
    MINUTES = "minutes"
    NEEDS = "needs"
    NEEDS_ANSWERED = "needs_answered"
    ORGANISATIONS = "organisations"
    PROJECTS = "projects"
    SIGNUPS = "signups"
    VOLUNTEERS = "volunteers"


def narrow(table: str, *more: Index) -> tuple[Any, ...]:
    """The table arguments of a copy: it can be emptied, and it is found by scope."""
    return (Index(f"ix_{table}_scope_key_id", "scope_key", "id"), *more, {"info": {"projection": True}})


class Copy:
    """What every copy has: the owner's id, the area, and the place in the owner's log it was last written from."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    seq: Mapped[int]


class Tally(Table):
    """计数: the change of a count in an area on a day; what grows with people is kept by month, on its first."""

    __tablename__ = "tally"

    area_id: Mapped[UUID] = mapped_column(primary_key=True)
    counted: Mapped[Counted] = mapped_column(primary_key=True)
    on_day: Mapped[date] = mapped_column(primary_key=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    change: Mapped[int]

    __table_args__ = (
        Index("ix_tally_counted_scope_key_on_day", "counted", "scope_key", "on_day"),
        {"info": {"projection": True}},
    )


class OrganisationCopy(Copy, Table):
    """社区社会组织副本, at its home area."""

    __tablename__ = "organisation_copy"
    __table_args__ = narrow(__tablename__)

    valid_from: Mapped[date]
    valid_to: Mapped[date | None]


class VolunteerCopy(Copy, Table):
    """志愿者副本: no name, no number; the account tells who may not be asked about an activity."""

    __tablename__ = "volunteer_copy"
    __table_args__ = narrow(__tablename__, Index("ix_volunteer_copy_person_id", "person_id"))

    account_id: Mapped[UUID]
    person_id: Mapped[UUID]
    registered_on: Mapped[date]
    withdrawn_on: Mapped[date | None]


class NeedCopy(Copy, Table):
    """需求副本."""

    __tablename__ = "need_copy"
    __table_args__ = narrow(__tablename__)

    raised_on: Mapped[date]
    answered_on: Mapped[date | None]
    project_id: Mapped[UUID | None]
    # Merged into another or declined: no longer counted.
    left_on: Mapped[date | None]
    into_id: Mapped[UUID | None]


class ProjectCopy(Copy, Table):
    """项目副本."""

    __tablename__ = "project_copy"
    __table_args__ = narrow(__tablename__)

    need_ids: Mapped[list[UUID]]
    state: Mapped[str]
    proposed_on: Mapped[date]
    approved_on: Mapped[date | None]
    first_held_on: Mapped[date | None]


class ActivityCopy(Copy, Table):
    """活动副本."""

    __tablename__ = "activity_copy"
    __table_args__ = narrow(__tablename__)

    project_id: Mapped[UUID]
    need_ids: Mapped[list[UUID]]
    title: Mapped[str]
    lead_person_id: Mapped[UUID]
    state: Mapped[str]
    starts_at: Mapped[datetime]
    held_on: Mapped[date | None]


class ParticipationCopy(Copy, Table):
    """参与副本: its id is the activity's; the accounts of those who took part and may be asked how it was."""

    __tablename__ = "participation_copy"
    __table_args__ = narrow(__tablename__)

    project_id: Mapped[UUID]
    participant_ids: Mapped[list[UUID]]


class SignupCopy(Copy, Table):
    """报名副本: `held_from` while it holds a place."""

    __tablename__ = "signup_copy"
    __table_args__ = narrow(__tablename__, Index("ix_signup_copy_activity_id", "activity_id"))

    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    volunteer_id: Mapped[UUID]
    held_from: Mapped[date | None]


class HoursCopy(Copy, Table):
    """服务时长副本: one entry of the hour ledger, in the state that its last fact left it."""

    __tablename__ = "hours_copy"
    __table_args__ = narrow(__tablename__)

    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    volunteer_id: Mapped[UUID]
    minutes: Mapped[int]
    state: Mapped[str]
    proposed_on: Mapped[date]
    confirmed_on: Mapped[date | None]


def state_of(fact_type: str) -> str:
    """`approved` of `projects.project.approved.v1`: the state that a fact leaves its record in."""
    return fact_type.split(".")[2]


def union(known: Iterable[UUID], more: Iterable[UUID]) -> list[UUID]:
    """Both, each once, in an order that does not depend on which came first."""
    return sorted({*known, *more})
