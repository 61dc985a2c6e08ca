"""Needs in one pool, each with the sources it was heard from."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Select, Text, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record, beyond_scope, new_id
from projects.database import Table


class State(StrEnum):
    """需求状态."""

    RAISED = "raised"
    POOLED = "pooled"
    PLANNED = "planned"
    MET = "met"
    DECLINED = "declined"
    MERGED = "merged"


class Channel(StrEnum):
    """来源渠道: the plan's four, and what a resident says without being asked."""

    FORUM = "forum"
    HOME_VISIT = "home_visit"
    PHONE = "phone"
    QUESTIONNAIRE = "questionnaire"
    SELF_REPORT = "self_report"


# What the community's people may read of each other's wishes: accepted, and not put aside.
OPEN_TO_ALL = (State.POOLED, State.PLANNED, State.MET)


class Need(Record, Table):
    """需求."""

    __tablename__ = "need"

    title: Mapped[str]
    description: Mapped[str]
    category: Mapped[str]
    persons_affected: Mapped[int]
    state: Mapped[State]
    raised_at: Mapped[datetime]
    # The account that raised it on the phone; nobody for what officers recorded or somebody signed out raised.
    account_id: Mapped[UUID | None]
    declined_because: Mapped[str | None]
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("need.id"))
    # The approved project that takes it up; earlier stages know later ones by id only.
    project_id: Mapped[UUID | None]
    sources: Mapped[list["Source"]] = relationship(lazy="selectin", order_by="Source.id")

    __table_args__ = (
        Index("ix_need_scope_key_id", "scope_key", "id"),
        Index("ix_need_account_id_id", "account_id", "id"),
        Index("ix_need_project_id", "project_id"),
    )


class Source(Table):
    """需求来源: one occasion on which a need was heard; a merge moves it, nothing removes it."""

    __tablename__ = "need_source"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    need_id: Mapped[UUID] = mapped_column(ForeignKey("need.id"), index=True)
    scope_key: Mapped[str] = mapped_column(Text(collation="C"))
    account_id: Mapped[UUID | None]
    channel: Mapped[Channel]
    heard_on: Mapped[date]
    persons: Mapped[int]
    contact_name_cipher: Mapped[bytes | None]
    contact_phone_cipher: Mapped[bytes | None]

    __table_args__ = (Index("ix_need_source_scope_key_id", "scope_key", "id"),)


def in_pool() -> Select[Need]:
    """Needs that anybody may read: accepted, and not put aside."""
    return select(Need).where(Need.state.in_(OPEN_TO_ALL))


async def taken_from_pool(tx: AsyncSession, need_ids: list[UUID]) -> list[Need]:
    """The needs a project names. The pool is open, so that an organisation without an area of its own can read it."""
    query = select(Need).where(Need.id.in_(need_ids), Need.state.not_in((State.RAISED, State.DECLINED)))
    async with beyond_scope(tx):
        return list(await tx.scalars(query.order_by(Need.id).with_for_update(of=Need)))


async def both(tx: AsyncSession, query: Select[Need]) -> list[Need]:
    """The two needs of a merge, locked in the order of their ids so that crossing merges cannot hang."""
    return list(await tx.scalars(query.order_by(Need.id).with_for_update(of=Need)))
