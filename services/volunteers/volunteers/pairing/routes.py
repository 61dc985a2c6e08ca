"""Pairing social workers with teams, handing over, and seeing where nobody stands beside a team."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import any_area, area_in_scope
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, existing, get, require_current
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from volunteers.database import within
from volunteers.dated import PairingRule
from volunteers.opportunity.model import Activity
from volunteers.pairing import coverage, rules
from volunteers.pairing.coverage import CoverageView
from volunteers.pairing.joint import Joint, coming, joint, together
from volunteers.pairing.model import Pairing, State
from volunteers.pairing.schemas import (
    Candidates,
    HandoverIn,
    JointActivityView,
    PairingIn,
    PairingView,
    candidate,
)
from volunteers.pairing.successors import held_candidate, proposed
from volunteers.permissions import Permission
from volunteers.team.model import Team
from volunteers.team.rules import TeamGone

router = APIRouter(tags=["双工结对 pairing"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.PAIRING_READ))]
Keeper = Annotated[Access, Depends(allow(Permission.PAIRING_KEEP))]
Releaser = Annotated[Access, Depends(allow(Permission.PAIRING_RELEASE))]
VERSIONED = (NotFound, VersionMissing, VersionStale, rules.PairingOver)
UNFIT = (rules.WorkerNotRegistered, rules.WorkerNotInPost, rules.SpanExceeded, NoRuleInForce)
MOST_LONE = 200
_WHOLE = select(Pairing).options(joinedload(Pairing.team))


@router.get("/pairings", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    area_id: UUID | None = None,
    state: State | None = None,
    team_id: UUID | None = None,
    social_worker_id: UUID | None = None,
) -> Page[PairingView]:
    """Pairings in scope, newest first, with their joint activities."""
    query = _WHOLE.where(visible(Pairing, by))
    given = {"state": state, "team_id": team_id, "social_worker_id": social_worker_id}
    query = query.filter_by(**{name: value for name, value in given.items() if value is not None})
    if area_id is not None:
        query = query.where(within(Pairing, await any_area(tx, area_id, pointer="?area_id")))
    found = await page(tx, query, [Pairing.id], asked, _itself)
    counted = await _joint(tx, found.items, at)
    views = [PairingView.seen(each, counted.get(each.id, Joint()), by) for each in found.items]
    return Page(items=views, next=found.next, count=found.count)


def _itself(pairing: Pairing) -> Pairing:
    return pairing


async def _joint(tx: Tx, pairings: list[Pairing], at: Now) -> dict[UUID, Joint]:
    """Activities and sign-ups wherever they lie."""
    async with beyond_scope(tx):
        return await joint(tx, [each.id for each in pairings], at)


async def _shown(tx: Tx, pairing: Pairing, by: Access, at: Now) -> PairingView:
    return PairingView.seen(pairing, (await _joint(tx, [pairing], at)).get(pairing.id, Joint()), by)


@router.get("/pairing-coverage", responses=problems(NotFound, NoRuleInForce))
async def covered(tx: Tx, by: Reader, at: Now, area_id: UUID) -> CoverageView:
    """双工覆盖: ratio and span by community, and teams without a social worker."""
    area, rule = await area_in_scope(tx, area_id, by, pointer="?area_id"), PairingRule.on(clock.day(at))
    below = select(func.count()).select_from(AreaCopy).where(AreaCopy.level == "community", within(AreaCopy, area))
    async with beyond_scope(tx):
        shown, lone = await coverage.areas(tx, area), await coverage.lone(tx, area, MOST_LONE)
        workers = await coverage.paired_workers(tx, area)
    return CoverageView(
        communities=await tx.scalar(below) or 0,
        with_team=sum(each.level == "community" and each.teams > 0 for each in shown),
        paired_workers=workers,
        most_teams=rule.most_teams,
        source=rule.source,
        areas=shown,
        without_worker=lone,
    )


@router.get("/pairing-candidates", responses=problems(NotFound, NoRuleInForce))
async def candidates(tx: Tx, by: Keeper, at: Now, team_id: UUID) -> Candidates:
    """Who could take a team, and why, the best fitting first."""
    team, on = await get(tx, Team, team_id, by), clock.day(at)
    rule = PairingRule.on(on)
    async with beyond_scope(tx):
        found = await proposed(tx, team, rule, on=on)
    most = (rule.most_teams, rule.most_volunteers)
    items = [candidate(each, *most) for each in found]
    return Candidates(most_teams=most[0], most_volunteers=most[1], source=rule.source, items=items)


@router.post(
    "/pairings",
    status_code=201,
    responses=problems(NotFound, TeamGone, rules.TeamPaired, rules.DayOutOfReach, *UNFIT),
)
async def start(body: PairingIn, tx: Tx, by: Keeper, at: Now) -> PairingView:
    """结对."""
    team, on = await get(tx, Team, body.team_id, by, lock=True), clock.day(at)
    newest = _WHOLE.where(Pairing.team_id == team.id).order_by(Pairing.starts_on.desc(), Pairing.id.desc()).limit(1)
    async with beyond_scope(tx):
        last, worker = await tx.scalar(newest), await held_candidate(tx, body.social_worker_id, team.id)
    starts_on = body.starts_on or on
    pairing, told = rules.start(team, worker, last, PairingRule.on(on), starts_on=starts_on, on=on)
    tx.add(pairing)
    for fact in told:
        await facts.tell(tx, fact, by=by)
    return await _shown(tx, pairing, by, at)


@router.get("/pairings/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader, at: Now) -> PairingView:  # noqa: A002 - the path's own name
    """One pairing in scope."""
    pairing = await tx.scalar(_WHOLE.where(Pairing.id == id, visible(Pairing, by)))
    if pairing is None:
        raise NotFound
    return await _shown(tx, pairing, by, at)


@router.get("/pairings/{id}/joint-activities", responses=problems(NotFound))
async def joint_activities(
    pairing: Annotated[Pairing, Depends(existing(Pairing, Permission.PAIRING_READ))], tx: Tx, asked: Asked
) -> Page[JointActivityView]:
    """双工活动, the latest first."""
    query = select(Activity).join(Pairing, together()).where(Pairing.id == pairing.id)
    async with beyond_scope(tx):
        return await page(tx, query, [Activity.starts_at, Activity.id], asked, JointActivityView.of)


async def _held(tx: Tx, pairing_id: UUID, by: Access, if_match: str | None) -> Pairing:
    """With its team, both held, the team first; at the version that was seen."""
    mine = select(Pairing.team_id).where(Pairing.id == pairing_id, visible(Pairing, by))
    if await tx.scalar(select(Team).where(Team.id.in_(mine)).with_for_update()) is None:
        raise NotFound
    pairing = (await tx.scalars(_WHOLE.where(Pairing.id == pairing_id).with_for_update(of=Pairing))).one()
    require_current(pairing, if_match)
    return pairing


@router.post(
    "/pairings/{id}/release",
    responses=problems(*VERSIONED, rules.HandoverWaits, rules.NotYourPairing, NoRuleInForce),
)
async def release(
    id: UUID,  # noqa: A002 - the path's own name
    body: Reason,
    tx: Tx,
    by: Releaser,
    at: Now,
    if_match: IfMatch = None,
) -> PairingView:
    """提出交接, by the worker or by who keeps the pairing."""
    pairing, on = await _held(tx, id, by, if_match), clock.day(at)
    keeps, rule = by.may(Permission.PAIRING_KEEP, pairing), PairingRule.on(on)
    for fact in rules.release(pairing, reason=body.reason, by=by, keeps=keeps, rule=rule, on=on):
        await facts.tell(tx, fact, by=by)
    return await _shown(tx, pairing, by, at)


@router.post("/pairings/{id}/handover", status_code=201, responses=problems(*VERSIONED, rules.SameWorker, *UNFIT))
async def hand_over(
    id: UUID,  # noqa: A002 - the path's own name
    body: HandoverIn,
    tx: Tx,
    by: Keeper,
    at: Now,
    if_match: IfMatch = None,
) -> PairingView:
    """交接 to a successor; the answer is the successor's pairing."""
    pairing, on = await _held(tx, id, by, if_match), clock.day(at)
    async with beyond_scope(tx):
        worker = await held_candidate(tx, body.social_worker_id, pairing.team_id)
    successor, told = rules.hand_over(pairing, worker, PairingRule.on(on), note=body.note, on=on)
    # One open pairing a team: the old one is closed before the new one is written.
    await tx.flush()
    tx.add(successor)
    for fact in told:
        await facts.tell(tx, fact, by=by)
    return await _shown(tx, successor, by, at)


@router.post("/pairings/{id}/ending", responses=problems(*VERSIONED, rules.SuccessorNeeded))
async def end(
    id: UUID,  # noqa: A002 - the path's own name
    body: Reason,
    tx: Tx,
    by: Keeper,
    at: Now,
    if_match: IfMatch = None,
) -> PairingView:
    """结束结对, where nothing of the team is to come."""
    pairing = await _held(tx, id, by, if_match)
    async with beyond_scope(tx):
        expected = await coming(tx, pairing.team_id, at)
    for fact in rules.end(pairing, coming=expected, reason=body.reason, on=clock.day(at)):
        await facts.tell(tx, fact, by=by)
    return await _shown(tx, pairing, by, at)
