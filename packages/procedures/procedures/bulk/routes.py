"""Laying a list before the service, following and confirming it, taking lists away; mounted by each service."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.access import Access, allow, reach, visible
from chassis.clock import Now
from chassis.database import new_id
from chassis.jobs import Job, State, Work, defer, file_of, keep_file
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import Forbidden, NotFound, TooLarge, problems
from chassis.records import IfMatch, VersionMissing, VersionStale, require_current
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from chassis.workbooks import MEDIA_TYPE, template
from procedures.bulk import exporting, importing, rules
from procedures.bulk.facts import Told
from procedures.bulk.intake import Intake, area_of, communities
from procedures.bulk.schemas import ConfirmationIn, ExportIn, JobView
from procedures.permissions import Permission

MOST_BYTES = 20 * 2**20
FileName = Annotated[
    str, Query(alias="name", min_length=1, max_length=255, description="the file's name, with its ending")
]
Follower = Annotated[Access, Depends(allow(Permission.JOB_FOLLOW))]
_BYTES = {"schema": {"type": "string", "format": "binary"}}
TAKES_A_FILE: dict[str, Any] = {"requestBody": {"required": True, "content": {"application/octet-stream": _BYTES}}}
GIVES_A_FILE: dict[int | str, dict[str, Any]] = {200: {"content": {"*/*": _BYTES}, "description": "the workbook"}}
HIDDEN = ""  # a path that is in no area's range: a list taken away is its asker's own


def works(told: Told, intakes: Sequence[Intake], outlets: Sequence[exporting.Outlet]) -> dict[str, Work]:
    """What the service does in the background, by kind."""
    taking = {each.kind: importing.importing(each, told) for each in intakes}
    return taking | {each.kind: exporting.exporting(each, told) for each in outlets}


def _sent(content: bytes, name: str) -> Response:
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


async def _of(tx: AsyncSession, job_id: UUID, by: Access, *, lock: bool = False) -> Job:
    """A job of one's own, or of a colleague in one's area."""
    query = select(Job).where(Job.id == job_id, or_(visible(Job, by), Job.account_id == by.account_id))
    found = await tx.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise NotFound
    return found


async def _following(request: Request, access: Follower) -> Access:
    """Besides what the permission reaches, one's own: lists taken away lie in no area."""
    own = Access(access.principal, access.roles, access.ranges, access.organisation_id, access.account_id)
    await own.declare(request)
    return own


Own = Annotated[Access, Depends(_following)]


@dataclass(frozen=True, slots=True)
class _Mount:
    """The routes of one service and what they share."""

    told: Told
    intakes: Mapping[str, Intake]
    made: APIRouter

    def needs_another(self, job: Job) -> bool:
        """Whether who laid it before may not confirm it."""
        intake = self.intakes.get(job.kind)
        return intake is not None and intake.needs_another

    def seen(self, job: Job, by: Access) -> JobView:
        """As its reader sees it."""
        return JobView.seen(job, self.told.service, by.account_id, needs_another=self.needs_another(job))


def router(told: Told, intakes: Sequence[Intake], outlets: Sequence[exporting.Outlet]) -> APIRouter:
    """The routes of one service's lists."""
    made = APIRouter(tags=["批量导入导出 bulk"], route_class=TransactionRoute)
    mount = _Mount(told, {each.kind: each for each in intakes}, made)
    for intake in intakes:
        _take_in(mount, intake)
    for outlet in outlets:
        _give_out(mount, outlet)
    _follow(mount)
    _decide(mount)
    return made


async def _begun(
    tx: AsyncSession, request: Request, by: Access, at: Now, kind: str, asked: dict[str, Any], *, own: bool
) -> Job:
    """A job that starts once this request is committed; one's own, or to be found by colleagues in the area."""
    if by.account_id is None:
        raise SignInNeeded
    area_id, scope_key = area_of(by)
    job = Job(id=new_id(), area_id=area_id, scope_key=HIDDEN if own else scope_key, account_id=by.account_id)
    job.kind, job.state, job.at, job.request_id = kind, State.QUEUED, at, request.state.request_id
    job.asked = {**asked, "scope_key": scope_key}
    tx.add(job)
    await defer(tx, job)
    return job


