"""The panel of a purchase with its declarations, and the scores of each expert, unseen by others until all are in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record
from projects.database import Table


class Panelist(Record, Table):
    """评审小组成员: an expert's account, and what it declared of its interests."""

    __tablename__ = "panelist"

    purchase_id: Mapped[UUID] = mapped_column(ForeignKey("purchase.id"))
    account_id: Mapped[UUID] = mapped_column(index=True)
    declared_at: Mapped[datetime | None]
    conflicted: Mapped[bool | None]
    statement: Mapped[str | None]
    # Who has left the panel stays known to it, with what they declared.
    dropped_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("purchase_id", "account_id"),
        Index("ix_panelist_scope_key_id", "scope_key", "id"),
    )


class Score(Record, Table):
    """评分: one expert's points for one bid, by criterion, in whole points; its expert's own until the review ends."""

    __tablename__ = "score"

    purchase_id: Mapped[UUID] = mapped_column(ForeignKey("purchase.id"), index=True)
    bid_id: Mapped[UUID] = mapped_column(ForeignKey("bid.id"))
    account_id: Mapped[UUID]
    points: Mapped[dict[str, Any]] = mapped_column(JSONB)
    comment: Mapped[str]
    scored_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("bid_id", "account_id"),
        Index("ix_score_scope_key_id", "scope_key", "id"),
    )
