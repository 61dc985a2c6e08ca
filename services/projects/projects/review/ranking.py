"""What the points of a review come to, in hundredths of a point, and which bid they put first."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any
from uuid import UUID

from projects.bid.model import Bid
from projects.purchase.model import CriterionKind

HUNDREDTHS = 100


def price_points(amount_fen: int, lowest_fen: int, points: int) -> int:
    """价格分, 低价优先法 (财政部令第87号 art. 55): the lowest amount has all points, others their share of it."""
    return _rounded(Fraction(lowest_fen * points * HUNDREDTHS, amount_fen))


def quality_points(given: Sequence[Mapping[str, int]]) -> int:
    """质量分: the mean over the experts of what each gave in all."""
    total = sum(sum(points.values()) for points in given)
    return _rounded(Fraction(total * HUNDREDTHS, len(given)))


def rank(
    bids: Sequence[Bid], criteria: Sequence[Mapping[str, Any]], given: Mapping[UUID, list[dict[str, int]]]
) -> None:
    """Writes points and rank onto the bids; equal points go to the lower price, then quality, then the earlier bid."""
    of_price = next(int(each["points"]) for each in criteria if each["kind"] == CriterionKind.PRICE)
    lowest = min(_amount(bid) for bid in bids)
    has_quality = any(each["kind"] == CriterionKind.QUALITY for each in criteria)
    for bid in bids:
        bid.price_points = price_points(_amount(bid), lowest, of_price)
        bid.quality_points = quality_points(given[bid.id]) if has_quality else 0
    for place, bid in enumerate(sorted(bids, key=_order), start=1):
        bid.rank = place


def _order(bid: Bid) -> tuple[Any, ...]:
    price, quality = bid.price_points or 0, bid.quality_points or 0
    return -(price + quality), _amount(bid), -quality, bid.submitted_at, bid.id


def _amount(bid: Bid) -> int:
    assert bid.amount_fen is not None  # noqa: S101 - only opened bids are ranked
    return bid.amount_fen


def _rounded(exact: Fraction) -> int:
    """Half up, as invoices are."""
    return int(exact + Fraction(1, 2))
