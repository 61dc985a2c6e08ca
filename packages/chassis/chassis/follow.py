"""Following other services' facts: each takes effect exactly once and in order.

A batch, its effects and the cursor are one transaction. Projections are local copies, rebuilt from zero at any time;
reactions do something, keep their own cursor and are never replayed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any, TypeVar
from uuid import UUID

import structlog
from prometheus_client import Gauge
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from chassis.client import Neighbour
from chassis.clock import wall
from chassis.database import Sessions, system_transaction
from chassis.faults import strike
from chassis.tables import Cursor

log = structlog.get_logger()

STOPPED = Gauge("sanshe_follower_stopped", "1 while a follower cannot go on", ["follower", "source"])
PLACE = Gauge("sanshe_follower_place", "Sequence number of the last fact applied", ["follower", "source"])
KEY = ("follower", "source")
BATCH = 500
WAIT = 20.0  # seconds of long poll
GATHER = 0.3  # seconds for which facts gather after a batch: in a rush many share one request and one transaction
RETRY_FIRST, RETRY_MOST = 0.2, 5.0  # seconds between tries of a follower that is stopped


class Heard(BaseModel):
    """What a follower needs of a fact's data: narrow, so that producers may add fields."""

    model_config = ConfigDict(extra="ignore", frozen=True)


@dataclass(frozen=True, slots=True)
class Event:
    """The envelope of one fact as it was heard."""

    id: UUID
    source: str
    type: str
    subject: str
    time: datetime
    seq: int
    actor: str
    area_id: UUID
    scope_key: str
    request_id: str

    @classmethod
    def of(cls, raw: dict[str, Any]) -> "Event":
        """From a CloudEvent."""
        return cls(
            id=UUID(raw["id"]),
            source=raw["source"].removeprefix("/"),
            type=raw["type"],
            subject=raw["subject"],
            time=datetime.fromisoformat(raw["time"]),
            seq=raw["sansheseq"],
            actor=raw["sansheactor"],
            area_id=UUID(raw["sanshearea"]),
            scope_key=raw["sanshescope"],
            request_id=str(UUID(raw["traceparent"].split("-")[1])),
        )


