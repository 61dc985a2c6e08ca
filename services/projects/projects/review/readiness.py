"""Which reviews can be concluded now, so that a result is offered to be announced only where it would be."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.database import beyond_scope
from chassis.problems import Problem
from projects.bid.model import Bid
from projects.purchase.model import Purchase, State
from projects.review.model import Panelist, Score
from projects.review.rules import complete


async def concludable(tx: AsyncSession, purchases: Iterable[Purchase], at: datetime) -> set[UUID]:
    """Those under review whose panels have scored every valid bid."""
    opened = [each for each in purchases if each.state is State.OPENED]
    ids = [each.id for each in opened]
    if not ids:
        return set()
    async with beyond_scope(tx):
        panels = (await tx.scalars(select(Panelist).where(Panelist.purchase_id.in_(ids)))).all()
        bids = (await tx.scalars(select(Bid).where(Bid.purchase_id.in_(ids), Bid.amount_fen.is_not(None)))).all()
        scores = (await tx.scalars(select(Score).where(Score.purchase_id.in_(ids)))).all()
    ready = set()
    for purchase in opened:
        panel = [each for each in panels if each.purchase_id == purchase.id]
        offered = [each for each in bids if each.purchase_id == purchase.id]
        try:
            complete(purchase, panel, offered, [each for each in scores if each.purchase_id == purchase.id], at=at)
        except Problem:
            continue
        ready.add(purchase.id)
    return ready
