"""Asking to be let in, inviting, admitting, leaving and removing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from chassis import clock, facts, person
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, require_current
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from volunteers.dated import MinorPolicy
from volunteers.membership import rules
from volunteers.membership.schemas import ConsentIn, InvitationIn, MembershipView
from volunteers.permissions import Permission
from volunteers.team.model import PRESENT, Membership, MemberState, Team
from volunteers.team.rules import NotAMember, TeamGone
from volunteers.volunteer import model as registration
from volunteers.volunteer.model import Volunteer, by_number, registrations_of
from volunteers.volunteer.rules import GuardianConsentMissing, VolunteerGone, require_registered
from volunteers.volunteer.schemas import GuardianIn
from volunteers.volunteer.sealing import born_on, sealed_consent

router = APIRouter(tags=["队员 membership"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.TEAM_READ))]
Joiner = Annotated[Access, Depends(allow(Permission.TEAM_JOIN))]
Admitter = Annotated[Access, Depends(allow(Permission.TEAM_ADMIT))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.MembershipDecided)
CONSENTED = (GuardianConsentMissing, NoRuleInForce, TeamGone)
_WHOLE = select(Membership).options(joinedload(Membership.team))


@router.get("/memberships", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    team_id: UUID | None = None,
    volunteer_id: UUID | None = None,
    state: MemberState | None = None,
) -> Page[MembershipView]:
    """Who is, was or would be in teams in scope, newest first; a volunteer finds the own ones and those they lead."""
    query = _WHOLE.where(_concerning(by))
    if volunteer_id is not None:
        query = query.where(Membership.volunteer_id.in_(registrations_of(volunteer_id)))
    given = {"team_id": team_id, "state": state}
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    async with beyond_scope(tx):
        return await page(tx, query, [Membership.id], asked, lambda each: MembershipView.seen(each, by))


def _concerning(by: Access) -> ColumnElement[bool]:
    """The rows in scope: one's own, and those of the teams that one has. In one condition no index would find them."""
    if by.owner_id is None and by.organisation_id is None:
        return visible(Membership, by)
    own = select(Membership.id).where(Membership.account_id == by.owner_id)
    led = select(Membership.id).join(Membership.team).where(visible(Team, by))
    return Membership.id.in_(own.union(led))


