"""Long work beside requests: a job is a record that people follow, cancel and find again, a queue only starts it.

A job's effects and its end are one transaction, so a process that dies leaves it undone and another begins it anew.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import procrastinate
import structlog
from fastapi import FastAPI
from procrastinate.exceptions import ConnectorException
from sqlalchemy import ForeignKey, Index, select, text, update
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from chassis.clock import wall
from chassis.copying import driver_of, lift_limits
from chassis.database import Conventions, Record, Sessions, metadata, system_transaction
from chassis.problems import Problem
from chassis.schedule import Turn, keep_looking
from chassis.vault import Vault

log = structlog.get_logger()

HEARTBEAT, SILENCE, LOOK = 5.0, 20.0, 10.0  # seconds: a worker says it lives; counts as dead; who died is looked for
AT_ONCE = 2  # jobs of one process
TRIES = 5  # of a job whose database was away
LOST = text(
    "update job set version = version + 1, state = case when cancelled then 'cancelled' else 'failed' end, detail ="
    " case when cancelled then null else '未能完成，未作任何更改' end where state in ('queued', 'running') and not"
    " exists (select from procrastinate_jobs where args->>'job_id' = job.id::text and status in ('todo', 'doing'))"
)


class JobTable(Conventions, DeclarativeBase):
    """The tables of a service that does long work."""

    metadata = metadata()


class State(StrEnum):
    """后台任务的状态."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({State.DONE, State.FAILED, State.CANCELLED})


class Job(Record, JobTable):
    """后台任务: what is asked, by whom, how far it is; `at` is its business time."""

    __tablename__ = "job"

    account_id: Mapped[UUID]
    kind: Mapped[str]
    state: Mapped[State]
    at: Mapped[datetime]
    request_id: Mapped[str]
    asked: Mapped[dict[str, Any]]
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int | None]
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    detail: Mapped[str | None]
    cancelled: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[datetime] = mapped_column(default=wall)

    __table_args__ = (
        Index("ix_job_scope_key_id", "scope_key", "id"),
        Index("ix_job_account_id_id", "account_id", "id"),
    )


