"""What a record carries that is approved in steps."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from chassis.principal import Role


class Outcome(StrEnum):
    """审批结论."""

    APPROVED = "approved"
    RETURNED = "returned"
    REFUSED = "refused"


class Approvable:
    """送审的记录: mixed into a record; while `review_step` says which, that step waits for its role until its day."""

    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    returned_because: Mapped[str | None]
    review_step: Mapped[int | None]
    review_role: Mapped[Role | None]
    review_due_on: Mapped[date | None]
    # Who has decided a step of this round.
    deciders: Mapped[list[UUID]] = mapped_column(default=list)

    def is_overdue(self, on: date) -> bool:
        """Whether a step waits for longer than it may."""
        return self.review_due_on is not None and self.review_due_on < on
