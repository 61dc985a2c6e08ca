"""Deliberations from their topic to their outcome, and what was agreed to be done."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, false, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, beyond_scope
from chassis.principal import Role
from projects.database import Table


class State(StrEnum):
    """协商状态."""

    DRAFT = "draft"
    NOTIFIED = "notified"
    HELD = "held"
    CONCLUDED = "concluded"


class Form(StrEnum):
    """协商形式."""

    COUNCIL = "council"
    TALK = "talk"
    HEARING = "hearing"
    APPRAISAL = "appraisal"
    ONLINE = "online"


class Outcome(StrEnum):
    """协商结果: none of them replaces the vote that a statute asks for."""

    AGREED = "agreed"
    NOT_AGREED = "not_agreed"
    ESCALATED = "escalated"
    REFERRED = "referred"


class Status(StrEnum):
    """办理状态."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


# Where what was agreed to be done is found.
ITEMS = "deliberation-items"
# What those concerned are told in advance, everybody may read.
OPEN_TO_ALL = (State.NOTIFIED, State.HELD, State.CONCLUDED)


class Deliberation(Record, Table):
    """议事协商; who took part is counted by kind, nobody is named."""

    __tablename__ = "deliberation"

    topic: Mapped[str]
    description: Mapped[str]
    category: Mapped[str]
    need_ids: Mapped[list[UUID]]
    # The deliberation of a community that the town takes further.
    continues_id: Mapped[UUID | None] = mapped_column(ForeignKey("deliberation.id"), unique=True)
    is_continued: Mapped[bool] = mapped_column(default=False, server_default=false())
    form: Mapped[Form]
    place: Mapped[str]
    meets_at: Mapped[datetime]
    invited: Mapped[dict[str, Any]]
    present: Mapped[dict[str, Any]]
    state: Mapped[State]
    notified_at: Mapped[datetime | None]
    held_at: Mapped[datetime | None]
    minutes: Mapped[str | None]
    dissent: Mapped[str | None]
    outcome: Mapped[Outcome | None]
    conclusion: Mapped[str | None]
    concluded_at: Mapped[datetime | None]
    items: Mapped[list["Item"]] = relationship(lazy="selectin", order_by="Item.due_on, Item.id")

    __table_args__ = (
        CheckConstraint("(outcome is null) = (concluded_at is null)", name="outcome"),
        Index("ix_deliberation_scope_key_id", "scope_key", "id"),
        Index("ix_deliberation_need_ids", "need_ids", postgresql_using="gin"),
    )

    @property
    def is_executed(self) -> bool:
        """Agreed, and the public has been told what became of every item."""
        return self.outcome is Outcome.AGREED and all(item.status is not Status.OPEN for item in self.items)


class Item(Record, Table):
    """执行事项: what was agreed, who answers for it and until when, and what the public is told became of it."""

    __tablename__ = "deliberation_item"

    deliberation_id: Mapped[UUID] = mapped_column(ForeignKey("deliberation.id"), index=True)
    organisation_id: Mapped[UUID | None]
    role: Mapped[Role | None]
    what: Mapped[str]
    due_on: Mapped[date]
    status: Mapped[Status]
    feedback: Mapped[str | None]
    fed_back_at: Mapped[datetime | None]

    __table_args__ = (
        CheckConstraint("(role is null) <> (organisation_id is null)", name="responsible"),
        CheckConstraint("(status = 'open') = (feedback is null)", name="feedback"),
        Index("ix_deliberation_item_scope_key_id", "scope_key", "id"),
        Index("ix_deliberation_item_organisation_id_id", "organisation_id", "id"),
    )

    def is_overdue(self, on: date) -> bool:
        """Whether it is still to be done after its day."""
        return self.status is Status.OPEN and self.due_on < on


async def deliberation_behind(tx: AsyncSession, deliberation_id: UUID) -> Deliberation | None:
    """A deliberation that another record names, wherever it lies, held until the transaction ends."""
    query = select(Deliberation).where(Deliberation.id == deliberation_id)
    async with beyond_scope(tx):
        found: Deliberation | None = await tx.scalar(query.with_for_update(of=Deliberation))
    return found