class JobFile(JobTable):
    """What a job was given or has made, encrypted: lists hold people."""

    __tablename__ = "job_file"

    job_id: Mapped[UUID] = mapped_column(ForeignKey("job.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    media_type: Mapped[str]
    cipher: Mapped[bytes]


class JobCancelled(Exception):
    """任务已取消。"""


async def keep_file(
    tx: AsyncSession, keys: Vault, job_id: UUID, role: str, *, name: str, media_type: str, content: bytes
) -> None:
    """Keeps a job's file, in the place of an earlier one of the same role."""
    cipher = await asyncio.to_thread(keys.encrypt_bytes, content, table="job_file", column=role, row_id=job_id)
    await tx.merge(JobFile(job_id=job_id, role=role, name=name, media_type=media_type, cipher=cipher))


async def file_of(tx: AsyncSession, keys: Vault, job_id: UUID, role: str) -> tuple[JobFile, bytes] | None:
    """A job's file and its bytes."""
    kept = await tx.get(JobFile, (job_id, role))
    if kept is None:
        return None
    return kept, await asyncio.to_thread(keys.decrypt_bytes, kept.cipher, table="job_file", column=role, row_id=job_id)


@dataclass(slots=True)
class Running:
    """One job at work."""

    state: Any
    job: Job

    async def progress(self, done: int, total: int | None = None) -> None:
        """Tells how far it is, where everybody sees it at once; ends the work when it was cancelled."""
        async with system_transaction(self.state.sessions, at=self.job.at) as tx:
            values = {"done": done} if total is None else {"done": done, "total": total}
            moved = update(Job).where(Job.id == self.job.id).values(values).returning(Job.cancelled)
            if await tx.scalar(moved):
                raise JobCancelled

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """What the job does, whole or not at all, at the business time and under the request that asked for it."""
        async with system_transaction(self.state.sessions, at=self.job.at) as tx:
            tx.info["request_id"] = self.job.request_id
            await lift_limits(tx)
            yield tx

    async def end(self, tx: AsyncSession, state: State, *, counts: Mapping[str, Any], detail: str | None) -> None:
        """Its end, in the transaction of its effects; one that somebody else has ended or cancelled undoes this."""
        job = (await tx.scalars(select(Job).where(Job.id == self.job.id).with_for_update())).one()
        if job.state is not State.RUNNING or job.cancelled:
            raise JobCancelled
        job.state, job.counts, job.detail = state, dict(counts), detail
        await tx.flush()


Work = Callable[[Running], Awaitable[None]]


async def _start(context: procrastinate.JobContext, job_id: str) -> None:
    await carry_out(context.additional_context["state"], UUID(job_id))


def _queue(**settings: Any) -> procrastinate.App:  # noqa: ANN401 - the driver's own
    queue = procrastinate.App(connector=procrastinate.PsycopgConnector(**settings))
    again = procrastinate.RetryStrategy(max_attempts=TRIES, linear_wait=5)
    queue.task(name="job", pass_context=True, retry=again)(_start)
    return queue


_DEFERRING = _queue()


async def defer(tx: AsyncSession, job: Job, *, lock: str | None = None) -> None:
    """Starts the job once this transaction is committed, and never if it is not; those of a lock one after another."""
    await tx.flush()
    await _DEFERRING.configure_task("job", lock=lock, connection=await driver_of(tx)).defer_async(job_id=str(job.id))


async def carry_out(state: Any, job_id: UUID) -> None:  # noqa: ANN401 - the app's state
    """Does one job that nobody has ended; `state.jobs` says how, by kind."""
    async with system_transaction(state.sessions, at=wall()) as tx:
        unended = (Job.id == job_id, Job.state.in_((State.QUEUED, State.RUNNING)))
        begun = update(Job).where(*unended).values(state=State.RUNNING, done=0).returning(Job)
        job = await tx.scalar(begun)
    if job is None:
        return
    work: Work = state.jobs[job.kind]
    try:
        await work(Running(state, job))
    except JobCancelled:
        await _give_up(state, job_id, State.CANCELLED, None)
    except Problem as refusal:
        await _give_up(state, job_id, State.FAILED, refusal.detail or refusal.title())
    except (OperationalError, InterfaceError):
        raise  # the database was away: the queue tries again
    except Exception:
        log.exception("job failed", job=str(job_id), kind=job.kind)
        await _give_up(state, job_id, State.FAILED, "系统内部错误，未作任何更改")
    state.bell.ring()


async def _give_up(state: Any, job_id: UUID, how: State, why: str | None) -> None:  # noqa: ANN401
    async with system_transaction(state.sessions, at=wall()) as tx:
        mine = update(Job).where(Job.id == job_id, Job.state == State.RUNNING)
        await tx.execute(mine.values(state=how, detail=why, version=Job.version + 1))


async def end_lost(sessions: Sessions, now: datetime) -> int:
    """Ends what the queue has given up or does not know: nobody would begin it again."""
    async with system_transaction(sessions, at=now) as tx:
        await tx.execute(LOST)
    return 0


async def work(app: FastAPI) -> None:
    """Starts what is queued for as long as the process lives, and anew what a dead process had begun."""
    while True:
        try:
            await _work(app.state)
        except* (ConnectorException, OSError) as failed:
            log.warning("job queue interrupted", reason=repr(failed)[:300])
        await asyncio.sleep(1)


async def _work(state: Any) -> None:  # noqa: ANN401
    opening = _queue(conninfo=state.settings.database_url, min_size=1, max_size=2).open_async()
    async with opening as queue, asyncio.TaskGroup() as both:
        both.create_task(
            queue.run_worker_async(
                concurrency=AT_ONCE,
                install_signal_handlers=False,
                listen_notify=False,  # a connection more for what a look a second does as well
                fetch_job_polling_interval=1.0,
                abort_job_polling_interval=60.0,
                update_heartbeat_interval=HEARTBEAT,
                stalled_worker_timeout=SILENCE,
                delete_jobs="successful",
                shutdown_graceful_timeout=0.0,
                additional_context={"state": state},
            )
        )
        both.create_task(_rescue(queue))
        both.create_task(keep_looking(Turn(end_lost, LOOK), state))


async def _rescue(queue: procrastinate.App) -> None:
    """A killed worker's jobs are not retried by themselves."""
    while True:
        for stalled in await queue.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE):
            await queue.job_manager.retry_job(stalled)
        await asyncio.sleep(LOOK)
