"""Bids: sealed as one cipher until they are opened, then an amount and a plan."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record
from projects.database import Table
from projects.purchase.model import Purchase

# The path of a sealed bid lies in no area: no officer's range shows it, its organisation does.
SEALED_SCOPE = ""


class State(StrEnum):
    """投标状态."""

    SEALED = "sealed"
    WITHDRAWN = "withdrawn"
    OPENED = "opened"
    EXCLUDED = "excluded"


class Bid(Record, Table):
    """投标; the amount in fen."""

    __tablename__ = "bid"

    purchase_id: Mapped[UUID] = mapped_column(ForeignKey("purchase.id"))
    organisation_id: Mapped[UUID]
    # As the registry knew the bidder on the day of the bid.
    provider_name: Mapped[str]
    provider_uscc: Mapped[str | None]
    state: Mapped[State]
    sealed: Mapped[bytes | None]
    submitted_at: Mapped[datetime]
    submitted_by: Mapped[UUID | None]
    amount_fen: Mapped[int | None]
    plan: Mapped[str | None]
    # 投标附件: named in the seal until the bids are opened.
    attachment_ids: Mapped[list[UUID] | None]
    excluded_because: Mapped[str | None]
    # What the review came to, in hundredths of a point; null until it is concluded.
    price_points: Mapped[int | None]
    quality_points: Mapped[int | None]
    rank: Mapped[int | None]
    purchase: Mapped[Purchase] = relationship(lazy="raise", viewonly=True)

    __table_args__ = (
        UniqueConstraint("purchase_id", "organisation_id"),
        CheckConstraint("(state in ('opened', 'excluded')) = (amount_fen is not null)", name="seal"),
        Index("ix_bid_scope_key_id", "scope_key", "id"),
        Index("ix_bid_organisation_id_id", "organisation_id", "id"),
    )
