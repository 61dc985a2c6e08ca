"""Purchases of a project: what is bought, the criteria, the deadline, and how it ended."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, beyond_scope
from chassis.problems import NotFound
from projects.database import Table
from projects.purchase.dated import Method


class State(StrEnum):
    """采购状态."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    OPENED = "opened"
    PROPOSED = "proposed"
    AWARDED = "awarded"
    FAILED = "failed"
    CANCELLED = "cancelled"


# What everybody may read: an announcement, and whatever became of it.
OPEN_TO_ALL = tuple(state for state in State if state is not State.DRAFT)
# While it runs, the ceiling is set aside from the budget line.
RUNNING = frozenset({State.ANNOUNCED, State.OPENED, State.PROPOSED})


class CriterionKind(StrEnum):
    """评审因素类型: price is computed, quality is scored."""

    PRICE = "price"
    QUALITY = "quality"


class Purchase(Record, Table):
    """政府购买服务采购; amounts in fen."""

    __tablename__ = "purchase"

    project_id: Mapped[UUID] = mapped_column(ForeignKey("project.id"), index=True)
    need_ids: Mapped[list[UUID]]
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"))
    line_id: Mapped[UUID] = mapped_column(ForeignKey("budget_line.id"))
    title: Mapped[str]
    requirement: Mapped[str]
    catalogue_code: Mapped[str]
    method: Mapped[Method]
    ceiling_fen: Mapped[int]
    criteria: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    invited_ids: Mapped[list[UUID]]
    bids_due_at: Mapped[datetime]
    # The deadline has passed, and nobody invited is asked any more.
    invitations_over: Mapped[bool] = mapped_column(default=False)
    # The office that answers bidders' questions, as the announcement names it; never a person.
    contact_office: Mapped[str | None]
    contact_phone: Mapped[str | None]
    state: Mapped[State]
    drafted_by: Mapped[UUID | None]
    announced_at: Mapped[datetime | None]
    opened_at: Mapped[datetime | None]
    opened_bids: Mapped[int] = mapped_column(default=0)
    proposed_at: Mapped[datetime | None]
    proposed_by: Mapped[UUID | None]
    proposed_bid_id: Mapped[UUID | None]
    notice_id: Mapped[UUID | None]
    awarded_at: Mapped[datetime | None]
    awarded_fen: Mapped[int | None]
    awarded_organisation_id: Mapped[UUID | None]
    # Whom the result names to everybody (政府采购法实施条例 art. 43), as the registry knew it on the day of the bid.
    awarded_name: Mapped[str | None]
    # Kept by the contract: from then on the award cannot be given up.
    signed: Mapped[bool] = mapped_column(default=False)
    ended_because: Mapped[str | None] = mapped_column(Text)
    reviewers: Mapped[list["Reviewer"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    __table_args__ = (
        CheckConstraint("ceiling_fen > 0", name="ceiling"),
        CheckConstraint("awarded_fen is null or awarded_fen between 1 and ceiling_fen", name="award"),
        CheckConstraint("awarded_at is null or awarded_at > bids_due_at", name="deadline"),
        Index("ix_purchase_scope_key_id", "scope_key", "id"),
    )

    @property
    def invited_only(self) -> bool:
        """Whether only who is invited may bid."""
        return bool(self.invited_ids)

    def bidding_open(self, at: datetime) -> bool:
        """Whether bids are taken: announced, and before the deadline."""
        return self.state is State.ANNOUNCED and at < self.bids_due_at


class Seat(StrEnum):
    """评审进度 of one expert."""

    WAITING = "waiting"
    SCORED = "scored"
    CONFLICTED = "conflicted"


class Reviewer(Table):
    """评审专家: an account on the panel and how far it has come, as the review keeps it."""

    __tablename__ = "purchase_reviewer"

    purchase_id: Mapped[UUID] = mapped_column(ForeignKey("purchase.id"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    seat: Mapped[Seat]


async def purchase_behind(tx: AsyncSession, purchase_id: UUID, *, lock: bool = True) -> Purchase:
    """A purchase that is no draft, wherever it lies: bidders and experts come from elsewhere."""
    query = select(Purchase).where(Purchase.id == purchase_id, Purchase.state.in_(OPEN_TO_ALL))
    async with beyond_scope(tx):
        found = await tx.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found
