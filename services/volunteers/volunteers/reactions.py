"""What a fact makes this service do: open and close places, cancel sign-ups, propose hours, call for hand-overs.

Never replayed. It hears itself too: no stage calls a later one, so check-out tells and hours listen.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.facts import Fact
from chassis.follow import Event, Follower, Heard
from volunteers.absence.rules import came_after_all
from volunteers.attendance import lead
from volunteers.attendance.model import STILL_IN, Attendance
from volunteers.attendance.model import State as Presence
from volunteers.certificate import rules as certifying
from volunteers.certificate.model import Certificate
from volunteers.certificate.model import State as Certified
from volunteers.dated import AttendanceRule
from volunteers.honour.lapsing import let_lapse
from volunteers.hours import ledger
from volunteers.hours.model import Hours, Source
from volunteers.hours.undoing import undo
from volunteers.membership.parting import part
from volunteers.opportunity import rules
from volunteers.opportunity.model import Places, opportunity_id
from volunteers.pairing import following
from volunteers.pairing.departing import departed
from volunteers.pairing.model import Leaving
from volunteers.projections import ActivityHeard
from volunteers.sampling import drawing
from volunteers.signup import moving, waiting
from volunteers.signup.model import UNDECIDED, Because, Signup, State

reactions = Follower("reactions", replayable=False)


class VolunteerHeard(Heard):
    """This service's own fact that somebody withdrew."""

    volunteer_id: UUID


async def _ledgers(tx: AsyncSession, activity_id: UUID) -> dict[UUID, Places]:
    """The activity's ledgers, held in the order in which everybody takes them."""
    query = select(Places).where(Places.activity_id == activity_id).order_by(Places.opportunity_id)
    return {each.opportunity_id: each for each in await tx.scalars(query.with_for_update())}


async def _show(tx: AsyncSession, heard: ActivityHeard, ledgers: Mapping[UUID, Places], event: Event) -> None:
    """As last published; who had checked in before one may at the new time is to come again."""
    when = {"starts_at": heard.starts_at, "ends_at": heard.ends_at}
    if await moving.show(tx, heard.activity_id, title=heard.title, place_name=heard.place.name, **when):
        opens = AttendanceRule.on(clock.day(heard.starts_at)).window(heard.starts_at, heard.ends_at)[0]
        early = (Attendance.activity_id == heard.activity_id, Attendance.checked_in_at < opens)
        await undo(tx, *early, by=event.actor, at=event.time)
        await _keep_out(tx, heard.activity_id, ledgers, event)
        await moving.mark_clashes(tx, heard.activity_id, by=event.actor)


async def _keep_out(tx: AsyncSession, activity_id: UUID, ledgers: Mapping[UUID, Places], event: Event) -> None:
    """A child whose guardian withdrew while it was there does not come again without a consent."""
    query = select(Signup).join(Attendance, Attendance.signup_id == Signup.id)
    called = (Attendance.activity_id == activity_id, Attendance.guardian_withdrew_at.is_not(None))
    its = query.where(*called, Attendance.state == Presence.UNDONE, Signup.state.in_(UNDECIDED))
    for signup in (await tx.scalars(its.order_by(Signup.id))).all():
        places, because, known_at = ledgers[signup.opportunity_id], Because.CONSENT_WITHDRAWN, waiting.heard_at(event)
        await waiting.cancel(tx, signup, places, because=because, by=event.actor, at=event.time, known_at=known_at)


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
    await _show(tx, heard, ledgers, event)
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
        await waiting.promote(tx, places, by=event.actor, at=waiting.heard_at(event))


