"""Issuing: entries from the ledger, the issuer's standing from the registry, and what is signed and printed."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import Depends, Request
from joserfc.jwk import OKPKey
from pydantic import BaseModel
from sqlalchemy import select

from chassis import clock
from chassis.access import Access, visible
from chassis.client import NeighbourSilent
from chassis.database import beyond_scope, new_id
from chassis.problems import NotFound
from chassis.tables import AreaCopy
from chassis.transaction import Tx
from chassis.vault import Keys, Vault, mask_id_number, mask_name
from volunteers.certificate import rules
from volunteers.certificate.model import Certificate, IssuerKind, Organiser, Period, State
from volunteers.certificate.proof import CERTIFICATE_TYPE, Masked, said
from volunteers.certificate.schemas import AskedOf, PeriodIn, SignatoriesIn
from volunteers.clients.registry import Ask, OrganiserUnknown, Standings, require_standing
from volunteers.dated import CertificateRule
from volunteers.facts import CertificateIssued
from volunteers.hours.model import Hours, counts
from volunteers.seal import content, reading
from volunteers.seal.signing import signed
from volunteers.volunteer.model import Volunteer, persons_of, registrations_of
from volunteers.volunteer.sealing import opened


class Printed(BaseModel):
    """署名: whoever is named in full on the paper; kept encrypted."""

    name: str
    id_number: str
    volunteer_number: str
    head: str
    handler: str
    contact: str

    def sealed(self, certificate_id: UUID, keys: Vault) -> bytes:
        """As it is kept."""
        return keys.encrypt(self.model_dump_json(), table="certificate", column="printed", row_id=certificate_id)

    @classmethod
    def opened(cls, certificate: Certificate, keys: Vault) -> Self:
        """Of an issued certificate, to be printed."""
        assert certificate.printed_cipher is not None  # noqa: S101 - it was issued
        cipher = certificate.printed_cipher
        clear = keys.decrypt(cipher, table="certificate", column="printed", row_id=certificate.id)
        return cls.model_validate_json(clear)


async def entries_of(
    tx: Tx, person_id: UUID, organiser: Organiser, period: Period, *, held: bool = False
) -> list[Hours]:
    """What one organiser may certify of one person, whatever registration it was entered under: no hour twice.

    `held` reads it anew and keeps it so until the transaction ends: whoever counters an entry waits for that.
    """
    theirs = Hours.person_id.in_(persons_of(person_id))
    query = select(Hours).where(theirs, organiser.organised(), period.held(), counts())
    if held:
        query = query.with_for_update(read=True).execution_options(populate_existing=True)
    found: list[Hours] = []
    async with beyond_scope(tx):
        for each in await tx.scalars(query.order_by(Hours.starts_at)):
            if not found or found[-1].ends_at <= each.starts_at:
                found.append(each)
    return found


async def served(tx: Tx, volunteer_id: UUID, by: Access) -> Volunteer:
    """A volunteer of whom the caller sees hours, wherever they live."""
    query = select(Hours.id).where(Hours.volunteer_id.in_(registrations_of(volunteer_id)), visible(Hours, by)).limit(1)
    if await tx.scalar(query) is None:
        raise NotFound(pointer="/volunteer_id")
    async with beyond_scope(tx):
        return await tx.get_one(Volunteer, volunteer_id)


async def draft(tx: Tx, volunteer: Volunteer, asked: PeriodIn) -> Certificate:
    """A certificate that nobody has decided on, lying where its organiser's activities lie."""
    organiser, area = await organiser_of(tx, volunteer.person_id, asked)
    return Certificate(
        id=new_id(),
        state=State.REQUESTED,
        area_id=area.id,
        scope_key=area.scope_key,
        account_id=volunteer.account_id,
        organisation_id=organiser.organisation_id,
        volunteer_id=volunteer.id,
        person_id=volunteer.person_id,
        issuer_kind=organiser.kind,
        from_on=asked.from_on,
        to_on=asked.to_on,
        purpose=asked.purpose,
        hours_ids=[],
    )


def again(certificate: Certificate) -> Certificate:
    """The same volunteer, organiser and period, nothing of it issued yet."""
    names = ("area_id", "scope_key", "account_id", "organisation_id", "volunteer_id", "person_id", "issuer_kind")
    copied = {name: getattr(certificate, name) for name in (*names, "from_on", "to_on", "purpose")}
    return Certificate(id=new_id(), state=State.REQUESTED, hours_ids=[], **copied)


