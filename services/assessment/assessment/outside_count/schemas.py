"""What an outside count takes in and how it looks."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from assessment.outside_count.model import Counts, OutsideCount, State
from assessment.permissions import Permission
from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View

HERE = "/api/assessment/outside-counts"


class OutsideCountIn(BaseModel):
    """登记外部统计数: `system` is its name, such as i志愿; `source` says where the number is written."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    system: Annotated[str, Field(min_length=1, max_length=60)]
    counts: Counts
    value: Annotated[int, Field(ge=0, le=10_000_000_000, strict=True)]
    counted_on: Day
    source: Annotated[str, Field(min_length=2, max_length=300)]


class OutsideCountView(View):
    """外部统计数."""

    id: UUID
    area_id: UUID
    state: State
    system: str
    counts: Counts
    value: int
    counted_on: date
    source: str
    entered_at: datetime
    withdrawn_at: datetime | None
    withdrawn_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, count: OutsideCount, access: Access) -> Self:
        """As this caller sees it."""
        plain = {name: getattr(count, name) for name in cls.model_fields if name not in {"actions", "links"}}
        withdrawing = Offer(
            count.state is State.ENTERED, Permission.OUTSIDE_COUNT_ENTER, "withdrawal", "撤回", needs_reason=True
        )
        links = {
            "area": f"/api/registry/areas/{count.area_id}",
            "dashboard": f"/api/assessment/dashboards/{count.area_id}",
        }
        return cls(**plain, actions=offered(f"{HERE}/{count.id}", count, access, [withdrawing]), links=links)
