"""Asking for certificates, issuing them, and taking them back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Text, cast, func, select
from sqlalchemy.exc import IntegrityError

from chassis import clock, facts
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.client import NeighbourSilent
from chassis.clock import Now
from chassis.dated import NoRuleInForce
from chassis.facts import Fact
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import Reason, VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from volunteers.certificate import issuing, rules
from volunteers.certificate.issuing import Issuing
from volunteers.certificate.model import Certificate, Period, State
from volunteers.certificate.schemas import (
    CertificateView,
    Entries,
    EntriesAsked,
    IssueIn,
    Organisers,
    OrganiserView,
    PeriodIn,
    ReplacementIn,
    SignatoriesIn,
)
from volunteers.clients.registry import OrganiserNotStanding, OrganiserUnknown
from volunteers.dated import CertificateRule
from volunteers.hours.model import Hours, counts
from volunteers.permissions import Permission
from volunteers.seal.reading import LedgerBroken, StillBeingSealed
from volunteers.volunteer.model import Volunteer, registrations_of

router = APIRouter(prefix="/certificates", tags=["证明 certificate"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.CERTIFICATE_READ))]
Asker = Annotated[Access, Depends(allow(Permission.CERTIFICATE_REQUEST))]
Issuer = Annotated[Access, Depends(allow(Permission.CERTIFICATE_ISSUE))]
Decided = Annotated[Certificate, Depends(current(Certificate, Permission.CERTIFICATE_ISSUE))]
VERSIONED = (NotFound, VersionMissing, VersionStale)
MINE = (rules.NotTheOrganiser, rules.OwnCertificate)
ISSUED = (
    *MINE,
    rules.NothingToCertify,
    rules.PeriodNotOver,
    OrganiserUnknown,
    OrganiserNotStanding,
    NeighbourSilent,
    StillBeingSealed,
    LedgerBroken,
    NoRuleInForce,
)


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    state: State | None = None,
    volunteer_id: UUID | None = None,
    area_id: UUID | None = None,
) -> Page[CertificateView]:
    """Certificates in scope, newest first: the register; a volunteer finds the own ones."""
    query = select(Certificate).where(visible(Certificate, by))
    if state is not None:
        query = query.where(Certificate.state == state)
    if volunteer_id is not None:
        query = query.where(Certificate.volunteer_id.in_(registrations_of(volunteer_id)))
    if area_id is not None:
        query = query.where(await below(tx, Certificate, area_id))
    return await page(tx, query, [Certificate.id], asked, lambda each: CertificateView.seen(each, by))


@router.get("/organisers")
async def organisers(volunteer_id: UUID, tx: Tx, by: Reader, desk: Issuing, at: Now) -> Organisers:
    """Who organised what a volunteer has served, as far as the reader sees it: whom to ask for a certificate."""
    day = func.date(func.timezone(str(clock.CITY), Hours.starts_at))
    # An organisation is one issuer wherever it served; of an area's own activities each area is.
    place = func.coalesce(Hours.organisation_id, Hours.area_id)
    latest = func.max(cast(Hours.area_id, Text))
    query = (
        select(Hours.organisation_id, latest, func.sum(Hours.minutes), func.min(day), func.max(day))
        .where(Hours.volunteer_id.in_(registrations_of(volunteer_id)), counts(), visible(Hours, by))
        .group_by(place, Hours.organisation_id)
        .order_by(func.sum(Hours.minutes).desc())
    )
    found = []
    for organisation_id, area_id, minutes, from_on, to_on in (await tx.execute(query)).all():
        name = await desk.name_of(organisation_id, UUID(area_id), clock.day(at))
        of = {"organisation_id": organisation_id, "area_id": area_id, "name": name}
        found.append(OrganiserView(**of, minutes=minutes, from_on=from_on, to_on=to_on))
    return Organisers(items=found)


@router.get("/entries", responses=problems(NotFound, rules.NotTheOrganiser, rules.NothingToCertify))
async def entries(asked: Annotated[EntriesAsked, Query()], tx: Tx, by: Issuer) -> Entries:
    """What a certificate would stand on, before it is issued: for its organiser alone."""
    volunteer = await issuing.served(tx, asked.volunteer_id, by)
    organiser, _ = await issuing.organiser_of(tx, volunteer.person_id, asked)
    if not rules.is_organiser(by, organiser):
        raise rules.NotTheOrganiser
    period = Period(asked.from_on, asked.to_on)
    return Entries.of(await issuing.entries_of(tx, volunteer.person_id, organiser, period))


@router.get("/{id}", responses=problems(NotFound))
async def read(
    certificate: Annotated[Certificate, Depends(existing(Certificate, Permission.CERTIFICATE_READ))], by: Reader
) -> CertificateView:
    """One certificate in scope."""
    return CertificateView.seen(certificate, by)


@router.post(
    "",
    status_code=201,
    responses=problems(NotFound, rules.NothingToCertify, rules.PeriodNotOver, rules.AlreadyRequested, NoRuleInForce),
)
async def request(body: PeriodIn, tx: Tx, by: Asker, desk: Issuing, at: Now) -> CertificateView:
    """申请, by the volunteer, free of charge."""
    own = Volunteer.account_id == by.account_id, Volunteer.continued_as_id.is_(None), visible(Volunteer, by)
    volunteer = await tx.scalar(select(Volunteer).where(*own).order_by(Volunteer.id.desc()).limit(1))
    if volunteer is None:
        raise NotFound
    certificate, on = await issuing.draft(tx, volunteer, body), clock.day(at)
    entries = await issuing.entries_of(tx, volunteer.person_id, certificate.organiser, certificate.period)
    told = rules.request(certificate, entries, rule=CertificateRule.on(on), on=on, at=at)
    certificate.issuer_name = await desk.name_of(certificate.organisation_id, certificate.area_id, on)
    tx.add(certificate)
    try:
        await facts.tell(tx, told[0], by=by)
    except IntegrityError as waiting:
        raise rules.AlreadyRequested from waiting
    await facts.tell(tx, told[1], by=by)
    return CertificateView.seen(certificate, by)


@router.post("/issuance", status_code=201, responses=problems(NotFound, *ISSUED))
async def issue_at_once(body: IssueIn, tx: Tx, by: Issuer, desk: Issuing, at: Now) -> CertificateView:
    """直接出具, by whoever organised, to somebody who served there."""
    volunteer = await issuing.served(tx, body.volunteer_id, by)
    certificate = await issuing.draft(tx, volunteer, body)
    told = await desk.issue(certificate, body, by=by, at=at)
    tx.add(certificate)
    await facts.tell(tx, told, by=by)
    return CertificateView.seen(certificate, by)


@router.post("/{id}/issuance", responses=problems(*VERSIONED, rules.NotRequested, *ISSUED))
async def issue(
    certificate: Decided, body: SignatoriesIn, tx: Tx, by: Issuer, desk: Issuing, at: Now
) -> CertificateView:
    """出具, on a request."""
    rules.require_requested(certificate)
    await _tell(tx, certificate, await desk.issue(certificate, body, by=by, at=at), by)
    return CertificateView.seen(certificate, by)


@router.post("/{id}/refusal", responses=problems(*VERSIONED, rules.NotRequested, *MINE))
async def refuse(certificate: Decided, body: Reason, tx: Tx, by: Issuer, at: Now) -> CertificateView:
    """不予出具."""
    await _tell(tx, certificate, rules.refuse(certificate, reason=body.reason, by=by, at=at), by)
    return CertificateView.seen(certificate, by)


async def _tell(tx: Tx, certificate: Certificate, decided: Fact, by: Access) -> None:
    """What was decided, and that it waits no more."""
    for fact in (decided, *rules.settled(certificate)):
        await facts.tell(tx, fact, by=by)


@router.post("/{id}/revocation", responses=problems(*VERSIONED, rules.NotIssued, *MINE))
async def revoke(certificate: Decided, body: Reason, tx: Tx, by: Issuer, at: Now) -> CertificateView:
    """撤销, by whoever issued it."""
    await _tell(tx, certificate, rules.revoke(certificate, reason=body.reason, by=by, at=at), by)
    return CertificateView.seen(certificate, by)


@router.post("/{id}/replacement", status_code=201, responses=problems(*VERSIONED, rules.NotIssued, *ISSUED))
async def replace(
    certificate: Decided, body: ReplacementIn, tx: Tx, by: Issuer, desk: Issuing, at: Now
) -> CertificateView:
    """换发: what the ledger says now, under a new number; answers the new one."""
    fresh = issuing.again(certificate)
    replaced = rules.replace(certificate, fresh, reason=body.reason, by=by, at=at)
    told = await desk.issue(fresh, body, by=by, at=at)
    tx.add(fresh)
    await _tell(tx, certificate, replaced, by)
    await facts.tell(tx, told, by=by)
    return CertificateView.seen(fresh, by)
