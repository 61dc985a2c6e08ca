"""Laying a list before the service, following and confirming it, taking lists away; mounted by each service."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access, allow, reach, visible
from chassis.clock import Now
from chassis.database import new_id
from chassis.jobs import Job, State, Work, defer, keep_file
from chassis.paging import Asked, Page, page
from chassis.principal import SignInNeeded
from chassis.problems import Forbidden, NotFound, TooLarge, problems
from chassis.records import IfMatch, VersionMissing, VersionStale, require_current
from chassis.transaction import TransactionRoute, Tx
from chassis.vault import Keys
from chassis.workbooks import template
from procedures.bulk import exporting, importing, rules
from procedures.bulk.facts import Told
from procedures.bulk.intake import Intake, area_of, communities
from procedures.bulk.mount import BYTES, GIVES_A_FILE, Mount, Own, job_of, sent
from procedures.bulk.schemas import ConfirmationIn, ExportIn, Faults, JobView

MOST_BYTES = 20 * 2**20
FileName = Annotated[
    str, Query(alias="name", min_length=1, max_length=255, description="the file's name, with its ending")
]
TAKES_A_FILE: dict[str, Any] = {"requestBody": {"required": True, "content": {"application/octet-stream": BYTES}}}
HIDDEN = ""  # a path that is in no area's range: a list taken away is its asker's own


def works(told: Told, intakes: Sequence[Intake], outlets: Sequence[exporting.Outlet]) -> dict[str, Work]:
    """What the service does in the background, by kind."""
    taking = {each.kind: importing.importing(each, told) for each in intakes}
    return taking | {each.kind: exporting.exporting(each, told) for each in outlets}


def router(told: Told, intakes: Sequence[Intake], outlets: Sequence[exporting.Outlet]) -> APIRouter:
    """The routes of one service's lists."""
    made = APIRouter(tags=["批量导入导出 bulk"], route_class=TransactionRoute)
    mount = Mount(told, {each.kind: each for each in intakes}, made)
    for intake in intakes:
        _take_in(mount, intake)
    for outlet in outlets:
        _give_out(mount, outlet)
    _follow(mount)
    _open(mount)
    _decide(mount)
    return made


async def _begun(
    tx: AsyncSession, request: Request, by: Access, at: Now, kind: str, asked: dict[str, Any], *, own: bool
) -> Job:
    """A job that starts once this request is committed; one's own, or to be found by colleagues in the area."""
    if by.account_id is None:
        raise SignInNeeded
    area_id, scope_key = await area_of(tx, by)
    job = Job(id=new_id(), area_id=area_id, scope_key=HIDDEN if own else scope_key, account_id=by.account_id)
    job.kind, job.state, job.at, job.request_id = kind, State.QUEUED, at, request.state.request_id
    job.asked = {**asked, "scope_key": scope_key}
    tx.add(job)
    await defer(tx, job)
    return job


def _take_in(mount: Mount, intake: Intake) -> None:
    permitted = Annotated[Access, Depends(allow(intake.permission))]
    name = intake.name.replace("-", "_")

    @mount.made.get(
        f"/imports/{intake.name}/template", response_class=Response, responses=GIVES_A_FILE, name=f"template_{name}"
    )
    async def import_template(tx: Tx, by: permitted) -> Response:
        """下载模板, with the communities of one's area."""
        areas = [(each.code, each.name or "") for each in await communities(tx, by.ranges)]
        made = template(intake.sheet, {"村（社区）": [("代码", "名称"), *areas]})
        return sent(made, f"{intake.title}-模板.xlsx")

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


def _give_out(mount: Mount, outlet: exporting.Outlet) -> None:
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


def _follow(mount: Mount) -> None:
    @mount.made.get("/jobs")
    async def jobs(
        tx: Tx, by: Own, asked: Asked, kind: Annotated[str | None, Query(max_length=60)] = None
    ) -> Page[JobView]:
        """One's own jobs and the imports of one's area, newest first."""
        query = select(Job).where(visible(Job, by))
        if kind is not None:
            query = query.where(Job.kind == kind)
        return await page(tx, query, [Job.id], asked, lambda job: mount.seen(job, by))

    @mount.made.get("/jobs/{id}", responses=problems(NotFound))
    async def job(id: UUID, tx: Tx, by: Own) -> JobView:  # noqa: A002 - the path's own name
        """How far a job is."""
        return mount.seen(await job_of(tx, id, by), by)


def _open(mount: Mount) -> None:
    @mount.made.get(
        "/jobs/{id}/result", response_class=Response, responses=GIVES_A_FILE | problems(NotFound, Forbidden)
    )
    async def job_result(id: UUID, tx: Tx, by: Own, keys: Keys) -> Response:  # noqa: A002
        """下载结果: the list as checked, and the auditor reads who opened it; or as taken away."""
        job, kept, content = await mount.file(tx, keys, id, "result", by)
        fact = mount.opened(job)
        if fact is not None:
            await facts.tell(tx, fact, by=by)
        return sent(content, kept.name)

    @mount.made.get("/jobs/{id}/faults", responses=problems(NotFound, Forbidden))
    async def job_faults(id: UUID, tx: Tx, by: Own, keys: Keys) -> Faults:  # noqa: A002
        """核对出的错误, by row and column: they name nobody, so no auditor is told."""
        _, _, content = await mount.file(tx, keys, id, "faults", by)
        return Faults.model_validate_json(content)


def _decide(mount: Mount) -> None:
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
        found = await job_of(tx, id, by, lock=True)
        require_current(found, if_match)
        if found.kind not in mount.intakes:
            raise rules.JobNotWaiting
        if not mount.entrusted(found, by):
            raise Forbidden
        rules.confirm(found, by=by.account_id, skip_wrong=body.skip_wrong, another=mount.needs_another(found))
        found.at, found.request_id = at, request.state.request_id
        # One after another: what one list enters, the next one of its kind must see, or both would enter it.
        await defer(tx, found, lock=found.kind)
        return mount.seen(found, by)

    @mount.made.post(
        "/jobs/{id}/cancellation",
        responses=problems(NotFound, Forbidden, VersionMissing, VersionStale, rules.JobOver),
    )
    async def job_cancel(id: UUID, tx: Tx, by: Own, if_match: IfMatch = None) -> JobView:  # noqa: A002
        """取消: nothing of it is left; one's own, or a colleague's by who could confirm it."""
        found = await job_of(tx, id, by, lock=True)
        require_current(found, if_match)
        if found.account_id != by.account_id and not mount.entrusted(found, by):
            raise Forbidden
        rules.cancel(found)
        await tx.flush()
        return mount.seen(found, by)
