"""Moving into facilities and leaving them, and who works where."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from registry.database import broken_constraint
from registry.facility.model import Facility
from registry.facility.rules import FacilityNotOpen
from registry.permissions import Permission
from registry.sanction.asking import found_anywhere
from registry.social_worker.model import SocialWorker
from registry.stationing import rules
from registry.stationing.model import ONCE_IN_A_FACILITY, State, Stationing
from registry.stationing.schemas import StationingIn, StationingView

router = APIRouter(prefix="/stationings", tags=["进驻 stationing"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.FACILITY_READ))]
Keeper = Annotated[Access, Depends(allow(Permission.FACILITY_KEEP))]
Running = Annotated[Stationing, Depends(current(Stationing, Permission.FACILITY_KEEP))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


class AlreadyStationed(Problem):
    """该组织或社工已进驻此设施。"""


@router.get("")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    state: State | None = None,
    facility_id: UUID | None = None,
    organisation_id: UUID | None = None,
    social_worker_id: UUID | None = None,
    area_id: UUID | None = None,
) -> Page[StationingView]:
    """Stationings in scope or of one's organisation, newest first."""
    query = select(Stationing).where(visible(Stationing, access))
    if state is not None:
        query = query.where(Stationing.state == state)
    if facility_id is not None:
        query = query.where(Stationing.facility_id == facility_id)
    if organisation_id is not None:
        query = query.where(Stationing.organisation_id == organisation_id)
    if social_worker_id is not None:
        query = query.where(Stationing.social_worker_id == social_worker_id)
    if area_id is not None:
        query = query.where(await below(tx, Stationing, area_id))
    return await page(tx, query, [Stationing.id], asked, lambda each: StationingView.seen(each, access))


@router.post(
    "",
    status_code=201,
    responses=problems(
        NotFound,
        NoRuleInForce,
        FacilityNotOpen,
        AlreadyStationed,
        rules.OrganisationNotGood,
        rules.RegistrationNotInForce,
        rules.UntilNotLater,
    ),
)
async def start(body: StationingIn, tx: Tx, by: Keeper, at: Now) -> StationingView:
    """进驻."""
    on, facility = clock.day(at), await get(tx, Facility, body.facility_id, by, lock=True)
    found = await found_anywhere(tx, body.organisation_id, on) if body.organisation_id else None
    worker = await get(tx, SocialWorker, body.social_worker_id, by) if body.social_worker_id else None
    stationing = Stationing(id=new_id(), area_id=facility.area_id, scope_key=facility.scope_key, **body.model_dump())
    fact = rules.start(stationing, facility, found, worker, on=on)
    tx.add(stationing)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        if broken_constraint(taken) in ONCE_IN_A_FACILITY:
            raise AlreadyStationed(pointer="/facility_id") from taken
        raise
    return StationingView.seen(stationing, by)


@router.get("/{id}", responses=problems(NotFound))
async def read(
    stationing: Annotated[Stationing, Depends(existing(Stationing, Permission.FACILITY_READ))], by: Reader
) -> StationingView:
    """One stationing in scope."""
    return StationingView.seen(stationing, by)


@router.post("/{id}/ending", responses=problems(*VERSIONED, rules.StationingOver))
async def end(stationing: Running, body: Reason, tx: Tx, by: Keeper, at: Now) -> StationingView:
    """提前退出."""
    await facts.tell(tx, rules.end(stationing, reason=body.reason, on=clock.day(at)), by=by)
    return StationingView.seen(stationing, by)
