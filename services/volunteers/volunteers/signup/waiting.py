"""The waiting list: a place that comes free goes to the lowest number, in the transaction that freed it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access
from volunteers.opportunity.model import Places
from volunteers.opportunity.model import State as Opening
from volunteers.signup import rules
from volunteers.signup.dated import PromotionRule
from volunteers.signup.model import Because, Signup, State


async def locked_places(tx: AsyncSession, opportunity_id: UUID) -> Places:
    """The ledger of an opportunity, held until the transaction ends: whatever changes a sign-up holds it first."""
    query = select(Places).where(Places.opportunity_id == opportunity_id)
    return (await tx.scalars(query.with_for_update())).one()


async def cancel(
    tx: AsyncSession, signup: Signup, places: Places, *, because: Because, by: Access | str, at: datetime
) -> None:
    """Cancels a sign-up and lets the next one move up."""
    await facts.tell(tx, rules.cancel(signup, places, because=because, at=at), by=by)
    await promote(tx, places, by=by, at=at)


async def promote(tx: AsyncSession, places: Places, *, by: Access | str, at: datetime) -> None:
    """Moves up as many as there are free places, lowest number first; nobody once the activity has begun."""
    if places.state is not Opening.OPEN or not places.free:
        return
    here = (Signup.opportunity_id == places.opportunity_id, Signup.state == State.WAITING, Signup.starts_at > at)
    waiting, rule = select(Signup).where(*here), PromotionRule.on(clock.day(at))
    for signup in (await tx.scalars(waiting.order_by(Signup.waiting_number).limit(places.free))).all():
        await facts.tell(tx, rules.promote(signup, places, at=at, rule=rule), by=by)
