"""The panel and its scores: appointed, free of interests, each bid scored by each expert, concluded by rank."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from chassis.database import new_id
from chassis.problems import FieldError, Problem
from projects.bid.model import Bid
from projects.bid.model import State as BidState
from projects.facts import TaskClosed, TaskOpened
from projects.purchase.model import CriterionKind, Purchase, Reviewer, Seat, State
from projects.purchase.rules import PurchaseOver, method_of, said
from projects.purchase.waiting import moved, tasks_of
from projects.review.model import Panelist, Score
from projects.review.ranking import rank
from projects.spending import BidScored, ExpertDeclared, PanelAppointed


class PanelUnsound(Problem):
    """评审小组人数应为单数，且不少于采购方式要求的人数。"""

    status = 422


class NotOnPanel(Problem):
    """您不是本次采购的评审小组成员。"""

    status = 403


class ExpertConflicted(Problem):
    """与投标供应商有利益关系的专家应当回避。"""

    status = 403


class NotDeclared(Problem):
    """请先作利益冲突声明。"""


class AlreadyDeclared(Problem):
    """您已作声明，不能更改。"""


class NotUnderReview(Problem):
    """采购不在评审阶段。"""


class PointsUnsound(Problem):
    """评分应覆盖全部质量因素，且不超过各因素的分值。"""

    status = 422


class ReviewIncomplete(Problem):
    """评审尚未完成：小组人数不足、有成员需回避或未评完全部投标。"""


class ReviewBegun(Problem):
    """评分已经开始，只能更换应当回避或尚未评完的成员。"""


class TooFewBids(Problem):
    """有效投标不足采购方式要求的家数，不能成交。"""


def appoint(
    purchase: Purchase, present: Sequence[Panelist], expert_ids: Sequence[UUID], *, begun: bool, at: datetime
) -> tuple[list[Panelist], list[PanelAppointed | TaskOpened | TaskClosed]]:
    """组成评审小组; `present` counts who has left it, too, and whoever is named again stays as they declared.

    Once a bid has been scored (`begun`), only those are replaced who have to stand back, or who have not scored all:
    who does not come would hold up the review for good (财政部令第87号 art. 49), and nobody knows their points.
    """
    if purchase.state not in {State.ANNOUNCED, State.OPENED}:
        raise PurchaseOver(state=purchase.state)
    least = method_of(purchase, at).panel
    if len(expert_ids) < least or len(expert_ids) % 2 == 0:
        limit = f"选了 {len(expert_ids)} 人；应为单数，不少于 {least} 人"
        raise PanelUnsound(errors=[FieldError(pointer="/expert_ids", title=limit)], least=least)
    known = {each.account_id: each for each in present}
    # Whoever was ever found to have a stake in this purchase never sits on its panel again.
    if any(known[one].conflicted for one in expert_ids if one in known):
        raise ExpertConflicted(pointer="/expert_ids")
    sitting = {each.account_id for each in present if each.dropped_at is None}
    added = [one for one in expert_ids if one not in sitting]
    dropped = [known[one] for one in sitting.difference(expert_ids)]
    late = {each.account_id for each in purchase.reviewers if each.seat is Seat.WAITING}
    replaceable = all(each.conflicted or each.account_id in late for each in dropped)
    if begun and (len(added) > len(dropped) or not replaceable):
        raise ReviewBegun(pointer="/expert_ids")
    waited = tasks_of(purchase)
    for each in dropped:
        each.dropped_at = at
        purchase.reviewers = [one for one in purchase.reviewers if one.account_id != each.account_id]
    for one in added:
        if one in known:
            known[one].dropped_at = None
    purchase.reviewers += [Reviewer(account_id=one, seat=Seat.WAITING) for one in added]
    new = [_seated(purchase, one) for one in added if one not in known]
    return new, [PanelAppointed(**said(purchase), expert_ids=list(expert_ids)), *moved(waited, purchase)]


def _has_done(purchase: Purchase, account_id: UUID, seat: Seat) -> None:
    """Nothing of this review waits for an expert any more."""
    for each in purchase.reviewers:
        if each.account_id == account_id:
            each.seat = seat


def _seated(purchase: Purchase, account_id: UUID) -> Panelist:
    place = {"area_id": purchase.area_id, "scope_key": purchase.scope_key}
    return Panelist(id=new_id(), purchase_id=purchase.id, account_id=account_id, dropped_at=None, **place)


def declare(
    panelist: Panelist, purchase: Purchase, *, conflicted: bool, statement: str, at: datetime
) -> list[ExpertDeclared | TaskOpened | TaskClosed]:
    """利益冲突声明, once the bidders are known; who has a stake stands back (政府采购法实施条例 art. 9)."""
    require_review(purchase)
    if panelist.declared_at is not None:
        raise AlreadyDeclared
    waited = tasks_of(purchase)
    panelist.declared_at, panelist.conflicted, panelist.statement = at, conflicted, statement
    if conflicted:
        _has_done(purchase, panelist.account_id, Seat.CONFLICTED)
    here = {"area_id": purchase.area_id, "scope_key": purchase.scope_key}
    return [ExpertDeclared(purchase_id=purchase.id, conflicted=conflicted, **here), *moved(waited, purchase)]


def require_free(panelist: Panelist | None, bidders: set[UUID], works_for: set[UUID]) -> None:
    """Nobody scores who has not declared, has a stake, or holds a role in an organisation that has bid."""
    if panelist is None:
        raise NotOnPanel
    if panelist.conflicted or bidders & works_for:
        raise ExpertConflicted
    if panelist.declared_at is None:
        raise NotDeclared


def score(
    score: Score, purchase: Purchase, bid: Bid, *, points: dict[str, int], comment: str, last: bool, at: datetime
) -> list[BidScored | TaskOpened | TaskClosed]:
    """评分, again until the review is concluded; price is computed and never scored.

    With the `last` of the valid bids nothing waits for the expert any more.
    """
    require_review(purchase)
    if bid.state is not BidState.OPENED:
        raise NotUnderReview(state=bid.state)
    quality = {each["code"]: each["points"] for each in purchase.criteria if each["kind"] == CriterionKind.QUALITY}
    errors = [
        FieldError(pointer=f"/points/{code}", title=PointsUnsound.title())
        for code in {*quality, *points}
        if code not in quality or not 0 <= points.get(code, -1) <= quality[code]
    ]
    if errors:
        raise PointsUnsound(errors=sorted(errors, key=lambda error: error.pointer))
    waited = tasks_of(purchase)
    score.points, score.comment, score.scored_at = points, comment, at
    if last:
        _has_done(purchase, score.account_id, Seat.SCORED)
    here = {"area_id": purchase.area_id, "scope_key": purchase.scope_key}
    return [BidScored(bid_id=bid.id, purchase_id=purchase.id, **here), *moved(waited, purchase)]


def conclude(
    purchase: Purchase, panel: Sequence[Panelist], bids: Sequence[Bid], scores: Sequence[Score], *, at: datetime
) -> Bid:
    """结束评审: the best bid, once every member is free and has scored every bid."""
    valid, given = complete(purchase, panel, bids, scores, at=at)
    rank(valid, purchase.criteria, given)
    return min(valid, key=lambda bid: bid.rank or 0)


def complete(
    purchase: Purchase, panel: Sequence[Panelist], bids: Sequence[Bid], scores: Sequence[Score], *, at: datetime
) -> tuple[list[Bid], dict[UUID, list[dict[str, Any]]]]:
    """The valid bids with what was given for each, or why the review cannot be concluded.

    Bids may have been excluded since the opening: with too few left the purchase fails (政府采购法 art. 36).
    """
    require_review(purchase)
    rule = method_of(purchase, at)
    valid = [bid for bid in bids if bid.state is BidState.OPENED]
    if len(valid) < rule.least_bids:
        raise TooFewBids(valid=len(valid), least=rule.least_bids)
    panel = [each for each in panel if each.dropped_at is None]
    members = {each.account_id for each in panel if each.conflicted is False}
    given: dict[UUID, list[dict[str, Any]]] = {bid.id: [] for bid in valid}
    for each in scores:
        if each.account_id in members and each.bid_id in given:
            given[each.bid_id].append(each.points)
    waiting = sum(len(members) - len(points) for points in given.values()) if _has_quality(purchase) else 0
    if len(members) < max(rule.panel, len(panel)) or waiting:
        raise ReviewIncomplete(members=len(members), least=rule.panel, scores_waiting=waiting)
    return valid, given


def require_review(purchase: Purchase) -> None:
    """After the opening and before the result is announced."""
    if purchase.state is not State.OPENED:
        raise NotUnderReview(state=purchase.state)


def _has_quality(purchase: Purchase) -> bool:
    return any(each["kind"] == CriterionKind.QUALITY for each in purchase.criteria)
