"""Pairings of a social worker with a team: one open at a time, each handed over to the next."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from chassis.database import Record
from volunteers.database import Table
from volunteers.team.model import Team


class State(StrEnum):
    """结对状态."""

    RUNNING = "running"
    HANDOVER_DUE = "handover_due"
    HANDED_OVER = "handed_over"
    ENDED = "ended"


class Leaving(StrEnum):
    """为何须交接."""

    POST_VACATED = "post_vacated"
    REGISTRATION_LAPSED = "registration_lapsed"
    RELEASED = "released"


# Of these a team has at most one.
OPEN = frozenset({State.RUNNING, State.HANDOVER_DUE})


class Pairing(Record, Table):
    """社工+志愿者结对; area and organisation are the team's."""

    __tablename__ = "pairing"

    organisation_id: Mapped[UUID | None]
    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"), index=True)
    social_worker_id: Mapped[UUID] = mapped_column(index=True)
    person_id: Mapped[UUID]  # the social worker's
    state: Mapped[State]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]  # the first day without
    predecessor_id: Mapped[UUID | None] = mapped_column(ForeignKey("pairing.id"))
    handover_because: Mapped[Leaving | None]
    handover_since: Mapped[date | None]
    handover_until: Mapped[date | None]
    reason: Mapped[str | None]  # why it was released or ended, by whoever did it
    handover_note: Mapped[str | None]  # what the successor has to know
    team: Mapped[Team] = relationship(lazy="raise")

    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="days"),
        Index(
            "uq_pairing_team_id", "team_id", unique=True, postgresql_where=text("state in ('running', 'handover_due')")
        ),
        Index("ix_pairing_scope_key_id", "scope_key", "id"),
    )

    @property
    def is_open(self) -> bool:
        """Whether the team is still this worker's, or waits for the next."""
        return self.state in OPEN


@dataclass(frozen=True, slots=True)
class Span:
    """跨度: how many teams, and how many in them, a social worker is paired with."""

    teams: int = 0
    volunteers: int = 0
