"""What was imposed on an organisation, from which day until which, and whether it was lifted before."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from registry.database import Table


class Measure(StrEnum):
    """处理种类: 活动异常（暂停）, 禁止参与政府采购, 撤销."""

    SUSPENSION = "suspension"
    BAR = "bar"
    REVOCATION = "revocation"


class Sanction(Record, Table):
    """处理: a row of its own with its days, never a flag; `ends_on` is the first day on which it no longer holds."""

    __tablename__ = "sanction"

    organisation_id: Mapped[UUID] = mapped_column(ForeignKey("organisation.id"), index=True)
    measure: Mapped[Measure]
    ground: Mapped[str]
    article: Mapped[str]
    document: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    imposed_at: Mapped[datetime]
    imposed_by: Mapped[UUID | None]
    lifted_on: Mapped[date | None]
    lifted_by: Mapped[UUID | None]
    lifted_because: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("ends_on > starts_on", name="days"),
        Index("ix_sanction_scope_key_id", "scope_key", "id"),
    )

    @property
    def over_on(self) -> date | None:
        """The first day on which it no longer holds: lifted or run out, whichever came first."""
        ends = [day for day in (self.ends_on, self.lifted_on) if day is not None]
        return min(ends, default=None)

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.starts_on <= on and (self.over_on is None or on < self.over_on)
