"""What a registration takes in and how a volunteer looks from outside: masked, or in full to oneself."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.person import IdType, Telephone
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.permissions import Permission
from volunteers.volunteer.model import Group, Relation, State, Volunteer

Skill = Annotated[str, Field(min_length=1, max_length=20)]
Groups = Annotated[set[Group], Field(max_length=len(Group))]
Skills = Annotated[list[Skill], Field(max_length=10)]


class GuardianIn(BaseModel, extra="forbid"):
    """监护人同意书: given with the request that it consents to."""

    name: Annotated[str, Field(min_length=2, max_length=50)]
    phone: Telephone
    relation: Relation
    accompanies: bool = False


class ConsentView(BaseModel):
    """监护人同意; name and phone are masked, but in full to oneself."""

    id: UUID
    activity_id: UUID | None
    team_id: UUID | None
    name: str
    phone: str
    relation: Relation
    accompanies: bool
    consented_at: datetime
    withdrawn_at: datetime | None
    actions: list[Action]


class Consents(BaseModel):
    """一名志愿者的监护人同意, the latest first."""

    items: list[ConsentView]


class ProfileIn(BaseModel, extra="forbid"):
    """志愿者自己填写、可以修改的资料."""

    area_id: UUID
    groups: Groups = set()
    skills: Skills = []


class RegistrationIn(ProfileIn):
    """志愿者注册; the phone is the account's, the birth date is asked only when the document does not tell it."""

    name: Annotated[str, Field(min_length=2, max_length=50)]
    id_type: IdType
    id_number: Annotated[str, Field(min_length=5, max_length=30)]
    born_on: Day | None = None
    guardian: GuardianIn | None = None


class SearchIn(BaseModel, extra="forbid"):
    """按证件号码精确查找; in a body, so that the number stands in no address and no log."""

    id_type: IdType
    id_number: Annotated[str, Field(min_length=5, max_length=30)]


class VolunteerView(View):
    """志愿者; `masked` tells whether name and id number are hidden."""

    id: UUID
    area_id: UUID
    state: State
    number: str
    masked: bool
    name: str
    id_type: IdType
    id_number: str
    born_on: date | None
    age_band: str
    groups: list[Group]
    skills: list[str]
    registered_at: datetime
    withdrawn_at: datetime | None
    continued_as_id: UUID | None
    actions: list[Action]
    links: dict[str, str]


def links(volunteer: Volunteer) -> dict[str, str]:
    """Where a reader can go from here; of a second registration, to how it was judged."""
    pair = sorted([volunteer.id, volunteer.continued_as_id]) if volunteer.continued_as_id else []
    judged = {"duplicate": "/api/volunteers/duplicates/" + "_".join(each.hex for each in pair)} if pair else {}
    return judged | {
        "area": f"/api/registry/areas/{volunteer.area_id}",
        "signups": f"/api/volunteers/signups?volunteer_id={volunteer.id}",
        "hours": f"/api/volunteers/hours?volunteer_id={volunteer.id}",
    }


def actions(volunteer: Volunteer, access: Access) -> list[Action]:
    """The verbs offered now."""
    here, standing = f"/api/volunteers/volunteers/{volunteer.id}", volunteer.state is State.REGISTERED
    offers = (
        Offer(standing, Permission.VOLUNTEER_CHANGE, "profile", "修改资料", method="PUT"),
        Offer(standing, Permission.VOLUNTEER_CHANGE, "withdrawal", "注销注册"),
        Offer(True, Permission.VOLUNTEER_UNMASK, "unmasking", "查看完整信息", needs_reason=True),
    )
    return offered(here, volunteer, access, offers)
