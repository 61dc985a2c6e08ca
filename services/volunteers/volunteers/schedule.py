"""What happens because time has passed: forgotten check-outs, unanswered promotions, who never came, old lists."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import contains_eager

from chassis import facts
from chassis.database import Sessions, system_transaction
from chassis.schedule import Turn
from procedures.bulk import keeping
from volunteers.absence.rules import miss
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
from volunteers.attendance.rules import closes_at, forget
from volunteers.hours import ledger
from volunteers.hours.model import WAITING, Hours
from volunteers.hours.model import State as Confirmed
from volunteers.opportunity.model import Places, State
from volunteers.sampling.drawing import draw_samples
from volunteers.signup import waiting
from volunteers.signup.model import Because, Signup
from volunteers.signup.model import State as Standing

BATCH = 200
ITSELF = "volunteers"  # who proposes: nobody did anything, so anybody but the volunteer may confirm


def _still_in() -> Select[Attendance]:
    """Who checked in and not out, where the activity has been marked as held.

    Until then the lead may still move its times or call it off.
    """
    query = select(Attendance).join(Attendance.signup).join(Places, Places.opportunity_id == Attendance.opportunity_id)
    return query.where(Attendance.state == Presence.CHECKED_IN, Places.state == State.HELD)


async def forgotten(sessions: Sessions, now: datetime) -> int:
    """Closes the presences whose time to check out is over; returns how many."""
    due = _still_in().where(Signup.ends_at <= now).order_by(Signup.ends_at).limit(BATCH)
    async with system_transaction(sessions, at=now) as tx:
        found = (await tx.scalars(due.options(contains_eager(Attendance.signup)))).all()
    over = [(each.id, closes_at(each.signup)) for each in found if closes_at(each.signup) < now]
    for attendance_id, at in over:
        await _forget(sessions, attendance_id, at)
    return len(over)


async def _forget(sessions: Sessions, attendance_id: UUID, at: datetime) -> None:
    """One presence a transaction, which holds one person; its business time is the one at which it became due."""
    query = _still_in().where(Attendance.id == attendance_id).options(contains_eager(Attendance.signup))
    held = query.with_for_update(of=[Attendance, Signup], key_share=True, skip_locked=True)
    async with system_transaction(sessions, at=at) as tx:
        attendance = await tx.scalar(held)
        if attendance is not None:
            await facts.tell(tx, forget(attendance), by=ITSELF)
            await ledger.propose(tx, attendance, by=ITSELF, at=at)


def _unanswered(now: datetime) -> Select[Signup]:
    """Who moved up shortly before the start and has not said whether they come."""
    return select(Signup).where(Signup.state == Standing.CONFIRMED, Signup.answer_by <= now)


async def lapsed(sessions: Sessions, now: datetime) -> int:
    """Cancels the promotions that nobody answered in time, so that the next in line moves up; returns how many."""
    async with system_transaction(sessions, at=now) as tx:
        found = (await tx.scalars(_unanswered(now).order_by(Signup.answer_by).limit(BATCH))).all()
    for each in found:
        await _lapse(sessions, each, now)
    return len(found)


async def _lapse(sessions: Sessions, seen: Signup, now: datetime) -> None:
    """One a transaction, the ledger first as everybody does; its business time is the end of the time to answer.

    Whoever moves up then knows of it now, and has from now on to answer.
    """
    at = seen.answer_by or now
    async with system_transaction(sessions, at=at) as tx:
        places = await waiting.locked_places(tx, seen.opportunity_id)
        signup = await tx.scalar(_unanswered(now).where(Signup.id == seen.id).with_for_update())
        if signup is not None:
            because = Because.UNANSWERED
            await waiting.cancel(tx, signup, places, because=because, by=ITSELF, at=at, known_at=now)


def _still_out() -> Select[Signup]:
    """Who had a place and never checked in, where the activity has been marked as held and nobody entered hours."""
    # By the activity too, which has an index: without it every entry of the city would be read.
    its = (Hours.activity_id == Signup.activity_id, Hours.signup_id == Signup.id)
    entered = select(Hours.id).where(*its, Hours.state.in_([*WAITING, Confirmed.CONFIRMED]))
    query = select(Signup).join(Places, Places.opportunity_id == Signup.opportunity_id)
    return query.where(Signup.state == Standing.CONFIRMED, Places.state == State.HELD, ~entered.exists())


async def absent(sessions: Sessions, now: datetime) -> int:
    """Marks those whose time to check in is over; returns how many."""
    due = _still_out().where(Signup.ends_at <= now).order_by(Signup.ends_at).limit(BATCH)
    async with system_transaction(sessions, at=now) as tx:
        over = [(each.id, closes_at(each)) for each in await tx.scalars(due) if closes_at(each) < now]
    for signup_id, at in over:
        async with system_transaction(sessions, at=at) as tx:
            held = _still_out().where(Signup.id == signup_id).with_for_update(of=Signup, skip_locked=True)
            signup = await tx.scalar(held)
            if signup is not None:
                await facts.tell(tx, miss(signup), by=ITSELF)
    return len(over)


# Whoever never came is in no hurry: that look passes over everybody whose activity nobody has marked as held.
SCHEDULE = [
    *(Turn(forgotten, every=10), Turn(lapsed, every=10), Turn(absent, every=60), Turn(draw_samples, every=60)),
    keeping.TURN,
]
