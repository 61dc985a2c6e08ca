"""A guardian's consent after the fact: looked at, given again, or withdrawn, which ends what hangs on it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.problems import NotFound, problems
from chassis.records import Offer, VersionMissing, VersionStale, current, existing, offered
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault, mask_name, mask_phone
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
from volunteers.attendance.schemas import AttendanceView
from volunteers.consent import rules
from volunteers.membership.parting import part
from volunteers.membership.rules import needed_in_team
from volunteers.permissions import Permission
from volunteers.signup import waiting
from volunteers.signup.fitness import hangs_on
from volunteers.signup.model import UNDECIDED, Because, Signup
from volunteers.volunteer import rules as registration
from volunteers.volunteer.model import GuardianConsent, Volunteer
from volunteers.volunteer.schemas import Consents, ConsentView, GuardianIn
from volunteers.volunteer.sealing import born_on, sealed_consent

router = APIRouter(tags=["监护人同意 consent"], route_class=TransactionRoute)
CONSENTS = "/volunteers/{id}/consents"

Reader = Annotated[Access, Depends(allow(Permission.VOLUNTEER_READ))]
Oneself = Annotated[Access, Depends(allow(Permission.VOLUNTEER_CHANGE))]
Withdrawer = Annotated[Access, Depends(allow(Permission.CONSENT_WITHDRAW))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
SHOWN = ("id", "activity_id", "team_id", "relation", "accompanies", "consented_at", "withdrawn_at")


async def _consents(tx: Tx, volunteer: Volunteer) -> Sequence[GuardianConsent]:
    mine = GuardianConsent.volunteer_id == volunteer.id
    return (await tx.scalars(select(GuardianConsent).where(mine).order_by(GuardianConsent.id.desc()))).all()


async def _shown(tx: Tx, volunteer: Volunteer, by: Access, keys: Vault) -> Consents:
    return Consents(items=[_seen(each, volunteer, by, keys) for each in await _consents(tx, volunteer)])


def _seen(consent: GuardianConsent, volunteer: Volunteer, by: Access, keys: Vault) -> ConsentView:
    """In full to whoever gave it, masked to everybody else."""
    full = volunteer.account_id == by.owner_id
    name, phone = (
        keys.decrypt(cipher, table="guardian_consent", column=column, row_id=consent.id)
        for column, cipher in (("name", consent.name_cipher), ("phone", consent.phone_cipher))
    )
    here = f"/api/volunteers/volunteers/{volunteer.id}/consents/{consent.id}"
    offers = [Offer(consent.withdrawn_at is None, Permission.CONSENT_WITHDRAW, "withdrawal", "撤回监护人同意")]
    return ConsentView(
        **{column: getattr(consent, column) for column in SHOWN},
        name=name if full else mask_name(name),
        phone=phone if full else mask_phone(phone),
        actions=offered(here, volunteer, by, offers),
    )


@router.get(CONSENTS, responses=problems(NotFound))
async def list_(
    volunteer: Annotated[Volunteer, Depends(existing(Volunteer, Permission.VOLUNTEER_READ))],
    tx: Tx,
    by: Reader,
    keys: Keys,
) -> Consents:
    """Every consent that was ever given for a volunteer, the latest first."""
    return await _shown(tx, volunteer, by, keys)


@router.post(
    CONSENTS, status_code=201, responses=problems(*VERSIONED, registration.ConsentStanding, registration.VolunteerGone)
)
async def give_again(
    volunteer: Annotated[Volunteer, Depends(current(Volunteer, Permission.VOLUNTEER_CHANGE))],
    body: GuardianIn,
    tx: Tx,
    by: Oneself,
    keys: Keys,
    at: Now,
) -> Consents:
    """监护人重新同意注册."""
    consent = sealed_consent(volunteer.id, body, keys, at)
    fact = registration.consent_again(volunteer, consent)
    tx.add(consent)
    await facts.tell(tx, fact, by=by)
    born = born_on(volunteer, keys)
    async with beyond_scope(tx):
        for attendance in await _there(tx, volunteer, Attendance.guardian_withdrew_at.is_not(None)):
            if attendance.awaits_handover and hangs_on(attendance.signup, consent, born):
                await _tell(tx, rules.call_off(attendance), by)
    return await _shown(tx, volunteer, by, keys)


@router.post(f"{CONSENTS}/{{consent_id}}/withdrawal", responses=problems(*VERSIONED, registration.ConsentGone))
async def withdraw(
    volunteer: Annotated[Volunteer, Depends(current(Volunteer, Permission.CONSENT_WITHDRAW))],
    consent_id: UUID,
    tx: Tx,
    by: Withdrawer,
    keys: Keys,
    at: Now,
) -> Consents:
    """撤回监护人同意, by the account through which it was given, or by an officer whom the guardian asked."""
    consents = await _consents(tx, volunteer)
    consent = next((each for each in consents if each.id == consent_id), None)
    if consent is None:
        raise NotFound
    await facts.tell(tx, registration.withdraw_consent(volunteer, consent, consents, at=at), by=by)
    if not registration.stands_in(consent, consents):
        born = born_on(volunteer, keys)
        async with beyond_scope(tx):
            await _cancel(tx, volunteer, consent, born, by, at)
            await _call_for_handover(tx, volunteer, consent, born, by, at)
    return await _shown(tx, volunteer, by, keys)


async def _cancel(tx: Tx, volunteer: Volunteer, consent: GuardianConsent, born: date, by: Access, at: Now) -> None:
    """The coming sign-ups and teams that need it, wherever they are; the volunteer is held, now each in its turn.

    What has begun is still to come for whoever has not checked in.
    """
    coming = (Signup.volunteer_id == volunteer.id, Signup.state.in_(UNDECIDED), Signup.ends_at > at)
    found = (await tx.scalars(select(Signup).where(*coming).order_by(Signup.opportunity_id))).all()
    for signup in [each for each in found if hangs_on(each, consent, born)]:
        places = await waiting.locked_places(tx, signup.opportunity_id)
        await tx.refresh(signup)
        if signup.state in UNDECIDED:
            await waiting.cancel(tx, signup, places, because=Because.CONSENT_WITHDRAWN, by=by, at=at)
    if needed_in_team(consent, born, on=clock.day(at)):
        await part(tx, volunteer.id, team_id=consent.team_id, by=by, on=clock.day(at))


async def _call_for_handover(
    tx: Tx, volunteer: Volunteer, consent: GuardianConsent, born: date, by: Access, at: Now
) -> None:
    """A child who is there now is not sent away alone."""
    for attendance in await _there(tx, volunteer, Attendance.state == Presence.CHECKED_IN):
        if hangs_on(attendance.signup, consent, born):
            await _tell(tx, rules.call(attendance, at=at), by)


async def _there(tx: Tx, volunteer: Volunteer, *which: ColumnElement[bool]) -> Sequence[Attendance]:
    """Presences of a volunteer with their sign-ups, held."""
    query = select(Attendance).where(Attendance.volunteer_id == volunteer.id, *which).order_by(Attendance.id)
    held = query.options(joinedload(Attendance.signup)).with_for_update(of=Attendance)
    return (await tx.scalars(held)).all()


async def _tell(tx: Tx, told: Sequence[Fact], by: Access) -> None:
    for fact in told:
        await facts.tell(tx, fact, by=by)


@router.post("/attendances/{id}/handover", responses=problems(*VERSIONED, rules.NoHandoverDue, NoRuleInForce))
async def hand_over(
    attendance: Annotated[Attendance, Depends(current(Attendance, Permission.ATTENDANCE_LEAD))],
    tx: Tx,
    by: Annotated[Access, Depends(allow(Permission.ATTENDANCE_LEAD))],
    at: Now,
) -> AttendanceView:
    """已当面交接, by the lead, of a child whose guardian withdrew while it was there."""
    await tx.refresh(attendance, ["signup"])
    await _tell(tx, rules.hand_over(attendance, by=by, at=at), by)
    return AttendanceView.seen(attendance, by)
