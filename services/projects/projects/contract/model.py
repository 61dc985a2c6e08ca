"""Contracts in stages, and the changes that were proposed to them."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, beyond_scope, new_id
from projects.database import Table


class State(StrEnum):
    """合同状态."""

    DRAFT = "draft"
    OFFERED = "offered"
    VOIDED = "voided"
    SIGNED = "signed"
    COMPLETED = "completed"
    TERMINATED = "terminated"


class StageState(StrEnum):
    """合同阶段状态."""

    PENDING = "pending"
    REQUESTED = "requested"
    CORRECTION = "correction"
    PASSED = "passed"


class Side(StrEnum):
    """合同的一方."""

    PURCHASER = "purchaser"
    PROVIDER = "provider"


class ChangeState(StrEnum):
    """变更状态."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    REFUSED = "refused"


class Contract(Record, Table):
    """政府购买服务合同; amounts in fen."""

    __tablename__ = "contract"

    purchase_id: Mapped[UUID] = mapped_column(ForeignKey("purchase.id"), unique=True)
    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    need_ids: Mapped[list[UUID]]
    budget_id: Mapped[UUID]
    line_id: Mapped[UUID]
    organisation_id: Mapped[UUID]
    provider_name: Mapped[str]
    title: Mapped[str]
    number: Mapped[str]
    amount_fen: Mapped[int]
    original_fen: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    state: Mapped[State]
    sign_by: Mapped[date]
    offered_at: Mapped[datetime | None]
    signed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_because: Mapped[str | None]
    stages: Mapped[list["Stage"]] = relationship(
        lazy="selectin", cascade="all, delete-orphan", order_by="Stage.no", back_populates="contract"
    )

    __table_args__ = (
        CheckConstraint("amount_fen > 0 and ends_on >= starts_on", name="terms"),
        Index("ix_contract_scope_key_id", "scope_key", "id"),
        Index("ix_contract_organisation_id_id", "organisation_id", "id"),
    )


class Stage(Table):
    """合同阶段: what is to be shown for it, and what is paid."""

    __tablename__ = "contract_stage"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id", ondelete="CASCADE"))
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    organisation_id: Mapped[UUID]
    no: Mapped[int]
    name: Mapped[str]
    amount_fen: Mapped[int]
    due_on: Mapped[date]
    evidence: Mapped[list[str]]
    state: Mapped[StageState]
    contract: Mapped[Contract] = relationship(lazy="raise", back_populates="stages")

    __table_args__ = (
        UniqueConstraint("contract_id", "no", deferrable=True, initially="deferred"),
        CheckConstraint("amount_fen > 0", name="amount"),
    )


class Change(Record, Table):
    """合同变更: new terms for what is still to be done, with the ground for it."""

    __tablename__ = "contract_change"

    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id"), index=True)
    organisation_id: Mapped[UUID]
    ground: Mapped[str]
    reason: Mapped[str]
    ends_on: Mapped[date]
    stages: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    amount_fen: Mapped[int]
    state: Mapped[ChangeState]
    side: Mapped[Side]
    proposed_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_because: Mapped[str | None]

    __table_args__ = (Index("ix_contract_change_scope_key_id", "scope_key", "id"),)


async def contract_held(tx: AsyncSession, contract_id: UUID) -> Contract:
    """A contract that the caller was let to by one of its records, held until the transaction ends."""
    async with beyond_scope(tx):
        query = select(Contract).where(Contract.id == contract_id).with_for_update(of=Contract)
        return (await tx.scalars(query)).one()


async def waiting_changes(tx: AsyncSession, contract: Contract) -> Sequence[Change]:
    """What was proposed to a contract that is held, and not decided."""
    async with beyond_scope(tx):
        still = (Change.contract_id == contract.id, Change.state == ChangeState.PROPOSED)
        return (await tx.scalars(select(Change).where(*still))).all()
