"""Opening and finding facilities, and where there is none."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select, text

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from registry.facility import rules
from registry.facility.model import Facility, FacilityKind, State
from registry.facility.schemas import CoverageView, FacilityIn, FacilityRevisionIn, FacilityView, UncoveredView
from registry.permissions import Permission

router = APIRouter(tags=["服务设施 facility"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.FACILITY_READ))]
Keeper = Annotated[Access, Depends(allow(Permission.FACILITY_KEEP))]
Kept = Annotated[Facility, Depends(current(Facility, Permission.FACILITY_KEEP))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
# The stage that moves people in comes later; how many are in is asked of its rows.
STATIONED = text("select count(*) from stationing where facility_id = :id and state = 'running'")


@router.get("/facility-coverage", responses=problems(NotFound))
async def coverage(tx: Tx, access: Reader, area_id: UUID) -> CoverageView:
    """设施覆盖: the communities of an area, and which of them have no open facility."""
    area = await area_in_scope(tx, area_id, access, pointer="?area_id")
    here = (AreaCopy.scope_key >= area.scope_key, AreaCopy.scope_key < area.scope_key + "~")
    query = select(AreaCopy).where(AreaCopy.level == "community", *here).order_by(AreaCopy.code)
    communities = list(await tx.scalars(query))
    served = set(await tx.scalars(select(Facility.area_id).where(Facility.state == State.OPEN).distinct()))
    without = [each for each in communities if each.id not in served]
    return CoverageView(
        communities=len(communities),
        covered=len(communities) - len(without),
        uncovered=[UncoveredView(area_id=each.id, code=each.code, name=each.name) for each in without],
    )


@router.get("/facilities")
async def list_(
    tx: Tx,
    access: Reader,
    asked: Asked,
    state: State | None = None,
    kind: FacilityKind | None = None,
    area_id: UUID | None = None,
) -> Page[FacilityView]:
    """Facilities in scope, newest first."""
    query = select(Facility).where(visible(Facility, access))
    if state is not None:
        query = query.where(Facility.state == state)
    if kind is not None:
        query = query.where(Facility.kind == kind)
    if area_id is not None:
        query = query.where(await below(tx, Facility, area_id))
    return await page(tx, query, [Facility.id], asked, lambda facility: FacilityView.seen(facility, access))


@router.post("/facilities", status_code=201, responses=problems(NotFound))
async def open_(body: FacilityIn, tx: Tx, by: Keeper, at: Now) -> FacilityView:
    """启用设施."""
    area = await area_in_scope(tx, body.area_id, by)
    facility = Facility(id=new_id(), scope_key=area.scope_key, **body.model_dump())
    fact = rules.open_(facility, on=clock.day(at))
    tx.add(facility)
    await facts.tell(tx, fact, by=by)
    return FacilityView.seen(facility, by)


@router.get("/facilities/{id}", responses=problems(NotFound))
async def read(
    facility: Annotated[Facility, Depends(existing(Facility, Permission.FACILITY_READ))], by: Reader
) -> FacilityView:
    """One facility in scope."""
    return FacilityView.seen(facility, by)


@router.put("/facilities/{id}/revision", responses=problems(*VERSIONED, rules.FacilityNotOpen))
async def revise(facility: Kept, body: FacilityRevisionIn, tx: Tx, by: Keeper) -> FacilityView:
    """修改设施信息; the area stays."""
    fact = rules.revise(facility)
    for name, value in body.model_dump().items():
        setattr(facility, name, value)
    await facts.tell(tx, fact, by=by)
    return FacilityView.seen(facility, by)


@router.post("/facilities/{id}/closing", responses=problems(*VERSIONED, rules.FacilityNotOpen, rules.StillStationed))
async def close(facility: Kept, body: Reason, tx: Tx, by: Keeper, at: Now) -> FacilityView:
    """关闭设施."""
    stationed = await tx.scalar(STATIONED, {"id": facility.id}) or 0
    fact = rules.close(facility, stationed=int(stationed), reason=body.reason, on=clock.day(at))
    await facts.tell(tx, fact, by=by)
    return FacilityView.seen(facility, by)
