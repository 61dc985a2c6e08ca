"""What asking and issuing take in, and how a certificate looks to its people and to everybody."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from chassis.access import Access
from chassis.clock import Day
from chassis.records import Action, Offer, Reason, offered
from chassis.transaction import View
from volunteers.certificate.model import Certificate, IssuerKind, State
from volunteers.certificate.rules import is_organiser
from volunteers.hours.model import Hours
from volunteers.permissions import Permission

Named = Annotated[str, Field(min_length=2, max_length=30)]


class AskedOf(BaseModel, extra="forbid"):
    """向谁、哪段时间: an organisation, or the area whose committee or office organised; one of the two."""

    organisation_id: UUID | None = None
    area_id: UUID | None = None
    from_on: Day
    to_on: Day

    @model_validator(mode="after")
    def _one_organiser(self) -> Self:
        if (self.organisation_id is None) == (self.area_id is None):
            message = "请填写组织或片区中的一个"
            raise ValueError(message)
        return self


class PeriodIn(AskedOf):
    """申请."""

    purpose: Annotated[str, Field(min_length=2, max_length=100)] | None = None


class EntriesAsked(AskedOf):
    """查看可以证明的时长."""

    volunteer_id: UUID


class EntryView(BaseModel):
    """One entry that a certificate would stand on."""

    id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    minutes: int


class Entries(BaseModel):
    """可以证明的时长, in the order of time."""

    minutes: int
    items: list[EntryView]

    @classmethod
    def of(cls, found: Sequence[Hours]) -> Self:
        """What the ledger holds now."""
        seen = [EntryView(**{name: getattr(each, name) for name in EntryView.model_fields}) for each in found]
        return cls(minutes=sum(each.minutes for each in found), items=seen)


class SignatoriesIn(BaseModel, extra="forbid"):
    """署名: 单位负责人、经办人和联系方式, as 民政部令第67号 asks."""

    head: Named
    handler: Named
    contact: Annotated[str, Field(min_length=5, max_length=50)]


class IssueIn(PeriodIn, SignatoriesIn):
    """直接出具."""

    volunteer_id: UUID


class ReplacementIn(Reason, SignatoriesIn):
    """换发."""


class OrganiserView(BaseModel):
    """可以申请证明的单位, with the volunteer's confirmed minutes there."""

    organisation_id: UUID | None
    area_id: UUID
    name: str | None
    minutes: int
    from_on: date
    to_on: date


class Organisers(BaseModel):
    """可以申请证明的单位."""

    items: list[OrganiserView]


class CertificateView(View):
    """志愿服务证明."""

    id: UUID
    area_id: UUID
    state: State
    number: str | None
    volunteer_id: UUID
    organisation_id: UUID | None
    issuer_kind: IssuerKind
    issuer_name: str | None
    from_on: date
    to_on: date
    purpose: str | None
    minutes: int | None
    hours: str | None
    entries: int
    requested_at: datetime | None
    issued_at: datetime | None
    decided_at: datetime | None
    reason: str | None
    replaced_by: UUID | None
    doubted_at: datetime | None
    proof: str | None
    actions: list[Action]
    links: dict[str, str]

    @classmethod
    def seen(cls, certificate: Certificate, access: Access) -> Self:
        """As this caller sees it."""
        made = {"actions", "links", "hours", "entries"}
        copied = {name: getattr(certificate, name) for name in cls.model_fields if name not in made}
        hours = certificate.said["hours"] if certificate.said else None
        offers, links = _actions(certificate, access), _links(certificate)
        return cls(**copied, hours=hours, entries=len(certificate.hours_ids), actions=offers, links=links)


def _links(certificate: Certificate) -> dict[str, str]:
    here = f"/api/volunteers/certificates/{certificate.id}"
    links = {
        "area": f"/api/registry/areas/{certificate.area_id}",
        "volunteer": f"/api/volunteers/volunteers/{certificate.volunteer_id}",
    }
    if certificate.organisation_id:
        links["organisation"] = f"/api/registry/organisations/{certificate.organisation_id}"
    if certificate.replaced_by:
        links["replaced_by"] = f"/api/volunteers/certificates/{certificate.replaced_by}"
    if certificate.number:
        links |= {"document": f"{here}/document.pdf", "proof": f"{here}/proof.json"}
        links["published"] = f"/api/volunteers/published/certificates/{certificate.number}"
    return links


def _actions(certificate: Certificate, access: Access) -> list[Action]:
    """The verbs offered now, to the organiser alone."""
    here = f"/api/volunteers/certificates/{certificate.id}"
    mine = is_organiser(access, certificate.organiser) and access.account_id != certificate.account_id
    waiting, issued = mine and certificate.state is State.REQUESTED, mine and certificate.stands
    issue = Permission.CERTIFICATE_ISSUE
    offers = (
        Offer(waiting, issue, "issuance", "出具证明"),
        Offer(waiting, issue, "refusal", "不予出具", needs_reason=True),
        Offer(issued, issue, "replacement", "换发", needs_reason=True),
        Offer(issued, issue, "revocation", "撤销", needs_reason=True),
    )
    return offered(here, certificate, access, offers)
