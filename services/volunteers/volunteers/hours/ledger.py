"""What a rule about somebody's hours must know: all of the person's entries, while nobody else adds to them.

And the one way in which a presence becomes hours, whether somebody checked out or forgot to.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock, facts
from chassis.access import Access
from chassis.database import beyond_scope
from chassis.facts import Fact
from chassis.problems import Problem
from volunteers.attendance.model import Attendance
from volunteers.hours.model import WAITING, Hours, Source, State
from volunteers.hours.proposal import Known, NothingServed, Span, propose_attended, served, uncount
from volunteers.hours.watch import is_watched
from volunteers.opportunity.model import heard_of
from volunteers.signup.model import Signup
from volunteers.volunteer.model import Volunteer, persons_of


async def propose(tx: AsyncSession, attendance: Attendance, *, by: str, at: datetime) -> None:
    """Who has served nothing waits for nothing; what else cannot be counted is shown with the reason, and told."""
    try:
        span = served(attendance, at)
    except NothingServed:
        return
    everything = await known(tx, attendance.signup, span)
    try:
        hours, told = propose_attended(attendance, span, everything, by=by, at=at)
    except Problem as refusal:
        await facts.tell(tx, uncount(attendance, refusal), by=by)
        return
    tx.add(hours)
    await tell(tx, told, by=by)


async def tell(tx: AsyncSession, told: Iterable[Fact], *, by: Access | str) -> None:
    """The fact about an entry, and the to-do that it opens or closes."""
    for fact in told:
        await facts.tell(tx, fact, by=by)


async def known(tx: AsyncSession, signup: Signup, span: Span, *, by: Access | None = None) -> Known:
    """Holds the person, then looks: everywhere, whatever the scope; `by` is who enters something by hand."""
    async with beyond_scope(tx):
        await _hold(tx, signup.person_id)
        return Known(
            others=await _between(tx, signup.person_id, span),
            lead=await _lead_of(tx, signup.activity_id),
            this_month=await _manual_minutes(tx, signup.person_id, span.starts_at),
            watched=by is not None and await is_watched(tx, by, clock.day(tx.info["at"])),
        )


async def _hold(tx: AsyncSession, person_id: UUID) -> None:
    """Holds the person's registrations until the transaction ends, so that no two entries overlap."""
    query = select(Volunteer.id).where(Volunteer.person_id.in_(persons_of(person_id))).order_by(Volunteer.id)
    await tx.execute(query.with_for_update())


async def _between(tx: AsyncSession, person_id: UUID, span: Span) -> list[Hours]:
    """The person's entries that touch a span."""
    query = select(Hours).where(
        Hours.person_id.in_(persons_of(person_id)), Hours.ends_at > span.starts_at, Hours.starts_at < span.ends_at
    )
    return list(await tx.scalars(query))


async def _manual_minutes(tx: AsyncSession, person_id: UUID, at: datetime) -> int:
    """The minutes entered by hand for a person in the calendar month of an instant."""
    month = func.date_trunc("month", func.timezone(str(clock.CITY), Hours.starts_at))
    asked = func.date_trunc("month", func.timezone(str(clock.CITY), at))
    standing = Hours.state.in_([*WAITING, State.CONFIRMED])
    query = select(func.coalesce(func.sum(Hours.minutes), 0)).where(
        Hours.person_id.in_(persons_of(person_id)), Hours.source == Source.MANUAL, standing, month == asked
    )
    return int(await tx.scalar(query) or 0)


async def _lead_of(tx: AsyncSession, activity_id: UUID) -> UUID | None:
    """The person of the social worker who leads the activity; while the copies are made anew nobody can say."""
    return (await heard_of(tx, activity_id)).lead_person_id
