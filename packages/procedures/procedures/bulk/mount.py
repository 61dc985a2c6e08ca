"""What the routes of one service's lists share: who finds one and to whom it is entrusted, how a workbook leaves."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, allow, reach, visible
from chassis.facts import Fact
from chassis.jobs import Job, JobFile, file_of
from chassis.problems import Forbidden, NotFound
from chassis.vault import Vault
from chassis.workbooks import MEDIA_TYPE
from procedures.bulk import rules
from procedures.bulk.facts import Told
from procedures.bulk.intake import Intake
from procedures.bulk.schemas import JobView
from procedures.permissions import Permission

BYTES = {"schema": {"type": "string", "format": "binary"}}
GIVES_A_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {"*/*": BYTES}, "description": "the workbook"}}


def sent(content: bytes, name: str) -> Response:
    """A workbook, kept by nothing on its way."""
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


@dataclass(frozen=True, slots=True)
class Mount:
    """The routes of one service and what they share."""

    told: Told
    intakes: Mapping[str, Intake]
    made: APIRouter

    def needs_another(self, job: Job) -> bool:
        """Whether who laid it before may not confirm it."""
        intake = self.intakes.get(job.kind)
        return intake is not None and intake.needs_another

    def entrusted(self, job: Job, by: Access) -> bool:
        """Whether somebody may open it and decide on it: who may lay such a list for all areas of this one.

        A list taken away is its asker's, and nobody else finds it.
        """
        intake = self.intakes.get(job.kind)
        if intake is None:
            return True
        may = reach(by.principal, intake.permission, by.roles)
        return may is not None and rules.covers(may.ranges, job.asked["ranges"])

    async def file(
        self, tx: AsyncSession, keys: Vault, job_id: UUID, role: str, by: Access
    ) -> tuple[Job, JobFile, bytes]:
        """A job's file, for whoever may open it."""
        job = await job_of(tx, job_id, by)
        if not self.entrusted(job, by):
            raise Forbidden
        found = await file_of(tx, keys, job.id, role)
        if found is None:
            raise NotFound
        return job, *found

    def seen(self, job: Job, by: Access) -> JobView:
        """As its reader sees it."""
        entrusted, another = self.entrusted(job, by), self.needs_another(job)
        return JobView.seen(job, self.told.service, by.account_id, entrusted=entrusted, needs_another=another)

    def opened(self, job: Job) -> Fact | None:
        """What the auditor reads of an opening; that a list was taken away is told once it is made."""
        intake = self.intakes.get(job.kind)
        if intake is None:
            return None
        return self.told.opened(
            area_id=job.area_id,
            scope_key=job.scope_key,
            job_id=job.id,
            kind=intake.name,
            laid_by=str(job.account_id),
        )


async def job_of(tx: AsyncSession, job_id: UUID, by: Access, *, lock: bool = False) -> Job:
    """A job that its reader may follow."""
    query = select(Job).where(Job.id == job_id, visible(Job, by))
    found = await tx.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def _following(request: Request, access: Annotated[Access, Depends(allow(Permission.JOB_FOLLOW))]) -> Access:
    """Besides what the permission reaches, one's own: lists taken away lie in no area."""
    own = replace(access, owner_id=access.account_id)
    await own.declare(request)
    return own


Own = Annotated[Access, Depends(_following)]
