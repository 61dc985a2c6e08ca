"""Forming teams, finding them, and changing who leads."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, published, visible
from chassis.areas import any_area, area_in_scope
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from volunteers.database import within
from volunteers.dated import TeamRule
from volunteers.permissions import Permission
from volunteers.team import rules
from volunteers.team.model import ONE_NAME_AN_AREA, Membership, MemberState, ServiceField, State, Team
from volunteers.team.organisation import OrganisationCopy
from volunteers.team.schemas import LeaderIn, OpenTeamView, RevisionIn, TeamIn, TeamView
from volunteers.volunteer.model import Volunteer, by_number
from volunteers.volunteer.sealing import born_on

router = APIRouter(tags=["志愿服务队 team"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.TEAM_READ))]
Founder = Annotated[Access, Depends(allow(Permission.TEAM_FORM))]
Anybody = Annotated[Access, Depends(published)]
Formed = Annotated[Team, Depends(current(Team, Permission.TEAM_FORM))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.TeamGone)


@router.get("/teams", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    area_id: UUID | None = None,
    organisation_id: UUID | None = None,
    state: State | None = None,
    field: ServiceField | None = None,
) -> Page[TeamView]:
    """Teams in scope, newest first; a volunteer finds those that they lead."""
    query = select(Team).where(visible(Team, by))
    given = {"organisation_id": organisation_id, "state": state, "field": field}
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if area_id is not None:
        query = query.where(within(Team, await any_area(tx, area_id, pointer="?area_id")))
    return await page(tx, query, [Team.id], asked, lambda each: TeamView.seen(each, by))


@router.get("/open-teams", responses=problems(NotFound))
async def open_list(
    tx: Tx, by: Anybody, asked: Asked, area_id: UUID | None = None, field: ServiceField | None = None
) -> Page[OpenTeamView]:
    """Teams that stand, newest first, for whoever looks for one to join."""
    query = select(Team).where(Team.state == State.ACTIVE)
    if field is not None:
        query = query.where(Team.field == field)
    if area_id is not None:
        query = query.where(within(Team, await any_area(tx, area_id, pointer="?area_id")))
    return await page(tx, query, [Team.id], asked, lambda each: OpenTeamView.seen(each, by))


@router.get("/open-teams/{id}", responses=problems(NotFound))
async def open_read(id: UUID, tx: Tx, by: Anybody) -> OpenTeamView:  # noqa: A002 - the path's own name
    """One team, also one that was dissolved."""
    team = await tx.get(Team, id)
    if team is None:
        raise NotFound
    return OpenTeamView.seen(team, by)


@router.post(
    "/teams",
    status_code=201,
    responses=problems(
        NotFound,
        rules.AreaTooWide,
        rules.OrganisationNotStanding,
        rules.LeaderTooYoung,
        rules.TeamNameTaken,
        NoRuleInForce,
    ),
)
async def form(body: TeamIn, tx: Tx, by: Founder, keys: Keys, at: Now) -> TeamView:
    """成立, in an area that the caller tends, or anywhere by the manager for the own organisation.

    Nobody founds for an organisation that did not ask for it: the team and its to-dos are then its own.
    """
    area, on = await _where(tx, body, by), clock.day(at)
    organisation_id = by.organisation_id if not by.ranges else None
    organisation = await tx.get(OrganisationCopy, organisation_id) if organisation_id else None
    told = {**body.model_dump(exclude={"leader_number"}), "organisation_id": organisation_id}
    team = Team(id=new_id(), scope_key=area.scope_key, **told)
    async with beyond_scope(tx):
        leader = await by_number(tx, body.leader_number, pointer="/leader_number")
        leading = _leading(team, leader, at)
        born = born_on(leader, keys)
        made = rules.form(team, leading, area, organisation, born_on=born, rule=TeamRule.on(on), on=on)
        tx.add_all([team, leading])
        await _tell(tx, made, by)
    return TeamView.seen(team, by)


async def _where(tx: Tx, body: TeamIn, by: Access) -> AreaCopy:
    """The area; an organisation works wherever its team does."""
    return await area_in_scope(tx, body.area_id, by) if by.ranges else await any_area(tx, body.area_id)


def _leading(team: Team, leader: Volunteer, at: Now) -> Membership:
    same = {name: getattr(team, name) for name in ("area_id", "scope_key", "organisation_id")}
    who = {"team_id": team.id, "volunteer_id": leader.id, "account_id": leader.account_id}
    return Membership(id=new_id(), asked_at=at, **same, **who)


async def _tell(tx: Tx, made: list[Fact], by: Access) -> None:
    try:
        for fact in made:
            await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        if getattr(getattr(taken.orig, "diag", None), "constraint_name", None) == ONE_NAME_AN_AREA:
            raise rules.TeamNameTaken(pointer="/name") from taken
        raise


@router.get("/teams/{id}", responses=problems(NotFound))
async def read(team: Annotated[Team, Depends(existing(Team, Permission.TEAM_READ))], by: Reader) -> TeamView:
    """One team in scope."""
    return TeamView.seen(team, by)


@router.put("/teams/{id}/revision", responses=problems(*VERSIONED, rules.TeamNameTaken))
async def revise(team: Formed, body: RevisionIn, tx: Tx, by: Founder) -> TeamView:
    """修改信息; the area and the organisation stay."""
    await _tell(tx, [rules.revise(team, body.model_dump())], by)
    return TeamView.seen(team, by)


@router.post(
    "/teams/{id}/leader",
    responses=problems(*VERSIONED, rules.NotAMember, rules.AlreadyLeads, rules.LeaderTooYoung, NoRuleInForce),
)
async def appoint(team: Formed, body: LeaderIn, tx: Tx, by: Founder, keys: Keys, at: Now) -> TeamView:
    """指定队长, one of the members."""
    on, mine = clock.day(at), (Membership.team_id == team.id, Membership.volunteer_id == body.volunteer_id)
    async with beyond_scope(tx):
        membership = await tx.scalar(select(Membership).where(*mine, Membership.state == MemberState.MEMBER))
        volunteer = await tx.get(Volunteer, body.volunteer_id)
        if volunteer is None or membership is None:
            raise rules.NotAMember(pointer="/volunteer_id")
        born = born_on(volunteer, keys)
        made = rules.appoint(team, membership, born_on=born, rule=TeamRule.on(on), on=on)
    await _tell(tx, made, by)
    return TeamView.seen(team, by)
