"""Applying for registration and deciding on it."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import area_in_scope, below
from chassis.clock import Now
from chassis.database import new_id
from chassis.dated import NoRuleInForce
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, Problem, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing, get
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from procedures.attachment.binding import REFUSALS as UNATTACHABLE
from registry.database import broken_constraint
from registry.organisation import uscc as codes
from registry.organisation.model import Kind, Organisation
from registry.organisation.past import ended, past_of
from registry.permissions import Permission
from registry.registration import rules
from registry.registration.dated import RegistrationLaw
from registry.registration.declaring import attached, declare
from registry.registration.documents import RegistrationDocumentsMissing
from registry.registration.model import (
    ONE_BODY_A_CERTIFICATE,
    ONE_BODY_A_CODE,
    ONE_OPEN_APPLICATION,
    Registration,
    State,
)
from registry.registration.schemas import FindingView, GrantIn, MaterialIn, RegistrationIn, RegistrationView

router = APIRouter(tags=["登记 registration"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.REGISTRATION_READ))]
Applicant = Annotated[Access, Depends(allow(Permission.REGISTRATION_APPLY))]
Decider = Annotated[Access, Depends(allow(Permission.REGISTRATION_DECIDE))]
Returned = Annotated[Registration, Depends(current(Registration, Permission.REGISTRATION_APPLY))]
Decided = Annotated[Registration, Depends(current(Registration, Permission.REGISTRATION_DECIDE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)


class AlreadyApplied(Problem):
    """该组织已有一项未办结的登记申请。"""


class UsccTaken(Problem):
    """此统一社会信用代码已用于其他组织。"""


class CertificateTaken(Problem):
    """此登记证书编号已用于其他组织。"""


@router.get("/uscc-findings")
async def findings(
    _by: Reader, uscc: Annotated[str, Query(max_length=30)], kind: Kind | None = None
) -> list[FindingView]:
    """核对统一社会信用代码: everything to be said about a code, warnings too."""
    return [FindingView.model_validate(found, from_attributes=True) for found in codes.check(uscc, kind)]


@router.get("/registrations")
async def list_(
    tx: Tx,
    access: Reader,
    keys: Keys,
    asked: Asked,
    state: State | None = None,
    area_id: UUID | None = None,
    organisation_id: UUID | None = None,
) -> Page[RegistrationView]:
    """Applications in scope, newest first."""
    query = select(Registration).where(visible(Registration, access))
    if state is not None:
        query = query.where(Registration.state == state)
    if area_id is not None:
        query = query.where(await below(tx, Registration, area_id))
    if organisation_id is not None:
        query = query.where(Registration.organisation_id == organisation_id)
    return await page(tx, query, [Registration.id], asked, lambda each: RegistrationView.seen(each, access, keys))


@router.post(
    "/registrations",
    status_code=201,
    responses=problems(
        NotFound,
        NoRuleInForce,
        AlreadyApplied,
        rules.RegistrationConditionsNotMet,
        RegistrationDocumentsMissing,
        rules.NotPromotable,
        *UNATTACHABLE,
    ),
)
async def apply(body: RegistrationIn, tx: Tx, by: Applicant, keys: Keys, at: Now) -> RegistrationView:
    """申请登记, or the promotion of a filed body."""
    filed = await get(tx, Organisation, body.organisation_id, by, lock=True) if body.organisation_id else None
    area = filed or await area_in_scope(tx, body.area_id, by)  # type: ignore[arg-type]
    registration = Registration(
        id=new_id(),
        organisation_id=filed.id if filed else new_id(),
        promotes=filed is not None,
        area_id=filed.area_id if filed else area.id,
        scope_key=area.scope_key,
    )
    declare(registration, body, keys, at)
    law = RegistrationLaw.on(clock.day(at))
    told = rules.apply(registration, filed, law, by=by.account_id, at=at)
    tx.add(registration)
    try:
        for fact in told:
            await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        if broken_constraint(taken) == ONE_OPEN_APPLICATION:
            raise AlreadyApplied(pointer="/organisation_id") from taken
        raise
    await attached(tx, registration, body, by, at)
    return RegistrationView.seen(registration, by, keys)


@router.get("/registrations/{id}", responses=problems(NotFound))
async def read(
    registration: Annotated[Registration, Depends(existing(Registration, Permission.REGISTRATION_READ))],
    by: Reader,
    keys: Keys,
) -> RegistrationView:
    """One application in scope."""
    return RegistrationView.seen(registration, by, keys)


@router.post(
    "/registrations/{id}/correction",
    responses=problems(
        *VERSIONED,
        NoRuleInForce,
        rules.RegistrationNotReturned,
        rules.RegistrationConditionsNotMet,
        RegistrationDocumentsMissing,
        *UNATTACHABLE,
    ),
)
async def correct(
    registration: Returned, body: MaterialIn, tx: Tx, by: Applicant, keys: Keys, at: Now
) -> RegistrationView:
    """补正后重新提交."""
    rules.require_returned(registration)
    declare(registration, body, keys, at)
    law = RegistrationLaw.on(clock.day(at))
    for fact in rules.correct(registration, law, by=by.account_id, at=at):
        await facts.tell(tx, fact, by=by)
    await attached(tx, registration, body, by, at)
    return RegistrationView.seen(registration, by, keys)


@router.post(
    "/registrations/{id}/acceptance",
    responses=problems(*VERSIONED, NoRuleInForce, rules.RegistrationNotSubmitted, rules.OwnApplication),
)
async def accept(registration: Decided, tx: Tx, by: Decider, keys: Keys, at: Now) -> RegistrationView:
    """受理."""
    on = clock.day(at)
    for fact in rules.accept(registration, RegistrationLaw.on(on), by=by.account_id, on=on):
        await facts.tell(tx, fact, by=by)
    return RegistrationView.seen(registration, by, keys)


@router.post(
    "/registrations/{id}/return",
    responses=problems(*VERSIONED, rules.RegistrationDecided, rules.OwnApplication),
)
async def return_(registration: Decided, body: Reason, tx: Tx, by: Decider, keys: Keys) -> RegistrationView:
    """退回补正."""
    for fact in rules.return_(registration, reason=body.reason, by=by.account_id):
        await facts.tell(tx, fact, by=by)
    return RegistrationView.seen(registration, by, keys)


@router.post(
    "/registrations/{id}/refusal",
    responses=problems(*VERSIONED, rules.RegistrationNotAccepted, rules.OwnApplication),
)
async def refuse(registration: Decided, body: Reason, tx: Tx, by: Decider, keys: Keys, at: Now) -> RegistrationView:
    """不予登记."""
    for fact in rules.refuse(registration, reason=body.reason, by=by.account_id, on=clock.day(at)):
        await facts.tell(tx, fact, by=by)
    return RegistrationView.seen(registration, by, keys)


async def _body(tx: Tx, registration: Registration, by: Access) -> Organisation:
    """The filed body that is promoted, or the new one, which begins with this decision."""
    if registration.promotes:
        return await get(tx, Organisation, registration.organisation_id, by, lock=True)
    made = registration.organisation_id
    place = {"area_id": registration.area_id, "scope_key": registration.scope_key}
    return Organisation(id=made, organisation_id=made, initiators=[], **place)


@router.post(
    "/registrations/{id}/grant",
    responses=problems(
        *VERSIONED,
        rules.RegistrationNotAccepted,
        rules.OwnApplication,
        rules.NotPromotable,
        rules.UsccRefused,
        rules.CertificateEnded,
        UsccTaken,
        CertificateTaken,
    ),
)
async def grant(registration: Decided, body: GrantIn, tx: Tx, by: Decider, keys: Keys, at: Now) -> RegistrationView:
    """准予登记."""
    on, organisation = clock.day(at), await _body(tx, registration, by)
    before = ended(organisation, await past_of(tx, organisation.id), on=on, document=body.certificate_number)
    certificate = rules.Certificate(body.uscc, body.certificate_number, body.valid_to)
    told = rules.grant(registration, organisation, certificate, by=by.account_id, on=on)
    organisation.representative_cipher = registration.representative_cipher
    tx.add_all([organisation, *([before] if before else [])])
    try:
        for fact in told:
            await facts.tell(tx, fact, by=by)
    except IntegrityError as taken:
        raise _refusal(taken) from taken
    return RegistrationView.seen(registration, by, keys)


def _refusal(taken: IntegrityError) -> Problem | IntegrityError:
    """Which of the two is another's already, also where it lies out of sight."""
    broken = broken_constraint(taken)
    if broken == ONE_BODY_A_CODE:
        return UsccTaken(pointer="/uscc")
    return CertificateTaken(pointer="/certificate_number") if broken == ONE_BODY_A_CERTIFICATE else taken
