"""A project held while something of it changes, so that what waits at it afterwards is told wherever it changed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from projects.budget.model import BudgetLine
from projects.project.model import Project, project_behind
from projects.project.waiting import moved, waiting_of


@asynccontextmanager
async def project_moving(tx: AsyncSession, project_id: UUID, by: Access | str) -> AsyncIterator[Project]:
    """The project of a record, to be changed inside the block; what waited at it and waits no more is told at its end.

    Its lines are looked at and not held: whoever moves their money holds them.
    """
    async with project_behind(tx, project_id) as project:
        query = select(BudgetLine).where(BudgetLine.project_id == project.id).order_by(BudgetLine.id)
        lines = (await tx.scalars(query)).all()
        before = waiting_of(project, lines)
        yield project
        for fact in moved(before, project, lines):
            await facts.tell(tx, fact, by=by)
