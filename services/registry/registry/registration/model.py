"""Applications for registration: what was declared, how far the authority has come and until when it has to decide."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from registry.database import Table
from registry.organisation.model import Category, Kind


class State(StrEnum):
    """登记申请状态."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    CORRECTION = "correction"
    GRANTED = "granted"
    REFUSED = "refused"


# Their names in the database, which decides between two that act at once or do not see each other's rows.
ONE_OPEN_APPLICATION = "uq_registration_open"
ONE_BODY_A_CODE = "uq_organisation_uscc"
ONE_BODY_A_CERTIFICATE = "uq_organisation_certificate_number"


class Registration(Record, Table):
    """登记申请; `organisation_id` is the body's, which a new one has from its application on."""

    __tablename__ = "registration"

    organisation_id: Mapped[UUID] = mapped_column(index=True)
    promotes: Mapped[bool]
    name: Mapped[str]
    kind: Mapped[Kind]
    category: Mapped[Category]
    venue: Mapped[str]
    business_scope: Mapped[str]
    members: Mapped[int]
    funds_fen: Mapped[int]
    # What the law asks to be given, and what was given for each.
    documents: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    representative_cipher: Mapped[bytes]
    representative_id: Mapped[UUID]
    state: Mapped[State]
    submitted_at: Mapped[datetime]
    submitted_by: Mapped[UUID | None]
    judged_by: Mapped[str]
    accepted_on: Mapped[date | None]
    due_on: Mapped[date | None]
    returned_because: Mapped[str | None]
    refused_because: Mapped[str | None]
    decided_on: Mapped[date | None]
    decided_by: Mapped[UUID | None]

    __table_args__ = (
        Index("ix_registration_scope_key_id", "scope_key", "id"),
        Index(
            ONE_OPEN_APPLICATION,
            "organisation_id",
            unique=True,
            postgresql_where=text("state in ('submitted', 'accepted', 'correction')"),
        ),
    )
