"""Taking a list away: what its filter shows, row by row into a workbook; masked, or in full with a reason."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from chassis import facts
from chassis.access import Access
from chassis.clock import CITY
from chassis.jobs import Running, State, Work, keep_file
from chassis.principal import Kind, Principal
from chassis.tables import AreaCopy
from chassis.vault import Vault
from chassis.workbooks import MEDIA_TYPE, Workbook
from procedures.bulk.facts import Told
from procedures.bulk.schemas import ExportIn

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Lines:
    """How rows are written: by the keys and the day, masked or in full, and what is known of their areas."""

    keys: Vault
    at: datetime
    full: bool
    areas: dict[UUID, str]


@dataclass(frozen=True, slots=True)
class Outlet:
    """一种导出."""

    name: str
    title: str
    permission: StrEnum
    # Who may take it away in full, with a reason; where nobody may, it is masked.
    full_permission: StrEnum | None
    filters: type[ExportIn]
    headings: Sequence[str]
    query: Callable[[AsyncSession, Any, Access], Awaitable[Select[Any]]]
    line: Callable[[Any, Lines], Sequence[object]]

    @property
    def kind(self) -> str:
        """The kind of its jobs."""
        return f"export:{self.name}"


def asked_of(by: Access, asked: ExportIn) -> dict[str, Any]:
    """What a new job remembers: the filter, and what its asker reaches."""
    return {
        "filters": asked.model_dump(mode="json"),
        "ranges": [list(each) for each in by.ranges],
        "organisation_id": str(by.organisation_id) if by.organisation_id else None,
    }


def exporting(outlet: Outlet, told: Told) -> Work:
    """The work of one kind of list."""

    async def work(running: Running) -> None:
        job = running.job
        asked = outlet.filters.model_validate(job.asked["filters"])
        async with running.transaction() as tx:
            lines = Lines(running.state.vault, job.at, asked.full, await area_names(tx))
            query = await outlet.query(tx, asked, _access(running))
            made, rows = await _written(running, tx, query, outlet, lines)
            name = f"{outlet.title}-{job.at.astimezone(CITY):%Y%m%d}.xlsx"
            await keep_file(tx, lines.keys, job.id, "result", name=name, media_type=MEDIA_TYPE, content=made)
            fact = told.exported(
                area_id=job.area_id,
                scope_key=job.asked["scope_key"],
                job_id=job.id,
                kind=outlet.name,
                rows=rows,
                full=asked.full,
                reason=asked.reason,
            )
            await facts.tell(tx, fact, by=str(job.account_id))
            await running.end(tx, State.DONE, counts={"rows": rows}, detail=None)

    return work


async def area_names(tx: AsyncSession) -> dict[UUID, str]:
    """Every area by the name that a reader knows it by, or its code."""
    rows = await tx.execute(select(AreaCopy.id, AreaCopy.name, AreaCopy.code))
    return {area_id: name or code for area_id, name, code in rows}


async def _written(
    running: Running, tx: AsyncSession, query: Select[Any], outlet: Outlet, lines: Lines
) -> tuple[bytes, int]:
    book, rows = Workbook(), 0
    page = book.begin(outlet.title, outlet.headings)
    stream = await tx.stream_scalars(query.execution_options(yield_per=CHUNK))
    async for chunk in stream.partitions(CHUNK):
        await asyncio.to_thread(partial(_write, book, page, chunk, rows, outlet, lines))
        rows += len(chunk)
        await running.progress(rows)
    return await asyncio.to_thread(book.done), rows


def _write(book: Workbook, page: Any, chunk: Sequence[Any], before: int, outlet: Outlet, lines: Lines) -> None:  # noqa: ANN401
    for number, row in enumerate(chunk, start=before + 1):
        book.put(page, number, outlet.line(row, lines))


def _access(running: Running) -> Access:
    """What its asker reached when the list was asked for."""
    asked, job = running.job.asked, running.job
    return Access(
        principal=Principal(kind=Kind.STAFF, account_id=job.account_id),
        roles=running.state.roles,
        ranges=tuple((low, high) for low, high in asked["ranges"]),
        organisation_id=UUID(asked["organisation_id"]) if asked["organisation_id"] else None,
        owner_id=None,
    )
