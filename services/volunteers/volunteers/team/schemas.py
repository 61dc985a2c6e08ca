"""What forming and changing a team take in; how it looks to its office, and to anybody who looks for one."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access, reach
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.permissions import Permission
from volunteers.team.model import ServiceField, State, Team

Name = Annotated[str, Field(min_length=2, max_length=40)]
Number = Annotated[str, Field(pattern=r"^[0-9]{16}$")]


class RevisionIn(BaseModel, extra="forbid"):
    """志愿服务队信息."""

    name: Name
    field: ServiceField
    description: Annotated[str, Field(max_length=500)] = ""


class TeamIn(RevisionIn):
    """成立志愿服务队, of one's organisation, where one acts for one, else of the area's own office.

    The leader says their own number.
    """

    area_id: UUID
    leader_number: Number


class LeaderIn(BaseModel, extra="forbid"):
    """指定队长: one of the members."""

    volunteer_id: UUID


class TeamView(View):
    """志愿服务队."""

    id: UUID
    area_id: UUID
    organisation_id: UUID | None
    state: State
    name: str
    field: ServiceField
    description: str
    leader_volunteer_id: UUID | None
    members: int
    formed_on: date
    dissolved_on: date | None
    dissolved_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, team: Team, access: Access) -> Self:
        """As this caller sees it."""
        copied = {name: getattr(team, name) for name in cls.model_fields if name not in {"actions", "links"}}
        return cls(**copied, actions=_actions(team, access), links=_links(team))


class OpenTeamView(View):
    """志愿服务队 as anybody may read of it: nobody's name and no number."""

    id: UUID
    area_id: UUID
    organisation_id: UUID | None
    state: State
    name: str
    field: ServiceField
    description: str
    members: int
    formed_on: date
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, team: Team, access: Access) -> Self:
        """As this caller sees it: who may sign up as a volunteer may ask to be let in."""
        copied = {name: getattr(team, name) for name in cls.model_fields if name not in {"actions", "links"}}
        may = team.state is State.ACTIVE and reach(access.principal, Permission.TEAM_JOIN, access.roles) is not None
        href = f"/api/volunteers/teams/{team.id}/memberships"
        asking = Action(name="memberships", method="POST", href=href, needs_reason=False, label="申请入队")
        return cls(**copied, actions=[asking] if may else [], links={"area": _links(team)["area"]})


def _links(team: Team) -> dict[str, str]:
    links = {
        "area": f"/api/registry/areas/{team.area_id}",
        "memberships": f"/api/volunteers/memberships?team_id={team.id}",
        "pairings": f"/api/volunteers/pairings?team_id={team.id}",
    }
    if team.organisation_id is None:
        return links
    return {**links, "organisation": f"/api/registry/organisations/{team.organisation_id}"}


def _actions(team: Team, access: Access) -> list[Action]:
    """The verbs offered now."""
    here, standing = f"/api/volunteers/teams/{team.id}", team.state is State.ACTIVE
    offers = (
        Offer(standing, Permission.TEAM_ADMIT, "invitations", "邀请队员"),
        Offer(standing, Permission.TEAM_FORM, "revision", "修改信息", method="PUT"),
        Offer(standing, Permission.TEAM_FORM, "leader", "指定队长"),
        Offer(standing, Permission.TEAM_FORM, "dissolution", "解散", needs_reason=True),
    )
    return offered(here, team, access, offers)
