"""How an opportunity looks to anybody, signed in or not."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis.access import Access, reach
from chassis.records import Action
from chassis.transaction import View
from volunteers.opportunity.model import Opportunity, State
from volunteers.permissions import Permission


class PlaceView(BaseModel):
    """活动地点; the distance is computed where the phone knows its own position."""

    name: str
    latitude: float | None
    longitude: float | None


class OpportunityView(View):
    """岗位; `waiting` counts the waiting numbers given so far."""

    id: UUID
    area_id: UUID
    state: State
    title: str
    role: str
    role_name: str
    minimum_age: int
    starts_at: datetime
    ends_at: datetime
    place: PlaceView
    capacity: int
    taken: int
    places_left: int
    waiting: int
    overfull: bool
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, opportunity: Opportunity, access: Access, at: datetime) -> Self:
        """As this caller sees it."""
        activity, places = opportunity.activity, opportunity.places
        copied = ("id", "area_id", "role", "role_name", "minimum_age", "starts_at", "ends_at")
        return cls(
            **{name: getattr(opportunity, name) for name in copied},
            version=places.version,
            state=places.state,
            title=activity.title,
            place=PlaceView(name=activity.place_name, latitude=activity.latitude, longitude=activity.longitude),
            capacity=places.capacity,
            taken=places.taken,
            places_left=places.free,
            waiting=places.waiting_numbers,
            overfull=places.overfull,
            actions=_actions(opportunity, access, at),
            links=_links(opportunity),
        )


def _links(opportunity: Opportunity) -> dict[str, str]:
    return {
        "area": f"/api/registry/areas/{opportunity.area_id}",
        "activity": f"/api/projects/activities/{opportunity.activity_id}",
        "project": f"/api/projects/projects/{opportunity.activity.project_id}",
        "signups": f"/api/volunteers/signups?opportunity_id={opportunity.id}",
    }


def _actions(opportunity: Opportunity, access: Access, at: datetime) -> list[Action]:
    """Signing up, for whoever is signed in as a volunteer may be."""
    if not opportunity.is_open(at) or reach(access.principal, Permission.SIGNUP_MAKE, access.roles) is None:
        return []
    label = "报名" if opportunity.places.free else "报名候补"
    href = f"/api/volunteers/opportunities/{opportunity.id}/signups"
    return [Action(name="signup", method="POST", href=href, needs_reason=False, label=label)]
