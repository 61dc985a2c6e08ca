"""What pairing and handing over take in; how a pairing, a proposed successor and an area's coverage look."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, offered
from chassis.transaction import View
from volunteers.opportunity.model import Activity
from volunteers.pairing.joint import Joint
from volunteers.pairing.model import Leaving, Pairing, State
from volunteers.pairing.successors import Proposal, Why
from volunteers.permissions import Permission


class PairingIn(BaseModel, extra="forbid"):
    """结对; from today when no day is given."""

    team_id: UUID
    social_worker_id: UUID
    starts_on: Day | None = None


class HandoverIn(BaseModel, extra="forbid"):
    """交接: to whom, and what the successor has to know."""

    social_worker_id: UUID
    note: Annotated[str, Field(min_length=2, max_length=1000)]


class PairingView(View):
    """双工结对; `ends_on` is the first day without."""

    id: UUID
    area_id: UUID
    organisation_id: UUID | None
    state: State
    team_id: UUID
    team_name: str
    members: int
    social_worker_id: UUID
    starts_on: date
    ends_on: date | None
    predecessor_id: UUID | None
    handover_because: Leaving | None
    handover_since: date | None
    handover_until: date | None
    reason: str | None
    handover_note: str | None
    joint_activities: int
    coming_activities: int
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, pairing: Pairing, joint: Joint, access: Access) -> Self:
        """As this caller sees it."""
        made = {"team_name", "members", "joint_activities", "coming_activities", "actions", "links"}
        return cls(
            **{name: getattr(pairing, name) for name in cls.model_fields if name not in made},
            team_name=pairing.team.name,
            members=pairing.team.members,
            joint_activities=joint.held,
            coming_activities=joint.coming,
            actions=_actions(pairing, access),
            links=_links(pairing),
        )


class JointActivityView(BaseModel):
    """双工活动."""

    activity_id: UUID
    area_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    links: dict[str, str]

    @classmethod
    def of(cls, activity: Activity) -> Self:
        """From the copy."""
        copied = {name: getattr(activity, name) for name in ("area_id", "title", "starts_at", "ends_at")}
        return cls(activity_id=activity.id, **copied, links={"activity": f"/api/projects/activities/{activity.id}"})


class CandidatePostView(BaseModel, frozen=True):
    """候选社工在本镇街或队伍所属机构的岗位."""

    area_id: UUID
    organisation_id: UUID | None


class CandidateView(BaseModel):
    """候选社工, with the reasons and the room that is left."""

    social_worker_id: UUID
    posts: list[CandidatePostView]
    why: list[Why]
    teams: int
    volunteers: int
    spare_teams: int
    spare_volunteers: int


class Candidates(BaseModel):
    """候选社工, the best fitting first."""

    most_teams: int
    most_volunteers: int
    source: str
    items: list[CandidateView]


def candidate(proposal: Proposal, most_teams: int, most_volunteers: int) -> CandidateView:
    """A proposal as it is shown."""
    span, held = proposal.candidate.span, proposal.candidate.posts
    posts = (CandidatePostView(area_id=each.area_id, organisation_id=each.organisation_id) for each in held)
    return CandidateView(
        social_worker_id=proposal.worker.id,
        posts=list(dict.fromkeys(posts)),
        why=proposal.why,
        teams=span.teams,
        volunteers=span.volunteers,
        spare_teams=most_teams - span.teams,
        spare_volunteers=most_volunteers - span.volunteers,
    )


def _links(pairing: Pairing) -> dict[str, str]:
    links = {
        "area": f"/api/registry/areas/{pairing.area_id}",
        "team": f"/api/volunteers/teams/{pairing.team_id}",
        "social_worker": f"/api/registry/social-workers/{pairing.social_worker_id}",
        "joint_activities": f"/api/volunteers/pairings/{pairing.id}/joint-activities",
    }
    if pairing.predecessor_id is None:
        return links
    return {**links, "predecessor": f"/api/volunteers/pairings/{pairing.predecessor_id}"}


def _actions(pairing: Pairing, access: Access) -> list[Action]:
    """The verbs offered now."""
    running, mine = pairing.state is State.RUNNING, access.principal.person_id == pairing.person_id
    releases = running and (mine or access.may(Permission.PAIRING_KEEP, pairing))
    offers = (
        Offer(pairing.is_open, Permission.PAIRING_KEEP, "handover", "交接"),
        Offer(releases, Permission.PAIRING_RELEASE, "release", "提出交接", needs_reason=True),
        Offer(running, Permission.PAIRING_KEEP, "ending", "结束结对", needs_reason=True),
    )
    return offered(f"/api/volunteers/pairings/{pairing.id}", pairing, access, offers)
