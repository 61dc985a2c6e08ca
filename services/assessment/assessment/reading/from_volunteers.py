"""What is kept of the volunteers service's facts: volunteers, places held and the ledger of hours."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from assessment.reading.counting import count, day_of, month
from assessment.reading.model import Counted, HoursCopy, SignupCopy, VolunteerCopy, state_of
from chassis.follow import Event, Follower, Heard


class VolunteerRegistered(Heard):
    """What is needed of a registration."""

    volunteer_id: UUID
    account_id: UUID
    person_id: UUID
    groups: list[str]
    age_band: str


class VolunteerChanged(Heard):
    """What is needed of a change."""

    volunteer_id: UUID
    groups: list[str]


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


async def volunteer_registered(tx: AsyncSession, heard: VolunteerRegistered, event: Event) -> None:
    """One person counts once, in the community of registration."""
    copy = await tx.get(VolunteerCopy, heard.volunteer_id)
    counts_already = copy is not None and copy.withdrawn_on is None
    if copy is None:
        copy = VolunteerCopy(id=heard.volunteer_id)
        tx.add(copy)
    copy.account_id, copy.person_id = heard.account_id, heard.person_id
    copy.groups, copy.age_band, copy.seq = sorted(heard.groups), heard.age_band, event.seq
    if not counts_already:
        copy.area_id, copy.scope_key = event.area_id, event.scope_key
        copy.registered_on, copy.withdrawn_on = day_of(event.time), None
        await count(tx, Counted.VOLUNTEERS, copy, month(copy.registered_on), 1)


async def volunteer_changed(tx: AsyncSession, heard: VolunteerChanged, event: Event) -> None:
    """Groups overlap and change; who counts does not."""
    copy = await tx.get(VolunteerCopy, heard.volunteer_id)
    if copy is not None:
        copy.groups, copy.seq = sorted(heard.groups), event.seq


async def volunteer_withdrawn(tx: AsyncSession, heard: VolunteerWithdrawn, event: Event) -> None:
    """A volunteer who has withdrawn no longer counts."""
    copy = await tx.get(VolunteerCopy, heard.volunteer_id)
    if copy is None or copy.withdrawn_on is not None:
        return
    copy.withdrawn_on, copy.seq = day_of(event.time), event.seq
    await count(tx, Counted.VOLUNTEERS, copy, month(copy.withdrawn_on), -1)


async def signup_took_place(tx: AsyncSession, heard: SignupHeard, event: Event) -> None:
    """Confirmed, or promoted from the waiting list: a place is held."""
    copy = await tx.get(SignupCopy, heard.signup_id)
    if copy is None:
        copy = SignupCopy(id=heard.signup_id, area_id=event.area_id, scope_key=event.scope_key)
        copy.activity_id, copy.project_id, copy.volunteer_id = heard.activity_id, heard.project_id, heard.volunteer_id
        tx.add(copy)
    copy.seq = event.seq
    if copy.held_from is None:
        copy.held_from = day_of(event.time)
        await count(tx, Counted.SIGNUPS, copy, month(copy.held_from), 1)


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
        copy.minutes, copy.proposed_on = heard.minutes, day_of(event.time)
        tx.add(copy)
    was, copy.state, copy.seq = copy.state, state_of(event.type), event.seq
    if copy.state == "confirmed" != was:
        copy.minutes, copy.confirmed_on = heard.minutes, day_of(event.time)
        await count(tx, Counted.MINUTES, copy, month(copy.confirmed_on), copy.minutes)
    elif copy.state == "countered" and was == "confirmed" and copy.confirmed_on is not None:
        await count(tx, Counted.MINUTES, copy, month(copy.confirmed_on), -copy.minutes)


def follow_volunteers(projections: Follower) -> None:
    """Makes the service keep these copies."""
    projections.on("volunteers.volunteer.registered.v1", VolunteerRegistered)(volunteer_registered)
    projections.on("volunteers.volunteer.changed.v1", VolunteerChanged)(volunteer_changed)
    projections.on("volunteers.volunteer.withdrawn.v1", VolunteerWithdrawn)(volunteer_withdrawn)
    projections.on("volunteers.signup.confirmed.v1", SignupHeard)(signup_took_place)
    projections.on("volunteers.signup.promoted.v1", SignupHeard)(signup_took_place)
    projections.on("volunteers.signup.cancelled.v1", SignupHeard)(signup_cancelled)
    for verb in ("proposed", "disputed", "returned", "confirmed", "countered"):
        projections.on(f"volunteers.hours.{verb}.v1", HoursHeard)(hours_moved)
