"""Coming into a team and going from it; what has been stays with its dates."""

from datetime import date, datetime

from chassis import clock, person
from chassis.database import new_id
from chassis.facts import Fact
from chassis.problems import Problem
from chassis.tasks import TaskFact
from volunteers.dated import MinorPolicy
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.team.facts import TeamMemberAsked, TeamMemberDeclined, TeamMemberInvited, TeamMemberLeft
from volunteers.team.model import PRESENT, Membership, MemberState, Team
from volunteers.team.rules import NotAMember, asking, enter, require_standing, said_of, stand_down
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.rules import GuardianConsentMissing


class RegisterFirst(Problem):
    """请先注册志愿者，再申请入队。"""


class AlreadyInTeam(Problem):
    """此人已在该志愿服务队，或已有申请、邀请待答复。"""


class MembershipDecided(Problem):
    """此申请或邀请已经办结。"""


class LeaderStays(Problem):
    """请先指定新的队长，再让队长离队。"""


def _made(team: Team, volunteer: Volunteer, present: Membership | None, state: MemberState, at: datetime) -> Membership:
    require_standing(team)
    if present is not None:
        raise AlreadyInTeam(membership_id=str(present.id), state=present.state)
    same = {name: getattr(team, name) for name in ("area_id", "scope_key", "organisation_id")}
    who = {"volunteer_id": volunteer.id, "account_id": volunteer.account_id}
    return Membership(id=new_id(), team=team, team_id=team.id, state=state, asked_at=at, **same, **who)


def require_consent(volunteer: Volunteer, age: int, *, consented: bool, policy: MinorPolicy) -> None:
    """未成年人入队: a guardian consents to this team, and still to a child's registration."""
    if policy.asks_at_registration(age) and volunteer.consent_withdrawn_at is not None:
        raise GuardianConsentMissing("监护人已撤回对注册的同意，须先重新同意")
    if policy.asks_to_join(age) and not consented:
        raise GuardianConsentMissing(f"依据 {policy.basis}", pointer="/guardian")


def needed_in_team(consent: GuardianConsent, born_on: date, *, on: date) -> bool:
    """Whether somebody of that age is in a team, or in any, by this consent alone."""
    age, policy = person.age(born_on, on=on), MinorPolicy.on(on)
    if consent.team_id is not None:
        return policy.asks_to_join(age)
    return consent.to_registration and policy.asks_at_registration(age)


def ask(team: Team, volunteer: Volunteer, present: Membership | None, *, at: datetime) -> tuple[Membership, list[Fact]]:
    """申请入队: waits for the leader, or for who has the team."""
    made = _made(team, volunteer, present, MemberState.ASKED, at)
    return made, [TeamMemberAsked(**said_of(made, team)), TaskOpened.of(asking(made, team))]


def invite(
    team: Team, volunteer: Volunteer, present: Membership | None, *, at: datetime
) -> tuple[Membership, list[Fact]]:
    """邀请入队: waits for the volunteer; who has asked already is in."""
    if present is not None and present.state is MemberState.ASKED:
        return present, admit(present, team, on=clock.day(at))
    made = _made(team, volunteer, present, MemberState.INVITED, at)
    return made, [TeamMemberInvited(**said_of(made, team))]


def admit(membership: Membership, team: Team, *, on: date) -> list[Fact]:
    """同意入队."""
    require_standing(team)
    if membership.state is not MemberState.ASKED:
        raise MembershipDecided(state=membership.state)
    return [enter(membership, team, on=on), TaskClosed.of(asking(membership, team))]


def accept(membership: Membership, team: Team, *, on: date) -> list[Fact]:
    """接受邀请, by the volunteer."""
    require_standing(team)
    if membership.state is not MemberState.INVITED:
        raise MembershipDecided(state=membership.state)
    return [enter(membership, team, on=on)]


def decline(membership: Membership, team: Team, *, reason: str | None, on: date) -> list[Fact]:
    """不同意, or taken back by who asked."""
    if membership.state not in {MemberState.ASKED, MemberState.INVITED}:
        raise MembershipDecided(state=membership.state)
    waited: list[TaskFact] = [TaskClosed.of(asking(membership, team))] if membership.state is MemberState.ASKED else []
    membership.state, membership.ended_on, membership.ended_because = MemberState.DECLINED, on, reason
    return [TeamMemberDeclined(**said_of(membership, team)), *waited]


def leave(membership: Membership, team: Team, *, on: date) -> list[Fact]:
    """离队, by oneself."""
    return [_part(membership, team, MemberState.LEFT, None, on)]


def remove(membership: Membership, team: Team, *, reason: str, on: date) -> list[Fact]:
    """请离, with a reason; the history keeps who was in from when to when."""
    return [_part(membership, team, MemberState.REMOVED, reason, on)]


def _part(membership: Membership, team: Team, into: MemberState, reason: str | None, on: date) -> TeamMemberLeft:
    if membership.state is not MemberState.MEMBER:
        raise NotAMember
    if team.leader_volunteer_id == membership.volunteer_id:
        raise LeaderStays
    return _gone(membership, team, into, reason, on)


def _gone(membership: Membership, team: Team, into: MemberState, reason: str | None, on: date) -> TeamMemberLeft:
    membership.state, membership.ended_on, membership.ended_because = into, on, reason
    team.members -= 1
    return TeamMemberLeft(**said_of(membership, team), because=into)


def withdraw(membership: Membership, team: Team, *, on: date) -> list[Fact]:
    """注销注册: whoever is no volunteer any more is in no team, and a leader leaves the team to another."""
    if membership.state not in PRESENT:
        return []
    if membership.state is not MemberState.MEMBER:
        return decline(membership, team, reason=None, on=on)
    led = team.leader_volunteer_id == membership.volunteer_id
    gone = _gone(membership, team, MemberState.LEFT, None, on)
    return [gone, *(stand_down(team) if led else [])]
