"""Which reviews can be concluded and which results confirmed now: an act is offered where it would not be refused."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.database import beyond_scope
from chassis.problems import Problem
from procedures.notice.model import Notice
from procedures.notice.rules import require_passed
from projects.bid.model import Bid
from projects.purchase.model import Purchase, State
from projects.review.model import Panelist, Score
from projects.review.rules import complete


async def ready(tx: AsyncSession, purchases: Sequence[Purchase], at: datetime) -> set[UUID]:
    """Those under review whose panels have scored every valid bid, and those whose notice has passed."""
    return await _concludable(tx, purchases, at) | await _awardable(tx, purchases, at)


async def _awardable(tx: AsyncSession, purchases: Iterable[Purchase], at: datetime) -> set[UUID]:
    of_notice = {each.notice_id: each.id for each in purchases if each.state is State.PROPOSED}
    if not of_notice:
        return set()
    async with beyond_scope(tx):
        notices = (await tx.scalars(select(Notice).where(Notice.id.in_(of_notice)))).all()
    return {of_notice[each.id] for each in notices if _has_passed(each, at)}


def _has_passed(notice: Notice, at: datetime) -> bool:
    try:
        require_passed(notice, at=at)
    except Problem:
        return False
    return True


async def _concludable(tx: AsyncSession, purchases: Iterable[Purchase], at: datetime) -> set[UUID]:
    opened = [each for each in purchases if each.state is State.OPENED]
    ids = [each.id for each in opened]
    if not ids:
        return set()
    async with beyond_scope(tx):
        panels = (await tx.scalars(select(Panelist).where(Panelist.purchase_id.in_(ids)))).all()
        bids = (await tx.scalars(select(Bid).where(Bid.purchase_id.in_(ids), Bid.amount_fen.is_not(None)))).all()
        scores = (await tx.scalars(select(Score).where(Score.purchase_id.in_(ids)))).all()
    found = set()
    for purchase in opened:
        panel = [each for each in panels if each.purchase_id == purchase.id]
        offered = [each for each in bids if each.purchase_id == purchase.id]
        try:
            complete(purchase, panel, offered, [each for each in scores if each.purchase_id == purchase.id], at=at)
        except Problem:
            continue
        found.add(purchase.id)
    return found
