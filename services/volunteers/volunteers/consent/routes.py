"""A guardian's consent after the fact: looked at, given again, or withdrawn, which ends what hangs on it."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from chassis import clock, facts
from chassis.access import Access, allow
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.problems import NotFound, problems
from chassis.records import Offer, VersionMissing, VersionStale, current, existing, offered
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault, mask_name, mask_phone
from volunteers.attendance import rules as presence
from volunteers.attendance.model import Attendance
from volunteers.attendance.model import State as Presence
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

router = APIRouter(prefix="/volunteers/{id}/consents", tags=["志愿者 volunteer"], route_class=TransactionRoute)

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


@router.get("", responses=problems(NotFound))
async def list_(
    volunteer: Annotated[Volunteer, Depends(existing(Volunteer, Permission.VOLUNTEER_READ))],
    tx: Tx,
    by: Reader,
    keys: Keys,
) -> Consents:
    """Every consent that was ever given for a volunteer, the latest first."""
    return await _shown(tx, volunteer, by, keys)


@router.post(
    "", status_code=201, responses=problems(*VERSIONED, registration.ConsentStanding, registration.VolunteerGone)
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
    return await _shown(tx, volunteer, by, keys)


@router.post("/{consent_id}/withdrawal", responses=problems(*VERSIONED, registration.ConsentGone))
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
    """A child who is there now is not sent away alone: the lead is told to hand it over."""
    there = (Attendance.volunteer_id == volunteer.id, Attendance.state == Presence.CHECKED_IN)
    query = select(Attendance).where(*there).options(joinedload(Attendance.signup)).order_by(Attendance.id)
    for attendance in (await tx.scalars(query.with_for_update(of=Attendance))).all():
        if hangs_on(attendance.signup, consent, born):
            for fact in presence.call_for_handover(attendance, at=at):
                await facts.tell(tx, fact, by=by)
