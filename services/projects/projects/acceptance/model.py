"""Acceptances of contract stages, their findings, and the local copy of what the survey of the stage came to."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, new_id
from projects.database import Table


class State(StrEnum):
    """验收状态."""

    REQUESTED = "requested"
    CORRECTION = "correction"
    PASSED = "passed"


class FindingState(StrEnum):
    """整改事项状态."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


class Acceptance(Record, Table):
    """阶段验收."""

    __tablename__ = "acceptance"

    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id"))
    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"))
    need_ids: Mapped[list[UUID]]
    organisation_id: Mapped[UUID]
    stage_no: Mapped[int]
    title: Mapped[str]
    # What the contract asks to be shown, and what was shown for each.
    evidence: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    activity_ids: Mapped[list[UUID]]
    state: Mapped[State]
    requested_at: Mapped[datetime]
    requested_by: Mapped[UUID | None]
    inspect_by: Mapped[date]
    passed_at: Mapped[datetime | None]
    passed_by: Mapped[UUID | None]
    opinion: Mapped[str | None]
    findings: Mapped[list["Finding"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="Finding.id", back_populates="acceptance"
    )
    survey: Mapped["StageSurveyCopy | None"] = relationship(
        primaryjoin="foreign(StageSurveyCopy.acceptance_id) == Acceptance.id",
        lazy="raise",
        viewonly=True,
        uselist=False,
    )

    __table_args__ = (
        UniqueConstraint("contract_id", "stage_no"),
        Index("ix_acceptance_scope_key_id", "scope_key", "id"),
        Index("ix_acceptance_organisation_id_id", "organisation_id", "id"),
        Index("ix_acceptance_activity_ids", "activity_ids", postgresql_using="gin"),
    )


class Finding(Table):
    """整改事项."""

    __tablename__ = "finding"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    acceptance_id: Mapped[UUID] = mapped_column(ForeignKey("acceptance.id", ondelete="CASCADE"), index=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID]
    text: Mapped[str]
    due_on: Mapped[date]
    reply: Mapped[str | None]
    state: Mapped[FindingState]
    acceptance: Mapped[Acceptance] = relationship(lazy="raise", back_populates="findings")


class StageSurveyCopy(Table):
    """阶段满意度副本: what assessment's survey of the stage came to, once it was closed."""

    __tablename__ = "stage_survey_copy"

    acceptance_id: Mapped[UUID] = mapped_column(primary_key=True)
    survey_id: Mapped[UUID]
    drawn: Mapped[int]
    answered: Mapped[int]
    satisfied: Mapped[int | None]
    bound_ppm: Mapped[int | None]
    share_ppm: Mapped[int | None]
    closed_at: Mapped[datetime]

    __table_args__ = ({"info": {"projection": True}},)
