"""What heard facts make the assessment service do: open a survey, take in the plan's targets; never replayed."""

import asyncio
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.projections import projections
from assessment.reading.anew import being_made_anew
from assessment.survey.drawing import Stage, ask_about, ask_about_stage
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
    """Waits until the projections have taken in this fact: a reaction decides on whole copies that know it.

    While they are made anew, those of another feed may not be there yet: whoever worked there would be asked about it.
    """
    query = select(Cursor.seq).where(Cursor.follower == projections.name, Cursor.source == event.source)
    for _ in range(LOOKS):
        if (await tx.scalar(query) or 0) >= event.seq and not await being_made_anew(tx):
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


class AcceptanceRequested(Heard):
    """Which stage of which contract is to be accepted, and the activities that were held in it."""

    acceptance_id: UUID
    contract_id: UUID
    organisation_id: UUID
    stage_no: int
    project_id: UUID
    need_ids: list[UUID]
    activity_ids: list[UUID]
    title: str


@reactions.on("projects.acceptance.requested.v1", AcceptanceRequested)
async def acceptance_requested(tx: AsyncSession, heard: AcceptanceRequested, event: Event) -> None:
    """A stage is to be accepted: those who took part in its activities are asked, once."""
    await copies_reach(tx, event)
    stage = Stage(
        acceptance_id=heard.acceptance_id,
        contract_id=heard.contract_id,
        provider_id=heard.organisation_id,
        stage_no=heard.stage_no,
        project_id=heard.project_id,
        need_ids=heard.need_ids,
        activity_ids=heard.activity_ids,
        title=heard.title,
        area_id=event.area_id,
        scope_key=event.scope_key,
    )
    await ask_about_stage(tx, stage, event.time)


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
