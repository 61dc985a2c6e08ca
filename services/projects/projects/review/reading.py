"""Bids as they are read: who runs the purchase, has made the bid or reviews it sees all, others who has bid."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select

from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import existing
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from projects.bid.model import Bid
from projects.bid.routes import unsealed
from projects.bid.schemas import BidView
from projects.permissions import Permission
from projects.purchase.model import purchase_behind
from projects.review.seat import is_free_member

router = APIRouter(tags=["投标 bid"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.BID_READ))]
Read = Annotated[Bid, Depends(existing(Bid, Permission.BID_READ))]


@router.get("/purchases/{id}/bids", responses=problems(NotFound))
async def list_(id: UUID, tx: Tx, by: Reader, asked: Asked, at: Now) -> Page[BidView]:  # noqa: A002
    """The bids that the caller may see: an organisation its own, officers and experts all once they are opened.

    Whoever is only an expert learns no more than who has bid until they sit on the panel and declared to be free.
    """
    purchase = await purchase_behind(tx, id, lock=False)
    query, reviews = select(Bid).where(Bid.purchase_id == id, visible(Bid, by)), await is_free_member(tx, id, by)
    return await page(
        tx,
        query,
        [Bid.id],
        asked,
        lambda bid: BidView.seen(bid, purchase, by, at, reviews=reviews).unless_read(bid, by, reviews),
    )


@router.get("/bids/{id}", responses=problems(NotFound))
async def read(bid: Read, tx: Tx, by: Reader, keys: Keys, at: Now) -> BidView:
    """One bid; its own organisation's managers read what they sealed."""
    purchase, reviews = (
        await purchase_behind(tx, bid.purchase_id, lock=False),
        await is_free_member(tx, bid.purchase_id, by),
    )
    shown = BidView.seen(bid, purchase, by, at, reviews=reviews).unless_read(bid, by, reviews)
    if bid.sealed is None or not by.may(Permission.BID_SUBMIT, bid):
        return shown
    offer = unsealed(bid, keys)
    return shown.model_copy(update={**offer.model_dump(), "attachment_ids": list(offer.attachment_ids)})
