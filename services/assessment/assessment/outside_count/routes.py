"""Entering, reading and withdrawing outside counts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from assessment.outside_count import rules
from assessment.outside_count.model import Counts, OutsideCount, State
from assessment.outside_count.schemas import OutsideCountIn, OutsideCountView
from assessment.permissions import Permission
from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope
from chassis.clock import Now
from chassis.database import new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx

router = APIRouter(prefix="/outside-counts", tags=["外部统计数 outside_count"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.OUTSIDE_COUNT_READ))]
Enterer = Annotated[Access, Depends(allow(Permission.OUTSIDE_COUNT_ENTER))]
Read = Annotated[OutsideCount, Depends(existing(OutsideCount, Permission.OUTSIDE_COUNT_READ))]
Withdrawn = Annotated[OutsideCount, Depends(current(OutsideCount, Permission.OUTSIDE_COUNT_ENTER))]
REFUSALS = (rules.NotCountedThere, rules.CountedInFuture, rules.CountAlreadyEntered)


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    area_id: UUID | None = None,
    counts: Counts | None = None,
    state: State | None = None,
) -> Page[OutsideCountView]:
    """Outside counts in scope, those of the latest days first."""
    query = select(OutsideCount).where(visible(OutsideCount, by))
    if area_id is not None:
        area = await area_in_scope(tx, area_id, by, pointer="?area_id")
        query = query.where(OutsideCount.area_id == area.id)
    if counts is not None:
        query = query.where(OutsideCount.counts == counts)
    if state is not None:
        query = query.where(OutsideCount.state == state)
    keys = [OutsideCount.counted_on, OutsideCount.id]
    return await page(tx, query, keys, asked, lambda count: OutsideCountView.seen(count, by))


@router.get("/{id}", responses=problems(NotFound))
async def read(count: Read, by: Reader) -> OutsideCountView:
    """One outside count."""
    return OutsideCountView.seen(count, by)


@router.post("", status_code=201, responses=problems(NotFound, *REFUSALS))
async def enter(body: OutsideCountIn, tx: Tx, by: Enterer, at: Now) -> OutsideCountView:
    """登记外部统计数: by officers of the city, with its day and source."""
    area = await area_in_scope(tx, body.area_id, by)
    count = OutsideCount(id=new_id(), version=1, scope_key=area.scope_key, **body.model_dump())
    in_use = select(OutsideCount).where(OutsideCount.area_id == area.id, OutsideCount.state == State.ENTERED)
    known = list(await tx.scalars(in_use))
    fact = rules.enter(count, known, level=area.level, by=by.account_id, at=at, on=clock.day(at))
    tx.add(count)
    await facts.tell(tx, fact, by=by)
    return OutsideCountView.seen(count, by)


@router.post("/{id}/withdrawal", responses=problems(NotFound, rules.CountWithdrawn, VersionMissing, VersionStale))
async def withdraw(count: Withdrawn, body: Reason, tx: Tx, by: Enterer, at: Now) -> OutsideCountView:
    """撤回, with a reason; it stays to be read."""
    await facts.tell(tx, rules.withdraw(count, reason=body.reason, at=at), by=by)
    return OutsideCountView.seen(count, by)
