"""My to-dos: what waits for a role that I hold, where I hold it."""

from collections.abc import Iterable
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from sqlalchemy import Date, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import clock
from chassis.access import Access, allow, visible
from chassis.areas import below
from chassis.clock import CITY, Now
from chassis.paging import Asked, Page, page
from chassis.problems import NotFound, problems
from chassis.tables import AreaCopy
from chassis.transaction import TransactionRoute, Tx
from gateway.permissions import Permission
from gateway.task.meant import meant_for
from gateway.task.model import Task, TaskState
from gateway.task.schemas import TaskView

router = APIRouter(prefix="/tasks", tags=["待办 task"], route_class=TransactionRoute)

Reader = Annotated[Access, Depends(allow(Permission.TASK_READ))]


async def names_of(tx: AsyncSession, rows: Iterable[Any]) -> dict[UUID, str]:
    """The names of the areas in which rows lie."""
    query = select(AreaCopy).where(AreaCopy.id.in_({row.area_id for row in rows}))
    return {area.id: area.name or area.code for area in await tx.scalars(query)}


@router.get("", responses=problems(NotFound))
async def list_(
    tx: Tx,
    by: Reader,
    asked: Asked,
    at: Now,
    state: TaskState = TaskState.OPEN,
    overdue: bool | None = None,  # noqa: FBT001 - a query parameter
    code: Annotated[str | None, Query(max_length=60)] = None,
    area_id: UUID | None = None,
) -> Page[TaskView]:
    """What waits for me, the first to be due first and the oldest before the others; decided ones the latest first."""
    today = clock.day(at)
    query = select(Task).where(visible(Task, by), meant_for(by, today))
    query = query.where(Task.closed_at.is_(None) if state is TaskState.OPEN else Task.closed_at.is_not(None))
    if overdue is not None:
        decided_on = cast(func.timezone(CITY.key, Task.closed_at), Date)
        is_late = Task.ranked_on < func.coalesce(decided_on, today)
        query = query.where(is_late if overdue else ~is_late)
    if code is not None:
        query = query.where(Task.code == code)
    if area_id is not None:
        query = query.where(await below(tx, Task, area_id))
    order = [Task.ranked_on, Task.opened_at, Task.id] if state is TaskState.OPEN else [Task.closed_at, Task.id]
    found = await page(tx, query, order, asked, lambda task: task, newest_first=state is TaskState.CLOSED)
    names = await names_of(tx, found.items)
    shown = [TaskView.of(task, names.get(task.area_id, ""), today) for task in found.items]
    return Page(items=shown, next=found.next, count=found.count)
