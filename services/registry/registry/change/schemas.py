"""What a change and the end of a registration take in, and how an organisation's history looks from outside."""

from datetime import date
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chassis.clock import Day
from chassis.vault import Vault
from registry.organisation.model import Organisation, Path
from registry.organisation.past import DATED, PastOrganisation, present_since
from registry.organisation.schemas import representative
from registry.registration.schemas import Long, RepresentativeIn, Text


class ChangeOfIn(BaseModel):
    """变更: what is left out stays; `document` is the number of the decision."""

    model_config = ConfigDict(extra="forbid")

    document: Annotated[str, Field(min_length=4, max_length=100)]
    name: Text | None = None
    venue: Annotated[str | None, Field(min_length=2, max_length=200)] = None
    business_scope: Long | None = None
    representative: RepresentativeIn | None = None
    certificate_number: Annotated[str | None, Field(min_length=4, max_length=40)] = None
    certificate_valid_to: Day | None = None


class CancellationIn(BaseModel):
    """注销登记: why, and how the liquidation ended."""

    model_config = ConfigDict(extra="forbid")

    reason: Annotated[str, Field(min_length=2, max_length=500)]
    liquidation: Annotated[str, Field(min_length=4, max_length=500)]
    liquidated_on: Day


class SpanView(BaseModel):
    """登记或备案事项 of a span of days; `valid_to` is exclusive, `ended_by` the document that ended them."""

    valid_from: date | None
    valid_to: date | None
    ended_by: str | None
    path: Path
    name: str
    venue: str
    business_scope: str | None
    representative: str | None
    certificate_number: str | None
    certificate_valid_to: date | None

    @classmethod
    def of(
        cls, span: Organisation | PastOrganisation, organisation: Organisation, vault: Vault, **days: date | str | None
    ) -> Self:
        """From the record itself or from what it was before."""
        plain = {name: getattr(span, name) for name in DATED if not name.startswith("representative")}
        masked = representative(organisation.id, span.representative_cipher, vault)
        return cls.model_validate({**plain, **days, "representative": masked})


class HistoryView(BaseModel):
    """沿革: one identity, the oldest first; a body that was promoted shows its filing before its registration."""

    organisation_id: UUID
    filing_number: str | None
    filed_on: date | None
    uscc: str | None
    registered_on: date | None
    deregistered_on: date | None
    revoked_on: date | None
    items: list[SpanView]

    @classmethod
    def of(cls, organisation: Organisation, past: list[PastOrganisation], vault: Vault) -> Self:
        """From the record and what it was before."""
        ends = [day for day in (organisation.deregistered_on, organisation.revoked_on) if day]
        spans = [
            SpanView.of(
                each, organisation, vault, valid_from=each.valid_from, valid_to=each.valid_to, ended_by=each.ended_by
            )
            for each in past
        ]
        since, until = present_since(organisation, past), min(ends, default=None)
        spans.append(
            SpanView.of(organisation, organisation, vault, valid_from=since, valid_to=until, ended_by=None),
        )
        days = ("filed_on", "uscc", "registered_on", "deregistered_on", "revoked_on")
        plain = {name: getattr(organisation, name) for name in days}
        return cls(organisation_id=organisation.id, filing_number=organisation.number, items=spans, **plain)
