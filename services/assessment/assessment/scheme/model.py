"""Schemes of assessment by year; one that has come into force is never edited, and a year has one in force."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from assessment.database import Table
from assessment.scheme.items import Item
from chassis.database import Record


class State(StrEnum):
    """方案状态."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    ASSESSING = "assessing"
    ASSESSED = "assessed"


ONE_A_YEAR = "uq_scheme_year"


class Scheme(Record, Table):
    """考核方案: everybody works towards it, so once in force every member of staff reads it, whatever their area."""

    __tablename__ = "scheme"

    year: Mapped[int]
    title: Mapped[str]
    state: Mapped[State]
    unit_ids: Mapped[list[UUID]]
    lines: Mapped[list[Any]] = mapped_column(JSONB)
    report_days: Mapped[int]
    objection_days: Mapped[int]
    decision_days: Mapped[int]
    source: Mapped[str]
    assumption: Mapped[bool]
    drafted_at: Mapped[datetime]
    drafted_by: Mapped[UUID | None]
    adopted_at: Mapped[datetime | None]
    adopted_by: Mapped[UUID | None]

    __table_args__ = (
        Index(ONE_A_YEAR, "year", unique=True, postgresql_where="state <> 'draft'"),
        Index("ix_scheme_year_id", "year", "id"),
    )

    @property
    def items(self) -> list[Item]:
        """考核项目, in their order."""
        return [Item.model_validate(each) for each in self.lines]

    @property
    def first_day(self) -> date:
        """Of the year that is assessed."""
        return date(self.year, 1, 1)

    @property
    def last_day(self) -> date:
        """The day as of which values are taken."""
        return date(self.year, 12, 31)
