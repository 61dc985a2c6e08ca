"""What is kept of the volunteers service's facts: volunteers, places held and the ledger of hours."""

from collections import Counter
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from assessment.indicator.months import month
from assessment.reading.active import lives, serves
from assessment.reading.counting import Placed, count, count_all
from assessment.reading.model import Counted, HoursCopy, SignupCopy, VolunteerCopy, state_of
from chassis import clock
from chassis.copying import insert_lists, lists_of
from chassis.follow import Event, Follower, Heard, Run

_SIGNUPS = SignupCopy.__table__
_KEEP = insert_lists(_SIGNUPS)


class VolunteerRegistered(Heard):
    """What is needed of a registration."""

    volunteer_id: UUID
    account_id: UUID
    person_id: UUID


class VolunteerChanged(Heard):
    """What is needed of a change."""

    volunteer_id: UUID


class VolunteerWithdrawn(Heard):
    """What is needed of a withdrawal."""

    volunteer_id: UUID


class SignupHeard(Heard):
    """What is needed of a sign-up's facts."""

    signup_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID


class HoursHeard(Heard):
    """What is needed of an hour entry's facts."""

    hours_id: UUID
    activity_id: UUID
    project_id: UUID
    volunteer_id: UUID
    minutes: int


async def volunteers_registered(tx: AsyncSession, run: Run[VolunteerRegistered]) -> None:
    """One person counts once, in the community they live in. A list brings them by the thousand."""
    asked = select(VolunteerCopy).where(VolunteerCopy.id.in_({heard.volunteer_id for heard, _ in run}))
    known = {copy.id: copy for copy in await tx.scalars(asked)}
    counts: Counter[Placed] = Counter()
    for heard, event in run:
        copy = known.get(heard.volunteer_id) or VolunteerCopy(id=heard.volunteer_id, homes={})
        counts_already = copy.registered_on is not None and copy.withdrawn_on is None
        known[copy.id] = copy
        copy.account_id, copy.person_id, copy.seq = heard.account_id, heard.person_id, event.seq
        if not counts_already:
            copy.area_id, copy.scope_key = event.area_id, event.scope_key
            copy.registered_on, copy.withdrawn_on = clock.day(event.time), None
            counts[copy.scope_key, month(copy.registered_on)] += 1
            await lives(tx, copy, copy.registered_on, (copy.area_id, copy.scope_key))
    tx.add_all(known.values())
    if counts:
        await count_all(tx, Counted.VOLUNTEERS, counts)


async def volunteer_changed(tx: AsyncSession, heard: VolunteerChanged, event: Event) -> None:
    """Whoever moves counts in the new community from then on."""
    copy = await tx.get(VolunteerCopy, heard.volunteer_id)
    if copy is None:
        return
    copy.seq = event.seq
    if copy.withdrawn_on is None and copy.area_id != event.area_id:
        moved_in = month(clock.day(event.time))
        await count(tx, Counted.VOLUNTEERS, copy, moved_in, -1)
        copy.area_id, copy.scope_key = event.area_id, event.scope_key
        await count(tx, Counted.VOLUNTEERS, copy, moved_in, 1)
        await lives(tx, copy, moved_in, (copy.area_id, copy.scope_key))


async def volunteer_withdrawn(tx: AsyncSession, heard: VolunteerWithdrawn, event: Event) -> None:
    """A volunteer who has withdrawn no longer counts."""
    copy = await tx.get(VolunteerCopy, heard.volunteer_id)
    if copy is None or copy.withdrawn_on is not None:
        return
    copy.withdrawn_on, copy.seq = clock.day(event.time), event.seq
    await count(tx, Counted.VOLUNTEERS, copy, month(copy.withdrawn_on), -1)
    await lives(tx, copy, copy.withdrawn_on, None)


