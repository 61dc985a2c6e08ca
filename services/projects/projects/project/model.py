"""Projects designed from needs: goals, budget, period, who carries them out, and where their approval stands."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from chassis.database import Record, beyond_scope
from procedures.approval.model import Approvable
from projects.database import Table


class State(StrEnum):
    """项目状态."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    CLOSED = "closed"


# What everybody may read: plan against done is public.
OPEN_TO_ALL = (State.APPROVED, State.CLOSED)


class Project(Record, Approvable, Table):
    """项目."""

    __tablename__ = "project"

    # The organisation of record, by which its people see it: the plan's, or that of the contract signed last, also
    # once that has ended; none when the community does it itself.
    organisation_id: Mapped[UUID | None]
    # Whether that came by a contract: then it carries the project out while the contract runs and no longer.
    by_contract: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str]
    goals: Mapped[list[str]]
    budget_fen: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    need_ids: Mapped[list[UUID]]
    # The deliberation that agreed on it, where there was one.
    deliberation_id: Mapped[UUID | None] = mapped_column(ForeignKey("deliberation.id"), index=True)
    # Whether a line of it draws on the city's budget: the city decides then, too.
    city_money: Mapped[bool] = mapped_column(default=False)
    state: Mapped[State]
    approved_at: Mapped[datetime | None]
    outcome: Mapped[str | None]
    closed_at: Mapped[datetime | None]
    # Kept by the activities, so that closing need not look ahead at them.
    activities_published: Mapped[int] = mapped_column(default=0)
    activities_held: Mapped[int] = mapped_column(default=0)
    # Kept by purchases (until their contract is signed), contracts and acceptances, for the same reason.
    purchases_running: Mapped[int] = mapped_column(default=0)
    contracts_running: Mapped[int] = mapped_column(default=0)
    corrections_open: Mapped[int] = mapped_column(default=0)
    # Kept by purchases until they are announced or called off, and by the contract that ended last: whether it was
    # performed, and not terminated. What waits follows from both.
    purchases_drafted: Mapped[int] = mapped_column(default=0)
    performed: Mapped[bool] = mapped_column(default=False)
    # How often what waited at it was done: what is asked after that is another to-do.
    rounds: Mapped[int] = mapped_column(default=0)

    __table_args__ = (
        CheckConstraint("budget_fen >= 0", name="budget"),
        CheckConstraint("activities_published >= 0 and activities_held >= 0", name="activities"),
        CheckConstraint("least(purchases_running, contracts_running, corrections_open) >= 0", name="contracts"),
        CheckConstraint("least(purchases_drafted, rounds) >= 0", name="drafts"),
        CheckConstraint("purchases_running + contracts_running <= 1", name="one_at_a_time"),
        Index("ix_project_scope_key_id", "scope_key", "id"),
        Index("ix_project_organisation_id_id", "organisation_id", "id"),
        Index("ix_project_need_ids", "need_ids", postgresql_using="gin"),
    )

    @property
    def carried_out_by(self) -> UUID | None:
        """The organisation that carries it out now; none between two contracts."""
        return self.organisation_id if not self.by_contract or self.contracts_running else None


@asynccontextmanager
async def project_behind(tx: AsyncSession, project_id: UUID) -> AsyncIterator[Project]:
    """The project of a record that the caller was let to, even where the project spans more than their area.

    It can be changed inside the block only.
    """
    async with beyond_scope(tx):
        found = await tx.scalars(select(Project).where(Project.id == project_id).with_for_update())
        yield found.one()


async def running_among(tx: AsyncSession, project_ids: Iterable[UUID], provider_id: UUID | None) -> set[UUID]:
    """Which of these projects are approved, not closed and, where one is named, carried out by this organisation."""
    query = select(Project.id).where(Project.id.in_(list(project_ids)), Project.state == State.APPROVED)
    if provider_id is not None:
        carries = ~Project.by_contract | (Project.contracts_running > 0)
        query = query.where(Project.organisation_id == provider_id, carries)
    async with beyond_scope(tx):
        return set(await tx.scalars(query))
