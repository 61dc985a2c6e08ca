"""The tables that every service carries for the chassis: facts, their sealed order, cursors, kept answers, areas."""

import enum
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from chassis.database import Conventions, metadata

# `info={"projection": OVERWRITTEN}`: a rebuild lets newer rows of `seq` overwrite it and never empties it.
OVERWRITTEN = "overwritten"


class Audience(enum.StrEnum):
    """Who may read a fact: other services, or the auditor alone."""

    PUBLIC = "public"
    AUDIT = "audit"


class ChassisTable(Conventions, DeclarativeBase):
    """Mechanism's own tables, apart from each service's."""

    metadata = metadata()


class FactRow(ChassisTable):
    """One fact, written in the transaction that made it true; append-only, also the audit row."""

    __tablename__ = "fact"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    pos: Mapped[int] = mapped_column(BigInteger, Identity(always=True), unique=True)
    type: Mapped[str]
    subject: Mapped[str]
    time: Mapped[datetime]
    recorded_at: Mapped[datetime]
    actor: Mapped[str]
    area_id: Mapped[UUID | None]
    scope_key: Mapped[str]
    audience: Mapped[Audience]
    request_id: Mapped[str]
    data: Mapped[dict[str, Any]]

    __table_args__ = (Index("ix_fact_subject", "subject"),)


class Unsequenced(ChassisTable):
    """Facts that are committed but not yet in the log; the sequencer empties it."""

    __tablename__ = "fact_unsequenced"

    pos: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


class LogRow(ChassisTable):
    """The one order of a service's facts, without gaps, each row sealed with the one before it."""

    __tablename__ = "log"

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    fact_id: Mapped[UUID] = mapped_column(ForeignKey("fact.id"), unique=True)
    type: Mapped[str]
    audience: Mapped[Audience]
    hash: Mapped[bytes]

    __table_args__ = (Index("ix_log_type_seq", "type", "seq"),)


class Cursor(ChassisTable):
    """How far a follower has come in another service's log, and what stops it."""

    __tablename__ = "follow_cursor"

    follower: Mapped[str] = mapped_column(primary_key=True)
    source: Mapped[str] = mapped_column(primary_key=True)
    seq: Mapped[int] = mapped_column(default=0)
    moved_at: Mapped[datetime | None]
    stopped_by: Mapped[str | None]


class KeptAnswer(ChassisTable):
    """The answer of a request with an Idempotency-Key, kept to be given again."""

    __tablename__ = "kept_answer"

    caller: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[bytes]
    status: Mapped[int]
    headers: Mapped[dict[str, Any]]
    body: Mapped[bytes]
    kept_at: Mapped[datetime]

    __table_args__ = (Index("ix_kept_answer_kept_at", "kept_at"),)


class AreaCopy(ChassisTable):
    """片区副本: the local copy of the registry's areas, kept by following its facts."""

    __tablename__ = "area_copy"
    __table_args__ = ({"info": {"projection": OVERWRITTEN}},)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    code: Mapped[str]
    name: Mapped[str | None]
    level: Mapped[str]
    organ_kind: Mapped[str | None]
    parent_id: Mapped[UUID | None]
    scope_key: Mapped[str] = mapped_column(Text(collation="C"), unique=True)
    valid_from: Mapped[date | None]
    population: Mapped[dict[str, Any] | None]
    seq: Mapped[int]
