"""What heard facts make the assessment service do: open a survey, take in the plan's targets; never replayed."""

import asyncio
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.projections import projections
from assessment.survey.drawing import ask_about
from assessment.target.initial import initial
from assessment.target.model import Target
from assessment.target.rules import announced
from chassis import facts
from chassis.follow import Event, Follower, Heard
from chassis.tables import Cursor

reactions = Follower("reactions", replayable=False)

LOOKS, PAUSE = 40, 0.05  # how often and how long to wait for the copies, in seconds


class CopiesBehind(Exception):
    """The copies have not yet come as far as this fact; the follower tries again."""


async def copies_reach(tx: AsyncSession, event: Event) -> None:
    """Waits until the projections have taken in this fact: a reaction decides on copies that know it."""
    query = select(Cursor.seq).where(Cursor.follower == projections.name, Cursor.source == event.source)
    for _ in range(LOOKS):
        if (await tx.scalar(query) or 0) >= event.seq:
            return
        await asyncio.sleep(PAUSE)
    raise CopiesBehind(f"{event.source} {event.seq}")


class ActivityHeard(Heard):
    """Which activity was held, or who took part in which."""

    activity_id: UUID


@reactions.on("projects.activity.held.v1", ActivityHeard)
async def activity_held(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """An activity was held: those who took part are asked."""
    await copies_reach(tx, event)
    await ask_about(tx, heard.activity_id, event.time)


@reactions.on("projects.participation.recorded.v1", ActivityHeard)
async def participation_recorded(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Who took part was recorded after the activity was marked as held: they may be asked too."""
    await copies_reach(tx, event)
    await ask_about(tx, heard.activity_id, event.time)


class AreaLoaded(Heard):
    """Whether the area is the city."""

    level: str


@reactions.on("registry.area.loaded.v1", AreaLoaded)
async def area_loaded(tx: AsyncSession, heard: AreaLoaded, event: Event) -> None:
    """The city is there: the targets that the plan sets for it are taken in."""
    if heard.level != "city":
        return
    for target in initial(event.area_id, event.time):
        if await tx.get(Target, target.id) is None:
            tx.add(target)
            await facts.tell(tx, announced(target, event.scope_key), by="assessment")
