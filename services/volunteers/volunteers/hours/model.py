"""Hours: entries of whole minutes in a ledger that is only ever added to; a correction is a counter-entry."""

from datetime import datetime
from enum import StrEnum
from operator import eq
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Select,
    and_,
    cast,
    extract,
    func,
    select,
    text,
)
from sqlalchemy.orm import ColumnProperty, Mapped, column_property, mapped_column
from sqlalchemy.sql.operators import OperatorType

from chassis.database import Record
from volunteers.database import Table
from volunteers.signup.model import Signup
from volunteers.volunteer.model import Volunteer


class State(StrEnum):
    """时长状态."""

    PROPOSED = "proposed"
    DISPUTED = "disputed"
    RETURNED = "returned"
    CONFIRMED = "confirmed"
    COUNTERED = "countered"


class Source(StrEnum):
    """时长来源."""

    ATTENDANCE = "attendance"
    MANUAL = "manual"
    COUNTER = "counter"


# Both wait for a second person; who is not content may still be found right or wrong.
WAITING = frozenset({State.PROPOSED, State.DISPUTED})
# A countered entry stays, and its counter-entry takes its minutes away again.
COUNTED = frozenset({State.CONFIRMED, State.COUNTERED})


class _OfTheirRegistrations(ColumnProperty.Comparator[UUID]):
    """An account's entries are found by its registrations, few and indexed; so does row security."""

    def operate(self, op: OperatorType, *other: Any, **kwargs: Any) -> ColumnElement[Any]:  # noqa: ANN401 - its form
        """Equality alone has a way of its own."""
        if op is not eq:
            return super().operate(op, *other, **kwargs)
        return Hours.volunteer_id.in_(select(Volunteer.id).where(Volunteer.account_id == other[0]).correlate(None))


class Hours(Record, Table):
    """志愿服务时长; a trigger put on by the migration refuses to rewrite or delete what was entered."""

    __tablename__ = "hours"

    # Whose account it was then, and sealed with the entry; `account_id` is whose it is now, as the sign-up has it.
    entered_account_id: Mapped[UUID] = mapped_column("account_id")
    organisation_id: Mapped[UUID | None]
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    person_id: Mapped[UUID]
    signup_id: Mapped[UUID] = mapped_column(ForeignKey("signup.id"))
    account_id: Mapped[UUID] = column_property(
        select(Signup.account_id).where(Signup.id == signup_id).correlate_except(Signup).scalar_subquery(),
        comparator_factory=_OfTheirRegistrations,
        expire_on_flush=False,
    )
    activity_id: Mapped[UUID]
    project_id: Mapped[UUID]
    title: Mapped[str]
    state: Mapped[State]
    source: Mapped[Source]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    minutes: Mapped[int]
    evidence_id: Mapped[UUID | None]  # the attendance, or the entry that this one counters or replaces
    forgot_check_out: Mapped[bool]
    place_unknown: Mapped[bool]
    because: Mapped[str | None]  # why it was entered by hand or countered
    proposed_by: Mapped[str]
    proposed_person_id: Mapped[UUID | None]  # of staff whose document is known; the volunteer's own is person_id
    proposed_at: Mapped[datetime]
    second_account_id: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    objection: Mapped[str | None]  # the volunteer's, or why it was returned
    disputed_at: Mapped[datetime | None]
    # Who answers for the presence where no phone shows it; they do not confirm it too.
    vouched_by: Mapped[UUID | None]
    vouched_person_id: Mapped[UUID | None]
    # By somebody of whom an earlier entry was found wrong: nobody confirms it before it has been checked.
    full_check: Mapped[bool] = mapped_column(default=False)
    checked_at: Mapped[datetime | None]

    __table_args__ = (
        # No overlap and no more than the interval holds: so never more than 24 hours a day either.
        CheckConstraint(
            "ends_at > starts_at and minutes <> 0"
            " and abs(minutes) * interval '1 minute' <= ends_at - starts_at and (minutes < 0) = (source = 'counter')",
            name="minutes_within_interval",
        ),
        CheckConstraint(
            "second_account_id is null or second_account_id::text <> proposed_by", name="second_account_is_another"
        ),
        CheckConstraint(
            "second_account_id is null or second_account_id <> account_id", name="not_confirmed_by_oneself"
        ),
        Index(
            "uq_hours_evidence_id",
            "evidence_id",
            unique=True,
            postgresql_where=text("source = 'attendance' and state <> 'returned'"),
        ),
        Index("uq_hours_countered", "evidence_id", unique=True, postgresql_where=text("source = 'counter'")),
        Index(
            "ix_hours_by_hand",
            "decided_at",
            postgresql_where=text("source = 'manual' and state = 'confirmed'"),
        ),
        Index("ix_hours_activity_id", "activity_id"),
        Index(
            "ix_hours_organisation_id_id",
            "organisation_id",
            "id",
            postgresql_where=text("organisation_id is not null"),
        ),
        Index("ix_hours_person_id_ends_at", "person_id", "ends_at"),
        Index("ix_hours_scope_key_id", "scope_key", "id"),
        Index("ix_hours_volunteer_id", "volunteer_id"),
        # Of millions of entries, the few that wait for a second person.
        Index("ix_hours_waiting", "scope_key", "id", postgresql_where=text("state in ('proposed', 'disputed')")),
    )

    def is_proposed_by(self, account_id: UUID | None, person_id: UUID | None) -> bool:
        """Whether this account proposed it, or this person by another one."""
        same_person = person_id is not None and person_id == self.proposed_person_id
        return same_person or str(account_id) == self.proposed_by

    def is_answered_for_by(self, account_id: UUID | None, person_id: UUID | None) -> bool:
        """Whether it rests on this account's or person's own word: proposed by hand, or vouched for."""
        vouches = account_id is not None and account_id == self.vouched_by
        same_person = person_id is not None and person_id == self.vouched_person_id
        return vouches or same_person or self.is_proposed_by(account_id, person_id)

    @property
    def wants_vouching(self) -> bool:
        """Whether nothing shows yet that somebody was at the place."""
        return self.place_unknown and self.vouched_by is None

    @property
    def wants_check(self) -> bool:
        """Whether somebody from elsewhere must look at it first."""
        return self.full_check and self.checked_at is None

    @property
    def holds_time(self) -> bool:
        """Whether its interval is taken: no other entry of the person may overlap it."""
        return self.source is not Source.COUNTER and self.state in {*WAITING, State.CONFIRMED}


def counts() -> ColumnElement[bool]:
    """Confirmed and not taken back: a countered entry and its counter-entry are both left out."""
    return and_(Hours.state == State.CONFIRMED, Hours.source != Source.COUNTER)


def minutes_served(theirs: ColumnElement[bool]) -> Select[int]:
    """What counts, every minute once: found to be one person, somebody may have served twice at one hour."""
    length = func.make_interval(0, 0, 0, 0, 0, cast(Hours.minutes, Integer))
    span = func.tstzrange(Hours.starts_at, Hours.starts_at + length)
    spans = select(func.unnest(func.range_agg(span)).label("span")).where(theirs, counts()).subquery()
    seconds = extract("epoch", func.upper(spans.c.span) - func.lower(spans.c.span))
    return select(cast(func.coalesce(func.sum(seconds), 0) / 60, BigInteger))
