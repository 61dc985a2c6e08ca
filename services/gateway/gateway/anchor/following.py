"""Keeping the heads of the ledger: each is written once."""

from datetime import date

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.follow import Event, Follower, Heard
from gateway.anchor.model import LedgerAnchor


class PageHeard(Heard):
    """账页已封存."""

    page: int
    last: int
    head: str
    day: date


async def keep(tx: AsyncSession, heard: PageHeard, _event: Event) -> None:
    """A page that is told again, with whatever head, changes nothing here."""
    await tx.execute(insert(LedgerAnchor).values(**heard.model_dump()).on_conflict_do_nothing())


def follow_ledger(projections: Follower) -> None:
    """Makes the gateway keep them."""
    projections.on("volunteers.ledger.sealed.v1", PageHeard)(keep)
