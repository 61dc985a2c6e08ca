"""The tree of areas, as it is or was on a day, open to anybody; and its changes, by the city."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import exists, or_, select
from sqlalchemy.orm import selectinload

from chassis import clock, facts
from chassis.access import Access, allow, published
from chassis.clock import Now
from chassis.paging import Page
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, VersionMissing, VersionStale, require_current
from chassis.transaction import TransactionRoute, Tx
from registry.area import rules
from registry.area.load import said
from registry.area.model import Area, AreaTerm, Level
from registry.area.schemas import AreaItem, AreaView, ChangeIn
from registry.facts import AreaChanged
from registry.permissions import Permission

router = APIRouter(prefix="/areas", tags=["片区 area"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Changer = Annotated[Access, Depends(allow(Permission.AREA_CHANGE))]


@router.get("")
async def list_(
    tx: Tx,
    at: Now,
    _anyone: Anyone,
    parent_id: UUID | None = None,
    level: Level | None = None,
    on: Annotated[date | None, Query(description="the day; today when left out")] = None,
) -> Page[AreaItem]:
    """All areas below a parent or of a level on a day in one page, by code; the city has 36 units, 604 communities."""
    day = on or clock.day(at)
    query = (
        select(Area, AreaTerm)
        .join(AreaTerm, AreaTerm.area_id == Area.id)
        .where(AreaTerm.valid_from <= day, or_(AreaTerm.valid_to.is_(None), AreaTerm.valid_to > day))
        .order_by(AreaTerm.code)
        .options(selectinload(Area.populations))
    )
    if parent_id is not None:
        query = query.where(AreaTerm.parent_id == parent_id)
    if level is not None:
        query = query.where(Area.level == level)
    items = [AreaItem.of(area, term) for area, term in await tx.execute(query)]
    return Page(items=items, next=None, count=len(items))


async def known(id: UUID, tx: Tx) -> Area:  # noqa: A002 - the path's own name
    """Dependency: the area named in the path; areas are not scoped."""
    query = select(Area).where(Area.id == id).options(selectinload(Area.terms), selectinload(Area.populations))
    area = await tx.scalar(query)
    if area is None:
        raise NotFound
    return area


Known = Annotated[Area, Depends(known)]


@router.get("/{id}", responses=problems(NotFound))
async def read(by: Anyone, area: Known, at: Now) -> AreaView:
    """One area with its history and populations."""
    return AreaView.of(area, by, clock.day(at))


async def _taken(tx: Tx, area: Area, code: str | None, since: date) -> bool:
    """Whether another area holds the code on that day or later; changes of areas are judged one after the other."""
    if code is None:
        return False
    await tx.execute(select(Area.id).where(Area.level == Level.CITY).with_for_update())
    holding = or_(AreaTerm.valid_to.is_(None), AreaTerm.valid_to > since)
    held = exists().where(AreaTerm.code == code, AreaTerm.area_id != area.id, holding)
    return bool(await tx.scalar(select(held)))


@router.post(
    "/{id}/change",
    responses=problems(
        NotFound,
        VersionMissing,
        VersionStale,
        rules.ChangeNotLater,
        rules.ChangeInFuture,
        rules.CodeLengthWrong,
        rules.CodeTaken,
        rules.NothingChanged,
    ),
)
async def change(by: Changer, area: Known, body: ChangeIn, tx: Tx, at: Now, if_match: IfMatch = None) -> AreaView:
    """区划变更: a name that was missing, a new code, 村改居."""
    if not by.reaches(area):
        raise NotFound
    require_current(area, if_match)
    taken, today = await _taken(tx, area, body.code, body.valid_from), clock.day(at)
    following = rules.change(area, **body.model_dump(), taken=taken, on=today)
    latest = area.populations[-1] if area.populations else None
    await facts.tell(tx, AreaChanged(**said(area, following, latest)), by=by)
    return AreaView.of(area, by, today)
