"""Payments of contract stages: the share by which they are due, and who proposed, requested and made them."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record, beyond_scope
from projects.database import Table


class State(StrEnum):
    """支付状态."""

    UNDECIDED = "undecided"
    PROPOSED = "proposed"
    DUE = "due"
    REQUESTED = "requested"
    MADE = "made"


ONE_PAYMENT_A_NUMBER = "ix_payment_reference"


class Payment(Record, Table):
    """阶段款; amounts in fen, the share in parts per million of the stage's amount."""

    __tablename__ = "payment"

    acceptance_id: Mapped[UUID] = mapped_column(ForeignKey("acceptance.id"), unique=True)
    contract_id: Mapped[UUID] = mapped_column(ForeignKey("contract.id"))
    project_id: Mapped[UUID]
    need_ids: Mapped[list[UUID]]
    organisation_id: Mapped[UUID]
    budget_id: Mapped[UUID]
    line_id: Mapped[UUID]
    stage_no: Mapped[int]
    title: Mapped[str]
    stage_fen: Mapped[int]
    survey_id: Mapped[UUID]
    answered: Mapped[int]
    share_ppm: Mapped[int | None]
    amount_fen: Mapped[int | None]
    state: Mapped[State]
    due_at: Mapped[datetime | None]
    # Where too few have answered: who proposed which share, why, and who confirmed it.
    proposed_ppm: Mapped[int | None]
    proposed_by: Mapped[UUID | None]
    proposed_because: Mapped[str | None]
    confirmed_by: Mapped[UUID | None]
    requested_at: Mapped[datetime | None]
    requested_by: Mapped[UUID | None]
    returned_because: Mapped[str | None]
    made_at: Mapped[datetime | None]
    made_by: Mapped[UUID | None]
    reference: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("contract_id", "stage_no"),
        CheckConstraint("made_by is null or made_by <> requested_by", name="two_people"),
        CheckConstraint("amount_fen is null or amount_fen between 0 and stage_fen", name="amount"),
        Index(ONE_PAYMENT_A_NUMBER, "reference", unique=True),
        Index("ix_payment_scope_key_id", "scope_key", "id"),
        Index("ix_payment_organisation_id_id", "organisation_id", "id"),
    )

    @property
    def paid(self) -> bool:
        """Whether the money has left."""
        return self.state is State.MADE


async def payments_of(tx: AsyncSession, contract_id: UUID) -> Sequence[Payment]:
    """Every payment of a contract that is held."""
    async with beyond_scope(tx):
        return (await tx.scalars(select(Payment).where(Payment.contract_id == contract_id))).all()


async def reference_used(tx: AsyncSession, reference: str, payment: Payment) -> bool:
    """Whether another payment, wherever it lies, was made under this number of the treasury."""
    query = select(Payment.id).where(Payment.reference == reference, Payment.id != payment.id)
    async with beyond_scope(tx):
        return await tx.scalar(query) is not None