async def signups_took_place(tx: AsyncSession, run: Run[SignupHeard]) -> None:
    """Confirmed, or promoted from the waiting list: a place is held. In a rush they come by the thousand."""
    asked = select(SignupCopy).where(SignupCopy.id.in_({heard.signup_id for heard, _ in run}))
    known = {copy.id: copy for copy in await tx.scalars(asked)}
    counts: Counter[Placed] = Counter()
    for heard, event in run:
        copy = known.get(heard.signup_id) or _signup(heard, event)
        known[copy.id] = copy
        copy.seq = event.seq
        if copy.held_from is None:
            copy.held_from = clock.day(event.time)
            counts[copy.scope_key, month(copy.held_from)] += 1
    if new := [copy for copy in known.values() if copy not in tx]:
        # Together: one by one, as the session adds them, is a third of what a rush costs here.
        await tx.execute(_KEEP, lists_of(_SIGNUPS, ([getattr(copy, each.name) for each in _SIGNUPS.c] for copy in new)))
    if counts:
        await count_all(tx, Counted.SIGNUPS, counts)


def _signup(heard: SignupHeard, event: Event) -> SignupCopy:
    copy = SignupCopy(id=heard.signup_id, area_id=event.area_id, scope_key=event.scope_key)
    copy.activity_id, copy.project_id, copy.volunteer_id = heard.activity_id, heard.project_id, heard.volunteer_id
    return copy


async def signup_cancelled(tx: AsyncSession, heard: SignupHeard, event: Event) -> None:
    """The place is free again; one that only waited never counted."""
    copy = await tx.get(SignupCopy, heard.signup_id)
    if copy is None or copy.held_from is None:
        return
    await count(tx, Counted.SIGNUPS, copy, month(copy.held_from), -1)
    copy.held_from, copy.seq = None, event.seq


async def hours_moved(tx: AsyncSession, heard: HoursHeard, event: Event) -> None:
    """Hours count when a second person has confirmed them, as confirmed, until a counter-entry takes them back."""
    copy = await tx.get(HoursCopy, heard.hours_id)
    if copy is None:
        copy = HoursCopy(id=heard.hours_id, area_id=event.area_id, scope_key=event.scope_key)
        copy.activity_id, copy.project_id, copy.volunteer_id = heard.activity_id, heard.project_id, heard.volunteer_id
        copy.minutes, copy.proposed_on = heard.minutes, clock.day(event.time)
        tx.add(copy)
    was, copy.state, copy.seq = copy.state, state_of(event.type), event.seq
    if copy.state == "confirmed" != was:
        copy.minutes, copy.confirmed_on = heard.minutes, clock.day(event.time)
        await count(tx, Counted.MINUTES, copy, month(copy.confirmed_on), copy.minutes)
        await serves(tx, copy.volunteer_id, copy.confirmed_on, copy.minutes)
    elif copy.state == "countered" and was == "confirmed" and copy.confirmed_on is not None:
        await count(tx, Counted.MINUTES, copy, month(copy.confirmed_on), -copy.minutes)
        await serves(tx, copy.volunteer_id, copy.confirmed_on, -copy.minutes)


def follow_volunteers(projections: Follower) -> None:
    """Makes the service keep these copies."""
    projections.together(["volunteers.volunteer.registered.v1"], VolunteerRegistered, volunteers_registered)
    projections.on("volunteers.volunteer.changed.v1", VolunteerChanged)(volunteer_changed)
    projections.on("volunteers.volunteer.withdrawn.v1", VolunteerWithdrawn)(volunteer_withdrawn)
    took_place = ["volunteers.signup.confirmed.v1", "volunteers.signup.promoted.v1"]
    projections.together(took_place, SignupHeard, signups_took_place)
    projections.on("volunteers.signup.cancelled.v1", SignupHeard)(signup_cancelled)
    for verb in ("proposed", "disputed", "returned", "confirmed", "countered"):
        projections.on(f"volunteers.hours.{verb}.v1", HoursHeard)(hours_moved)
