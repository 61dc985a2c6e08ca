"""Forming a team, changing it, appointing its leader, and dissolving it."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from chassis import person
from chassis.facts import Fact
from chassis.principal import Role
from chassis.problems import Problem
from chassis.tables import AreaCopy
from chassis.tasks import Task
from volunteers.dated import TeamRule
from volunteers.facts import TaskClosed, TaskOpened
from volunteers.team.facts import TeamChanged, TeamDissolved, TeamFormed, TeamMemberJoined
from volunteers.team.model import PRESENT, Membership, MemberState, State, Team
from volunteers.team.organisation import OrganisationCopy


class AreaTooWide(Problem):
    """志愿服务队须设在镇街或村（社区）。"""

    status = 422


class OrganisationNotStanding(Problem):
    """所属组织未备案或登记，或者已注销、撤销。"""

    status = 422


class TeamNameTaken(Problem):
    """同一片区已有同名的志愿服务队。"""


class TeamGone(Problem):
    """该志愿服务队已解散。"""


class LeaderTooYoung(Problem):
    """队长须为成年志愿者。"""

    status = 422


class NotAMember(Problem):
    """此人不是该志愿服务队的队员。"""


class AlreadyLeads(Problem):
    """此人已是该志愿服务队的队长。"""


def said(team: Team) -> dict[str, Any]:
    """What every fact about a team says."""
    names = ("organisation_id", "field", "members", "area_id", "scope_key")
    return {"team_id": team.id, **{name: getattr(team, name) for name in names}}


def said_of(membership: Membership, team: Team) -> dict[str, Any]:
    """What every fact about somebody in a team says."""
    return {**said(team), "membership_id": membership.id, "volunteer_id": membership.volunteer_id}


def whose(team: Team) -> dict[str, Any]:
    """Where a to-do about a team lies and who has it: its organisation, else the office of its town."""
    role = Role.ORGANISATION_MANAGER if team.organisation_id else Role.TOWN_OFFICER
    return {
        "role": role,
        "area_id": team.area_id,
        "scope_key": team.scope_key,
        "organisation_id": team.organisation_id,
    }


def unpaired(team: Team) -> Task:
    """待结对: as long as a team stands and nobody has been found for it."""
    return Task("team-pairing", href=f"/api/volunteers/teams/{team.id}", record_id=team.id, **whose(team))


def leaderless(team: Team) -> Task:
    """待指定队长."""
    return Task("team-leader", href=f"/api/volunteers/teams/{team.id}", record_id=team.id, **whose(team))


def require_standing(team: Team) -> None:
    """Refuses for a team that was dissolved."""
    if team.state is not State.ACTIVE:
        raise TeamGone


def form(
    team: Team,
    leading: Membership,
    area: AreaCopy,
    organisation: OrganisationCopy | None,
    *,
    born_on: date,
    rule: TeamRule,
    on: date,
) -> list[Fact]:
    """成立: its leader is its first member, and it waits for a social worker."""
    if area.level == "city":
        raise AreaTooWide(pointer="/area_id")
    if team.organisation_id is not None and (organisation is None or not organisation.stands(on)):
        raise OrganisationNotStanding
    _require_adult(born_on, rule, on, "/leader_number")
    team.state, team.members, team.formed_on = State.ACTIVE, 0, on
    formed = TeamFormed(**said(team))
    joined = enter(leading, team, on=on)
    _lead(team, leading)
    return [formed, joined, TaskOpened.of(unpaired(team))]


def _require_adult(born_on: date, rule: TeamRule, on: date, pointer: str) -> None:
    if person.age(born_on, on=on) < rule.leader_from:
        raise LeaderTooYoung(f"须年满 {rule.leader_from} 周岁", pointer=pointer)


def _lead(team: Team, by: Membership) -> None:
    team.leader_volunteer_id, team.account_id = by.volunteer_id, by.account_id


def enter(membership: Membership, team: Team, *, on: date) -> TeamMemberJoined:
    """入队, from today."""
    membership.state, membership.joined_on = MemberState.MEMBER, on
    team.members += 1
    return TeamMemberJoined(**said_of(membership, team))


def revise(team: Team, given: dict[str, Any]) -> TeamChanged:
    """修改信息."""
    require_standing(team)
    changed = [name for name, value in given.items() if getattr(team, name) != value]
    for name in changed:
        setattr(team, name, given[name])
    return TeamChanged(**said(team), changed=changed, leader_volunteer_id=team.leader_volunteer_id)


def appoint(team: Team, membership: Membership | None, *, born_on: date, rule: TeamRule, on: date) -> list[Fact]:
    """指定队长: a grown-up member; who led before stays a member."""
    require_standing(team)
    if membership is None or membership.state is not MemberState.MEMBER:
        raise NotAMember(pointer="/volunteer_id")
    if team.leader_volunteer_id == membership.volunteer_id:
        raise AlreadyLeads(pointer="/volunteer_id")
    _require_adult(born_on, rule, on, "/volunteer_id")
    waited = [TaskClosed.of(leaderless(team))] if team.leader_volunteer_id is None else []
    _lead(team, membership)
    return [TeamChanged(**said(team), changed=["leader"], leader_volunteer_id=membership.volunteer_id), *waited]


def stand_down(team: Team) -> list[Fact]:
    """队长注销注册: the team waits for another."""
    team.leader_volunteer_id = team.account_id = None
    changed = TeamChanged(**said(team), changed=["leader"], leader_volunteer_id=None)
    return [changed, TaskOpened.of(leaderless(team))]


def dissolve(team: Team, memberships: Sequence[Membership], *, reason: str, on: date) -> list[Fact]:
    """解散: everybody leaves with it and stays in its history; who asked or was invited is declined."""
    require_standing(team)
    waited = [TaskClosed.of(leaderless(team))] if team.leader_volunteer_id is None else []
    for each in memberships:
        waited += [TaskClosed.of(asking(each, team))] if each.state is MemberState.ASKED else []
        _dismiss(each, reason, on)
    team.state, team.dissolved_on, team.dissolved_because, team.members = State.DISSOLVED, on, reason, 0
    return [TeamDissolved(**said(team)), *waited]


def _dismiss(membership: Membership, reason: str, on: date) -> None:
    if membership.state in PRESENT:
        was_in = membership.state is MemberState.MEMBER
        membership.state = MemberState.LEFT if was_in else MemberState.DECLINED
        membership.ended_on, membership.ended_because = on, reason


def asking(membership: Membership, team: Team) -> Task:
    """待审核入队."""
    href = f"/api/volunteers/memberships/{membership.id}"
    return Task("team-joining", href=href, record_id=membership.id, **whose(team))
