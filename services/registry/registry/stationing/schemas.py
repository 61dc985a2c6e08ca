"""What moving in takes in and how a stationing looks from outside."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from registry.permissions import Permission
from registry.stationing.model import State, Stationing


class StationingIn(BaseModel):
    """进驻: of an organisation or of a social worker, under a named agreement until (excluding) a day."""

    model_config = ConfigDict(extra="forbid")

    facility_id: UUID
    organisation_id: UUID | None = None
    social_worker_id: UUID | None = None
    agreement: Annotated[str, Field(min_length=4, max_length=200)]
    until: Day

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.organisation_id is None) == (self.social_worker_id is None):
            raise ValueError("组织或社工只填一项")
        return self


class StationingView(View):
    """进驻."""

    id: UUID
    area_id: UUID
    state: State
    facility_id: UUID
    organisation_id: UUID | None
    social_worker_id: UUID | None
    agreement: str
    starts_on: date
    until: date
    ended_on: date | None
    ended_because: str | None
    actions: list[Action]
    links: dict[str, str | None]

    @classmethod
    def seen(cls, stationing: Stationing, access: Access) -> Self:
        """As this caller sees it."""
        plain = {name: getattr(stationing, name) for name in cls.model_fields if name not in {"actions", "links"}}
        running = stationing.state is State.RUNNING
        offers = [Offer(running, Permission.FACILITY_KEEP, "ending", "提前退出", needs_reason=True)]
        organisation, worker = stationing.organisation_id, stationing.social_worker_id
        return cls(
            **plain,
            actions=offered(f"/api/registry/stationings/{stationing.id}", stationing, access, offers),
            links={
                "facility": f"/api/registry/facilities/{stationing.facility_id}",
                "organisation": f"/api/registry/organisations/{organisation}" if organisation else None,
                "social_worker": f"/api/registry/social-workers/{worker}" if worker else None,
            },
        )
