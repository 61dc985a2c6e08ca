"""The waiting list: a place that comes free goes to the lowest number, in the transaction that freed it."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access
from chassis.follow import Event
from volunteers.opportunity.model import Places
from volunteers.opportunity.model import State as Opening
from volunteers.signup import rules
from volunteers.signup.dated import PromotionRule
from volunteers.signup.model import Because, Signup, State

TELLS_WHEN_MADE = 7  # the version of UUIDs that begin with the milliseconds of the wall clock, as the ids of facts do


async def locked_places(tx: AsyncSession, opportunity_id: UUID) -> Places:
    """The ledger of an opportunity, held until the transaction ends: whatever changes a sign-up holds it first."""
    query = select(Places).where(Places.opportunity_id == opportunity_id)
    return (await tx.scalars(query.with_for_update())).one()


def heard_at(event: Event) -> datetime:
    """The moment on a fact's own clock at which it is heard: as long after its time as since it was told.

    Whoever moves up because of it has from then on to answer, however long nobody was there to hear it.
    """
    if event.id.version != TELLS_WHEN_MADE:
        return event.time
    told_at = datetime.fromtimestamp((event.id.int >> 80) / 1000, UTC)
    return event.time + max(clock.wall() - told_at, timedelta())


async def cancel(
    tx: AsyncSession,
    signup: Signup,
    places: Places,
    *,
    because: Because,
    by: Access | str,
    at: datetime,
    known_at: datetime | None = None,
) -> None:
    """Cancels a sign-up and lets the next one move up; `known_at` where they hear of it later than it happened."""
    await facts.tell(tx, rules.cancel(signup, places, because=because, at=at), by=by)
    await promote(tx, places, by=by, at=known_at or at)


async def promote(tx: AsyncSession, places: Places, *, by: Access | str, at: datetime) -> None:
    """Moves up as many as there are free places, lowest number first; nobody once the activity has begun."""
    if places.state is not Opening.OPEN or not places.free:
        return
    here = (Signup.opportunity_id == places.opportunity_id, Signup.state == State.WAITING, Signup.starts_at > at)
    waiting, rule = select(Signup).where(*here), PromotionRule.on(clock.day(at))
    for signup in (await tx.scalars(waiting.order_by(Signup.waiting_number).limit(places.free))).all():
        await facts.tell(tx, rules.promote(signup, places, at=at, rule=rule), by=by)