def _take_in(mount: _Mount, intake: Intake) -> None:
    permitted = Annotated[Access, Depends(allow(intake.permission))]
    name = intake.name.replace("-", "_")

    @mount.made.get(
        f"/imports/{intake.name}/template", response_class=Response, responses=GIVES_A_FILE, name=f"template_{name}"
    )
    async def import_template(tx: Tx, by: permitted) -> Response:
        """下载模板, with the communities of one's area."""
        areas = [(each.code, each.name or "") for each in await communities(tx, by.ranges)]
        made = template(intake.sheet, {"村（社区）": [("代码", "名称"), *areas]})
        return _sent(made, f"{intake.title}-模板.xlsx")

    @mount.made.post(
        f"/imports/{intake.name}",
        status_code=202,
        openapi_extra=TAKES_A_FILE,
        responses=problems(TooLarge, SignInNeeded),
        name=f"import_{name}",
    )
    async def import_lay(file: FileName, request: Request, tx: Tx, by: permitted, keys: Keys, at: Now) -> JobView:
        """上传名单: xlsx or CSV, the body is the file itself; checked in the background, nothing is entered yet."""
        content = await request.body()
        if len(content) > MOST_BYTES:
            raise TooLarge
        job = await _begun(tx, request, by, at, intake.kind, importing.asked_of(by.ranges, file), own=False)
        await keep_file(tx, keys, job.id, "given", name=file, media_type="application/octet-stream", content=content)
        await tx.flush()
        return mount.seen(job, by)


def _give_out(mount: _Mount, outlet: exporting.Outlet) -> None:
    permitted = Annotated[Access, Depends(allow(outlet.permission))]

    @mount.made.post(
        f"/exports/{outlet.name}",
        status_code=202,
        responses=problems(Forbidden, SignInNeeded, rules.ReasonMissing),
        name=f"export_{outlet.name}".replace("-", "_"),
    )
    async def export(body: outlet.filters, request: Request, tx: Tx, by: permitted, at: Now) -> JobView:  # type: ignore[name-defined]
        """导出: what the list's filter shows, as a workbook made in the background."""
        asked: ExportIn = body
        may = outlet.full_permission is not None and reach(by.principal, outlet.full_permission, by.roles) is not None
        if asked.full and not may:
            raise Forbidden
        if asked.full and not asked.reason:
            raise rules.ReasonMissing(pointer="/reason")
        job = await _begun(tx, request, by, at, outlet.kind, exporting.asked_of(by, asked), own=True)
        return mount.seen(job, by)


def _follow(mount: _Mount) -> None:
    @mount.made.get("/jobs")
    async def jobs(
        tx: Tx, by: Own, asked: Asked, kind: Annotated[str | None, Query(max_length=60)] = None
    ) -> Page[JobView]:
        """One's own jobs and the imports of one's area, newest first."""
        query = select(Job).where(or_(visible(Job, by), Job.account_id == by.account_id))
        if kind is not None:
            query = query.where(Job.kind == kind)
        return await page(tx, query, [Job.id], asked, lambda job: mount.seen(job, by))

    @mount.made.get("/jobs/{id}", responses=problems(NotFound))
    async def job(id: UUID, tx: Tx, by: Own) -> JobView:  # noqa: A002 - the path's own name
        """How far a job is."""
        return mount.seen(await _of(tx, id, by), by)

    @mount.made.get("/jobs/{id}/result", response_class=Response, responses=GIVES_A_FILE | problems(NotFound))
    async def job_result(id: UUID, tx: Tx, by: Own, keys: Keys) -> Response:  # noqa: A002
        """下载结果: the list as checked, or as taken away."""
        found = await file_of(tx, keys, (await _of(tx, id, by)).id, "result")
        if found is None:
            raise NotFound
        return _sent(found[1], found[0].name)


def _decide(mount: _Mount) -> None:
    @mount.made.post(
        "/jobs/{id}/confirmation",
        status_code=202,
        responses=problems(
            *(NotFound, Forbidden, VersionMissing, VersionStale, rules.JobNotWaiting),
            *(rules.OwnList, rules.RowsWrong, rules.NothingToEnter),
        ),
    )
    async def job_confirm(
        id: UUID,  # noqa: A002
        body: ConfirmationIn,
        request: Request,
        tx: Tx,
        by: Own,
        at: Now,
        if_match: IfMatch = None,
    ) -> JobView:
        """确认导入: what was found without fault is entered, all of it or nothing."""
        found = await _of(tx, id, by, lock=True)
        require_current(found, if_match)
        intake = mount.intakes.get(found.kind)
        if intake is None:
            raise rules.JobNotWaiting
        may = reach(by.principal, intake.permission, by.roles)
        if may is None:
            raise Forbidden
        rules.confirm(found, by=by.account_id, skip_wrong=body.skip_wrong, another=mount.needs_another(found))
        found.asked = {**found.asked, "ranges": [list(each) for each in may.ranges]}
        found.at, found.request_id = at, request.state.request_id
        await defer(tx, found)
        return mount.seen(found, by)

    @mount.made.post(
        "/jobs/{id}/cancellation", responses=problems(NotFound, VersionMissing, VersionStale, rules.JobOver)
    )
    async def job_cancel(id: UUID, tx: Tx, by: Own, if_match: IfMatch = None) -> JobView:  # noqa: A002
        """取消: nothing of it is left."""
        found = await _of(tx, id, by, lock=True)
        require_current(found, if_match)
        rules.cancel(found)
        await tx.flush()
        return mount.seen(found, by)
