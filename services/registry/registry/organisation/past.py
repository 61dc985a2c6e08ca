"""What an organisation was before a change: each row a span of days that is over; the present is its own record."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import new_id
from registry.database import Table
from registry.organisation.model import Organisation, Path

# What a change replaces; the representative's cipher is bound to the organisation, so it is kept as it is.
DATED = (
    "path",
    "name",
    "venue",
    "business_scope",
    "representative_cipher",
    "representative_id",
    "certificate_number",
    "certificate_valid_to",
)


class PastOrganisation(Table):
    """曾用登记事项, from a day until (excluding) another, and the document that ended them."""

    __tablename__ = "past_organisation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    ended_by: Mapped[str]
    path: Mapped[Path]
    name: Mapped[str]
    venue: Mapped[str]
    business_scope: Mapped[str | None]
    representative_cipher: Mapped[bytes | None]
    representative_id: Mapped[UUID | None]
    certificate_number: Mapped[str | None]
    certificate_valid_to: Mapped[date | None]

    __table_args__ = (CheckConstraint("valid_to > valid_from", name="days"),)


async def past_of(tx: AsyncSession, organisation_id: UUID) -> list[PastOrganisation]:
    """What is over, the oldest first."""
    mine = select(PastOrganisation).where(PastOrganisation.organisation_id == organisation_id)
    return list(await tx.scalars(mine.order_by(PastOrganisation.valid_from)))


def as_of(organisation: Organisation, past: Sequence[PastOrganisation], on: date) -> Organisation | PastOrganisation:
    """The organisation as it was on a day; before its first day and after its last as it was then."""
    return next((each for each in past if on < each.valid_to), organisation)


def present_since(organisation: Organisation, past: list[PastOrganisation]) -> date | None:
    """The first day of what its record says now."""
    return past[-1].valid_to if past else organisation.filed_on or organisation.registered_on


def ended(
    organisation: Organisation, past: list[PastOrganisation], *, on: date, document: str
) -> PastOrganisation | None:
    """What it has been until today, to be kept; nothing where it began today."""
    since = present_since(organisation, past)
    if since is None or since >= on:
        return None
    kept = {name: getattr(organisation, name) for name in DATED}
    return PastOrganisation(organisation_id=organisation.id, valid_from=since, valid_to=on, ended_by=document, **kept)
