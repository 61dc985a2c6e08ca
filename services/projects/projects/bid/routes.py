"""Bids: handed in by managers of organisations, opened by officers after the deadline."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from procedures.attachment.binding import attach
from procedures.attachment.binding import unseal as unseal_files
from procedures.recusal import BothSides, officially
from projects.bid import rules
from projects.bid.holding import purchase_held
from projects.bid.model import SEALED_SCOPE, Bid, State
from projects.bid.schemas import BidIn, BidView
from projects.clients.registry import ProviderNotStanding, ProviderUnknown, Standing, Standings
from projects.facts import ATTACHMENTS
from projects.paths import path
from projects.permissions import Permission
from projects.project.moving import project_moving
from projects.purchase.model import Purchase, purchase_behind
from projects.purchase.model import State as PurchaseState
from projects.purchase.routes import money_of
from projects.purchase.rules import release
from projects.purchase.schemas import PurchaseView

router = APIRouter(tags=["投标 bid"], route_class=TransactionRoute)

Bidder = Annotated[Access, Depends(allow(Permission.BID_SUBMIT))]
Runner = Annotated[Access, Depends(officially(Permission.PURCHASE_RUN))]
# Named ahead of the bid in every route that changes one.
Held = Annotated[Purchase, Depends(purchase_held(Permission.BID_SUBMIT))]
Own = Annotated[Bid, Depends(current(Bid, Permission.BID_SUBMIT))]
Run = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_RUN))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
UNACCEPTABLE = (
    rules.BiddingClosed,
    rules.NotInvited,
    rules.AboveCeiling,
    ProviderNotStanding,
    ProviderUnknown,
    *UNATTACHABLE,
)


class BidsForAnOrganisation(NotFound):
    """只有组织负责人可以代表本组织投标。"""


async def _standing(by: Bidder, standings: Standings, at: Now) -> Standing:
    """How the bidder stands today, asked before anything is held: a slow registry keeps nobody else from bidding."""
    if by.organisation_id is None:
        raise BidsForAnOrganisation
    return await standings(by.organisation_id, clock.day(at))


Standing_ = Annotated[Standing, Depends(_standing)]


def _seal(bid: Bid, offer: rules.Offer, keys: Vault) -> None:
    bid.sealed = keys.encrypt(offer.model_dump_json(), table="bid", column="sealed", row_id=bid.id)


async def _attach(tx: Tx, bid: Bid, offer: rules.Offer, by: Access, at: datetime) -> None:
    """Bound where the sealed bid lies: in nobody's range."""
    await attach(tx, offer.attachment_ids, ATTACHMENTS, to=bid, href=path("bids", bid.id), by=by, at=at)


def unsealed(bid: Bid, keys: Vault) -> rules.Offer:
    """What was sealed: for its bidder, and for everybody at the opening."""
    assert bid.sealed is not None  # noqa: S101 - a sealed bid holds its seal
    return rules.Offer.model_validate_json(keys.decrypt(bid.sealed, table="bid", column="sealed", row_id=bid.id))


@router.post("/purchases/{id}/bids", status_code=201, responses=problems(NotFound, *UNACCEPTABLE, rules.AlreadyBid))
async def submit(
    id: UUID,  # noqa: A002 - the path's own name
    body: BidIn,
    tx: Tx,
    by: Bidder,
    keys: Keys,
    at: Now,
    standing: Standing_,
) -> BidView:
    """递交投标, by the manager of an organisation that stands on the day; sealed until the bids are opened."""
    # Held (for update) until the transaction ends: no bid comes in while the bids are opened.
    purchase = await purchase_behind(tx, id)
    bid = Bid(
        id=new_id(), purchase_id=purchase.id, organisation_id=standing.organisation_id, submitted_by=by.account_id
    )
    bid.area_id, bid.scope_key = purchase.area_id, SEALED_SCOPE
    offer = rules.Offer(**body.model_dump())
    fact = rules.submit(bid, purchase, offer, standing, at=at)
    _seal(bid, offer, keys)
    tx.add(bid)
    try:
        await facts.tell(tx, fact, by=by)
    except IntegrityError as twice:
        raise rules.AlreadyBid from twice
    await _attach(tx, bid, offer, by, at)
    return BidView.seen(bid, purchase, by, at)


@router.get("/bids", responses=problems(NotFound))
async def mine(tx: Tx, by: Bidder, asked: Asked, at: Now) -> Page[BidView]:
    """The bids of the caller's organisation, the latest first."""
    query = select(Bid).options(joinedload(Bid.purchase)).where(Bid.organisation_id == by.organisation_id)
    async with beyond_scope(tx):
        return await page(tx, query, [Bid.id], asked, lambda bid: BidView.seen(bid, bid.purchase, by, at))


@router.put("/bids/{id}/revision", responses=problems(*VERSIONED, *UNACCEPTABLE, rules.BidNotSealed))
async def replace(
    standing: Standing_, purchase: Held, bid: Own, body: BidIn, tx: Tx, by: Bidder, keys: Keys, at: Now
) -> BidView:
    """修改投标, until the deadline."""
    offer = rules.Offer(**body.model_dump())
    fact = rules.replace(bid, purchase, offer, standing, at=at)
    _seal(bid, offer, keys)
    await facts.tell(tx, fact, by=by)
    await _attach(tx, bid, offer, by, at)
    return BidView.seen(bid, purchase, by, at)


@router.post("/bids/{id}/withdrawal", responses=problems(*VERSIONED, rules.BiddingClosed, rules.BidNotSealed))
async def withdraw(purchase: Held, bid: Own, tx: Tx, by: Bidder, at: Now) -> BidView:
    """撤回投标, until the deadline."""
    await facts.tell(tx, rules.withdraw(bid, purchase, at=at), by=by)
    return BidView.seen(bid, purchase, by, at)


@router.post(
    "/purchases/{id}/opening", responses=problems(*VERSIONED, BothSides, rules.BiddingClosed, rules.BiddingStillOpen)
)
async def open_(purchase: Run, tx: Tx, by: Runner, keys: Keys, at: Now) -> PurchaseView:
    """开标: all sealed bids at once; with too few the purchase fails and its money is free again."""
    rules.require_openable(purchase, at=at)
    async with project_moving(tx, purchase.project_id, by) as project:
        budget, line = await money_of(tx, purchase)
        bids = await _sealed(tx, purchase)
        told = rules.open_(purchase, bids, {bid.id: unsealed(bid, keys) for bid in bids}, at=at)
        if purchase.state is PurchaseState.FAILED:
            tx.add_all(release(purchase, project, budget, line, at=at))
        for fact in told:
            await facts.tell(tx, fact, by=by)
        for bid in bids:
            await unseal_files(tx, bid.attachment_ids or [], of=bid)
    return PurchaseView.seen(purchase, by, at)


async def _sealed(tx: Tx, purchase: Purchase) -> list[Bid]:
    mine = Bid.purchase_id == purchase.id
    query = select(Bid).where(mine, Bid.state == State.SEALED).order_by(Bid.id).with_for_update()
    return list(await tx.scalars(query))
