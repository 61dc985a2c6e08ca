"""Keeping to-dos: opened, and opened again where a record has come back, until a fact says that they are decided."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.follow import Event, Follower, Heard
from gateway.task.model import NEVER, Task

# The services that open to-dos; nothing else feeds the list.
SOURCES = ("assessment", "projects", "registry", "volunteers")


class TaskHeard(Heard):
    """What every fact about a to-do says; what may be missing came later to it."""

    task_id: UUID
    role: str
    organisation_id: UUID | None
    title_code: str
    href: str
    due_on: date | None = None
    account_id: UUID | None = None
    barred_account_id: UUID | None = None
    stand_in_role: str | None = None
    doable_at: datetime | None = None


async def opened(tx: AsyncSession, heard: TaskHeard, event: Event) -> None:
    """It waits."""
    await _keep(tx, heard, event, opened_at=event.time, closed_at=None)


async def closed(tx: AsyncSession, heard: TaskHeard, event: Event) -> None:
    """It was decided."""
    await _keep(tx, heard, event, closed_at=event.time)


async def _keep(tx: AsyncSession, heard: TaskHeard, event: Event, **states: datetime | None) -> None:
    """An older fact never overwrites a newer one."""
    values = {
        "role": heard.role,
        "organisation_id": heard.organisation_id,
        "code": heard.title_code,
        "href": heard.href,
        "due_on": heard.due_on,
        "account_id": heard.account_id,
        "barred_account_id": heard.barred_account_id,
        "stand_in_role": heard.stand_in_role,
        "doable_at": heard.doable_at,
        "ranked_on": heard.due_on or NEVER,
        "area_id": event.area_id,
        "scope_key": event.scope_key,
        "seq": event.seq,
        **states,
    }
    write = insert(Task).values(**{"id": heard.task_id, "opened_at": event.time, **values})
    await tx.execute(write.on_conflict_do_update(index_elements=["id"], set_=values, where=Task.seq < event.seq))


def follow_tasks(projections: Follower) -> None:
    """Makes the gateway keep them."""
    for source in SOURCES:
        projections.on(f"{source}.task.opened.v1", TaskHeard)(opened)
        projections.on(f"{source}.task.closed.v1", TaskHeard)(closed)
