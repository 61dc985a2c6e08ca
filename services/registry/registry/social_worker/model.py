"""Social workers: a certificate that lasts, a registration that ends, and who employs them: three clocks kept apart."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from registry.database import Table


class Level(StrEnum):
    """职业水平等级."""

    ASSISTANT = "assistant"
    INTERMEDIATE = "intermediate"
    SENIOR = "senior"


class EmployerKind(StrEnum):
    """用人单位类型: an agency, or the town government itself (双百工程)."""

    AGENCY = "agency"
    TOWN_GOVERNMENT = "town_government"


class State(StrEnum):
    """登记状态."""

    REGISTERED = "registered"
    LAPSED = "lapsed"


# Their names in the database, which decides between two towns that do not see each other's rows.
ONE_REGISTRATION_A_PERSON = "uq_social_worker_person_id"
ONE_REGISTRATION_A_CERTIFICATE = "uq_social_worker_certificate_number"


class SocialWorker(Record, Table):
    """社工: 持证、登记有效、在岗 are three different things; this is the first two."""

    __tablename__ = "social_worker"

    person_id: Mapped[UUID] = mapped_column(unique=True)
    name_cipher: Mapped[bytes]
    level: Mapped[Level]
    certificate_number: Mapped[str] = mapped_column(unique=True)
    certified_on: Mapped[date]
    valid_from: Mapped[date]
    valid_to: Mapped[date]
    registered_under: Mapped[str]
    employer_kind: Mapped[EmployerKind]
    organisation_id: Mapped[UUID | None] = mapped_column(ForeignKey("organisation.id"))
    state: Mapped[State]

    __table_args__ = (
        Index("ix_social_worker_scope_key_id", "scope_key", "id"),
        Index("ix_social_worker_valid_to", "valid_to"),
    )
