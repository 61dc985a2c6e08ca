"""Reading the tree of areas, as it is or was on a day; areas are public."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import or_, select
from sqlalchemy.orm import selectinload

from chassis import clock
from chassis.access import published
from chassis.clock import Now
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from registry.area.model import Area, AreaTerm, Level
from registry.area.schemas import AreaItem, AreaView

router = APIRouter(prefix="/areas", tags=["片区 area"], route_class=TransactionRoute, dependencies=[Depends(published)])


@router.get("")
async def list_(
    tx: Tx,
    at: Now,
    parent_id: UUID | None = None,
    level: Level | None = None,
    on: Annotated[date | None, Query(description="the day; today when left out")] = None,
) -> list[AreaItem]:
    """The areas below a parent or of a level on a day, by code; the city has 36 units and 604 communities."""
    day = on or clock.day(at)
    query = (
        select(Area, AreaTerm)
        .join(AreaTerm, AreaTerm.area_id == Area.id)
        .where(AreaTerm.valid_from <= day, or_(AreaTerm.valid_to.is_(None), AreaTerm.valid_to > day))
        .order_by(AreaTerm.code)
    )
    if parent_id is not None:
        query = query.where(AreaTerm.parent_id == parent_id)
    if level is not None:
        query = query.where(Area.level == level)
    return [AreaItem.of(area, term) for area, term in await tx.execute(query)]


@router.get("/{id}", responses=problems(NotFound))
async def read(id: UUID, tx: Tx, at: Now) -> AreaView:  # noqa: A002 - the path's own name
    """One area with its history and populations."""
    query = select(Area).where(Area.id == id).options(selectinload(Area.terms), selectinload(Area.populations))
    area = await tx.scalar(query)
    if area is None:
        raise NotFound
    return AreaView.of(area, clock.day(at))
