"""What is kept of the facts about needs: raised, taken up by a project, released again, merged or declined."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.indicator.months import month
from assessment.reading.counting import count
from assessment.reading.model import Counted, NeedCopy
from chassis import clock
from chassis.follow import Event, Follower, Heard


class NeedRaised(Heard):
    """What is needed of a need when it is raised."""

    need_id: UUID


class NeedMoved(Heard):
    """What is needed of a need's later facts."""

    need_id: UUID
    project_id: UUID | None = None
    into_id: UUID | None = None


async def need_raised(tx: AsyncSession, heard: NeedRaised, event: Event) -> None:
    """A need counts from the day it was raised."""
    copy = NeedCopy(id=heard.need_id, area_id=event.area_id, scope_key=event.scope_key, seq=event.seq)
    copy.raised_on = clock.day(event.time)
    tx.add(copy)
    await count(tx, Counted.NEEDS, copy, month(copy.raised_on), 1)


async def need_planned(tx: AsyncSession, heard: NeedMoved, event: Event) -> None:
    """A project has taken the need up: it is answered."""
    copy = await tx.get_one(NeedCopy, heard.need_id)
    copy.project_id, copy.seq = heard.project_id, event.seq
    if copy.answered_on is None:
        copy.answered_on = clock.day(event.time)
        await count(tx, Counted.NEEDS_ANSWERED, copy, month(copy.answered_on), 1)


async def need_pooled(tx: AsyncSession, heard: NeedMoved, event: Event) -> None:
    """Accepted, or back in the pool from a project that did not meet it: it waits for an answer."""
    copy = await tx.get_one(NeedCopy, heard.need_id)
    await _unanswer(tx, copy)
    copy.seq = event.seq


async def need_left(tx: AsyncSession, heard: NeedMoved, event: Event) -> None:
    """Merged into another or declined: it is counted no longer, as if it had never been raised apart."""
    copy = await tx.get_one(NeedCopy, heard.need_id)
    if copy.left_on is None:
        copy.left_on, copy.into_id = clock.day(event.time), heard.into_id
        await _unanswer(tx, copy)
        await count(tx, Counted.NEEDS, copy, month(copy.raised_on), -1)
    copy.seq = event.seq


async def _unanswer(tx: AsyncSession, copy: NeedCopy) -> None:
    if copy.answered_on is not None:
        await count(tx, Counted.NEEDS_ANSWERED, copy, month(copy.answered_on), -1)
    copy.answered_on, copy.project_id = None, None


def follow_needs(projections: Follower) -> None:
    """Makes the service keep these copies."""
    projections.on("projects.need.raised.v1", NeedRaised)(need_raised)
    for verb in ("planned", "met"):
        projections.on(f"projects.need.{verb}.v1", NeedMoved)(need_planned)
    projections.on("projects.need.pooled.v1", NeedMoved)(need_pooled)
    for verb in ("merged", "declined"):
        projections.on(f"projects.need.{verb}.v1", NeedMoved)(need_left)
