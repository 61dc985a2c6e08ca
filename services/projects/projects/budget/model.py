"""Budgets, their lines in projects, and the transfers between accounts of which every balance is the sum."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record, new_id
from projects.database import Table


class Level(StrEnum):
    """预算级次."""

    CITY = "city"
    TOWN = "town"


class Account(StrEnum):
    """科目: where a fen of a budget stands, from the decision that granted it to the provider's account."""

    GRANTED = "granted"  # 批复: outside; what was granted is its negative balance
    AVAILABLE = "available"  # 可用
    COMMITTED = "committed"  # 已安排到项目
    TENDERED = "tendered"  # 采购中
    CONTRACTED = "contracted"  # 已签合同
    PAYABLE = "payable"  # 应付
    PAID = "paid"  # 已付


# The accounts whose balance a budget carries, so that the database itself refuses to overdraw one.
CARRIED = tuple(account for account in Account if account is not Account.GRANTED)


class Budget(Record, Table):
    """预算: of one town or of the city, for one year; amounts in fen."""

    __tablename__ = "budget"

    level: Mapped[Level]
    year: Mapped[int]
    name: Mapped[str]
    document: Mapped[str]
    available_fen: Mapped[int] = mapped_column(default=0)
    committed_fen: Mapped[int] = mapped_column(default=0)
    tendered_fen: Mapped[int] = mapped_column(default=0)
    contracted_fen: Mapped[int] = mapped_column(default=0)
    payable_fen: Mapped[int] = mapped_column(default=0)
    paid_fen: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        UniqueConstraint("area_id", "year", "name"),
        Index("ix_budget_scope_key_id", "scope_key", "id"),
        *(CheckConstraint(f"{account}_fen >= 0", name=account.value) for account in CARRIED),
    )

    @property
    def granted_fen(self) -> int:
        """批复金额: everything that stands anywhere."""
        return sum(self.balance(account) for account in CARRIED)

    def balance(self, account: Account) -> int:
        """What stands on one of the carried accounts."""
        held: int = getattr(self, f"{account}_fen")
        return held


class BudgetLine(Record, Table):
    """预算明细: what a project takes from one budget for one purpose; it lies where the project lies."""

    __tablename__ = "budget_line"

    project_id: Mapped[UUID] = mapped_column(index=True)
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"), index=True)
    # The organisation of the project, by which its people see the line.
    organisation_id: Mapped[UUID | None]
    purpose: Mapped[str]
    amount_fen: Mapped[int]
    # What of it is not yet in a purchase, once the project is approved.
    committed_fen: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("committed_fen between 0 and amount_fen", name="committed"),
        Index("ix_budget_line_scope_key_id", "scope_key", "id"),
    )

    @property
    def unbought_fen(self) -> int:
        """The whole of it, once its project is approved and while nothing of it is in a purchase; otherwise none."""
        return self.amount_fen if self.committed_fen == self.amount_fen else 0


class Transfer(Table):
    """记账: an amount taken from one account and put to another, so that the ledger cannot fail to balance."""

    __tablename__ = "transfer"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    area_id: Mapped[UUID]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    budget_id: Mapped[UUID] = mapped_column(ForeignKey("budget.id"))
    line_id: Mapped[UUID | None] = mapped_column(index=True)
    # What made it: the purchase, contract or payment; none where the budget itself was granted or changed.
    cause_id: Mapped[UUID | None] = mapped_column(index=True)
    source: Mapped[Account]
    target: Mapped[Account]
    amount_fen: Mapped[int]
    posted_at: Mapped[datetime]
    ground: Mapped[str]

    __table_args__ = (
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("source <> target", name="accounts"),
        Index("ix_transfer_budget_id_id", "budget_id", "id"),
    )


async def budgets_held(tx: AsyncSession, budget_ids: Iterable[UUID]) -> dict[UUID, Budget]:
    """Budgets, locked in one order so that two who spend from the same ones do not wait for each other."""
    query = select(Budget).where(Budget.id.in_(set(budget_ids))).order_by(Budget.id).with_for_update()
    return {budget.id: budget for budget in await tx.scalars(query)}
