"""Scorecards and their lines, and what is left of them when they are frozen: bytes that nothing changes any more."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from assessment.database import Table
from assessment.scheme.model import Scheme
from assessment.scorecard.measured import Reading, Standing
from chassis.database import Record, new_id


class State(StrEnum):
    """考核评分状态."""

    REPORTING = "reporting"
    CHECKING = "checking"
    ANNOUNCED = "announced"
    OBJECTED = "objected"
    SETTLED = "settled"
    FROZEN = "frozen"


class Scorecard(Record, Table):
    """考核评分卡 of one town and year; a late correction makes another one that names it."""

    __tablename__ = "scorecard"

    scheme_id: Mapped[UUID] = mapped_column(ForeignKey("scheme.id"))
    year: Mapped[int]
    number: Mapped[int]
    unit_code: Mapped[str]
    unit_name: Mapped[str | None]
    state: Mapped[State]
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("scorecard.id"), unique=True)
    correction: Mapped[str | None]
    # How far in each followed log it was computed, and until when (wall clock) surveys had been closed.
    positions: Mapped[dict[str, Any]]
    computed_at: Mapped[datetime]
    opened_at: Mapped[datetime]
    opened_by: Mapped[UUID | None]
    report_by: Mapped[date]
    reported_at: Mapped[datetime | None]
    reported_by: Mapped[UUID | None]
    confirmed_at: Mapped[datetime | None]
    confirmed_by: Mapped[UUID | None]
    returned_at: Mapped[datetime | None]
    returned_because: Mapped[str | None]
    checked_at: Mapped[datetime | None]
    checked_by: Mapped[UUID | None]
    object_until: Mapped[date | None]
    accepted_at: Mapped[datetime | None]
    accepted_by: Mapped[UUID | None]
    objected_at: Mapped[datetime | None]
    objected_by: Mapped[UUID | None]
    decide_by: Mapped[date | None]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[UUID | None]
    frozen_at: Mapped[datetime | None]
    frozen_by: Mapped[UUID | None]
    total_hundredths: Mapped[int | None]
    scheme: Mapped[Scheme] = relationship(lazy="joined", innerjoin=True)
    lines: Mapped[list["Line"]] = relationship(lazy="selectin", order_by="Line.place")
    # Its correction, on its way or frozen: a frozen card says nothing of what came after it.
    corrected_by: Mapped["Scorecard | None"] = relationship(lazy="selectin", join_depth=1, viewonly=True)

    __table_args__ = (
        UniqueConstraint("scheme_id", "area_id", "number"),
        Index("ix_scorecard_scope_key_id", "scope_key", "id"),
        Index("ix_scorecard_object_until", "object_until", postgresql_where="state = 'announced'"),
    )


class Line(Table):
    """一项评分: what was computed, reported, checked, objected to and decided; points in hundredths."""

    __tablename__ = "scorecard_line"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    scorecard_id: Mapped[UUID] = mapped_column(ForeignKey("scorecard.id"))
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    place: Mapped[int]
    code: Mapped[str]
    computed: Mapped[dict[str, Any]] = mapped_column(JSONB)
    report: Mapped[str | None]
    claimed_hundredths: Mapped[int | None]
    attachment_ids: Mapped[list[UUID]] = mapped_column(default=list)
    records: Mapped[list[str]] = mapped_column(default=list)
    checked_hundredths: Mapped[int | None]
    # 判为不适用: by the bureau, with a reason.
    waived: Mapped[bool] = mapped_column(default=False)
    check_reason: Mapped[str | None]
    objection: Mapped[str | None]
    objection_attachment_ids: Mapped[list[UUID]] = mapped_column(default=list)
    upheld: Mapped[bool | None]
    decided_hundredths: Mapped[int | None]
    decision: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("scorecard_id", "code"),
        Index("ix_scorecard_line_scope_key_id", "scope_key", "id"),
    )

    @property
    def reading(self) -> Reading:
        """What was computed."""
        return Reading.model_validate(self.computed)

    @property
    def applies(self) -> bool:
        """Whether it carries weight."""
        return not self.waived and self.reading.standing is not Standing.NOT_APPLICABLE

    @property
    def points(self) -> int | None:
        """What stands: decided on an objection, else checked, else computed; none where it does not apply."""
        if not self.applies:
            return None
        given = (self.decided_hundredths, self.checked_hundredths, self.reading.computed_hundredths)
        return next((each for each in given if each is not None), None)


class FrozenCard(Table):
    """冻结的评分: canonical bytes and their digest, seen where the card is seen; written once."""

    __tablename__ = "frozen_card"

    scorecard_id: Mapped[UUID] = mapped_column(ForeignKey("scorecard.id"), primary_key=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"), index=True)
    content: Mapped[bytes]
    digest: Mapped[str]


class FrozenScore(Table):
    """公布的得分: of a frozen card its points alone, for the ranking that every assessed town reads; written once."""

    __tablename__ = "frozen_score"

    scorecard_id: Mapped[UUID] = mapped_column(ForeignKey("scorecard.id"), primary_key=True)
    scheme_id: Mapped[UUID] = mapped_column(ForeignKey("scheme.id"), index=True)
    area_id: Mapped[UUID]
    number: Mapped[int]
    total_hundredths: Mapped[int]
    applicable_weight: Mapped[int]
    frozen_at: Mapped[datetime]
