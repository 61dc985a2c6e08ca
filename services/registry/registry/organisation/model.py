"""Community organisations, filed or registered: what was declared, who initiated it, and where they stand."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, new_id
from registry.database import Table


class State(StrEnum):
    """备案与登记的状态."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTION = "correction"
    FILED = "filed"
    REGISTERED = "registered"
    DEREGISTERED = "deregistered"
    REVOKED = "revoked"


class Path(StrEnum):
    """成立方式: 备案 and 登记 are kept apart; a filed body is no legal person and has no credit code."""

    FILED = "filed"
    REGISTERED = "registered"


class Kind(StrEnum):
    """组织类型."""

    SOCIAL_ASSOCIATION = "social_association"
    SOCIAL_SERVICE_ORG = "social_service_org"
    FOUNDATION = "foundation"


class Category(StrEnum):
    """类别: the plan's three; `other` never counts toward them."""

    PUBLIC_SERVICE = "public_service"
    CULTURE_SPORTS = "culture_sports"
    CHARITY_MUTUAL_AID = "charity_mutual_aid"
    OTHER = "other"


class InitiatorKind(StrEnum):
    """发起人类型."""

    NATURAL = "natural"
    LEGAL = "legal"


# Its name in the database, which decides between two towns that do not see each other's rows.
ONE_FILING_A_NUMBER = "uq_organisation_number"


class Organisation(Record, Table):
    """社区社会组织（城乡社区组织）."""

    __tablename__ = "organisation"

    # An organisation's people see it by their organisation; the column lets scope and row security say so.
    organisation_id: Mapped[UUID]
    name: Mapped[str]
    kind: Mapped[Kind]
    category: Mapped[Category]
    path: Mapped[Path]
    venue: Mapped[str]
    members: Mapped[int]
    state: Mapped[State]
    number: Mapped[str | None] = mapped_column(unique=True)
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    returned_because: Mapped[str | None]
    filed_on: Mapped[date | None]
    judged_by: Mapped[str | None]
    deregistered_on: Mapped[date | None]
    deregistered_because: Mapped[str | None]
    registered_on: Mapped[date | None]
    uscc: Mapped[str | None] = mapped_column(unique=True)
    authority_code: Mapped[str | None]
    certificate_number: Mapped[str | None] = mapped_column(unique=True)
    certificate_valid_to: Mapped[date | None]
    business_scope: Mapped[str | None]
    representative_cipher: Mapped[bytes | None]
    representative_id: Mapped[UUID | None]
    liquidation: Mapped[str | None]
    revoked_on: Mapped[date | None]
    revoked_ground: Mapped[str | None]
    revoked_because: Mapped[str | None]
    revoked_by_document: Mapped[str | None]
    initiators: Mapped[list["Initiator"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="Initiator.id"
    )

    __table_args__ = (
        CheckConstraint("uscc is null or registered_on is not null", name="code_of_registered"),
        Index("ix_organisation_scope_key_id", "scope_key", "id"),
    )


class Initiator(Table):
    """发起人: a person (by person id, name encrypted) or a legal person (by credit code)."""

    __tablename__ = "initiator"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    kind: Mapped[InitiatorKind]
    name_cipher: Mapped[bytes]
    person_id: Mapped[UUID | None]
    uscc: Mapped[str | None]

    __table_args__ = (UniqueConstraint("organisation_id", "person_id"), UniqueConstraint("organisation_id", "uscc"))
