"""What asking, inviting and parting take in, and how a coming and going looks."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from chassis.access import Access
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.permissions import Permission
from volunteers.team.model import Membership, MemberState, State
from volunteers.team.schemas import Number
from volunteers.volunteer.schemas import GuardianIn


class ConsentIn(BaseModel, extra="forbid"):
    """入队; a guardian's consent to this team, where the volunteer's age asks for it."""

    guardian: GuardianIn | None = None


class InvitationIn(BaseModel, extra="forbid"):
    """邀请入队: by the number that the volunteer has told."""

    volunteer_number: Number


class MembershipView(View):
    """队员, or who would be; `ended_on` is the first day without."""

    id: UUID
    area_id: UUID
    state: MemberState
    team_id: UUID
    team_name: str
    team_state: State
    volunteer_id: UUID
    leads: bool
    asked_at: datetime
    joined_on: date | None
    ended_on: date | None
    ended_because: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, membership: Membership, access: Access) -> Self:
        """As this caller sees it."""
        made = {"team_name", "team_state", "actions", "links"}
        copied = {name: getattr(membership, name) for name in cls.model_fields if name not in made}
        return cls(
            **copied,
            team_name=membership.team.name,
            team_state=membership.team.state,
            actions=_actions(membership, access),
            links={
                "area": f"/api/registry/areas/{membership.area_id}",
                "team": f"/api/volunteers/teams/{membership.team_id}",
                "volunteer": f"/api/volunteers/volunteers/{membership.volunteer_id}",
            },
        )


def _actions(membership: Membership, access: Access) -> list[Action]:
    """What the volunteer may do, and what whoever leads or has the team may."""
    here, state, stands = (
        f"/api/volunteers/memberships/{membership.id}",
        membership.state,
        membership.team.state is State.ACTIVE,
    )
    open_, parts = (
        state in {MemberState.ASKED, MemberState.INVITED},
        state is MemberState.MEMBER and not membership.leads,
    )
    own = (
        Offer(state is MemberState.INVITED and stands, Permission.TEAM_JOIN, "acceptance", "接受邀请"),
        Offer(open_, Permission.TEAM_JOIN, "declining", "不参加" if state is MemberState.INVITED else "撤回申请"),
        Offer(parts, Permission.TEAM_JOIN, "leaving", "离队"),
    )
    led = (
        Offer(state is MemberState.ASKED and stands, Permission.TEAM_ADMIT, "admission", "同意入队"),
        Offer(open_, Permission.TEAM_ADMIT, "refusal", "不同意", needs_reason=True),
        Offer(parts, Permission.TEAM_ADMIT, "removal", "请离", needs_reason=True),
    )
    # A row is its volunteer's own; to admit takes a hold on the team, so that nobody lets themselves in.
    return offered(here, membership, access, own) + offered(here, membership.team, access, led)
