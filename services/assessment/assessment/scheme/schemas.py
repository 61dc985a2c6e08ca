"""What a scheme takes in, and how it looks."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from assessment.permissions import Permission
from assessment.scheme.items import Item
from assessment.scheme.model import Scheme, State
from chassis import clock
from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View

HERE = "/api/assessment/schemes"
Days = Annotated[int, Field(ge=1, le=60)]


class _Terms(BaseModel):
    """What a scheme says; time limits in working days."""

    title: Annotated[str, Field(min_length=2, max_length=100)]
    unit_ids: Annotated[list[UUID], Field(min_length=1, max_length=100)]
    items: Annotated[list[Item], Field(min_length=1, max_length=60)]
    report_days: Days
    objection_days: Days
    decision_days: Days
    source: Annotated[str, Field(min_length=2, max_length=300)]
    assumption: bool


class SchemeIn(_Terms):
    """起草考核方案."""

    model_config = ConfigDict(extra="forbid")

    area_id: UUID
    year: Annotated[int, Field(ge=2000, le=2199)]


class DefaultScheme(_Terms):
    """默认考核方案 of a year, to begin a draft with; units that this city does not have are left out."""

    year: int


class SchemeView(View, _Terms):
    """考核方案."""

    id: UUID
    area_id: UUID
    year: int
    state: State
    first_day: date
    last_day: date
    drafted_at: datetime
    drafted_by: UUID | None
    adopted_at: datetime | None
    adopted_by: UUID | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, scheme: Scheme, access: Access, at: datetime) -> Self:
        """As this caller sees it at a moment: nobody is assessed before the year is over."""
        plain = {name: getattr(scheme, name) for name in cls.model_fields if name not in {"actions", "links"}}
        here = f"{HERE}/{scheme.id}"
        draft, over = scheme.state is State.DRAFT, clock.day(at) > scheme.last_day
        adopts = draft and access.account_id != scheme.drafted_by
        offers = (
            Offer(adopts, Permission.SCHEME_ADOPT, "adoption", "批准生效"),
            Offer(draft, Permission.SCHEME_DRAFT, "revision", "修改方案", method="PUT"),
            Offer(scheme.state is State.IN_FORCE and over, Permission.SCORECARD_CHECK, "scorecards", "开始考核"),
        )
        return cls(
            **plain,
            actions=offered(here, scheme, access, offers),
            links={
                "area": f"/api/registry/areas/{scheme.area_id}",
                "scorecards": f"/api/assessment/scorecards?scheme_id={scheme.id}",
                "ranking": f"/api/assessment/rankings/{scheme.year}",
            },
        )
