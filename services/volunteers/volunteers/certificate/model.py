"""Certificates: asked for by the volunteer or issued at once, of one organiser's confirmed hours in a period."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKey, Index, and_, text
from sqlalchemy.orm import Mapped, mapped_column

from chassis.clock import CITY
from chassis.database import Record
from volunteers.database import Table
from volunteers.hours.model import Hours


class State(StrEnum):
    """证明状态."""

    REQUESTED = "requested"
    ISSUED = "issued"
    REFUSED = "refused"
    REVOKED = "revoked"
    REPLACED = "replaced"


class IssuerKind(StrEnum):
    """出具单位的类别 (民政部令第67号): 志愿服务组织、基层群众性自治组织、公益活动举办单位."""

    ORGANISATION = "organisation"
    COMMITTEE = "committee"
    OFFICE = "office"


class Organiser(NamedTuple):
    """Who organised activities: an organisation, or whoever answers for an area."""

    kind: IssuerKind
    organisation_id: UUID | None
    area_id: UUID

    def organised(self) -> ColumnElement[bool]:
        """The hours of this organiser's activities."""
        if self.kind is IssuerKind.ORGANISATION:
            return Hours.organisation_id == self.organisation_id
        return and_(Hours.organisation_id.is_(None), Hours.area_id == self.area_id)


class Period(NamedTuple):
    """From a day to a day, both counted."""

    from_on: date
    to_on: date

    def held(self) -> ColumnElement[bool]:
        """The hours that began within it."""
        begins = datetime.combine(self.from_on, time(), CITY)
        ends = datetime.combine(self.to_on, time(), CITY) + timedelta(days=1)
        return and_(Hours.starts_at >= begins, Hours.starts_at < ends)


class Certificate(Record, Table):
    """志愿服务证明. `account_id` is the volunteer's, `organisation_id` the issuer's where it is an organisation."""

    __tablename__ = "certificate"

    account_id: Mapped[UUID]
    organisation_id: Mapped[UUID | None]
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    person_id: Mapped[UUID]
    issuer_kind: Mapped[IssuerKind]
    state: Mapped[State]
    from_on: Mapped[date]
    to_on: Mapped[date]
    purpose: Mapped[str | None]
    requested_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    reason: Mapped[str | None]  # of refusing, revoking or replacing
    number: Mapped[str | None] = mapped_column(unique=True)
    minutes: Mapped[int | None]
    hours_ids: Mapped[list[UUID]]
    issuer_name: Mapped[str | None]
    said: Mapped[dict[str, Any] | None]  # what is signed; names and numbers masked
    proof: Mapped[str | None]
    printed_cipher: Mapped[bytes | None]  # who is named on the paper: the volunteer, the head, the handler
    issued_at: Mapped[datetime | None]
    replaced_by: Mapped[UUID | None]
    doubted_at: Mapped[datetime | None]  # when hours of it were countered after it was issued

    __table_args__ = (
        CheckConstraint("from_on <= to_on", name="period_forward"),
        CheckConstraint(
            "(number is null) = (state in ('requested', 'refused')) and (proof is null) = (number is null)",
            name="issued_with_number_and_proof",
        ),
        Index("ix_certificate_account_id_id", "account_id", "id"),
        Index("ix_certificate_organisation_id_id", "organisation_id", "id"),
        Index("ix_certificate_scope_key_id", "scope_key", "id"),
        Index("ix_certificate_volunteer_id", "volunteer_id"),
        # One request at a time with each organiser.
        Index(
            "uq_certificate_requested",
            "person_id",
            "issuer_kind",
            text("coalesce(organisation_id, area_id)"),
            unique=True,
            postgresql_where=text("state = 'requested'"),
        ),
        # What an entry stands on is asked when the entry is countered.
        Index("ix_certificate_hours_ids", "hours_ids", postgresql_using="gin"),
    )

    @property
    def organiser(self) -> Organiser:
        """Who issues it."""
        return Organiser(self.issuer_kind, self.organisation_id, self.area_id)

    @property
    def period(self) -> Period:
        """What it covers."""
        return Period(self.from_on, self.to_on)

    @property
    def stands(self) -> bool:
        """Whether it was issued and not taken back since."""
        return self.state is State.ISSUED
