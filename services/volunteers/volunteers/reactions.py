"""What a fact makes this service do: open, cut and close places, cancel sign-ups, propose hours; never replayed.

It hears itself too: a later stage may not be called by an earlier one, so check-out tells and hours listen.
"""

from datetime import datetime
from uuid import UUID

import structlog
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from chassis import facts
from chassis.follow import Event, Follower, Heard
from chassis.problems import Problem
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
from volunteers.attendance.rules import forget
from volunteers.hours import ledger
from volunteers.hours.proposal import propose_attended, served
from volunteers.opportunity import rules
from volunteers.opportunity.model import Places, opportunity_id
from volunteers.projections import ActivityHeard
from volunteers.signup import waiting
from volunteers.signup.model import UNDECIDED, Because, Signup

log = structlog.get_logger()

reactions = Follower("reactions", replayable=False)


class VolunteerHeard(Heard):
    """This service's own fact that somebody withdrew."""

    volunteer_id: UUID


async def _ledgers(tx: AsyncSession, activity_id: UUID) -> dict[UUID, Places]:
    """The activity's ledgers, held in the order in which everybody takes them."""
    query = select(Places).where(Places.activity_id == activity_id).order_by(Places.opportunity_id)
    return {each.opportunity_id: each for each in await tx.scalars(query.with_for_update())}


async def _show(tx: AsyncSession, heard: ActivityHeard) -> None:
    """Title, place and time on the sign-ups, as last published."""
    when = {"starts_at": heard.starts_at, "ends_at": heard.ends_at}
    shown = {"title": heard.title, "place_name": heard.place.name, **when}
    await tx.execute(update(Signup).where(Signup.activity_id == heard.activity_id).values(shown))


@reactions.on("projects.activity.published.v1", ActivityHeard)
async def set_places(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Opens or adjusts the places, and tells those who signed up of a new title, place or time."""
    wanted = {opportunity_id(heard.activity_id, each.role): each.count for each in heard.wanted}
    ledgers = await _ledgers(tx, heard.activity_id)
    for opportunity in sorted(wanted.keys() - ledgers.keys()):
        ledgers[opportunity] = Places(
            opportunity_id=opportunity, activity_id=heard.activity_id, wanted=0, capacity=0, taken=0, waiting_numbers=0
        )
        tx.add(ledgers[opportunity])
    await _show(tx, heard)
    for opportunity, places in ledgers.items():
        overfull = rules.want(
            places,
            wanted.get(opportunity, 0),
            project_id=heard.project_id,
            area_id=event.area_id,
            scope_key=event.scope_key,
        )
        if overfull is not None:
            await facts.tell(tx, overfull, by=event.actor)
        await waiting.promote(tx, places, by=event.actor)


@reactions.on("projects.activity.cancelled.v1", ActivityHeard)
async def cancel_signups(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Closes the places and cancels every sign-up."""
    ledgers = await _ledgers(tx, heard.activity_id)
    for places in ledgers.values():
        rules.cancel(places)
    query = select(Signup).where(Signup.activity_id == heard.activity_id, Signup.state.in_(UNDECIDED))
    for signup in (await tx.scalars(query.order_by(Signup.id))).all():
        places = ledgers[signup.opportunity_id]
        await waiting.cancel(tx, signup, places, because=Because.ACTIVITY_CANCELLED, by=event.actor, at=event.time)


@reactions.on("volunteers.volunteer.withdrawn.v1", VolunteerHeard)
async def give_places_back(tx: AsyncSession, heard: VolunteerHeard, event: Event) -> None:
    """Cancels what somebody who left had signed up for."""
    mine = (Signup.volunteer_id == heard.volunteer_id, Signup.state.in_(UNDECIDED))
    ids = select(Signup.opportunity_id).where(*mine).order_by(Signup.opportunity_id)
    for opportunity in (await tx.scalars(ids)).all():
        places = await waiting.locked_places(tx, opportunity)
        signup = await tx.scalar(select(Signup).where(*mine, Signup.opportunity_id == opportunity))
        if signup is not None:
            await waiting.cancel(tx, signup, places, because=Because.WITHDRAWN, by=event.actor, at=event.time)


class AttendanceHeard(Heard):
    """This service's own fact that somebody checked in or out."""

    attendance_id: UUID
    checked_out_at: datetime | None


@reactions.on("volunteers.attendance.recorded.v1", AttendanceHeard)
async def propose_hours(tx: AsyncSession, heard: AttendanceHeard, event: Event) -> None:
    """Proposes the hours of somebody who checked out."""
    if heard.checked_out_at is not None:
        query = select(Attendance).where(Attendance.id == heard.attendance_id).options(joinedload(Attendance.signup))
        await _propose(tx, (await tx.scalars(query)).one(), event)


@reactions.on("projects.activity.held.v1", ActivityHeard)
async def end_activity(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Closes the places; who forgot to check out is proposed up to the planned end, and marked."""
    for places in (await _ledgers(tx, heard.activity_id)).values():
        rules.hold(places)
    still_in = (Attendance.activity_id == heard.activity_id, Attendance.state == Presence.CHECKED_IN)
    query = select(Attendance).where(*still_in).order_by(Attendance.id).options(joinedload(Attendance.signup))
    for attendance in (await tx.scalars(query)).all():
        forget(attendance)
        await _propose(tx, attendance, event)


async def _propose(tx: AsyncSession, attendance: Attendance, event: Event) -> None:
    """What cannot be counted is not proposed: the attendance stays, and the log says why."""
    try:
        span = served(attendance, event.time)
        known = await ledger.known(tx, attendance.signup, span)
        hours, fact = propose_attended(attendance, span, known, by=event.actor, at=event.time)
    except Problem as refusal:
        log.info("no hours proposed", attendance=str(attendance.id), problem=refusal.type())
        return
    tx.add(hours)
    await facts.tell(tx, fact, by=event.actor)
