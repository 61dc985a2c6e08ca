"""Ending a review: the proposal that lies open, the award by a second person, or no award at all."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access, visible
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, get
from chassis.transaction import TransactionRoute, Tx
from procedures.notice.model import Kind, Notice
from procedures.notice.routes import notice_of
from procedures.notice.rules import NoticeRunning, NoticeWithdrawn, ObjectionUpheld, ObjectionWaiting
from procedures.recusal import BothSides, officially
from projects.bid.model import Bid
from projects.clients.registry import ProviderNotStanding, ProviderUnknown, Standing, Standings
from projects.permissions import Permission
from projects.purchase.model import Purchase
from projects.purchase.routes import called_back
from projects.purchase.schemas import PurchaseView
from projects.review import awarding, rules
from projects.review.model import Score
from projects.review.readiness import ready
from projects.review.routes import bids_of, panel_of

router = APIRouter(tags=["评审 review"], route_class=TransactionRoute)

Runner = Annotated[Access, Depends(officially(Permission.PURCHASE_RUN))]
Awarder = Annotated[Access, Depends(officially(Permission.PURCHASE_AWARD))]
Run = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_RUN))]
Awarded = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_AWARD))]
VERSIONED = (NotFound, VersionMissing, VersionStale, BothSides)


async def _scores_of(tx: AsyncSession, purchase: Purchase) -> list[Score]:
    query = select(Score).where(Score.purchase_id == purchase.id).order_by(Score.id).with_for_update()
    return list(await tx.scalars(query))


@router.post(
    "/purchases/{id}/proposal",
    responses=problems(*VERSIONED, rules.NotUnderReview, rules.ReviewIncomplete, rules.TooFewBids),
)
async def propose(purchase: Run, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """结束评审: the points decide, the result is announced for objections, and the scores are no longer hidden."""
    async with beyond_scope(tx):
        scores = await _scores_of(tx, purchase)
        best = rules.conclude(purchase, await panel_of(tx, purchase), await bids_of(tx, purchase), scores, at=at)
        for each in scores:
            each.scope_key = purchase.scope_key
        place = {"area_id": purchase.area_id, "scope_key": purchase.scope_key}
        notice = Notice(id=new_id(), kind=Kind.AWARD, **place)
        told = awarding.propose(purchase, best, notice, by=by.account_id, at=at)
        tx.add(notice)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return PurchaseView.seen(purchase, by, at)


@router.post("/purchases/{id}/review-again", responses=problems(*VERSIONED, awarding.NotProposed, NoticeWithdrawn))
async def review_again(purchase: Run, body: Reason, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """撤回公示重新评审."""
    awarding.require_proposed(purchase)
    async with beyond_scope(tx):
        withdrawn = await called_back(tx, purchase, reason=body.reason, at=at)
        bids, scores = await bids_of(tx, purchase), await _scores_of(tx, purchase)
        for fact in [*withdrawn, *awarding.review_again(purchase, bids, scores)]:
            await facts.tell(tx, fact, by=by)
    return PurchaseView.seen(purchase, by, at, ready=await ready(tx, [purchase], at))


async def _standing(id: UUID, tx: Tx, by: Awarder, standings: Standings, at: Now) -> Standing:  # noqa: A002
    """How the best bidder stands today, asked before anything is held; a result that changes meanwhile is stale."""
    of_best = select(Bid.organisation_id).join(Purchase, Purchase.proposed_bid_id == Bid.id)
    found = await tx.scalar(of_best.where(Purchase.id == id, visible(Purchase, by)))
    if found is None:
        shown = await get(tx, Purchase, id, by)
        raise awarding.NotProposed(state=shown.state)
    return await standings(found, clock.day(at))


ProposedStanding = Annotated[Standing, Depends(_standing)]


@router.post(
    "/purchases/{id}/award",
    responses=problems(
        *VERSIONED,
        awarding.NotProposed,
        awarding.OwnProposal,
        NoticeRunning,
        ObjectionWaiting,
        ObjectionUpheld,
        ProviderNotStanding,
        ProviderUnknown,
    ),
)
async def award(standing: ProposedStanding, purchase: Awarded, tx: Tx, by: Awarder, at: Now) -> PurchaseView:
    """确认成交, by a second person, when the notice has passed and the provider still stands."""
    notice = await _notice(tx, purchase)
    bid = await tx.get_one(Bid, purchase.proposed_bid_id)
    for fact in awarding.award(purchase, bid, notice, standing, by=by.account_id, at=at):
        await facts.tell(tx, fact, by=by)
    return PurchaseView.seen(purchase, by, at)


async def _notice(tx: AsyncSession, purchase: Purchase) -> Notice:
    if purchase.notice_id is None:
        raise awarding.NotProposed(state=purchase.state)
    return await notice_of(tx, purchase.notice_id)
