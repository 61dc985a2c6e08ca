"""What the lines of projects come to, and projects as they are read with it: what is offered follows from the money."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock
from chassis.access import Access
from chassis.database import beyond_scope
from projects.budget.model import Account, BudgetLine, Transfer
from projects.project.model import Project
from projects.project.offers import Money
from projects.project.schemas import ProjectView


async def seen(tx: AsyncSession, projects: Sequence[Project], by: Access, at: datetime) -> list[ProjectView]:
    """Projects as this caller sees them."""
    money = await _money_of(tx, [each.id for each in projects])
    return [ProjectView.seen(each, by, clock.day(at), money.get(each.id, Money(0, 0, 0, 0))) for each in projects]


async def seen_one(tx: AsyncSession, project: Project, by: Access, at: datetime) -> ProjectView:
    """One project, its lines as they are now."""
    (view,) = await seen(tx, [project], by, at)
    return view


async def _money_of(tx: AsyncSession, project_ids: list[UUID]) -> dict[UUID, Money]:
    untouched = BudgetLine.committed_fen == BudgetLine.amount_fen
    unbought = func.coalesce(func.sum(BudgetLine.amount_fen).filter(untouched), 0)
    sums = (func.sum(BudgetLine.amount_fen), func.sum(BudgetLine.committed_fen), unbought)
    of_projects = BudgetLine.project_id.in_(project_ids)
    query = select(BudgetLine.project_id, *sums).where(of_projects).group_by(BudgetLine.project_id)
    payments = select(BudgetLine.project_id, func.sum(Transfer.amount_fen)).join(
        Transfer, Transfer.line_id == BudgetLine.id
    )
    paying = payments.where(of_projects, Transfer.target == Account.PAID).group_by(BudgetLine.project_id)
    async with beyond_scope(tx):
        paid = {id_: int(fen) for id_, fen in await tx.execute(paying)}
        return {
            id_: Money(int(lines), int(free), int(whole), paid.get(id_, 0))
            for id_, lines, free, whole in await tx.execute(query)
        }
