"""What a facility takes in, how it looks from outside, and which communities have one."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from registry.facility.model import Facility, FacilityKind, State
from registry.permissions import Permission

Text = Annotated[str, Field(min_length=2, max_length=100)]


class FacilityRevisionIn(BaseModel):
    """设施信息; rooms by name, floor area in square metres."""

    model_config = ConfigDict(extra="forbid")

    name: Text
    kind: FacilityKind
    address: Annotated[str, Field(min_length=2, max_length=200)]
    rooms: Annotated[list[Text], Field(max_length=50)]
    opening_hours: Annotated[str, Field(min_length=2, max_length=200)]
    floor_area_m2: Annotated[int, Field(ge=1, le=1_000_000)]


class FacilityIn(FacilityRevisionIn):
    """设施信息 of a new one, in its area."""

    area_id: UUID


class FacilityView(View):
    """服务设施."""

    id: UUID
    area_id: UUID
    state: State
    name: str
    kind: FacilityKind
    address: str
    rooms: list[str]
    opening_hours: str
    floor_area_m2: int
    opened_on: date
    closed_on: date | None
    closed_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, facility: Facility, access: Access) -> Self:
        """As this caller sees it."""
        plain = {name: getattr(facility, name) for name in cls.model_fields if name not in {"actions", "links"}}
        is_open = facility.state is State.OPEN
        offers = (
            Offer(is_open, Permission.FACILITY_KEEP, "revision", "修改", method="PUT"),
            Offer(is_open, Permission.FACILITY_KEEP, "closing", "关闭", needs_reason=True),
        )
        return cls(
            **plain,
            actions=offered(f"/api/registry/facilities/{facility.id}", facility, access, offers),
            links={
                "area": f"/api/registry/areas/{facility.area_id}",
                "stationings": f"/api/registry/stationings?facility_id={facility.id}",
            },
        )


class UncoveredView(BaseModel):
    """没有设施的村（社区）."""

    area_id: UUID
    code: str
    name: str | None


class CoverageView(BaseModel):
    """设施覆盖 of an area: communities in all, those with an open facility, and those without by name."""

    communities: int
    covered: int
    uncovered: list[UncoveredView]
