"""How an opportunity looks to anybody, signed in or not."""

from datetime import datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis import clock
from chassis.access import Access, reach
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.dated import AttendanceRule
from volunteers.opportunity.model import Opportunity, State
from volunteers.permissions import Permission


class PlaceView(BaseModel):
    """活动地点; the distance is computed where the phone knows its own position."""

    name: str
    latitude: float | None
    longitude: float | None


class RequiredTraining(BaseModel):
    """须先完成的培训."""

    course_id: UUID
    name: str


class OpportunityView(View):
    """岗位; `waiting` counts the waiting numbers given so far."""

    id: UUID
    area_id: UUID
    state: State
    title: str
    role: str
    role_name: str
    minimum_age: int
    maximum_age: int | None
    skills: list[str]
    trainings: list[RequiredTraining]
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
        asked = ("minimum_age", "maximum_age", "skills")
        copied = ("id", "area_id", "role", "role_name", "starts_at", "ends_at", *asked)
        return cls(
            **{name: getattr(opportunity, name) for name in copied},
            trainings=[RequiredTraining(**each) for each in opportunity.trainings],
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
    """Signing up or, once it is time to check in, walking in, for the volunteer; taking in, for the lead."""
    here = f"/api/volunteers/opportunities/{opportunity.id}"
    opens = AttendanceRule.on(clock.day(opportunity.starts_at)).window(opportunity.starts_at, opportunity.ends_at)[0]
    running = opportunity.places.state is State.OPEN and at < opportunity.ends_at
    offers = (Offer(running, Permission.SIGNUP_ADMIT, "admissions", "办理加入", needs_reason=True),)
    found = offered(here, opportunity, access, offers)
    if reach(access.principal, Permission.SIGNUP_MAKE, access.roles) is None:
        return found
    if opportunity.is_open(at):
        label = "报名" if opportunity.places.free else "报名候补"
        found.append(Action(name="signup", method="POST", href=f"{here}/signups", needs_reason=False, label=label))
    if running and at >= opens:
        href = f"{here}/walk-ins"
        found.append(Action(name="walk-ins", method="POST", href=href, needs_reason=False, label="现场加入"))
    return found