HeardT = TypeVar("HeardT", bound=Heard)
Handler = Callable[[AsyncSession, Any, Event], Awaitable[None]]
Run = Sequence[tuple[HeardT, Event]]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is done with facts of one type: with each, or with all that stand next to each other."""

    heard: type[Heard]
    handler: Callable[..., Awaitable[None]]
    together: bool = False


@dataclass(slots=True)
class Follower:
    """The handlers of one file (`projections` or `reactions`), by source and fact type."""

    name: str
    replayable: bool
    handlers: dict[str, Hearing] = field(default_factory=dict)

    def on(
        self, fact_type: str, heard: type[HeardT]
    ) -> Callable[[Callable[[AsyncSession, HeardT, Event], Awaitable[None]]], Handler]:
        """Declares a handler: `async def handler(tx, heard, event)`."""

        def declare(handler: Callable[[AsyncSession, HeardT, Event], Awaitable[None]]) -> Handler:
            self._keep([fact_type], Hearing(heard, handler))
            return handler

        return declare

    def together(
        self,
        fact_types: Sequence[str],
        heard: type[HeardT],
        handler: Callable[[AsyncSession, Run[HeardT]], Awaitable[None]],
    ) -> None:
        """Declares a handler of many facts at once, for those that come in thousands: `async def handler(tx, run)`.

        For copies only: a run has no one business time, so nothing may be told in it.
        """
        if not self.replayable:
            message = f"{self.name} reacts: it hears facts one by one"
            raise ValueError(message)
        self._keep(fact_types, Hearing(heard, handler, together=True))

    def _keep(self, fact_types: Sequence[str], hearing: Hearing) -> None:
        for fact_type in fact_types:
            if fact_type in self.handlers:
                message = f"{self.name} hears {fact_type} twice"
                raise ValueError(message)
            self.handlers[fact_type] = hearing

    def sources(self) -> list[str]:
        """The services whose feeds this follower needs."""
        return sorted({fact_type.split(".", 1)[0] for fact_type in self.handlers})

    def types(self, source: str) -> list[str]:
        """The fact types it hears from one service."""
        return sorted(kind for kind in self.handlers if kind.startswith(f"{source}."))


async def apply(
    sessions: Sessions, follower: Follower, source: str, events: Sequence[dict[str, Any]], *, after: int = 0
) -> int:
    """Applies the batch that follows `after` once; returns the cursor's new place. What was applied is passed over.

    A cursor that was wound back while the batch was under way stays there: what lies between has to come first.
    """
    async with system_transaction(sessions, at=wall()) as tx:
        cursor = await locked_cursor(tx, follower.name, source)
        if cursor.seq < after:
            return cursor.seq
        new = [raw for raw in events if raw["sansheseq"] > cursor.seq]
        for hearing, run in groupby(new, key=lambda raw: follower.handlers[raw["type"]]):
            await _heard(tx, hearing, list(run))
        # Set once: a changed cursor would be written before each handler's first statement.
        cursor.seq, cursor.moved_at, cursor.stopped_by = (new[-1]["sansheseq"] if new else cursor.seq), wall(), None
        return cursor.seq


async def _heard(tx: AsyncSession, hearing: Hearing, raws: Sequence[dict[str, Any]]) -> None:
    """Facts next to each other in the feed that are handled alike."""
    run = [(hearing.heard.model_validate(raw["data"]), Event.of(raw)) for raw in raws]
    if hearing.together:
        await hearing.handler(tx, run)
        strike("mid-batch")
        return
    for heard, event in run:
        tx.info.update(at=event.time, request_id=event.request_id)
        await hearing.handler(tx, heard, event)
        strike("mid-batch")


async def locked_cursor(tx: AsyncSession, follower: str, source: str) -> Cursor:
    """The cursor, made at zero when new, held until the transaction ends."""
    query = select(Cursor).where(Cursor.follower == follower, Cursor.source == source).with_for_update()
    known = (await tx.scalars(query)).one_or_none()
    if known is not None:
        return known
    await tx.execute(insert(Cursor).values(follower=follower, source=source, seq=0).on_conflict_do_nothing())
    return (await tx.scalars(query)).one()


async def place(sessions: Sessions, follower: str, source: str) -> int:
    """How far the follower has come; zero when it never began."""
    async with sessions() as session:
        query = select(Cursor.seq).where(Cursor.follower == follower, Cursor.source == source)
        return await session.scalar(query) or 0


async def _state(sessions: Sessions, follower: str, source: str, stopped_by: str | None) -> None:
    """Writes what stops a follower, or that nothing does, where the health page and the metrics show it."""
    STOPPED.labels(follower, source).set(stopped_by is not None)
    write = insert(Cursor).values(follower=follower, source=source, seq=0, stopped_by=stopped_by)
    async with system_transaction(sessions, at=wall()) as tx:
        await tx.execute(write.on_conflict_do_update(index_elements=KEY, set_={"stopped_by": stopped_by}))


async def run(
    sessions: Sessions, follower: Follower, source: str, neighbour: Neighbour, stopping: asyncio.Event
) -> None:
    """Follows one feed for as long as the process lives; what fails is shown, tried again and never passed over."""
    delay, settled = RETRY_FIRST, False  # whether it is known, and shown, that nothing stops it
    after: int | None = None  # where the last batch has led; looked up when nothing came or something failed
    while not stopping.is_set():
        try:
            if after is None:
                after = await place(sessions, follower.name, source)
            query = {"after": after, "type": follower.types(source), "limit": BATCH, "wait": WAIT if settled else 0}
            events = await neighbour.get("/facts", query, patience=WAIT + 5, tries=1)
            after = await apply(sessions, follower, source, events, after=after) if events else None
            if after is not None:
                PLACE.labels(follower.name, source).set(after)
            if not settled:
                await _state(sessions, follower.name, source, None)
            delay, settled = RETRY_FIRST, True
            if 0 < len(events) < BATCH:
                await asyncio.sleep(GATHER)
        except asyncio.CancelledError:
            raise
        except Exception as failed:  # noqa: BLE001 - whatever it is, the follower waits and tries again
            log.warning("follower waits", follower=follower.name, source=source, reason=repr(failed)[:300])
            await _note(sessions, follower.name, source, failed)
            settled, after = False, None
            await asyncio.sleep(delay)
            delay = min(delay * 2, RETRY_MOST)


async def _note(sessions: Sessions, follower: str, source: str, failed: Exception) -> None:
    try:
        await _state(sessions, follower, source, repr(failed)[:500])
    except Exception as unreachable:  # noqa: BLE001 - the database itself may be what is away
        log.warning("follower state not written", reason=repr(unreachable)[:200])
