"""Taking somebody in: the lead by the volunteer's number, the volunteer by the code on the spot."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope
from chassis.dated import NoRuleInForce
from chassis.problems import NotFound, Problem, problems
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys, Vault
from volunteers.admission import rules
from volunteers.admission.schemas import AdmissionIn, WalkInIn
from volunteers.attendance import codes
from volunteers.attendance import rules as presence
from volunteers.opportunity.model import Opportunity, Places, whole
from volunteers.permissions import Permission
from volunteers.promotion.rules import NoPlaceLeft
from volunteers.signup import fitness
from volunteers.signup import rules as signing
from volunteers.signup.model import Signup
from volunteers.signup.model import State as Standing
from volunteers.signup.schemas import SignupView
from volunteers.training.model import Training
from volunteers.volunteer.model import State, Volunteer, registrations_of
from volunteers.volunteer.schemas import GuardianIn
from volunteers.volunteer.sealing import born_on, sealed_consent

router = APIRouter(prefix="/opportunities", tags=["加入 admission"], route_class=TransactionRoute)

Lead = Annotated[Access, Depends(allow(Permission.SIGNUP_ADMIT))]
Oneself = Annotated[Access, Depends(allow(Permission.ATTENDANCE_RECORD))]
UNFIT: tuple[type[Problem], ...] = (
    signing.OpportunityClosed,
    signing.AlreadySignedUp,
    signing.TimeClash,
    signing.TooYoung,
    signing.LeadsTheActivity,
    *fitness.UNFIT,
    NoPlaceLeft,
    NoRuleInForce,
    presence.OutsideWindow,
)


async def _held(tx: AsyncSession, which: ColumnElement[bool]) -> Volunteer | None:
    """The volunteer, held first as everybody does, so that no two sign-ups of one person clash unseen."""
    query = select(Volunteer).where(which, Volunteer.state == State.REGISTERED).with_for_update()
    return (await tx.scalars(query)).one_or_none()


async def _opportunity(tx: AsyncSession, id_: UUID) -> Opportunity:
    """With its activity, its ledger held."""
    query = whole().where(Opportunity.id == id_).with_for_update(of=Places)
    found = await tx.scalar(query.execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


async def _applicant(
    tx: AsyncSession, volunteer: Volunteer, opportunity: Opportunity, guardian: GuardianIn | None, keys: Vault
) -> signing.Applicant:
    """With the sign-ups of the person that touch the time."""
    others = select(Signup).where(
        Signup.volunteer_id == volunteer.id,
        Signup.ends_at > opportunity.starts_at,
        Signup.starts_at < opportunity.ends_at,
        Signup.state != Standing.CANCELLED,
    )
    born, consented = born_on(volunteer, keys), guardian is not None
    accompanied = guardian is not None and guardian.accompanies
    known = select(Training).where(Training.volunteer_id.in_(registrations_of(volunteer.id)))
    trained = list(await tx.scalars(known)) if opportunity.asks_ability else ()
    return signing.Applicant(volunteer, born, consented, list(await tx.scalars(others)), accompanied, trained)


async def _write(
    tx: AsyncSession, made: rules.Admitted, guardian: GuardianIn | None, keys: Vault, by: Access, at: Now
) -> None:
    signup = made.signup
    tx.add_all(each for each in (signup, made.attendance) if each is not None)
    if guardian is not None:
        tx.add(sealed_consent(signup.volunteer_id, guardian, keys, at, activity_id=signup.activity_id))
    for fact in made.told:
        await facts.tell(tx, fact, by=by)


@router.post("/{id}/admissions", status_code=201, responses=problems(NotFound, rules.AdmitsOneself, *UNFIT))
async def admit(id: UUID, body: AdmissionIn, tx: Tx, by: Lead, keys: Keys, at: Now) -> SignupView:  # noqa: A002
    """由负责人加入, by the volunteer's number: in spite of a clash, without a phone, or on the spot."""
    if await tx.scalar(select(Opportunity.id).where(Opportunity.id == id, visible(Opportunity, by))) is None:
        raise NotFound
    async with beyond_scope(tx):
        volunteer = await _held(tx, Volunteer.number == body.volunteer_number)
        if volunteer is None:
            raise NotFound(pointer="/volunteer_number")
        opportunity = await _opportunity(tx, id)
        applicant = await _applicant(tx, volunteer, opportunity, body.guardian, keys)
        made = rules.admit(opportunity, applicant, reason=body.reason, despite_clash=body.despite_clash, by=by, at=at)
        await _write(tx, made, body.guardian, keys, by, at)
    return SignupView.seen(made.signup, by, at)


@router.post(
    "/{id}/walk-ins",
    status_code=201,
    responses=problems(NotFound, signing.NotAVolunteer, presence.WrongCode, presence.TooFar, *UNFIT),
)
async def walk_in(id: UUID, body: WalkInIn, tx: Tx, by: Oneself, keys: Keys, at: Now) -> SignupView:  # noqa: A002
    """现场加入, by the code on the lead's screen; checked in at once."""
    async with beyond_scope(tx):
        volunteer = await _held(tx, Volunteer.account_id == by.account_id)
        if volunteer is None:
            raise signing.NotAVolunteer
        opportunity = await _opportunity(tx, id)
        applicant = await _applicant(tx, volunteer, opportunity, body.guardian, keys)
        right = codes.matches(
            body.code, codes.secret_of(opportunity.activity_id, keys), at, presence.rule_of(opportunity)
        )
        shown = presence.Shown(body.position, presence.position_of(opportunity.activity), code_is_right=right)
        made = rules.walk_in(opportunity, applicant, shown, at=at)
        await _write(tx, made, body.guardian, keys, by, at)
    return SignupView.seen(made.signup, by, at)
