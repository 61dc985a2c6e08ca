"""Where an approval stands, as part of its record's view."""

from datetime import date
from typing import Self

from pydantic import BaseModel

from chassis.principal import Role
from procedures.approval.rules import Submitted


class ReviewView(BaseModel):
    """审批进度: the step that waits, counted from 1, or none while a correction is due."""

    step: int | None
    role: Role | None
    due_on: date
    overdue: bool

    @classmethod
    def seen(cls, record: Submitted, on: date) -> Self | None:
        """On a day; nothing where nothing waits."""
        if record.review_due_on is None:
            return None
        step = None if record.review_step is None else record.review_step + 1
        return cls(step=step, role=record.review_role, due_on=record.review_due_on, overdue=record.review_due_on < on)
