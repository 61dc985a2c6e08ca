"""What is kept of the facts about deliberations: held, concluded, and fed back to whoever it concerns."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.model import DeliberationCopy, union
from chassis import clock
from chassis.follow import Event, Follower, Heard


class DeliberationHeld(Heard):
    """What is needed of a meeting."""

    deliberation_id: UUID
    need_ids: list[UUID]


class DeliberationConcluded(Heard):
    """What is needed of its conclusion: how many items somebody answers for."""

    deliberation_id: UUID
    items: int


class ItemDone(Heard):
    """What is needed of one item's feedback: how many still wait."""

    deliberation_id: UUID
    remaining: int


async def deliberation_held(tx: AsyncSession, heard: DeliberationHeld, event: Event) -> None:
    """It counts from the day it was held."""
    copy = DeliberationCopy(id=heard.deliberation_id, area_id=event.area_id, scope_key=event.scope_key, seq=event.seq)
    copy.need_ids, copy.held_on = union((), heard.need_ids), clock.day(event.time)
    tx.add(copy)


async def deliberation_concluded(tx: AsyncSession, heard: DeliberationConcluded, event: Event) -> None:
    """Where nothing is left to be done, the published conclusion is the feedback."""
    copy = await tx.get_one(DeliberationCopy, heard.deliberation_id)
    copy.concluded_on, copy.seq = clock.day(event.time), event.seq
    if heard.items == 0:
        copy.closed_on = copy.concluded_on


async def item_done(tx: AsyncSession, heard: ItemDone, event: Event) -> None:
    """With the last item it is closed."""
    copy = await tx.get_one(DeliberationCopy, heard.deliberation_id)
    copy.seq = event.seq
    if heard.remaining == 0 and copy.closed_on is None:
        copy.closed_on = clock.day(event.time)


def follow_deliberations(projections: Follower) -> None:
    """Makes the service keep these copies."""
    projections.on("projects.deliberation.held.v1", DeliberationHeld)(deliberation_held)
    projections.on("projects.deliberation.concluded.v1", DeliberationConcluded)(deliberation_concluded)
    projections.on("projects.deliberation.item_done.v1", ItemDone)(item_done)
