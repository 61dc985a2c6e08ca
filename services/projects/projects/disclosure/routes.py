"""Purchases as open data for everybody: one by one, and all that were announced in a period."""

from datetime import date, datetime, time, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from sqlalchemy import select

from chassis.access import Access, published
from chassis.areas import below
from chassis.clock import CITY, Day, Now
from chassis.paging import Asked, CursorRefused, page
from chassis.problems import NotFound, problems
from chassis.transaction import TransactionRoute, Tx
from projects.disclosure import rules
from projects.disclosure.model import disclosed
from projects.disclosure.ocds import Package
from projects.purchase.model import Purchase

router = APIRouter(prefix="/published", tags=["公开数据 disclosure"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), CITY)


@router.get(
    "/releases", responses=problems(NotFound, rules.NothingPublished, CursorRefused), response_model_exclude_none=True
)
async def releases(
    request: Request,
    tx: Tx,
    _by: Anyone,
    asked: Asked,
    at: Now,
    from_: Annotated[Day | None, Query(alias="from")] = None,
    to: Day | None = None,
    area_id: UUID | None = None,
) -> Package:
    """OCDS 1.1 发布包: purchases announced from a day to another (both included), the first first."""
    query = select(Purchase).where(Purchase.announced_at.is_not(None))
    if from_ is not None:
        query = query.where(Purchase.announced_at >= _midnight(from_))
    if to is not None:
        query = query.where(Purchase.announced_at < _midnight(to) + timedelta(days=1))
    if area_id is not None:
        query = query.where(await below(tx, Purchase, area_id))
    order = [Purchase.announced_at, Purchase.id]
    found = await page(tx, query, order, asked, lambda purchase: purchase, newest_first=False)
    site: str = request.app.state.settings.public_url
    here = request.url.include_query_params()
    uri = f"{site}/api/projects/published/releases"
    made = [rules.release(each, site=site, at=at) for each in await disclosed(tx, found.items)]
    further = f"{uri}?{here.include_query_params(after=found.next).query}" if found.next else None
    return rules.package(made, uri=f"{uri}?{here.query}" if here.query else uri, further=further, at=at)


@router.get("/purchases/{id}/release", responses=problems(NotFound), response_model_exclude_none=True)
async def release(id: UUID, request: Request, tx: Tx, _by: Anyone, at: Now) -> Package:  # noqa: A002 - the path's own name
    """OCDS 1.1 发布包 of one announced purchase."""
    purchase = await tx.scalar(select(Purchase).where(Purchase.id == id, Purchase.announced_at.is_not(None)))
    if purchase is None:
        raise NotFound
    site: str = request.app.state.settings.public_url
    uri = f"{site}/api/projects/published/purchases/{id}/release"
    made = [rules.release(each, site=site, at=at) for each in await disclosed(tx, [purchase])]
    return rules.package(made, uri=uri, further=None, at=at)
