"""The kept heads, for whoever verifies the ledger."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from sqlalchemy import select

from chassis.feed import neighbour
from chassis.problems import Forbidden, problems
from chassis.transaction import TransactionRoute, Tx
from gateway.anchor.model import LedgerAnchor

router = APIRouter(tags=["账本存证 anchor"], route_class=TransactionRoute)
MOST = 5000


class Anchor(BaseModel):
    """一页的存证."""

    page: int
    last: int
    head: str


class Anchors(BaseModel):
    """存证, by page."""

    items: list[Anchor]


@router.get("/ledger-anchors", responses=problems(Forbidden))
async def anchors(
    tx: Tx, _who: Annotated[str, Depends(neighbour)], after: Annotated[int, Query(ge=0, le=2**62)] = 0
) -> Anchors:
    """The heads after a page, as they were first heard."""
    query = select(LedgerAnchor).where(LedgerAnchor.page > after).order_by(LedgerAnchor.page).limit(MOST)
    kept = (await tx.scalars(query)).all()
    return Anchors(items=[Anchor(page=each.page, last=each.last, head=each.head) for each in kept])
