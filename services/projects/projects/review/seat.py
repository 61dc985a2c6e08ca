"""A caller's own seat on the panel of a purchase, wherever the purchase lies."""

from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, reach, visible
from chassis.database import beyond_scope
from procedures.attachment.model import Attachment
from projects.bid.model import Bid
from projects.permissions import Permission
from projects.review.model import Panelist


async def own_seat(tx: AsyncSession, purchase_id: UUID, by: Access, *, lock: bool = False) -> Panelist | None:
    """Where the caller sits on the panel now, if anywhere."""
    mine = (Panelist.purchase_id == purchase_id, Panelist.account_id == by.account_id, Panelist.dropped_at.is_(None))
    query = select(Panelist).where(*mine)
    async with beyond_scope(tx):
        found: Panelist | None = await tx.scalar(query.with_for_update() if lock else query)
    return found


async def undeclared(tx: AsyncSession, by: Access) -> set[UUID]:
    """The purchases on whose panels the caller sits and has not declared yet."""
    waiting = (Panelist.account_id == by.account_id, Panelist.dropped_at.is_(None), Panelist.declared_at.is_(None))
    async with beyond_scope(tx):
        return set(await tx.scalars(select(Panelist.purchase_id).where(*waiting)))


async def is_free_member(tx: AsyncSession, purchase_id: UUID, by: Access) -> bool:
    """Whether the caller sits on the panel and has declared to have no stake in a bidder."""
    seat = await own_seat(tx, purchase_id, by)
    return seat is not None and seat.conflicted is False


def reads_bid_files(by: Access) -> ColumnElement[bool]:
    """The files of bids, once they are opened: of who runs the purchase, and of its panel's free members."""
    seated = select(Panelist.purchase_id).where(
        Panelist.account_id == by.account_id, Panelist.dropped_at.is_(None), Panelist.conflicted.is_(False)
    )
    reviewed = Attachment.subject_id.in_(select(Bid.id).where(Bid.purchase_id.in_(seated)))
    running = reach(by.principal, Permission.PURCHASE_RUN, by.roles)
    return or_(reviewed, visible(Attachment, running)) if running else reviewed
