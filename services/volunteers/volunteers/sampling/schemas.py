"""What a check takes in, and how it and a draw look from outside."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.permissions import Permission
from volunteers.sampling.model import Check, Draw, Kind, State
from volunteers.sampling.rules import drawn_from


class ResultIn(BaseModel, extra="forbid"):
    """核对结果: whether the paper list bears the entry out, and what was looked at."""

    right: bool
    finding: Annotated[str, Field(min_length=2, max_length=500)]


class CheckView(View):
    """补录核对."""

    id: UUID
    area_id: UUID
    state: State
    kind: Kind
    due_on: date
    hours_id: UUID
    entry_area_id: UUID
    volunteer_number: str
    title: str
    starts_at: datetime
    ends_at: datetime
    minutes: int
    because: str
    finding: str | None
    decided_by: UUID | None
    decided_at: datetime | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, check: Check, access: Access) -> Self:
        """As this caller sees it; the service looks again at who decides."""
        here = f"/api/volunteers/hours-checks/{check.id}"
        offers = (Offer(check.state is State.WAITING, Permission.HOURS_CHECK, "result", "登记核对结果"),)
        links = {"area": f"/api/registry/areas/{check.area_id}", "hours": f"/api/volunteers/hours/{check.hours_id}"}
        told = {"actions": offered(here, check, access, offers), "links": links}
        return cls(**{name: getattr(check, name) for name in cls.model_fields if name not in told}, **told)


class DrawView(View):
    """补录抽取; anybody who has pool, seed and share draws the same."""

    id: UUID
    area_id: UUID
    month: date
    seed: int
    share_percent: int
    drawn_at: datetime
    pool: list[UUID]
    drawn: list[UUID]

    @classmethod
    def seen(cls, draw: Draw) -> Self:
        """As everybody in scope sees it."""
        told = {"drawn": drawn_from(draw.pool, draw.seed, draw.share_percent)}
        return cls(**{name: getattr(draw, name) for name in cls.model_fields if name not in told}, **told)