@router.get("/memberships/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader) -> MembershipView:  # noqa: A002 - the path's own name
    """One coming and going, to whom it concerns."""
    async with beyond_scope(tx):
        membership = await tx.scalar(_WHOLE.where(Membership.id == id))
    if membership is None or not (by.reaches(membership) or by.reaches(membership.team)):
        raise NotFound
    return MembershipView.seen(membership, by)


@router.post(
    "/teams/{id}/memberships",
    status_code=201,
    responses=problems(NotFound, rules.RegisterFirst, rules.AlreadyInTeam, *CONSENTED),
)
async def ask(
    id: UUID,  # noqa: A002 - the path's own name
    tx: Tx,
    by: Joiner,
    keys: Keys,
    at: Now,
    body: ConsentIn | None = None,
) -> MembershipView:
    """申请入队, of any team that stands."""
    mine = (Volunteer.account_id == by.account_id, Volunteer.state == registration.State.REGISTERED)
    volunteer = await tx.scalar(select(Volunteer).where(*mine).with_for_update())
    if volunteer is None:
        raise rules.RegisterFirst
    async with beyond_scope(tx):
        team = await _held_team(tx, Team.id == id)
        _consent(tx, volunteer, team, body.guardian if body else None, keys, at)
        made, told = rules.ask(team, volunteer, await _present(tx, team, volunteer), at=at)
        tx.add(made)
        await _tell(tx, told, by)
    return MembershipView.seen(made, by)


@router.post(
    "/teams/{id}/invitations",
    status_code=201,
    responses=problems(NotFound, VersionMissing, VersionStale, rules.AlreadyInTeam, TeamGone),
)
async def invite(
    id: UUID,  # noqa: A002 - the path's own name
    body: InvitationIn,
    tx: Tx,
    by: Admitter,
    at: Now,
    if_match: IfMatch = None,
) -> MembershipView:
    """邀请入队, by whoever leads or has the team; who has asked already is let in."""
    if await tx.scalar(select(Team.id).where(Team.id == id, visible(Team, by))) is None:
        raise NotFound
    async with beyond_scope(tx):
        volunteer = await by_number(tx, body.volunteer_number, pointer="/volunteer_number")
        team = await _held_team(tx, Team.id == id)
        require_current(team, if_match)
        made, told = rules.invite(team, volunteer, await _present(tx, team, volunteer), at=at)
        tx.add(made)
        await _tell(tx, told, by)
    return MembershipView.seen(made, by)


async def _held_team(tx: Tx, condition: ColumnElement[bool]) -> Team:
    """A team, held until the transaction ends: whoever comes or goes holds it first."""
    team = await tx.scalar(select(Team).where(condition).with_for_update())
    if team is None:
        raise NotFound
    return team


async def _present(tx: Tx, team: Team, volunteer: Volunteer) -> Membership | None:
    """The one by which a volunteer is in the team, or would be."""
    of = (Membership.team_id == team.id, Membership.volunteer_id == volunteer.id, Membership.state.in_(PRESENT))
    found: Membership | None = await tx.scalar(_WHOLE.where(*of))
    return found


def _consent(tx: Tx, volunteer: Volunteer, team: Team, guardian: GuardianIn | None, keys: Vault, at: Now) -> None:
    """Refuses a minor without it, and keeps it."""
    on = clock.day(at)
    age = person.age(born_on(volunteer, keys), on=on)
    rules.require_consent(volunteer, age, consented=guardian is not None, policy=MinorPolicy.on(on))
    if guardian is not None:
        tx.add(sealed_consent(volunteer.id, guardian, keys, at, team_id=team.id))


async def _tell(tx: Tx, told: Iterable[Fact], by: Access) -> None:
    for fact in told:
        await facts.tell(tx, fact, by=by)


async def _held(tx: Tx, membership_id: UUID, if_match: str | None, reaches: Callable[[Membership], bool]) -> Membership:
    """With its team, both held, at the version that was seen; to whom it is nothing, it is not there."""
    await _held_team(tx, Team.id.in_(select(Membership.team_id).where(Membership.id == membership_id)))
    membership = await tx.scalar(_WHOLE.where(Membership.id == membership_id).with_for_update(of=Membership))
    if membership is None or not reaches(membership):
        raise NotFound
    require_current(membership, if_match)
    return membership


@dataclass(frozen=True, slots=True)
class Asking:
    """Who wants what of which: the parameters that all verbs of a membership have."""

    id: UUID
    tx: Tx
    at: Now
    if_match: IfMatch = None

    async def own(self, by: Access) -> Membership:
        """By the volunteer."""
        return await _held(self.tx, self.id, self.if_match, lambda each: each.account_id == by.owner_id)

    async def led(self, by: Access) -> Membership:
        """By whoever leads or has the team: being in it is not enough."""
        return await _held(self.tx, self.id, self.if_match, lambda each: by.reaches(each.team))

    @property
    def on(self) -> date:
        """Today."""
        return clock.day(self.at)


Verb = Annotated[Asking, Depends()]


async def _invited(tx: Tx, membership_id: UUID) -> Volunteer:
    """Held before the team, as everybody does; who has withdrawn in the meantime joins nothing."""
    of = select(Membership.volunteer_id).where(Membership.id == membership_id)
    volunteer = await tx.scalar(select(Volunteer).where(Volunteer.id.in_(of)).with_for_update())
    if volunteer is None:
        raise NotFound
    require_registered(volunteer)
    return volunteer


@router.post("/memberships/{id}/acceptance", responses=problems(*VERSIONED, *CONSENTED, VolunteerGone))
async def accept(verb: Verb, by: Joiner, keys: Keys, body: ConsentIn | None = None) -> MembershipView:
    """接受邀请, by the volunteer."""
    async with beyond_scope(verb.tx):
        volunteer = await _invited(verb.tx, verb.id)
        membership = await verb.own(by)
        told = rules.accept(membership, membership.team, on=verb.on)
        _consent(verb.tx, volunteer, membership.team, body.guardian if body else None, keys, verb.at)
        await _tell(verb.tx, told, by)
    return MembershipView.seen(membership, by)


@router.post("/memberships/{id}/declining", responses=problems(*VERSIONED))
async def decline(verb: Verb, by: Joiner) -> MembershipView:
    """不参加, or 撤回申请, by the volunteer."""
    async with beyond_scope(verb.tx):
        membership = await verb.own(by)
        await _tell(verb.tx, rules.decline(membership, membership.team, reason=None, on=verb.on), by)
    return MembershipView.seen(membership, by)


@router.post("/memberships/{id}/leaving", responses=problems(*VERSIONED[:3], NotAMember, rules.LeaderStays))
async def leave(verb: Verb, by: Joiner) -> MembershipView:
    """离队, by the volunteer."""
    async with beyond_scope(verb.tx):
        membership = await verb.own(by)
        await _tell(verb.tx, rules.leave(membership, membership.team, on=verb.on), by)
    return MembershipView.seen(membership, by)


@router.post("/memberships/{id}/admission", responses=problems(*VERSIONED, TeamGone))
async def admit(verb: Verb, by: Admitter) -> MembershipView:
    """同意入队."""
    async with beyond_scope(verb.tx):
        membership = await verb.led(by)
        await _tell(verb.tx, rules.admit(membership, membership.team, on=verb.on), by)
    return MembershipView.seen(membership, by)


@router.post("/memberships/{id}/refusal", responses=problems(*VERSIONED))
async def refuse(verb: Verb, body: Reason, by: Admitter) -> MembershipView:
    """不同意, with a reason that the volunteer reads."""
    async with beyond_scope(verb.tx):
        membership = await verb.led(by)
        await _tell(verb.tx, rules.decline(membership, membership.team, reason=body.reason, on=verb.on), by)
    return MembershipView.seen(membership, by)


@router.post("/memberships/{id}/removal", responses=problems(*VERSIONED[:3], NotAMember, rules.LeaderStays))
async def remove(verb: Verb, body: Reason, by: Admitter) -> MembershipView:
    """请离, with a reason."""
    async with beyond_scope(verb.tx):
        membership = await verb.led(by)
        await _tell(verb.tx, rules.remove(membership, membership.team, reason=body.reason, on=verb.on), by)
    return MembershipView.seen(membership, by)