async def organiser_of(tx: Tx, person_id: UUID, asked: AskedOf) -> tuple[Organiser, AreaCopy]:
    """Whom the request names; an organisation's certificate lies where the person last served with it."""
    area_id = asked.area_id
    if area_id is None:
        theirs = Organiser(IssuerKind.ORGANISATION, asked.organisation_id, UUID(int=0)).organised()
        query = select(Hours.area_id).where(Hours.person_id.in_(persons_of(person_id)), theirs, counts())
        async with beyond_scope(tx):
            area_id = await tx.scalar(query.order_by(Hours.starts_at.desc()).limit(1))
        if area_id is None:
            raise rules.NothingToCertify
    area = await tx.get(AreaCopy, area_id)
    if area is None:
        raise NotFound(pointer="/area_id")
    office = IssuerKind.COMMITTEE if area.level == "community" else IssuerKind.OFFICE
    kind = IssuerKind.ORGANISATION if asked.organisation_id else office
    return Organiser(kind, asked.organisation_id, area.id), area


async def office_name(tx: Tx, area_id: UUID) -> str:
    """东城街道岗贝社区居民委员会: with the town in front, for there is more than one of many a name."""
    area = await tx.get_one(AreaCopy, area_id)
    town = await tx.get(AreaCopy, area.parent_id) if area.level == "community" and area.parent_id else None
    return "".join(each.name or each.code for each in (town, area) if each is not None)


class Desk:
    """Everything that issuing asks of the rest of the service and of its neighbour."""

    def __init__(self, tx: Tx, vault: Vault, key: OKPKey, ask: Ask) -> None:
        self._tx, self._vault, self._key, self._ask = tx, vault, key, ask

    async def issue(
        self, certificate: Certificate, signatories: SignatoriesIn, *, by: Access, at: datetime
    ) -> CertificateIssued:
        """出具: the rule first, which names whoever may not; then what only the ledger and the registry know."""
        on = clock.day(at)
        rule = CertificateRule.on(on)
        whose = certificate.person_id, certificate.organiser, certificate.period
        entries = await entries_of(self._tx, *whose)
        if not entries and await self._others_organised(certificate):
            raise rules.NotTheOrganiser
        rules.require_issuable(certificate, entries, by=by, on=on)
        issuer = await self._issuer(certificate, rule, on)
        # The registry took its time: an entry may have been countered since, and then nobody would doubt this one.
        entries = await entries_of(self._tx, *whose, held=True)
        sealed = await reading.sealed(self._tx, [each.id for each in entries], self._vault.index_key(content.KEY))
        printed = await self._printed(certificate, signatories)
        page = await reading.newest_page(self._tx)
        # Nothing is asked of the database from here on: number and proof are written together.
        told = rules.issue(certificate, entries, issuer=issuer, by=by, at=at)
        holder = Masked(name=mask_name(printed.name), id_number=printed.id_number)
        certificate.said = said(certificate, holder, sealed, page, step=rule.step_minutes, on=on)
        certificate.proof = signed(self._key, CERTIFICATE_TYPE, certificate.said)
        certificate.printed_cipher = printed.sealed(certificate.id, self._vault)
        return told

    async def _others_organised(self, certificate: Certificate) -> bool:
        """Whether what the person served here then was organised by somebody else."""
        below = Hours.scope_key.startswith(certificate.scope_key, autoescape=True)
        person = Hours.person_id.in_(persons_of(certificate.person_id))
        theirs = person, certificate.period.held(), counts(), below
        return await self._tx.scalar(select(Hours.id).where(*theirs).limit(1)) is not None

    async def _issuer(self, certificate: Certificate, rule: CertificateRule, on: date) -> str:
        """The name it issues under; an organisation that does not stand on the day issues nothing."""
        if certificate.organisation_id is not None:
            standing = await self._ask(certificate.organisation_id, on)
            require_standing(standing, filed_may_issue=rule.filed_may_issue)
            return standing.name
        return await office_name(self._tx, certificate.area_id)

    async def name_of(self, organisation_id: UUID | None, area_id: UUID, on: date) -> str | None:
        """The organiser's name, to be read; unlike an issuer's it may stay unknown while the registry is silent."""
        if organisation_id is None:
            return await office_name(self._tx, area_id)
        try:
            return (await self._ask(organisation_id, on)).name
        except (NeighbourSilent, OrganiserUnknown):
            return None

    async def _printed(self, certificate: Certificate, signatories: SignatoriesIn) -> Printed:
        async with beyond_scope(self._tx):
            volunteer = await self._tx.get_one(Volunteer, certificate.volunteer_id)
        return Printed(
            name=opened(volunteer, "name", self._vault),
            id_number=mask_id_number(opened(volunteer, "id_number", self._vault)),
            volunteer_number=volunteer.number,
            head=signatories.head,
            handler=signatories.handler,
            contact=signatories.contact,
        )


async def desk(request: Request, tx: Tx, keys: Keys, ask: Standings) -> Desk:
    """Dependency: the desk of this request."""
    return Desk(tx, keys, request.app.state.signer.key, ask)


Issuing = Annotated[Desk, Depends(desk)]
