"""预算明细 of a project: written while it is drafted, committed when it is approved, given back when it is closed."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow, visible
from chassis.clock import Now
from chassis.database import beyond_scope, new_id
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.records import VersionMissing, VersionStale, current, existing
from chassis.transaction import TransactionRoute, Tx
from projects.budget import rules as budgeting
from projects.budget.model import Budget, BudgetLine, budgets_held
from projects.budget.schemas import LineIn, LineView
from projects.permissions import Permission
from projects.project import money, rules
from projects.project.model import Project
from projects.project.schemas import ProjectView

router = APIRouter(tags=["项目 project"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.PROJECT_READ))]
Proposer = Annotated[Access, Depends(allow(Permission.PROJECT_PROPOSE))]
Read = Annotated[Project, Depends(existing(Project, Permission.PROJECT_READ))]
Drafted = Annotated[Project, Depends(current(Project, Permission.PROJECT_PROPOSE))]


class LinesIn(BaseModel):
    """预算明细: which budget pays what; together the project's budget."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[LineIn], Field(max_length=20)]


async def lines_of(tx: AsyncSession, project: Project) -> list[BudgetLine]:
    """The lines of a project, held."""
    query = select(BudgetLine).where(BudgetLine.project_id == project.id).order_by(BudgetLine.id)
    return list(await tx.scalars(query.with_for_update()))


async def _budgets(tx: AsyncSession, lines: list[BudgetLine]) -> Mapping[UUID, Budget]:
    """The budgets behind them, held; a project of a community may draw on the town's or the city's."""
    return await budgets_held(tx, [line.budget_id for line in lines])


@router.get("/projects/{id}/lines", responses=problems(NotFound))
async def read(project: Read, tx: Tx, by: Reader, asked: Asked) -> Page[LineView]:
    """预算明细 of a project."""
    query = select(BudgetLine).where(BudgetLine.project_id == project.id, visible(BudgetLine, by))
    return await page(tx, query, [BudgetLine.id], asked, LineView.of)


@router.put(
    "/projects/{id}/lines",
    responses=problems(
        NotFound,
        VersionMissing,
        VersionStale,
        rules.ProjectNotEditable,
        budgeting.BudgetOutOfReach,
        budgeting.LinesDoNotAddUp,
    ),
)
async def write(project: Drafted, body: LinesIn, tx: Tx, by: Proposer, at: Now) -> ProjectView:
    """编制预算明细, all anew."""
    rules.require_editable(project)
    place = {"area_id": project.area_id, "scope_key": project.scope_key, "organisation_id": project.organisation_id}
    lines = [
        BudgetLine(id=new_id(), project_id=project.id, committed_fen=0, **place, **each.model_dump())
        for each in body.lines
    ]
    async with beyond_scope(tx):
        budgets = await _budgets(tx, lines)
        budgeting.require_lines(lines, budgets, scope_key=project.scope_key, budget_fen=project.budget_fen)
        fact = rules.fund(project, budgets.values())
        for each in await lines_of(tx, project):
            await tx.delete(each)
        tx.add_all(lines)
        await facts.tell(tx, fact, by=by)
    return await money.seen_one(tx, project, by, at)


async def require_sound(tx: AsyncSession, project: Project) -> None:
    """The plan may have changed since its lines were written."""
    async with beyond_scope(tx):
        lines = await lines_of(tx, project)
        budgets = await _budgets(tx, lines)
    budgeting.require_lines(lines, budgets, scope_key=project.scope_key, budget_fen=project.budget_fen)


async def commit(tx: AsyncSession, project: Project, *, at: datetime) -> None:
    """安排资金: all lines, or the approval is refused."""
    async with beyond_scope(tx):
        lines = await lines_of(tx, project)
        tx.add_all(budgeting.commit(lines, await _budgets(tx, lines), title=project.title, at=at))


async def give_back(tx: AsyncSession, project: Project, *, at: datetime) -> None:
    """收回结余."""
    async with beyond_scope(tx):
        lines = await lines_of(tx, project)
        tx.add_all(budgeting.give_back(lines, await _budgets(tx, lines), title=project.title, at=at))
