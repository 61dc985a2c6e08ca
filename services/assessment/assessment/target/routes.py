"""Reading targets and setting new ones."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from assessment.permissions import Permission
from assessment.target import rules
from assessment.target.model import Aim, State, Target
from assessment.target.schemas import TargetIn, TargetView
from chassis import clock, facts
from chassis.access import Access, allow
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/targets", tags=["指标目标 target"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.TARGET_READ))]
Setter = Annotated[Access, Depends(allow(Permission.TARGET_SET))]
REFUSALS = (
    rules.NotAUnit,
    rules.TargetBackdated,
    rules.TargetAlreadySet,
    rules.DeadlineBeforeStart,
    rules.OrganKindMisplaced,
    rules.ValueOutOfRange,
)


async def _all(tx: Tx) -> Sequence[Target]:
    """Every target ever set: a few dozen rows."""
    return (await tx.scalars(select(Target))).all()


@router.get("")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    indicator: Aim | None = None,
    state: State | None = None,
    area_id: UUID | None = None,
) -> Page[TargetView]:
    """Targets, the latest first; `state` is where they stand today."""
    known, on = await _all(tx), clock.day(at)
    city = await tx.scalar(select(AreaCopy).where(AreaCopy.level == "city"))
    query = select(Target) if area_id is None else select(Target).where(Target.area_id == area_id)
    if indicator is not None:
        query = query.where(Target.indicator == indicator)
    if state is not None:
        query = query.where(Target.id.in_([each.id for each in known if rules.state(each, known, on) is state]))

    def show(target: Target) -> TargetView:
        return TargetView.seen(target, known, city, by, on)

    return await page(tx, query, [Target.valid_from, Target.id], asked, show)


@router.get("/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, by: Reader, at: Now) -> TargetView:  # noqa: A002 - the path's own name
    """One target."""
    target = await tx.get(Target, id)
    if target is None:
        raise NotFound
    return TargetView.seen(target, await _all(tx), await tx.get(AreaCopy, target.area_id), by, clock.day(at))


@router.post("", status_code=201, responses=problems(NotFound, *REFUSALS))
async def set_(body: TargetIn, tx: Tx, by: Setter, at: Now) -> TargetView:
    """设定目标: by officers of the city, for it or for one town; the one before stays as it was."""
    unit = await area_in_scope(tx, body.area_id, by)
    known, on = await _all(tx), clock.day(at)
    target = Target(id=new_id(), version=1, set_at=at, **body.model_dump())
    fact = rules.set_(target, known, level=unit.level, scope_key=unit.scope_key, on=on)
    tx.add(target)
    await facts.tell(tx, fact, by=by)
    return TargetView.seen(target, [*known, target], unit, by, on)
