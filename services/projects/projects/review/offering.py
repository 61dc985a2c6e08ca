"""Purchases as they are read: a bid, or a declaration, is offered to nobody who would be refused."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, exists, select

from chassis import clock
from chassis.access import Access, allow, published, reach, visible
from chassis.areas import below
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import existing
from chassis.transaction import TransactionRoute, Tx
from projects.bid.model import Bid
from projects.clients.registry import Standings
from projects.permissions import Permission
from projects.purchase.model import Purchase, State
from projects.purchase.schemas import BiddablePurchase, PurchaseView
from projects.review.readiness import ready
from projects.review.seat import undeclared

router = APIRouter(tags=["采购 purchase"], route_class=TransactionRoute)

Anyone = Annotated[Access, Depends(published)]
Reader = Annotated[Access, Depends(allow(Permission.PURCHASE_READ))]
Read = Annotated[Purchase, Depends(existing(Purchase, Permission.PURCHASE_READ))]
DRAFTS = Permission.PURCHASE_DRAFT_READ


@router.get("/published/purchases/{id}", responses=problems(NotFound))
async def read_published(id: UUID, tx: Tx, by: Anyone, standings: Standings, at: Now) -> BiddablePurchase:  # noqa: A002
    """One announced purchase; the bid is offered to the manager of a provider that may hand one in today."""
    purchase = await tx.scalar(select(Purchase).where(Purchase.id == id, Purchase.announced_at.is_not(None)))
    if purchase is None:
        raise NotFound
    return BiddablePurchase.seen(purchase, bids=await _may_bid(tx, purchase, by, standings, at))


@router.get("/purchases")
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    state: State | None = None,
    area_id: UUID | None = None,
    project_id: UUID | None = None,
) -> Page[PurchaseView]:
    """Purchases in scope, the latest first; `area_id` takes in all below it."""
    query = select(Purchase).where(visible(Purchase, by), _announced_or_prepared(by))
    if state is not None:
        query = query.where(Purchase.state == state)
    if project_id is not None:
        query = query.where(Purchase.project_id == project_id)
    if area_id is not None:
        query = query.where(await below(tx, Purchase, area_id))
    found: Page[Purchase] = await page(tx, query, [Purchase.id], asked, lambda each: each)
    waiting, moving = await undeclared(tx, by), await ready(tx, found.items, at)
    items = [PurchaseView.seen(each, by, at, waiting, moving) for each in found.items]
    return Page(items=items, next=found.next, count=found.count)


@router.get("/purchases/{id}", responses=problems(NotFound))
async def read(purchase: Read, tx: Tx, by: Reader, at: Now) -> PurchaseView:
    """One purchase in scope; a draft for those who prepare it."""
    if purchase.announced_at is None and not by.may(DRAFTS, purchase):
        raise NotFound
    return PurchaseView.seen(purchase, by, at, await undeclared(tx, by), await ready(tx, [purchase], at))


def _announced_or_prepared(by: Access) -> ColumnElement[bool]:
    """Who might bid, or works for who might, learns nothing of a purchase before everybody does."""
    announced, preparing = Purchase.announced_at.is_not(None), reach(by.principal, DRAFTS, by.roles)
    return announced | visible(Purchase, preparing) if preparing else announced


async def _may_bid(tx: Tx, purchase: Purchase, by: Access, standings: Standings, at: datetime) -> bool:
    """A manager of a provider that stands today, is among whom the purchase asks, and has handed in no bid yet."""
    bidder = reach(by.principal, Permission.BID_SUBMIT, by.roles)
    if bidder is None or bidder.organisation_id is None or not purchase.bidding_open(at):
        return False
    if purchase.invited_ids and bidder.organisation_id not in purchase.invited_ids:
        return False
    own = exists().where(Bid.purchase_id == purchase.id, Bid.organisation_id == bidder.organisation_id)
    async with beyond_scope(tx):
        if await tx.scalar(select(own)):
            return False
    try:
        return (await standings(bidder.organisation_id, clock.day(at))).may_bid
    except Problem:
        # Where the registry is silent nothing is assumed, and the announcement is read all the same.
        return False
