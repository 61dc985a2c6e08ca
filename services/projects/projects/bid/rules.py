"""Bidding: submitted, replaced or withdrawn before the deadline by who may bid; opened after it, all at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from chassis.problems import Problem
from projects.bid.model import Bid, State
from projects.clients.registry import Standing, require_standing
from projects.facts import TaskClosed, TaskOpened
from projects.purchase.model import Purchase
from projects.purchase.model import State as PurchaseState
from projects.purchase.rules import method_of, said
from projects.purchase.waiting import moved, tasks_of
from projects.spending import BidSubmitted, BidWithdrawn, PurchaseFailed, PurchaseOpened


class BiddingClosed(Problem):
    """投标截止时间已过，或采购未在接受投标。"""


class NotInvited(Problem):
    """本次采购只接受受邀供应商的投标。"""

    status = 403


class AboveCeiling(Problem):
    """报价超过采购最高限价。"""

    status = 422


class BidNotSealed(Problem):
    """投标已撤回或已开标。"""


class AlreadyBid(Problem):
    """贵组织已投标，截止前可以修改。"""


class BiddingStillOpen(Problem):
    """投标截止时间未到，不能开标。"""


class Offer(BaseModel):
    """密封内容: what is sealed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    amount_fen: int
    plan: str
    attachment_ids: tuple[UUID, ...] = ()


def _said(bid: Bid) -> dict[str, UUID | str]:
    return {"bid_id": bid.id, "purchase_id": bid.purchase_id, "area_id": bid.area_id, "scope_key": bid.scope_key}


def submit(bid: Bid, purchase: Purchase, offer: Offer, standing: Standing, *, at: datetime) -> BidSubmitted:
    """递交投标; its content is sealed by the caller of this rule."""
    _require_acceptable(purchase, offer, standing, at)
    bid.state, bid.submitted_at = State.SEALED, at
    bid.provider_name, bid.provider_uscc = standing.name, standing.uscc
    return BidSubmitted.model_validate(_said(bid))


def replace(bid: Bid, purchase: Purchase, offer: Offer, standing: Standing, *, at: datetime) -> BidSubmitted:
    """修改投标, also after it was withdrawn, until the deadline."""
    if bid.state not in {State.SEALED, State.WITHDRAWN}:
        raise BidNotSealed(state=bid.state)
    return submit(bid, purchase, offer, standing, at=at)


def withdraw(bid: Bid, purchase: Purchase, *, at: datetime) -> BidWithdrawn:
    """撤回投标."""
    _require_open(purchase, at)
    if bid.state is not State.SEALED:
        raise BidNotSealed(state=bid.state)
    bid.state, bid.sealed = State.WITHDRAWN, None
    return BidWithdrawn.model_validate(_said(bid))


def require_openable(purchase: Purchase, *, at: datetime) -> None:
    """开标, not a second before the deadline (财政部令第87号 art. 39)."""
    if purchase.state is not PurchaseState.ANNOUNCED:
        raise BiddingClosed(state=purchase.state)
    if at < purchase.bids_due_at:
        raise BiddingStillOpen(bids_due_at=purchase.bids_due_at.isoformat())


def open_(
    purchase: Purchase, bids: Sequence[Bid], offers: Mapping[UUID, Offer], *, at: datetime
) -> list[PurchaseOpened | PurchaseFailed | TaskOpened | TaskClosed]:
    """开标: all bids at once; fewer than the method asks for, and the purchase fails (政府采购法 art. 36)."""
    require_openable(purchase, at=at)
    waited = tasks_of(purchase)
    for bid in bids:
        offer = offers[bid.id]
        bid.state, bid.sealed = State.OPENED, None
        bid.amount_fen, bid.plan, bid.scope_key = offer.amount_fen, offer.plan, purchase.scope_key
        bid.attachment_ids = list(offer.attachment_ids)
    purchase.opened_at, purchase.opened_bids = at, len(bids)
    least = method_of(purchase, at).least_bids
    if len(bids) < least:
        purchase.state, purchase.ended_because = PurchaseState.FAILED, f"有效投标不足 {least} 家"
        return [PurchaseFailed(**said(purchase)), *moved(waited, purchase)]
    purchase.state = PurchaseState.OPENED
    return [PurchaseOpened(**said(purchase), bids=len(bids)), *moved(waited, purchase)]


def _require_open(purchase: Purchase, at: datetime) -> None:
    if not purchase.bidding_open(at):
        raise BiddingClosed(state=purchase.state, bids_due_at=purchase.bids_due_at.isoformat())


def _require_acceptable(purchase: Purchase, offer: Offer, standing: Standing, at: datetime) -> None:
    _require_open(purchase, at)
    if purchase.invited_ids and standing.organisation_id not in purchase.invited_ids:
        raise NotInvited
    require_standing(standing)
    if offer.amount_fen > purchase.ceiling_fen:
        raise AboveCeiling(pointer="/amount_fen", ceiling_fen=purchase.ceiling_fen)