@reactions.on("projects.activity.cancelled.v1", ActivityHeard)
async def cancel_signups(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Closes the places and cancels every sign-up, of those too who had checked in; who has served keeps the hours."""
    ledgers = await _ledgers(tx, heard.activity_id)
    for places in ledgers.values():
        rules.cancel(places)
    came = (Attendance.activity_id == heard.activity_id,)
    still_in = () if event.time < heard.starts_at else (Attendance.state == Presence.CHECKED_IN,)
    await undo(tx, *came, *still_in, by=event.actor, at=event.time)
    query = select(Signup).where(Signup.activity_id == heard.activity_id, Signup.state.in_(UNDECIDED))
    for signup in (await tx.scalars(query.order_by(Signup.id))).all():
        places = ledgers[signup.opportunity_id]
        await waiting.cancel(tx, signup, places, because=Because.ACTIVITY_CANCELLED, by=event.actor, at=event.time)


@reactions.on("volunteers.volunteer.withdrawn.v1", VolunteerHeard)
async def take_leave(tx: AsyncSession, heard: VolunteerHeard, event: Event) -> None:
    """Who left the register is in no team, gets no star, and gives back what was still to come; the rest is history."""
    await let_lapse(tx, heard.volunteer_id, by=event.actor, at=event.time)
    await part(tx, heard.volunteer_id, by=event.actor, on=clock.day(event.time))
    await _give_places_back(tx, heard.volunteer_id, event)


async def _give_places_back(tx: AsyncSession, volunteer_id: UUID, event: Event) -> None:
    mine = (Signup.volunteer_id == volunteer_id, Signup.state.in_(UNDECIDED), Signup.starts_at > event.time)
    ids = select(Signup.opportunity_id).where(*mine).order_by(Signup.opportunity_id)
    for opportunity in (await tx.scalars(ids)).all():
        places = await waiting.locked_places(tx, opportunity)
        signup = await tx.scalar(select(Signup).where(*mine, Signup.opportunity_id == opportunity))
        if signup is not None:
            at, known_at, because = event.time, waiting.heard_at(event), Because.WITHDRAWN
            await waiting.cancel(tx, signup, places, because=because, by=event.actor, at=at, known_at=known_at)


class AttendanceHeard(Heard):
    """This service's own fact that somebody checked in or out."""

    attendance_id: UUID
    checked_out_at: datetime | None


@reactions.on("volunteers.attendance.recorded.v1", AttendanceHeard)
async def propose_hours(tx: AsyncSession, heard: AttendanceHeard, event: Event) -> None:
    """Proposes the hours of somebody who checked out, unless that has been undone since."""
    if heard.checked_out_at is not None:
        query = select(Attendance).where(Attendance.id == heard.attendance_id).options(joinedload(Attendance.signup))
        attendance = (await tx.scalars(query)).one()
        if attendance.checked_out_at == heard.checked_out_at:
            await ledger.propose(tx, attendance, by=event.actor, at=event.time)


class HoursHeard(Heard):
    """This service's own facts about hours."""

    hours_id: UUID


@reactions.on("volunteers.hours.confirmed.v1", HoursHeard)
async def mark_attended(tx: AsyncSession, heard: HoursHeard, event: Event) -> None:
    """Whoever has confirmed hours has come, whatever the check-in says; when they left is decided with them."""
    hours = await tx.get_one(Hours, heard.hours_id)
    told: list[Fact] = [*came_after_all(await tx.get_one(Signup, hours.signup_id, with_for_update=True))]
    still_in = (Attendance.signup_id == hours.signup_id, Attendance.state.in_(STILL_IN))
    attendance = await tx.scalar(select(Attendance).where(*still_in).with_for_update())
    if attendance is not None:
        told += lead.let_off(attendance)
        attendance.hours_decided = True
    for fact in told:
        await facts.tell(tx, fact, by=event.actor)


class ProposedHeard(HoursHeard):
    """This service's own fact that hours were proposed."""

    source: str


@reactions.on("volunteers.hours.proposed.v1", ProposedHeard)
async def have_checked(tx: AsyncSession, heard: ProposedHeard, event: Event) -> None:
    """What a watched proposer enters by hand is checked before it may be confirmed."""
    if heard.source == Source.MANUAL:
        await drawing.demand(tx, heard.hours_id, event.time)


@reactions.on("volunteers.hours.returned.v1", HoursHeard)
async def check_no_more(tx: AsyncSession, heard: HoursHeard, event: Event) -> None:  # noqa: ARG001 - the follower's form
    """What was returned counts for nothing, and is checked no more."""
    await drawing.let_go(tx, heard.hours_id)


@reactions.on("projects.activity.held.v1", ActivityHeard)
async def end_activity(tx: AsyncSession, heard: ActivityHeard, event: Event) -> None:
    """Closes the places, and the waiting list with them; who is still in may check out as long as the window is open.

    Who never does is looked for by the schedule.
    """
    ledgers = await _ledgers(tx, heard.activity_id)
    for places in ledgers.values():
        rules.hold(places)
    query = select(Signup).where(Signup.activity_id == heard.activity_id, Signup.state == State.WAITING)
    for signup in (await tx.scalars(query.order_by(Signup.id))).all():
        places = ledgers[signup.opportunity_id]
        await waiting.cancel(tx, signup, places, because=Because.ACTIVITY_HELD, by=event.actor, at=event.time)


class HoursTakenBack(Heard):
    """This service's own fact that an entry was countered."""

    hours_id: UUID


@reactions.on("volunteers.hours.countered.v1", HoursTakenBack)
async def doubt_certificates(tx: AsyncSession, heard: HoursTakenBack, event: Event) -> None:
    """Whoever issued a certificate on it is to replace or revoke it."""
    issued = Certificate.hours_ids.contains([heard.hours_id]), Certificate.state == Certified.ISSUED
    for certificate in (await tx.scalars(select(Certificate).where(*issued).with_for_update())).all():
        for fact in certifying.doubt(certificate, at=event.time):
            await facts.tell(tx, fact, by=event.actor)


reactions.on("registry.social_worker.registered.v1", following.WorkerRegistered)(following.worker_registered)
reactions.on("registry.post.filled.v1", following.PostHeld)(following.post_filled)


@reactions.on("registry.social_worker.registration_lapsed.v1", following.RegistrationLapsed)
async def call_for_handover(tx: AsyncSession, heard: following.RegistrationLapsed, event: Event) -> None:
    """The teams of a social worker who is registered no more wait for another."""
    await following.registration_lapsed(tx, heard, event)
    await departed(tx, heard.social_worker_id, Leaving.REGISTRATION_LAPSED, event)


@reactions.on("registry.post.vacated.v1", following.PostHeld)
async def call_for_handover_of_post(tx: AsyncSession, heard: following.PostHeld, event: Event) -> None:
    """And those of one who holds no post any more; who holds another goes on."""
    await following.post_vacated(tx, heard, event)
    await departed(tx, heard.social_worker_id, Leaving.POST_VACATED, event)
