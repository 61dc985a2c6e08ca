"""成交: the best bid lies open for objections, is awarded by a second person to who still stands, or nothing is."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from chassis.problems import Problem
from procedures.notice.facts import NoticeFact
from procedures.notice.model import Notice
from procedures.notice.rules import confirm, open_
from projects.bid.model import SEALED_SCOPE, Bid
from projects.bid.model import State as BidState
from projects.budget.model import Budget, BudgetLine, Transfer
from projects.clients.registry import Standing, require_standing
from projects.facts import TaskClosed, TaskOpened
from projects.paths import path
from projects.project.model import Project
from projects.purchase.model import Purchase, State
from projects.purchase.rules import release, said
from projects.purchase.waiting import moved, signature_of, tasks_of
from projects.review.model import Score
from projects.review.rules import require_review
from projects.spending import (
    NOTICES,
    AwardProposed,
    AwardWithdrawn,
    BidExcluded,
    PurchaseAwarded,
    PurchaseFailed,
)


class NotProposed(Problem):
    """没有拟成交结果在公示。"""


class OwnProposal(Problem):
    """提出拟成交结果的人不能自己确认成交。"""

    status = 403


def propose(
    purchase: Purchase, best: Bid, notice: Notice, *, by: UUID | None, at: datetime
) -> list[NoticeFact | AwardProposed | TaskOpened | TaskClosed]:
    """拟成交: what the notice says of it is everybody's to read."""
    waited = tasks_of(purchase)
    notice.subject_id, notice.subject_href = purchase.id, path("published/purchases", purchase.id)
    notice.title = f"{purchase.title} 拟成交结果公示"
    notice.text = f"拟成交供应商：{best.provider_name}；拟成交金额：{(best.amount_fen or 0) / 100:,.2f} 元。"
    purchase.state, purchase.proposed_at, purchase.proposed_by = State.PROPOSED, at, by
    purchase.proposed_bid_id, purchase.notice_id = best.id, notice.id
    chosen = {"bid_id": best.id, "organisation_id": best.organisation_id, "amount_fen": best.amount_fen or 0}
    proposed = AwardProposed.model_validate(said(purchase) | chosen | {"notice_id": notice.id})
    return [open_(notice, NOTICES, by=by, at=at), proposed, *moved(waited, purchase)]


def review_again(
    purchase: Purchase, bids: Sequence[Bid], scores: Sequence[Score]
) -> list[AwardWithdrawn | TaskOpened | TaskClosed]:
    """重新评审, its notice withdrawn: what comes of it lies open anew; until then nobody sees others' points."""
    require_proposed(purchase)
    waited = tasks_of(purchase)
    purchase.state, purchase.proposed_bid_id, purchase.notice_id = State.OPENED, None, None
    for bid in bids:
        bid.price_points = bid.quality_points = bid.rank = None
    for score in scores:
        score.scope_key = SEALED_SCOPE
    return [AwardWithdrawn(**said(purchase)), *moved(waited, purchase)]


def award(
    purchase: Purchase, bid: Bid, notice: Notice, standing: Standing, *, by: UUID | None, at: datetime
) -> list[PurchaseAwarded | TaskOpened | TaskClosed]:
    """确认成交: by a second person, after the notice passed, to a provider that stands on the day."""
    require_proposed(purchase)
    if purchase.proposed_by == by:
        raise OwnProposal
    require_standing(standing)
    confirm(notice, at=at)
    waited = tasks_of(purchase)
    purchase.state, purchase.awarded_at = State.AWARDED, at
    purchase.awarded_fen, purchase.awarded_organisation_id = bid.amount_fen, bid.organisation_id
    purchase.awarded_name = bid.provider_name
    chosen = {"bid_id": bid.id, "organisation_id": bid.organisation_id, "amount_fen": bid.amount_fen}
    return [PurchaseAwarded.model_validate(said(purchase) | chosen), *moved(waited, purchase)]


def exclude(bid: Bid, purchase: Purchase, *, reason: str) -> BidExcluded:
    """投标无效: it is out of the review, with the reason its bidder reads."""
    require_review(purchase)
    bid.state, bid.excluded_because = BidState.EXCLUDED, reason
    bid.price_points = bid.quality_points = bid.rank = None
    here = {"area_id": purchase.area_id, "scope_key": purchase.scope_key}
    return BidExcluded(bid_id=bid.id, purchase_id=purchase.id, organisation_id=bid.organisation_id, **here)


def fail(
    purchase: Purchase,
    project: Project,
    budget: Budget,
    line: BudgetLine,
    *,
    reason: str,
    at: datetime,
) -> tuple[list[Transfer], list[PurchaseFailed | TaskOpened | TaskClosed]]:
    """废标 (政府采购法 art. 36), or an award that is never signed: what was set aside is free again."""
    if purchase.state not in {State.OPENED, State.PROPOSED, State.AWARDED} or purchase.signed:
        raise NotProposed(state=purchase.state)
    waited = tasks_of(purchase)
    winner, gone = purchase.awarded_organisation_id, purchase.state is State.AWARDED
    unsigned = [TaskClosed.of(signature_of(purchase, winner, path("purchases", purchase.id)))] if gone else []
    purchase.state, purchase.ended_because = State.FAILED, reason
    told = [PurchaseFailed(**said(purchase)), *moved(waited, purchase), *unsigned]
    return release(purchase, project, budget, line, at=at), told


def require_proposed(purchase: Purchase) -> None:
    """A result lies open."""
    if purchase.state is not State.PROPOSED:
        raise NotProposed(state=purchase.state)
