"""To-dos: the copy of what every service has opened for somebody and not yet seen decided."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis import clock
from chassis.tables import OVERWRITTEN
from gateway.database import Table
from gateway.identity.addressee import Addressed

NEVER = date.max


class TaskState(StrEnum):
    """待办状态."""

    OPEN = "open"
    CLOSED = "closed"


class Task(Addressed, Table):
    """待办: as its last fact left it; a rebuild leaves every row in place, since people are looking at them."""

    __tablename__ = "task"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    href: Mapped[str]
    due_on: Mapped[date | None]
    # Where it is for one holder of the role alone.
    account_id: Mapped[UUID | None]
    # Who did the first of two steps, and of which role somebody may do the second where nobody else holds the first's.
    barred_account_id: Mapped[UUID | None]
    stand_in_role: Mapped[str | None]
    # Until when nobody can do it yet: bids are not due, a notice still lies open.
    doable_at: Mapped[datetime | None]
    # Lists go by it: what has no day stands behind what has one.
    ranked_on: Mapped[date]
    opened_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]
    seq: Mapped[int]

    __table_args__ = (
        Index("ix_task_scope_key_ranked_on", "scope_key", "ranked_on", postgresql_where="closed_at is null"),
        Index(
            "ix_task_organisation_id_ranked_on", "organisation_id", "ranked_on", postgresql_where="closed_at is null"
        ),
        Index("ix_task_closed_at", "closed_at", postgresql_where="closed_at is not null"),
        {"info": {"projection": OVERWRITTEN}},
    )

    @property
    def state(self) -> TaskState:
        """Whether it still waits."""
        return TaskState.OPEN if self.closed_at is None else TaskState.CLOSED

    def is_overdue(self, on: date) -> bool:
        """逾期: it waits, or was decided, later than on its last day."""
        until = on if self.closed_at is None else clock.day(self.closed_at)
        return self.due_on is not None and until > self.due_on
