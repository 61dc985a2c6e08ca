"""Narrow copies of what the other services tell and small counters by area and day, all rebuildable from zero."""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, PrimaryKeyConstraint, Text, text
from sqlalchemy.dialects.postgresql import DATEMULTIRANGE
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from assessment.reading.days import Days


class Counted(StrEnum):
    """计数项: what the counters count; each depends on one feed only, so feeds may arrive in any order."""

    ACTIVE_VOLUNTEERS = "active_volunteers"
    ACTIVITIES = "activities"
    BUDGET_FEN = "budget_fen"
    CHARITY_MUTUAL_AID = "charity_mutual_aid"
    CULTURE_SPORTS = "culture_sports"
    FACILITIES = "facilities"
    MINUTES = "minutes"
    NEEDS = "needs"
    NEEDS_ANSWERED = "needs_answered"
    ORGANISATIONS = "organisations"
    PAID_FEN = "paid_fen"
    POSTS = "posts"
    PROJECTS = "projects"
    PROMOTIONS = "promotions"
    PUBLIC_SERVICE = "public_service"
    SIGNUPS = "signups"
    UNCLASSIFIED = "unclassified"
    VOLUNTEERS = "volunteers"


# Of millions of records, the few that wait for somebody.
UNANSWERED = text("left_on is null and answered_on is null")
UNCONFIRMED = text("state in ('proposed', 'disputed')")


def narrow(table: str, *more: Index, by_place: bool = False) -> tuple[Any, ...]:
    """The table arguments of a copy: it can be emptied; it is found by scope, or since a place in the owner's log."""
    since = [Index(f"ix_{table}_seq", "seq")] if by_place else []
    return (Index(f"ix_{table}_scope_key_id", "scope_key", "id"), *since, *more, {"info": {"projection": True}})


class Copy:
    """What every copy has: the owner's id, the area, and the place in the owner's log it was last written from."""

    id: Mapped[UUID] = mapped_column(primary_key=True)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    seq: Mapped[int]


class Tally(Table):
    """计数: the change of a count in an area and all below it on a day; what grows by people or money by month.

    A change in a community is one of its town and of the city too, so that a sum reads the rows of its own area alone.
    The index of its key holds the change as well: a course is read from it without looking up its rows.
    """

    __tablename__ = "tally"
    __table_args__ = (
        PrimaryKeyConstraint("counted", "scope_key", "on_day", postgresql_include=["change"]),
        {"info": {"projection": True}},
    )

    counted: Mapped[Counted]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    on_day: Mapped[date]
    change: Mapped[int]


class PostCopy(Copy, Table):
    """社工岗位副本; `days` are those on which somebody works there."""

    __tablename__ = "post_copy"
    __table_args__ = narrow(__tablename__, by_place=True)

    days: Mapped[Days] = mapped_column(DATEMULTIRANGE)


class FacilityCopy(Copy, Table):
    """服务设施副本; `days` are those on which it is open."""

    __tablename__ = "facility_copy"
    __table_args__ = narrow(__tablename__, by_place=True)

    days: Mapped[Days] = mapped_column(DATEMULTIRANGE)


class VolunteerCopy(Copy, Table):
    """志愿者副本: no name, no number; the account tells who may not be asked about an activity."""

    __tablename__ = "volunteer_copy"
    __table_args__ = narrow(__tablename__, Index("ix_volunteer_copy_person_id", "person_id"))

    account_id: Mapped[UUID]
    person_id: Mapped[UUID]
    registered_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    # Where they lived from which month on: `{"2026-06-01": [area_id, scope_key]}`, nothing where they had withdrawn.
    homes: Mapped[dict[str, Any]]


class ServiceMonthCopy(Table):
    """月度时长副本: the confirmed minutes of one volunteer in one month, by which they count as active."""

    __tablename__ = "service_month_copy"
    __table_args__ = ({"info": {"projection": True}},)

    volunteer_id: Mapped[UUID] = mapped_column(primary_key=True)
    on_month: Mapped[date] = mapped_column(primary_key=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    minutes: Mapped[int]


class NeedCopy(Copy, Table):
    """需求副本."""

    __tablename__ = "need_copy"
    __table_args__ = narrow(
        __tablename__, Index("ix_need_copy_unanswered", "scope_key", "raised_on", postgresql_where=UNANSWERED)
    )

    raised_on: Mapped[date]
    answered_on: Mapped[date | None]
    project_id: Mapped[UUID | None]
    # Merged into another or declined: no longer counted.
    left_on: Mapped[date | None]
    into_id: Mapped[UUID | None]


class DeliberationCopy(Copy, Table):
    """协商副本; `closed_on` once everything that was agreed to be done has been fed back."""

    __tablename__ = "deliberation_copy"
    __table_args__ = narrow(
        __tablename__,
        Index("ix_deliberation_copy_held_on", "scope_key", "held_on", "closed_on"),
        by_place=True,
    )

    need_ids: Mapped[list[UUID]]
    held_on: Mapped[date]
    concluded_on: Mapped[date | None]
    closed_on: Mapped[date | None]


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
    __table_args__ = narrow(
        __tablename__,
        Index("ix_signup_copy_activity_id", "activity_id"),
        Index("ix_signup_copy_held_from", "scope_key", "held_from", "id"),
    )

    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    volunteer_id: Mapped[UUID]
    held_from: Mapped[date | None]


class HoursCopy(Copy, Table):
    """服务时长副本: one entry of the hour ledger, in the state that its last fact left it."""

    __tablename__ = "hours_copy"
    __table_args__ = narrow(
        __tablename__,
        Index("ix_hours_copy_unconfirmed", "scope_key", "proposed_on", postgresql_where=UNCONFIRMED),
        Index("ix_hours_copy_confirmed_on", "scope_key", "confirmed_on", "id"),
    )

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
