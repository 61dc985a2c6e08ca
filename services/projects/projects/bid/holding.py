"""The purchase of a bid, held before the bid itself: whoever opens or concludes it takes the two in this order too."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from functools import cache
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from chassis.access import Access, allow, visible
from chassis.problems import NotFound
from chassis.transaction import Tx
from projects.bid.model import Bid
from projects.purchase.model import Purchase, purchase_behind


@cache
def purchase_held(permission: StrEnum) -> Callable[..., Awaitable[Purchase]]:
    """Dependency: the purchase of the bid named in the path; a route names it ahead of the bid."""

    async def load(id: UUID, tx: Tx, access: Annotated[Access, Depends(allow(permission))]) -> Purchase:  # noqa: A002
        purchase_id = await tx.scalar(select(Bid.purchase_id).where(Bid.id == id, visible(Bid, access)))
        if purchase_id is None:
            raise NotFound
        return await purchase_behind(tx, purchase_id)

    return load
