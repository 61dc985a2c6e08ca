"""Reviewing bids: the panel and its declarations, the scores, and what they come to."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import exists, select
from sqlalchemy.orm.attributes import flag_modified

from chassis import facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import NotFound, problems
from chassis.records import IfMatch, Reason, VersionMissing, VersionStale, current, existing, require_current
from chassis.transaction import TransactionRoute, Tx
from procedures.recusal import BothSides, officially
from projects.bid.holding import purchase_held
from projects.bid.model import SEALED_SCOPE, Bid
from projects.bid.model import State as BidState
from projects.bid.schemas import BidView
from projects.permissions import Permission
from projects.purchase.model import Purchase, purchase_behind
from projects.purchase.rules import PurchaseOver
from projects.purchase.schemas import PurchaseView
from projects.review import awarding, rules
from projects.review.model import Panelist, Score
from projects.review.readiness import ready
from projects.review.schemas import DeclarationIn, PanelIn, PanelistView, ScoreIn, ScoreView
from projects.review.seat import own_seat

router = APIRouter(tags=["评审 review"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.REVIEW_READ))]
Runner = Annotated[Access, Depends(officially(Permission.PURCHASE_RUN))]
Scorer = Annotated[Access, Depends(allow(Permission.BID_SCORE))]
Read = Annotated[Purchase, Depends(existing(Purchase, Permission.REVIEW_READ))]
Run = Annotated[Purchase, Depends(current(Purchase, Permission.PURCHASE_RUN))]
Scored = Annotated[Bid, Depends(existing(Bid, Permission.BID_SCORE))]
Held = Annotated[Purchase, Depends(purchase_held(Permission.PURCHASE_RUN))]
Judged = Annotated[Bid, Depends(current(Bid, Permission.PURCHASE_RUN))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


async def panel_of(tx: Tx, purchase: Purchase) -> list[Panelist]:
    """The members and whoever has left, in the order of their appointment."""
    query = select(Panelist).where(Panelist.purchase_id == purchase.id).order_by(Panelist.id).with_for_update()
    return list(await tx.scalars(query))


async def bids_of(tx: Tx, purchase: Purchase) -> list[Bid]:
    """Its opened bids, held."""
    query = select(Bid).where(Bid.purchase_id == purchase.id, Bid.amount_fen.is_not(None))
    return list(await tx.scalars(query.order_by(Bid.id).with_for_update()))


@router.get("/purchases/{id}/panel", responses=problems(NotFound, rules.NotOnPanel))
async def panel(purchase: Read, tx: Tx, by: Reader, asked: Asked) -> Page[PanelistView]:
    """评审小组, whose names are known to its officers and to its members."""
    await _require_insight(tx, purchase, by)
    sitting = (Panelist.purchase_id == purchase.id, Panelist.dropped_at.is_(None))
    query = select(Panelist).where(*sitting, visible(Panelist, by))
    return await page(tx, query, [Panelist.id], asked, PanelistView.of)


@router.put(
    "/purchases/{id}/panel",
    responses=problems(
        *VERSIONED, BothSides, PurchaseOver, rules.PanelUnsound, rules.ExpertConflicted, rules.ReviewBegun
    ),
)
async def appoint(purchase: Run, body: PanelIn, tx: Tx, by: Runner, at: Now) -> PurchaseView:
    """组成评审小组."""
    expert_ids = list(dict.fromkeys(body.expert_ids))
    async with beyond_scope(tx):
        begun = await tx.scalar(select(exists().where(Score.purchase_id == purchase.id)))
    added, told = rules.appoint(purchase, await panel_of(tx, purchase), expert_ids, begun=bool(begun), at=at)
    tx.add_all(added)
    for fact in told:
        await facts.tell(tx, fact, by=by)
    return PurchaseView.seen(purchase, by, at, ready=await ready(tx, [purchase], at))


async def _own_seat(tx: Tx, purchase_id: UUID, by: Access) -> Panelist | None:
    if by.account_id is None:
        raise SignInNeeded
    return await own_seat(tx, purchase_id, by, lock=True)


async def _require_insight(tx: Tx, purchase: Purchase, by: Access) -> None:
    """Whoever is only an expert has to sit on this panel."""
    if not by.may(Permission.PURCHASE_RUN, purchase) and await own_seat(tx, purchase.id, by) is None:
        raise rules.NotOnPanel


async def _bidders(tx: Tx, purchase: Purchase) -> set[UUID]:
    async with beyond_scope(tx):
        return {bid.organisation_id for bid in await bids_of(tx, purchase)}


def _works_for(by: Access) -> set[UUID]:
    """The organisations in which the caller holds any role."""
    return {grant.organisation_id for grant in by.principal.grants if grant.organisation_id is not None}


@router.post(
    "/purchases/{id}/declaration",
    responses=problems(NotFound, rules.NotOnPanel, rules.NotUnderReview, rules.AlreadyDeclared),
)
async def declare(id: UUID, body: DeclarationIn, tx: Tx, by: Scorer, at: Now) -> PanelistView:  # noqa: A002
    """利益冲突声明, by each member for itself; a role in an organisation that has bid is a stake, whatever is said."""
    purchase = await purchase_behind(tx, id)
    seat = await _own_seat(tx, id, by)
    if seat is None:
        raise rules.NotOnPanel
    conflicted = body.conflicted or bool(await _bidders(tx, purchase) & _works_for(by))
    for fact in rules.declare(seat, purchase, conflicted=conflicted, statement=body.statement, at=at):
        await facts.tell(tx, fact, by=by)
    return PanelistView.of(seat)


@router.put(
    "/bids/{id}/score",
    responses=problems(
        *VERSIONED,
        rules.NotOnPanel,
        rules.NotDeclared,
        rules.ExpertConflicted,
        rules.NotUnderReview,
        rules.PointsUnsound,
    ),
)
async def score(bid: Scored, body: ScoreIn, tx: Tx, by: Scorer, at: Now, if_match: IfMatch = None) -> ScoreView:
    """评分; may be changed by its expert until the review is concluded, by `If-Match` of the score that was read."""
    purchase = await purchase_behind(tx, bid.purchase_id)
    seat = await _own_seat(tx, bid.purchase_id, by)
    rules.require_free(seat, await _bidders(tx, purchase), _works_for(by))
    async with beyond_scope(tx):
        mine = (Score.bid_id == bid.id, Score.account_id == by.account_id)
        given = await tx.scalar(select(Score).where(*mine).with_for_update())
        _require_seen(given, if_match)
        given = given or Score(id=new_id(), purchase_id=bid.purchase_id, bid_id=bid.id, account_id=by.account_id)
        given.area_id, given.scope_key = bid.area_id, SEALED_SCOPE
        last = await _is_last(tx, bid, by)
        told = rules.score(given, purchase, bid, points=body.points, comment=body.comment, last=last, at=at)
        tx.add(given)
        for fact in told:
            await facts.tell(tx, fact, by=by)
    return ScoreView.of(given)


def _require_seen(given: Score | None, if_match: str | None) -> None:
    """A first score has no version yet; another window may have given it meanwhile. Saved is saved: a new version."""
    if given is not None:
        require_current(given, if_match)
        flag_modified(given, "scope_key")
    elif if_match is not None:
        raise VersionStale(version=0)


async def _is_last(tx: Tx, bid: Bid, by: Access) -> bool:
    """Whether the caller has scored every other valid bid of the purchase."""
    mine = exists().where(Score.bid_id == Bid.id, Score.account_id == by.account_id)
    others = (Bid.purchase_id == bid.purchase_id, Bid.state == BidState.OPENED, Bid.id != bid.id)
    return not await tx.scalar(select(exists().where(*others, ~mine)))


@router.get("/purchases/{id}/scores", responses=problems(NotFound, rules.NotOnPanel))
async def scores(purchase: Read, tx: Tx, by: Reader, asked: Asked) -> Page[ScoreView]:
    """One's own scores; all of them once the review is concluded."""
    await _require_insight(tx, purchase, by)
    shown = visible(Score, by) | (Score.account_id == by.account_id)
    async with beyond_scope(tx):
        query = select(Score).where(Score.purchase_id == purchase.id, shown)
        return await page(tx, query, [Score.id], asked, ScoreView.of)


@router.post("/bids/{id}/exclusion", responses=problems(*VERSIONED, BothSides, rules.NotUnderReview))
async def exclude(purchase: Held, bid: Judged, body: Reason, tx: Tx, by: Runner, at: Now) -> BidView:
    """投标无效."""
    await facts.tell(tx, awarding.exclude(bid, purchase, reason=body.reason), by=by)
    return BidView.seen(bid, purchase, by, at)
